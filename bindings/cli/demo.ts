import published from "../../test/vectors/scenarios/chain-published.json";
import { loadYumaSync } from "../index.js";
import { toJson } from "../boundary/jsonForm.js";
import { epochSummary, epochTable, foremost, proportion, textTable } from "../report/table.js";
import { readScenario } from "../simulate/read.js";
import { runScenario } from "../simulate/scenario.js";
import type { Scenario } from "../simulate/types.js";
import type { EpochResult, SubnetEpochState, SubnetState, Yuma } from "../types.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";
import { demoSubnet, demoSubnetOfTwo } from "./demoSubnet.js";

const CASE = published.tests.find(({ name }) => name === "kappa_moves_first")! as unknown as {
  name: string;
  stakes: number[];
  weights: { epochs: [number, number]; W: number[][] }[];
  dividends: number[][];
};

const VALIDATORS = CASE.stakes.map((_, i) => `validator ${i}`);

function publishedScenario(): Scenario {
  const epochs = CASE.dividends.length;
  return readScenario({
    title: CASE.name,
    validators: VALIDATORS,
    servers: CASE.weights[0]!.W[0]!.map((_, j) => `server ${j}`),
    epochs,
    stakes: [{ epochs: 0, stake: CASE.stakes }],
    weights: CASE.weights.map(({ epochs, W }) => ({ epochs, weights: W })),
    hyperparameters: { ruleSet: "spec-425", bondsPenalty: 0, alphaLow: 6_553, alphaHigh: 19_660 },
    variants: ["yuma3-liquid"],
  });
}

function publishedTable(yuma: Yuma): string {
  const scenario = publishedScenario();
  const header = ["epoch", ...VALIDATORS.flatMap((name) => [name, "published"])];
  const rows = [...runScenario(yuma, scenario, scenario.variants[0]!)].map(({ epoch, result }) => [
    String(epoch),
    ...VALIDATORS.flatMap((_, i) => [proportion(result.dividends[i]!), CASE.dividends[epoch]![i]!.toFixed(4)]),
  ]);
  return textTable([header, ...rows]);
}

/** From where a file of the state lies, in a project that has the package: an editor checks and completes by it. */
const SCHEMA_PATH = "node_modules/yuma-consensus/dist/state.schema.json";

function stateText(state: SubnetState | SubnetEpochState): string {
  return JSON.stringify({ $schema: SCHEMA_PATH, ...(toJson(state) as object) });
}

/** of the validators, and of the miners */
const SHOWN = 10;

const YOUR_OWN = `Your own subnet: write its state as JSON and run

  npx yuma epoch FILE            the table above, of every uid
  npx yuma epoch FILE --json     everything, exact

"npx yuma demo --state" prints the state of the subnet above, ready to edit.`;

function foremostTable(state: SubnetState, result: EpochResult): string {
  const uids = foremost(result, SHOWN);
  const left = "the validators of most stake, then the miners of most incentive; --all shows every uid";
  return `${epochTable(state, result, uids)}\n\n${uids.length} of ${state.n} uids: ${left}`;
}

export const demo: Command = {
  summary: "run an epoch on a made subnet of 256 uids, and a case that the chain published",
  help: `usage: yuma demo [--all]
       yuma demo --state [--subnet]

Runs one epoch on a made subnet of mainnet size, then one of the chain's own published cases epoch by epoch.

  --all     every uid, not the ${SHOWN} validators of most stake and the ${SHOWN} miners of most incentive
  --state   print the subnet's state as JSON and run nothing; an editor completes it by its "$schema"
  --subnet  with --state: the form that has several mechanisms, with two

exit codes: 0 fine, 2 bad usage
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      all: { type: "boolean", default: false },
      state: { type: "boolean", default: false },
      subnet: { type: "boolean", default: false },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.state && values.all) throw new UsageError("--all or --state, not both");
    if (values.subnet && !values.state) throw new UsageError("--subnet goes with --state");
    const yuma = loadYumaSync();
    if (values.state) {
      await print(`${stateText(values.subnet ? demoSubnetOfTwo(yuma) : demoSubnet(yuma))}\n`);
      return EXIT.fine;
    }
    const state = demoSubnet(yuma);
    const result = yuma.epoch(state, { digest: true });
    await print(
      `${values.all ? epochTable(state, result) : foremostTable(state, result)}\n\n${epochSummary(state, result)}\ndigest ${result.digest}\n\n` +
        `The chain's published case "${CASE.name}": dividends of three validators with stakes ${CASE.stakes.join(", ")}, ` +
        `ours beside the published ones\n\n${publishedTable(yuma)}\n\n${YOUR_OWN}\n`,
    );
    return EXIT.fine;
  },
};
