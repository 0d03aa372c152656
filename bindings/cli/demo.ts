import { dirname } from "node:path";
import published from "../../test/vectors/scenarios/chain-published.json";
import { loadYumaSync } from "../index.js";
import { toJson } from "../boundary/jsonForm.js";
import { explain, explainer } from "../explain/index.js";
import { mostSurprising } from "../explain/mostSurprising.js";
import { makeFolder, writeFile } from "../files/write.js";
import { verdict } from "../report/explainUid.js";
import { surpriseText } from "../report/surpriseText.js";
import { epochSummary, epochTable, foremost, proportion, textColumns, textTable } from "../report/table.js";
import { readScenario } from "../simulate/read.js";
import { runScenario } from "../simulate/scenario.js";
import type { Scenario } from "../simulate/types.js";
import type { EpochResult, StoredRows, SubnetEpochState, SubnetState, Yuma } from "../types.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";
import { demoSubnet, demoSubnetOfTwo } from "./demoSubnet.js";
import { wrapped } from "./wrapped.js";

const CASE = published.tests.find(({ name }) => name === "kappa_moves_first")! as unknown as {
  name: string;
  stakes: number[];
  weights: { epochs: [number, number]; W: number[][] }[];
  dividends: number[][];
};

function publishedScenario(): Scenario {
  const epochs = CASE.dividends.length;
  return readScenario({
    title: CASE.name,
    validators: CASE.stakes.map((_, i) => `validator ${i}`),
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
  const dividends = [...runScenario(yuma, scenario, scenario.variants[0]!)].map(({ result }) => result.dividends);
  const rows = CASE.stakes.map((stake, i) => [
    `stake ${stake}`,
    ...dividends.map((ours, epoch) => `${proportion(ours[i]!)} (${CASE.dividends[epoch]![i]!.toFixed(4)})`),
  ]);
  return `The chain's published case "${CASE.name}": dividends by epoch, ours (published)\n${textTable(rows, 1)}`;
}

/** From where a file of the state lies, in a project that has the package: an editor checks and completes by it. */
const SCHEMA_PATH = "node_modules/yuma-consensus/dist/state.schema.json";

function stateText(state: SubnetState | SubnetEpochState): string {
  return JSON.stringify({ $schema: SCHEMA_PATH, ...(toJson(state) as object) });
}

/** of the validators, and of the miners */
const SHOWN = 10;

const WIDTH = 110;

function foremostTable(state: SubnetState, result: EpochResult): string {
  const uids = foremost(result, SHOWN);
  const left = "the validators of most stake, then the miners of most incentive; --all shows every uid";
  return `${epochTable(state, result, uids)}\n${uids.length} of ${state.n} uids: ${left}`;
}

/** What the network is, and how near it comes to the one that it is shaped after. */
function madeText({ weights, bonds }: SubnetState): string {
  return paragraph(
    `A network that is made, not recorded, its quantiles shaped after subnet 2 of August 2024, which had 37 rows of 8,405 weights and ` +
      `5,014 bonds: ${rowsIn(weights)} rows of ${grouped(weights.uids.length)} weights and ${grouped(bonds.uids.length)} bonds, ` +
      `registrations as on subnet 1 of September 2025.`,
  );
}

function rowsIn({ starts }: StoredRows): number {
  return starts.reduce((rows, start, i) => rows + Number(i > 0 && start > starts[i - 1]!), 0);
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function paragraph(text: string): string {
  return wrapped(text.split(" "), 0, WIDTH);
}

/** The uid that this is about, and why it got what it got. */
function surprise(yuma: Yuma, state: SubnetState, result: EpochResult): { uids: number[]; text: string } {
  const found = mostSurprising(state, result)!;
  const [why] = verdict(explain(yuma, state, found.uid));
  const best = foremost(result, SHOWN).at(SHOWN)!;
  return { uids: [found.uid, best], text: `${paragraph(surpriseText(found))}\n${paragraph(why!)}` };
}

async function writeReport(path: string, yuma: Yuma, state: SubnetState, uids: readonly number[]): Promise<void> {
  const { explainPage } = await import("../report/explainPage.js");
  const explanation = explainer(yuma, state);
  if (dirname(path) !== ".") makeFolder(dirname(path));
  writeFile(
    path,
    explainPage(
      uids.map((uid) => ({ explanation: explanation(uid), change: undefined })),
      REPORT_ROWS,
    ),
  );
}

const REPORT_ROWS = 12;

function goingOn(uid: number, report: string | undefined): string {
  return textColumns([
    ...(report === undefined ? [] : [["the report page", report]]),
    ["this state as JSON, ready to edit", "npx yuma demo --state > state.json"],
    ["the table of a state, or everything, exact", "npx yuma epoch state.json [--json]"],
    ["why a uid got what it got, with charts", `npx yuma explain state.json --uid ${uid} --html why.html`],
    ["the same in the playground", "npx yuma play state.json"],
  ]);
}

export const demo: Command = {
  summary: "run an epoch on the bundled network of 256 uids, and a case that the chain published",
  help: `usage: yuma demo [--all] [--report FILE]
       yuma demo --state [--subnet]

Runs one epoch on the bundled network and one of the chain's own published cases. The network is made, not recorded: its
stakes, weights, bonds and registrations follow the quantiles of a subnet of the main network. Explained is the validator
whose emission is furthest, either way and in alpha, from what its part of the validators' stake alone would give.

  --all          every uid, not the ${SHOWN} validators of most stake and the ${SHOWN} miners of most incentive
  --report FILE  also write a page with charts about that validator and the best miner
  --state        print the network's state as JSON and run nothing; an editor completes it by its "$schema"
  --subnet       with --state: the form that has several mechanisms, with two

exit codes: 0 fine, 2 bad usage or a file that cannot be written
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      all: { type: "boolean", default: false },
      report: { type: "string" },
      state: { type: "boolean", default: false },
      subnet: { type: "boolean", default: false },
    });
    const { report } = values;
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.state && values.all) throw new UsageError("--all or --state, not both");
    if (values.state && report !== undefined) throw new UsageError("--report or --state, not both");
    if (values.subnet && !values.state) throw new UsageError("--subnet goes with --state");
    const yuma = loadYumaSync();
    if (values.state) {
      await print(`${stateText(values.subnet ? demoSubnetOfTwo(yuma) : demoSubnet(yuma))}\n`);
      return EXIT.fine;
    }
    const state = demoSubnet(yuma);
    const result = yuma.epoch(state, { digest: true });
    const { uids, text } = surprise(yuma, state, result);
    if (report !== undefined) await writeReport(report, yuma, state, uids);
    await print(
      [
        madeText(state),
        values.all ? epochTable(state, result) : foremostTable(state, result),
        `${epochSummary(state, result)}\ndigest ${result.digest}`,
        text,
        publishedTable(yuma),
        goingOn(uids[0]!, report),
      ].join("\n\n") + "\n",
    );
    return EXIT.fine;
  },
};
