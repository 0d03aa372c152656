import { toJson } from "../boundary/jsonForm.js";
import { fromBytesOf, fromFile } from "../files/read.js";
import { writeFile } from "../files/write.js";
import { decodeState, encodeResult } from "../interface/flat.js";
import { epochSummary, epochTable } from "../report/table.js";
import { anyState } from "./anyState.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";

export const epoch: Command = {
  summary: "run one epoch on a subnet's state",
  help: `usage: yuma epoch FILE|- [--json] [--trace] [--digest] [--backend NAME]
       yuma epoch --binary FILE|- [--binary-out FILE] ...

Reads a state (JSON; gzip is unpacked; - is standard input) and prints the epoch's result as a table. "yuma eval --help
epoch" lists the state's fields with type, unit and scale; "yuma demo --state" prints one to begin with. A subnet with its
mechanisms is taken too ("yuma eval --help subnet_epoch", "yuma demo --state --subnet"): the table is of what all of them
gave together.

  --json          the whole result as JSON
  --trace         add the raw bits of every stage (with --json)
  --digest        add the SHA-256 of the result
  --binary FILE   the state in the flat form of docs/interface.md, as "yuma encode" writes it
  --binary-out FILE
                  write the result as a host's module answers it, the head with the digest and the canonical bytes,
                  and nothing else; "yuma decode" reads it
  --backend NAME  wasm (default), wasm-scalar or reference

exit codes: 0 fine, 2 bad usage or bad input
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      json: { type: "boolean", default: false },
      trace: { type: "boolean", default: false },
      digest: { type: "boolean", default: false },
      binary: { type: "string" },
      "binary-out": { type: "string" },
    });
    const { binary, "binary-out": binaryOut } = values;
    if (positionals.length !== (binary === undefined ? 1 : 0))
      throw new UsageError("expected one FILE, or - for standard input, or --binary FILE");
    if (values.trace && !values.json) throw new UsageError("--trace needs --json");
    if (binaryOut !== undefined && (values.json || values.digest)) throw new UsageError("--binary-out: without --json and --digest");
    const { yuma } = backendNamed(values.backend);
    const state = binary === undefined ? fromFile(positionals[0]!, anyState) : fromBytesOf(binary, decodeState);
    const { trace, digest } = values;
    const result = "mechanisms" in state ? yuma.subnetEpoch(state, { trace, digest }) : yuma.epoch(state, { trace, digest });
    if (binaryOut !== undefined) {
      writeFile(binaryOut, encodeResult(state, result));
    } else if (values.json) {
      await print(`${JSON.stringify(toJson(result))}\n`);
    } else {
      await print(`${epochTable(state, result)}\n\n${epochSummary(state, result)}\n`);
      if ("digest" in result) await print(`digest ${result.digest}\n`);
    }
    return EXIT.fine;
  },
};
