import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Chain, Recording } from "../chain/index.js";
import { replayRow, type ReplayRow } from "../chain/replayRow.js";
import { ChainError, ChainTrapError } from "../errors.js";
import { writeFile } from "../files/write.js";
import { replayText, type ReplayedEpoch } from "../report/replayText.js";
import { shardRange } from "../sweep/axes.js";
import { rowJson, rowStart, type SweepRow } from "../sweep/row.js";
import { printable } from "../text/printable.js";
import type { RuleSet, Yuma } from "../types.js";
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
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { PARTIAL_HELP, replayPartial } from "./partial.js";
import type { Progress } from "./progress.js";
import { openResults, readResults, type PlannedRows } from "./resultFile.js";
import { shardOf } from "./shard.js";
import { readRecordingFile } from "./snapshot.js";

const MOST_EPOCHS = 1_000_000;

/** Of an epoch alone: the others go on. Whatever else goes wrong with a node ends the run. */
const OF_ONE_EPOCH: readonly string[] = ["unknown-spec", "unreadable-metadata", "chain-trap"];

export const replay: Command = {
  summary: "run a subnet's epochs again and compare all that the chain stored",
  help: `usage: yuma replay --endpoint URL --netuid N [--epochs K] [--from B] [--to B] [--strict] [--json] [--html FILE]
                   [--out FILE [--repair]] [--shard I/N] [OPTIONS]
       yuma replay --recording FILE... [--strict] [--json] [--html FILE]
${PARTIAL_HELP}

Takes each epoch's exact input from the states around its block, runs it, and compares every output that the chain stored:
equal, different (where, by how much, and the stage it comes from), or not comparable and why. docs/guides/replay.md leads
through it; docs/rules/chain-reading.md has the rules.

which epochs:
  --epochs K        the latest K (default 1), up to block --to (default: the head)
  --from B          all from block B on
  --recording FILE  what "yuma snapshot --record" wrote, without a node; may be given several times
  --partial FILE    no epoch: a file that "yuma import" reads, and what its stored values say of each other

what comes out:
  --strict          exit code 1 also for what differs where the input is not exact
  --json            a line of JSON for each epoch in place of the table
  --html FILE       a page
  --out FILE        a line of JSON for each epoch, appended to FILE from where it ends: the same command again goes on after
                    an interruption. It needs --to, as the head moves on
  --repair          cut FILE off before its first damaged line, if it has one, and go on from there
  --shard I/N       only the I-th of N parts, I from 1; the parts' files joined in order are the file of the whole
  --backend NAME    wasm (default), wasm-scalar or reference

${CHAIN_HELP}
exit codes: 0 no difference, 1 a difference, 2 bad usage, a node that does not answer or says what cannot be, or a file that
cannot be used
`,
  async run(args) {
    if (args.some((argument) => /^--partial(=|$)/.test(argument))) return replayPartial(args);
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      ...CHAIN_OPTIONS,
      epochs: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      recording: { type: "string", multiple: true, default: [] },
      strict: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      html: { type: "string" },
      out: { type: "string" },
      repair: { type: "boolean", default: false },
      shard: { type: "string" },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    const { yuma } = backendNamed(values.backend);
    const ruleSet = rulesOption(values.rules);
    const finish = (epochs: readonly ReplayedEpoch[]) => finishReplay(epochs, values);
    if (values.recording.length > 0) {
      refuseBeside("--recording", values, ...OF_A_NODE, "out", "repair", "shard", "from", "to", "epochs");
      checkOutputs({ "--html": values.html });
      const epochs: ReplayedEpoch[] = [];
      for (const path of values.recording) epochs.push(await replayed(await readRecordingFile(path), yuma, ruleSet));
      return finish(epochs);
    }
    const netuid = netuidOption(values.netuid);
    const stakes = stakesOption(values.stakes);
    const to = values.to === undefined ? undefined : blockOption("--to", values.to);
    const from = values.from === undefined ? undefined : blockOption("--from", values.from);
    const count = values.epochs === undefined ? undefined : integerOption("--epochs", values.epochs, 1, MOST_EPOCHS);
    if (values.out !== undefined && to === undefined)
      throw new UsageError("--out: needs --to, as the head moves on and the epochs with it");
    if (values.repair && values.out === undefined) throw new UsageError("--repair: needs --out FILE");
    if (from !== undefined && to !== undefined && from > to) throw new UsageError(`--from: expected a block up to --to ${to}, got ${from}`);
    const shard = shardOf(values.shard ?? "1/1");
    checkOutputs({ "--out": values.out, "--html": values.html });
    const { chain, progress, close } = await openNode(values);
    try {
      const blocks = await chain.epochs(netuid, {
        ...(to !== undefined && { to }),
        ...(from !== undefined && { from }),
        ...(count !== undefined && { count }),
      });
      const [first, end] = shardRange(blocks.length, shard);
      const run: Run = { chain, progress, netuid, blocks, first, end, yuma, ruleSet, stakes };
      const epochs = values.out === undefined ? await ontoOutput(run) : await intoFile(run, values.out, values.repair);
      process.stderr.write(`yuma: ${printable(costText(chain))}\n`);
      return await finish(epochs);
    } finally {
      close();
    }
  },
};

