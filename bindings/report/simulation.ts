import { printable, printableLines } from "../text/printable.js";
import type { Scenario, SimulatedEpoch, Variant } from "../simulate/index.js";
import { hyperparametersAt } from "../simulate/scenario.js";
import type { StoredRows } from "../types.js";
import type { RunSeries } from "./simulationSeries.js";

/** A scenario that was run, under one variant after the other. */
export interface Simulation {
  /** the slug of a scenario of the package, or the file's name */
  source: string;
  scenario: Scenario;
  runs: readonly Run[];
}

export interface Run {
  variant: Variant;
  totals: RunTotals;
  /** empty where nothing is to be drawn */
  series: RunSeries;
}

/** Lower case, hyphens and digits. */
export function fileName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The same with every text fit to be shown. */
export function readable({ source, scenario, runs }: Simulation): Simulation {
  return {
    source: printable(source),
    scenario: {
      ...scenario,
      title: printable(scenario.title),
      story: printableLines(scenario.story),
      validators: scenario.validators.map(printable),
      servers: scenario.servers.map(printable),
      notes: scenario.notes.map(printable),
    },
    runs: runs.map((run) => ({ ...run, variant: { ...run.variant, name: printable(run.variant.name) } })),
  };
}

/** A u16 proportion as a fraction of one. For reading only. */
function fraction(value: number): number {
  return value / 65_535;
}

/** Alpha that a validator gets in an epoch for each 1,000 alpha of its stake, null without stake. For reading only. */
export function perThousand({ state, result }: SimulatedEpoch, uid: number): number | null {
  const stake = state.alphaStake[uid]!;
  return stake === 0n ? null : (Number(result.validatorEmission[uid]!) * 1_000) / Number(stake);
}

/** What is drawn: a value for each validator, or for each server, in each epoch. */
export interface Metric {
  id: string;
  title: string;
  of: "validators" | "servers";
  /** what the numbers are */
  note: string;
  value: (epoch: SimulatedEpoch, uid: number) => number | null;
}

export const METRICS: readonly Metric[] = [
  {
    id: "dividends",
    title: "Dividends",
    of: "validators",
    note: "Each validator's share of what validators get, as the chain stores it.",
    value: ({ result }, uid) => fraction(result.dividends[uid]!),
  },
  {
    id: "per-1000",
    title: "Dividends per 1,000 staked",
    of: "validators",
    note: "Alpha in an epoch for each 1,000 alpha of stake: where lines meet, everybody is paid alike for its stake.",
    value: perThousand,
  },
  {
    id: "validator-trust",
    title: "Validator trust",
    of: "validators",
    note: "The part of a validator's weights that the majority agrees with: one where nothing is clipped.",
    value: ({ result }, uid) => fraction(result.validatorTrust[uid]!),
  },
  {
    id: "incentives",
    title: "Incentives",
    of: "servers",
    note: "Each miner's share of what miners get.",
    value: ({ result }, uid) => fraction(result.incentive[uid]!),
  },
];

/** A stored entry, null where there is none; of duplicates the last. */
function entryOf({ starts, uids, values }: StoredRows, row: number, uid: number): number | null {
  for (let at = starts[row + 1]! - 1; at >= starts[row]!; at--) if (uids[at] === uid) return fraction(values[at]!);
  return null;
}

/** A validator's stored bond on a server, zero where there is none. */
export function storedBond({ result }: SimulatedEpoch, validator: number, server: number): number {
  return entryOf(result.bonds, validator, server) ?? 0;
}

/** A validator's stored weight on a server, null where it has no entry. */
export function storedWeight({ state }: SimulatedEpoch, validator: number, server: number): number | null {
  return entryOf(state.weights, validator, server);
}

/** Names with their uids. */
export function uidsOf({ validators, servers }: Scenario, of: Metric["of"]): { uid: number; name: string }[] {
  return of === "validators"
    ? validators.map((name, uid) => ({ uid, name }))
    : servers.map((name, i) => ({ uid: validators.length + i, name }));
}

export interface Total {
  uid: number;
  name: string;
  /** rao over all epochs, exact */
  rao: bigint;
  /** sum over the epochs with stake; null for servers, and for a validator that never had stake */
  perThousand: number | null;
}

/** What each validator and each server got in all epochs together; the epochs are counted one by one and not kept. */
export class RunTotals {
  private readonly rao: bigint[];
  private readonly perThousand: (number | null)[];

  constructor({ validators, servers }: Scenario) {
    this.rao = [...validators, ...servers].map(() => 0n);
    this.perThousand = validators.map(() => null);
  }

  add(epoch: SimulatedEpoch): void {
    const { validatorEmission, serverEmission } = epoch.result;
    const validators = this.perThousand.length;
    for (let uid = 0; uid < this.rao.length; uid++) this.rao[uid]! += (uid < validators ? validatorEmission : serverEmission)[uid]!;
    for (let uid = 0; uid < validators; uid++) {
      const rate = perThousand(epoch, uid);
      if (rate !== null) this.perThousand[uid] = (this.perThousand[uid] ?? 0) + rate;
    }
  }

  /** Under the names of the scenario. */
  of(kind: Metric["of"], scenario: Scenario): Total[] {
    return uidsOf(scenario, kind).map(({ uid, name }) => ({ uid, name, rao: this.rao[uid]!, perThousand: this.perThousand[uid] ?? null }));
  }
}

/** What happens on the way, in words; with a variant, only what happens under it. */
export function eventsOf(scenario: Scenario, variant?: Variant): { epoch: number; what: string }[] {
  const names = [...scenario.validators, ...scenario.servers];
  const changes = scenario.changes.map(({ epoch, rules, hyperparameters }) => {
    const set = Object.entries(hyperparameters).map(([key, value]) => `${key} ${value}`);
    return { epoch, what: [...(rules === null ? [] : [rules]), ...set].join(", ") };
  });
  return [
    ...scenario.registrations.map(({ epoch, who }) => ({ epoch, what: `newcomer: ${names[who]!}` })),
    ...scenario.bondResets
      .filter(({ epoch }) => variant === undefined || hyperparametersAt(scenario, variant, epoch).bondsReset)
      .map(({ epoch, who }) => ({ epoch, what: `bonds reset: ${names[who]!}` })),
    ...changes,
  ].sort((a, b) => a.epoch - b.epoch);
}
