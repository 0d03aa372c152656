import { toJson } from "../boundary/jsonForm.js";
import type { SimulatedEpoch, Variant } from "../simulate/index.js";
import { rowOf } from "../simulate/rows.js";
import type { StoredRows } from "../types.js";
import { csvLine } from "./csv.js";
import type { Run, Simulation } from "./simulation.js";

type Simulated = Omit<Simulation, "runs">;

/** Text to write while simulations run, so that no more than an epoch is held: the pieces in the order of their calls. */
export interface SimulationWriter {
  /** in front of all */
  readonly header: string;
  begin(simulation: Simulated): string;
  beginRun(variant: Variant): string;
  epoch(simulated: SimulatedEpoch): string;
  endRun(run: Run, simulation: Simulated): string;
  end(): string;
}

function json(value: unknown): string {
  return JSON.stringify(toJson(value));
}

/** Members of an object that stays open. */
function members(value: object): string {
  return json(value).slice(0, -1);
}

/** Everything, exact: 64-bit integers as decimal strings; one JSON object a scenario, without line breaks. */
export function jsonWriter(): SimulationWriter {
  let [firstRun, firstEpoch] = [true, true];
  const between = (first: boolean) => (first ? "" : ",");
  return {
    header: "",
    begin({ source, scenario: { title, validators, servers, notes } }) {
      firstRun = true;
      return `${members({ scenario: source, title, validators, servers, notes })},"variants":[`;
    },
    beginRun({ name, rules, hyperparameters }) {
      const text = `${between(firstRun)}${members({ name, rules, hyperparameters })},"epochs":[`;
      [firstRun, firstEpoch] = [false, true];
      return text;
    },
    epoch({ epoch, state: { currentBlock, alphaStake, weights }, result }) {
      const text = `${between(firstEpoch)}${json({ epoch, block: currentBlock, alphaStake, weights, ...result })}`;
      firstEpoch = false;
      return text;
    },
    endRun({ totals }, { scenario }) {
      const servers = totals.of("servers", scenario).map(({ perThousand: _, ...total }) => total);
      return `],"totals":${json({ validators: totals.of("validators", scenario), servers })}}`;
    },
    end: () => "]}\n",
  };
}

function entries(rows: StoredRows, uid: number): string {
  return rowOf(rows, uid)
    .map(([to, value]) => `${to}:${value}`)
    .join(" ");
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

const CSV_HEADER = csvLine(["scenario", "variant", "epoch", "block", "uid", "name", ...Object.keys(COLUMNS)]);

/** RFC 4180, a line for each uid in each epoch of a variant; u16 proportions and rao as integers, rows as `uid:value`. */
export function csvWriter(): SimulationWriter {
  let place: (string | number | bigint)[] = [];
  let names: string[] = [];
  return {
    header: CSV_HEADER,
    begin({ source, scenario }) {
      place = [source];
      names = [...scenario.validators, ...scenario.servers];
      return "";
    },
    beginRun({ name }) {
      place = [place[0]!, name];
      return "";
    },
    epoch(simulated) {
      const before = [...place, simulated.epoch, simulated.state.currentBlock];
      return names
        .map((name, uid) => csvLine([...before, uid, name, ...Object.values(COLUMNS).map((column) => column(uid, simulated))]))
        .join("");
    },
    endRun: () => "",
    end: () => "",
  };
}