interface Run {
  chain: Chain;
  progress: Progress;
  netuid: number;
  blocks: readonly bigint[];
  first: number;
  /** the epoch after the last */
  end: number;
  yuma: Yuma;
  ruleSet: RuleSet | undefined;
  stakes: "call" | "storage";
}

async function replayed(recording: Recording, yuma: Yuma, ruleSet: RuleSet | undefined): Promise<ReplayedEpoch> {
  const { replayRecording } = await import("../chain/index.js");
  const { block } = recording;
  try {
    return { block, row: replayRow(replayRecording(recording, { yuma, ruleSet })) };
  } catch (error) {
    return { block, error: errorOfEpoch(error).message };
  }
}

/** @throws whatever is not of one epoch alone */
function errorOfEpoch(error: unknown): ChainError | ChainTrapError {
  if ((error instanceof ChainError || error instanceof ChainTrapError) && OF_ONE_EPOCH.includes(error.code)) return error;
  throw error;
}

async function replayAt(
  { chain, netuid, blocks, yuma, ruleSet, stakes }: Run,
  point: number,
): Promise<Pick<SweepRow<ReplayRow>, "measures" | "error">> {
  const { replayRecording } = await import("../chain/index.js");
  try {
    const recording = await chain.record(netuid, blocks[point]!, { stakes });
    return { measures: replayRow(replayRecording(recording, { yuma, ruleSet })) };
  } catch (error) {
    const { code, message, path } = errorOfEpoch(error);
    return { error: { code, message, path } };
  }
}

async function ontoOutput(run: Run): Promise<ReplayedEpoch[]> {
  const epochs: ReplayedEpoch[] = [];
  for (let point = run.first; point < run.end && !outputClosed(); point++) {
    run.progress.show(`epoch ${point - run.first + 1} of ${run.end - run.first}`);
    epochs.push(epochOf(String(run.blocks[point]), await replayAt(run, point)));
  }
  return epochs;
}

function epochOf(block: string, { measures, error }: Pick<SweepRow<ReplayRow>, "measures" | "error">): ReplayedEpoch {
  return measures === undefined ? { block, error: error?.message ?? "" } : { block, row: measures };
}

/** The rows of a file: those that are there are read back, the others appended. */
async function intoFile(run: Run, path: string, repair: boolean): Promise<ReplayedEpoch[]> {
  const { chain, netuid, blocks, first, end, ruleSet } = run;
  // Another network, subnet, stretch or rule set is another file.
  const identity = JSON.stringify([chain.genesis, netuid, blocks.map(String), ruleSet ?? null]);
  const id = bytesToHex(sha256(utf8ToBytes(identity))).slice(0, 8);
  const rowOf = (point: number) => ({ sweep: id, point, knobs: { block: String(blocks[point]) } });
  const planned: PlannedRows = { id, first, end, start: (point) => rowStart(rowOf(point)) };
  const results = openResults(path, planned, { repair });
  try {
    for (let point = results.next; point < end; point++) {
      run.progress.show(`epoch ${point - first + 1} of ${end - first}`);
      results.write(rowJson({ ...rowOf(point), ...(await replayAt(run, point)) }));
    }
  } finally {
    results.close();
    process.stderr.write(`yuma: ${printable(results.summary())}\n`);
  }
  const epochs: ReplayedEpoch[] = [];
  for await (const { knobs, measures, error } of readResults(path))
    epochs.push(
      epochOf(String(knobs["block"]), { ...(measures && { measures: measures as unknown as ReplayRow }), ...(error && { error }) }),
    );
  return epochs;
}

interface Shown {
  json: boolean;
  html?: string | undefined;
  strict: boolean;
}

async function finishReplay(epochs: readonly ReplayedEpoch[], { json, html, strict }: Shown): Promise<number> {
  if (html !== undefined) {
    const { replayPage } = await import("../report/replayPage.js");
    writeFile(html, replayPage(epochs, titleOf(epochs)));
  }
  if (json) for (const epoch of epochs) await print(`${JSON.stringify("row" in epoch ? epoch.row : epoch)}\n`);
  else await print(`${replayText(epochs)}\n`);
  const differs = epochs.some(
    (epoch) => !("row" in epoch) || epoch.row.verdict === "different" || (strict && epoch.row.verdict === "not exact"),
  );
  return differs ? EXIT.difference : EXIT.fine;
}

function titleOf(epochs: readonly ReplayedEpoch[]): string {
  const row = epochs.map((epoch) => ("row" in epoch ? epoch.row : null)).find((found) => found !== null);
  return row == null ? "Epochs replayed" : `Epochs of subnet ${row.netuid} of ${row.network}, replayed`;
}
