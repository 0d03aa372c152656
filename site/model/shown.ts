/** What a view shows of a state: who votes and who is scored, in which order, and rows by uid. */
import type { StoredRows, SubnetState } from "yuma-consensus";
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
