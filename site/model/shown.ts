/** What a view shows of a state: who votes and who is scored, in which order, and rows by uid. */
import type { EpochTrace, StoredRows, SubnetState } from "yuma-consensus";
import type { Entry } from "yuma-consensus/simulate";
import type { Document } from "./document.js";

/** A stored row as entries, in stored order. */
export function rowOf({ starts, uids, values }: StoredRows, uid: number): Entry[] {
  return Array.from(uids.subarray(starts[uid]!, starts[uid + 1]!), (to, k): Entry => [to, values[starts[uid]! + k]!]);
}

/**
 * A story's validators; of a state whoever has weights or a permit. Until a document's own numbers come the state may be
 * that of one before, with fewer uids: the others are left out.
 */
export function votersOf(doc: Document, { n, weights, validatorPermits }: SubnetState): number[] {
  if (doc.kind === "scenario") return uidsWhere(n, (uid) => uid < doc.scenario.validators.length);
  return uidsWhere(n, (uid) => weights.starts[uid + 1]! > weights.starts[uid]! || validatorPermits[uid] !== 0);
}

/** A story's servers; of a state whoever is scored by anybody, or by nobody and votes not. */
export function scoredOf(doc: Document, state: SubnetState): number[] {
  const { n, weights } = state;
  if (doc.kind === "scenario") return uidsWhere(n, (uid) => uid >= doc.scenario.validators.length);
  const isScored = new Uint8Array(n);
  weights.uids.forEach((uid, k) => uid < n && weights.values[k]! > 0 && (isScored[uid] = 1));
  const voters = new Set(votersOf(doc, state));
  return uidsWhere(n, (uid) => isScored[uid] !== 0 || !voters.has(uid));
}

function uidsWhere(n: number, is: (uid: number) => boolean): number[] {
  return Array.from({ length: n }, (_, uid) => uid).filter(is);
}

/** The weights as a grid of voters and scored: cell (i, j) lies at i * scored.length + j. */
export interface WeightGrid {
  readonly voters: readonly number[];
  readonly scored: readonly number[];
  /** as stored, u16; -1 where there is no entry */
  readonly values: Int32Array;
  /** which part of the weight consensus left, 0 to 1; -1 where the weight does not count, or nothing is known */
  readonly left: Float32Array;
}

/** @param trace what the epoch made of the weights; null where it is unknown, and all count */
export function weightGrid(doc: Document, state: SubnetState, trace: EpochTrace | null): WeightGrid {
  const [voters, scored] = [votersOf(doc, state), scoredOf(doc, state)];
  const columns = new Int32Array(state.n).fill(-1);
  scored.forEach((uid, j) => (columns[uid] = j));
  const values = new Int32Array(voters.length * scored.length).fill(-1);
  const left = new Float32Array(values.length).fill(trace === null ? 1 : -1);
  // Of one row, by uid; what consensus left may lack entries that the weights have.
  const clipped = new Float64Array(state.n);
  voters.forEach((voter, i) => {
    const { starts, uids, values: stored } = state.weights;
    for (let k = starts[voter]!; k < starts[voter + 1]!; k++) {
      const j = columns[uids[k]!] ?? -1;
      if (j >= 0) values[i * scored.length + j] = stored[k]!;
    }
    if (trace === null) return;
    const { weightsNormalized: before, clippedWeights: after } = trace;
    clipped.fill(0);
    for (let k = after.starts[voter]!; k < after.starts[voter + 1]!; k++) clipped[after.uids[k]!] = Number(after.values[k]!);
    for (let k = before.starts[voter]!; k < before.starts[voter + 1]!; k++) {
      const [to, value] = [before.uids[k]!, Number(before.values[k]!)];
      const j = columns[to] ?? -1;
      if (j >= 0 && value > 0) left[i * scored.length + j] = clipped[to]! / value;
    }
  });
  return { voters, scored, values, left };
}
