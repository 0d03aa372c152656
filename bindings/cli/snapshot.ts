import { gzipSync } from "node:zlib";
import { toJson } from "../boundary/jsonForm.js";
import type { EpochRead, Recording } from "../chain/index.js";
import { fromFile } from "../files/read.js";
import { writeFile } from "../files/write.js";
import { printable } from "../text/printable.js";
import {
  CHAIN_HELP,
  CHAIN_OPTIONS,
  OF_A_NODE,
  blockOption,
  checkOutputs,
  costText,
  integerOption,
  netuidOption,
  openNode,
  refuseBeside,
  rulesOption,
  stakesOption,
} from "./chainOptions.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";

export const snapshot: Command = {
  summary: "an epoch's exact input from a node, as a state",
  help: `usage: yuma snapshot --endpoint URL --netuid N [--block B | --epoch last] [--mechanism M] [-o FILE]
                     [--record FILE [--keep-metadata]] [OPTIONS]
       yuma snapshot --recording FILE [--mechanism M] [-o FILE]

Reads the state before the block of an epoch, corrects it for what that block did before the epoch, and writes the epoch's
exact input as JSON, which "yuma epoch", "yuma explain" and "yuma diff" take. Its field "provenance" says where it comes
from, how well the amount is known and what is not exact. Nothing is ever sent to a node but reads.

  --block B         the block of the epoch; without it, or with --epoch last, the last one
  --mechanism M     one mechanism of a subnet that has several, from 0
  -o, --out FILE    write there; a FILE that is there is replaced when all is complete. Default: standard output
  --record FILE     also all that the node said, gzipped: "yuma replay --recording" needs no node
  --recording FILE  read that in place of a node
  --keep-metadata   keep the runtime's description in the recording
  --backend NAME    wasm (default), wasm-scalar or reference: runs the epoch once to settle the amount

${CHAIN_HELP}
exit codes: 0 fine, 2 bad usage, a node that does not answer or says what cannot be, or a file that cannot be used
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      ...CHAIN_OPTIONS,
      block: { type: "string" },
      epoch: { type: "string" },
      mechanism: { type: "string" },
      out: { type: "string", short: "o" },
      record: { type: "string" },
      recording: { type: "string" },
      "keep-metadata": { type: "boolean", default: false },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.epoch !== undefined && (values.epoch !== "last" || values.block !== undefined))
      throw new UsageError("--epoch: expected last, and no --block beside it");
    const mechanism = values.mechanism === undefined ? undefined : integerOption("--mechanism", values.mechanism, 0, 15);
    const ruleSet = rulesOption(values.rules);
    const { yuma } = backendNamed(values.backend);
    const options = { yuma, ...(ruleSet !== undefined && { ruleSet }), ...(mechanism !== undefined && { mechanism }) };
    const { readRecording } = await import("../chain/index.js");
    if (values.recording !== undefined) {
      refuseBeside("--recording", values, ...OF_A_NODE, "block", "epoch", "record", "keep-metadata");
      checkOutputs({ "-o": values.out });
      return write(readRecording(await readRecordingFile(values.recording), options), values.out);
    }
    const netuid = netuidOption(values.netuid);
    const stakes = stakesOption(values.stakes);
    const block = values.block === undefined ? undefined : blockOption("--block", values.block);
    if (values["keep-metadata"] && values.record === undefined) throw new UsageError("--keep-metadata: needs --record FILE");
    checkOutputs({ "-o": values.out, "--record": values.record });
    const { chain, close } = await openNode(values);
    try {
      const [last] = await chain.epochs(netuid, block === undefined ? {} : { to: block, count: 1 });
      if (block !== undefined && last !== block)
        throw new UsageError(`--block: expected the block of an epoch; the last one up to ${block} was in block ${last}`);
      const recording = await chain.record(netuid, last!, { stakes, keepMetadata: values["keep-metadata"] });
      const read = readRecording(recording, options);
      if (values.record !== undefined) writeFile(values.record, gzipSync(JSON.stringify(recording)));
      process.stderr.write(`yuma: ${printable(costText(chain))}\n`);
      return await write(read, values.out);
    } finally {
      close();
    }
  },
};

/** @throws FileError where the file is no recording */
export async function readRecordingFile(path: string): Promise<Recording> {
  const { recordingFromJson } = await import("../chain/index.js");
  return fromFile(path, recordingFromJson);
}

async function write(
  { state, netuid, block, spec, ruleSet, amount, notExact, remarks }: EpochRead,
  path: string | undefined,
): Promise<number> {
  const text = `${JSON.stringify(toJson(state))}\n`;
  if (path === undefined) await print(text);
  else writeFile(path, text);
  const notes = [
    `subnet ${netuid}, epoch of block ${block}, spec ${spec}, rules of ${ruleSet}; ${amount.rao} rao, known by ${amount.how}`,
    ...notExact.map(({ field, why }) => `not exact: ${field}: ${why}`),
    ...new Set(remarks),
  ];
  for (const note of notes) process.stderr.write(`yuma: ${printable(note)}\n`);
  return EXIT.fine;
}
