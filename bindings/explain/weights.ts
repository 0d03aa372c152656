import type { CheckedState } from "../boundary/input.js";
import { I32F32 } from "../reference/fixed.js";
import { rowAt } from "../reference/rows.js";
import type { TracedEpoch } from "./epoch.js";
import { smallest } from "./smallest.js";

/** Why a stored weight counted, or did not. */
export type WeightOutcome =
  | "counts"
  | "uid outside the network"
  | "no permit"
  | "weight on itself"
  | "set before the miner registered"
  | "set in the block in which the miner registered"
  | "committed before the miner registered";

/** One stored weight, and what became of it. Raw I32F32 unless said otherwise. */
export interface WeightExplanation {
  /** the miner */
  uid: number;
  /** u16, as stored */
  stored: number;
  outcome: WeightOutcome;
  /** normalised over those of the row that count; 0 where it does not */
  weightX32: bigint;
  consensusX32: bigint;
  /** what was left of it: the smaller of both */
  clippedX32: bigint;
  cutX32: bigint;
  /** the largest stored u16 that would not be cut, all else unchanged; null where it is not cut or the row names the uid twice */
  uncutUpTo: number | null;
  /** block at which the miner registered; null outside the network */
  registeredBlock: bigint | null;
}

/** The validator's weights in stored order. `clippedX32` sums to its validator trust. */
export function explainWeights(epoch: TracedEpoch, uid: number): WeightExplanation[] {
  const { state, weights, clipped } = epoch;
  const { starts, uids, values } = state.weights;
  const counted = rowAt(weights, uid).values();
  const left = rowAt(clipped, uid).values();
  const entries = Array.from({ length: starts[uid + 1]! - starts[uid]! }, (_, k) => ({
    uid: uids[starts[uid]! + k]!,
    stored: values[starts[uid]! + k]!,
  }));
  const outcomes = entries.map((entry) => weightOutcome(state, epoch.permits, uid, entry.uid));
  const total = entries.reduce((sum, { stored }, k) => (outcomes[k] === "counts" ? sum + stored : sum), 0);
  const named = new Map<number, number>();
  for (const entry of entries) named.set(entry.uid, (named.get(entry.uid) ?? 0) + 1);
  return entries.map((entry, k) => {
    const outcome = outcomes[k]!;
    const consensusX32 = epoch.consensus[entry.uid] ?? 0n;
    const weightX32 = outcome === "counts" ? (counted.next().value?.value ?? 0n) : 0n;
    // Where the consensus is 0 the clipped row has no entry for a weight.
    const dropped = weightX32 > consensusX32 && consensusX32 <= 0n;
    const clippedX32 = outcome === "counts" && !dropped ? (left.next().value?.value ?? 0n) : 0n;
    const twice = named.get(entry.uid)! > 1;
    return {
      ...entry,
      outcome,
      weightX32,
      consensusX32,
      clippedX32,
      cutX32: weightX32 - clippedX32,
      uncutUpTo: weightX32 > clippedX32 && !twice ? uncutUpTo(entry.stored, total, consensusX32) : null,
      registeredBlock: state.blockAtRegistration[entry.uid] ?? null,
    };
  });
}

/** In the order in which the masks apply. */
export function weightOutcome(state: CheckedState, permits: readonly boolean[], i: number, j: number): WeightOutcome {
  const registered = state.blockAtRegistration[j];
  if (registered === undefined) return "uid outside the network";
  if (!permits[i]) return "no permit";
  if (i === j && i !== state.ownerUid) return "weight on itself";
  if (state.lastUpdate[i]! < registered) return "set before the miner registered";
  if (state.lastUpdate[i]! === registered) return "set in the block in which the miner registered";
  if (state.commitReveal && state.commitBlocks[i]! < registered) return "committed before the miner registered";
  return "counts";
}

/**
 * The row is normalised with the changed weight in it. Above the consensus a weight supports it however large it is, so
 * that lowering it down to there does not move the consensus; below, it is not cut by a lower one either.
 */
function uncutUpTo(stored: number, total: number, consensusX32: bigint): number {
  const others = total - stored;
  const cut = (value: bigint) => {
    const sum = BigInt(others) + value;
    return sum > 0n && I32F32.safeDiv(I32F32.fromInteger(value), I32F32.fromInteger(sum)) > consensusX32;
  };
  return Number(smallest(0n, BigInt(stored), cut)! - 1n);
}
