import type { Scenario, SimulatedEpoch } from "../simulate/index.js";
import type { StoredRows } from "../types.js";

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
