import { toJson } from "../output.js";
import { rowOf } from "../simulate/rows.js";
import type { SimulatedEpoch } from "../simulate/simulate.js";
import type { StoredRows } from "../types.js";
import { csvLine } from "./csv.js";
import { readable, totals, type Metric, type Run, type Simulation, type Total } from "./simulation.js";
import { fromRao, textTable } from "./table.js";

const MOST_NAME = 34;

function short(name: string): string {
  // Not through the middle of a pair.
  return name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1).replace(/[\ud800-\udbff]$/, "")}…` : name;
}

/** A block of totals: a line a name, a column a variant. */
interface TotalsBlock {
  title: string;
  of: Metric["of"];
  show: (total: Total) => string;
}

export const TOTALS: readonly TotalsBlock[] = [
  { title: "dividends, alpha", of: "validators", show: ({ rao }) => fromRao(rao) },
  { title: "dividends per 1,000 staked", of: "validators", show: ({ perThousand }) => perThousand?.toFixed(6) ?? "no stake" },
  { title: "incentives, alpha", of: "servers", show: ({ rao }) => fromRao(rao) },
];

/** The names, and what each got under each variant. */
export function totalsRows({ scenario, runs }: Pick<Simulation, "scenario" | "runs">, { of, show }: TotalsBlock): { name: string; cells: string[] }[] {
  const columns = runs.map((run) => totals(run, scenario, of));
  return columns[0]!.map(({ name }, i) => ({ name, cells: columns.map((column) => show(column[i]!)) }));
}

/** The scenario in words and what everybody got in all epochs together, for a terminal. */
export function simulationTable(simulation: Simulation): string {
  const { source, scenario, runs } = readable(simulation);
  const rows = [
    ["", ...runs.map(({ variant }) => variant.name)],
    ...TOTALS.flatMap((block) => [
      [block.title, ...runs.map(() => "")],
      ...totalsRows({ scenario, runs }, block).map(({ name, cells }) => [`  ${short(name)}`, ...cells]),
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name!.length));
  const table = textTable(rows.map(([name, ...cells]) => [name!.padEnd(width), ...cells]));
  const story = scenario.story === "" ? [] : [wrapped(scenario.story, 96)];
  return [`${scenario.title} (${source}, ${scenario.epochs} epochs)`, ...story, table].join("\n\n");
}

function wrapped(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}

/** Everything, exact: 64-bit integers as decimal strings; one JSON object without line breaks. */
export function simulationJson({ source, scenario, runs }: Simulation): string {
  const { title, validators, servers } = scenario;
  const variants = runs.map((run) => ({
    name: run.variant.name,
    rules: run.variant.rules,
    hyperparameters: run.variant.hyperparameters,
    totals: {
      validators: totals(run, scenario, "validators"),
      servers: totals(run, scenario, "servers").map(({ perThousand: _, ...total }) => total),
    },
    epochs: run.epochs.map(({ epoch, state, result }) => ({ epoch, block: state.currentBlock, alphaStake: state.alphaStake, weights: state.weights, ...result })),
  }));
  return JSON.stringify(toJson({ scenario: source, title, validators, servers, variants }));
}

function entries(rows: StoredRows, uid: number): string {
  return rowOf(rows, uid).map(([to, value]) => `${to}:${value}`).join(" ");
}

type Column = (uid: number, epoch: SimulatedEpoch) => string | number | bigint;

const COLUMNS: Readonly<Record<string, Column>> = {
  alphaStakeRao: (uid, { state }) => state.alphaStake[uid]!,
  validatorPermit: (uid, { state }) => state.validatorPermits[uid]!,
  consensus: (uid, { result }) => result.consensus[uid]!,
  incentive: (uid, { result }) => result.incentive[uid]!,
  dividends: (uid, { result }) => result.dividends[uid]!,
  validatorTrust: (uid, { result }) => result.validatorTrust[uid]!,
  serverEmissionRao: (uid, { result }) => result.serverEmission[uid]!,
  validatorEmissionRao: (uid, { result }) => result.validatorEmission[uid]!,
  weights: (uid, { state }) => entries(state.weights, uid),
  bonds: (uid, { result }) => entries(result.bonds, uid),
};

export const CSV_HEADER = csvLine(["scenario", "variant", "epoch", "block", "uid", "name", ...Object.keys(COLUMNS)]);

/** RFC 4180, a line for each uid in each epoch of a variant; u16 proportions and rao as integers, rows as `uid:value`. */
export function* simulationCsv({ source, scenario }: Pick<Simulation, "source" | "scenario">, { variant, epochs }: Run): Generator<string> {
  const names = [...scenario.validators, ...scenario.servers];
  for (const simulated of epochs) {
    const place = [source, variant.name, simulated.epoch, simulated.state.currentBlock];
    yield names
      .map((name, uid) => csvLine([...place, uid, name, ...Object.values(COLUMNS).map((column) => column(uid, simulated))]))
      .join("");
  }
}
