import { fromFile } from "../files/read.js";
import { fromJson, subnetFromJson } from "../boundary/input.js";
import { parseJson } from "../text/json.js";
import { toJson } from "../boundary/jsonForm.js";
import { epochSummary, epochTable } from "../report/table.js";
import type { SubnetEpochState, SubnetState } from "../types.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";

/** A subnet's state is told by what only it has; whatever else is wrong with it is said of that form. */
function anyState(text: string): SubnetState | SubnetEpochState {
  const json = parseJson(text);
  const isSubnet = typeof json === "object" && json !== null && ("epochConsensus" in json || "mechanisms" in json);
  return isSubnet ? subnetFromJson(json) : fromJson(json);
}

export const epoch: Command = {
  summary: "run one epoch on a subnet's state",
  help: `usage: yuma epoch FILE|- [--json] [--trace] [--digest] [--backend NAME]

Reads a state (JSON; gzip is unpacked; - is standard input) and prints the epoch's result as a table. "yuma eval --help
epoch" lists the state's fields with type, unit and scale; "yuma demo --state" prints one to begin with. A subnet with its
mechanisms is taken too ("yuma eval --help subnet_epoch", "yuma demo --state --subnet"): the table is of what all of them
gave together.

  --json          the whole result as JSON
  --trace         add the raw bits of every stage (with --json)
  --digest        add the SHA-256 of the result
  --backend NAME  wasm (default), wasm-scalar or reference

exit codes: 0 fine, 2 bad usage or bad input
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      json: { type: "boolean", default: false },
      trace: { type: "boolean", default: false },
      digest: { type: "boolean", default: false },
    });
    if (positionals.length !== 1) throw new UsageError("expected one FILE, or - for standard input");
    if (values.trace && !values.json) throw new UsageError("--trace needs --json");
    const { yuma } = backendNamed(values.backend);
    const state = fromFile(positionals[0]!, anyState);
    const { trace, digest } = values;
    const result = "mechanisms" in state ? yuma.subnetEpoch(state, { trace, digest }) : yuma.epoch(state, { trace, digest });
    if (values.json) {
      await print(`${JSON.stringify(toJson(result))}\n`);
    } else {
      await print(`${epochTable(state, result)}\n\n${epochSummary(state, result)}\n`);
      if ("digest" in result) await print(`digest ${result.digest}\n`);
    }
    return EXIT.fine;
  },
};
