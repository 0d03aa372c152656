import { printable, printableLines } from "../printable.js";
import type { Scenario, SimulatedEpoch, Variant } from "../simulate/index.js";
import { rowOf } from "../simulate/rows.js";
import { hyperparametersAt } from "../simulate/scenario.js";

/** A scenario that was run, under one variant after the other. */
export interface Simulation {
  /** the slug of a scenario of the package, or the file's name */
  source: string;
  scenario: Scenario;
  runs: readonly Run[];
}

export interface Run {
  variant: Variant;
  epochs: readonly SimulatedEpoch[];
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
    },
    runs: runs.map(({ variant, epochs }) => ({ variant: { ...variant, name: printable(variant.name) }, epochs })),
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

/** A validator's stored bond on a server, zero where there is none; of duplicates the last. */
export function storedBond({ result }: SimulatedEpoch, validator: number, server: number): number {
  return fraction(rowOf(result.bonds, validator).findLast(([uid]) => uid === server)?.[1] ?? 0);
}

/** A validator's stored weight on a server, null where it has no entry. */
export function storedWeight({ state }: SimulatedEpoch, validator: number, server: number): number | null {
  const entry = rowOf(state.weights, validator).findLast(([uid]) => uid === server);
  return entry === undefined ? null : fraction(entry[1]);
}

/** Names with their uids. */
export function uidsOf({ validators, servers }: Scenario, of: Metric["of"]): { uid: number; name: string }[] {
  return of === "validators" ? validators.map((name, uid) => ({ uid, name })) : servers.map((name, i) => ({ uid: validators.length + i, name }));
}

export interface Total {
  uid: number;
  name: string;
  /** rao over all epochs, exact */
  rao: bigint;
  /** sum over the epochs with stake; null for servers, and for a validator that never had stake */
  perThousand: number | null;
}

/** What each validator, or each server, got in all epochs together. */
export function totals({ epochs }: Run, scenario: Scenario, of: Metric["of"]): Total[] {
  return uidsOf(scenario, of).map(({ uid, name }) => {
    const rates = of === "validators" ? epochs.flatMap((epoch) => perThousand(epoch, uid) ?? []) : [];
    return {
      uid,
      name,
      rao: epochs.reduce((sum, { result }) => sum + (of === "validators" ? result.validatorEmission : result.serverEmission)[uid]!, 0n),
      perThousand: rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0),
    };
  });
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
    ...scenario.bondResets.filter(({ epoch }) => variant === undefined || hyperparametersAt(scenario, variant, epoch).bondsReset).map(({ epoch, who }) => ({ epoch, what: `bonds reset: ${names[who]!}` })),
    ...changes,
  ].sort((a, b) => a.epoch - b.epoch);
}
