/** Who is active, who has a permit, and what is too old to count. epoch.md 4.1, 4.5, 4.7, 4.10. */
import { getU64, saturatingAddU64 } from "./fixed/u64";
import { get } from "./fixed/vector";
import { item, setItem } from "./list";

/** Active up to and including `activityCutoff` blocks after the last update. */
export function activeUids(n: u32, lastUpdate: usize, activityCutoff: u64, currentBlock: u64, active: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    store<u8>(active + uid, <u8>(saturatingAddU64(getU64(lastUpdate, uid), activityCutoff) >= currentBlock));
  }
}

function permitOwner(n: u32, ownerUid: i32, permits: usize): void {
  if (ownerUid >= 0 && <u32>ownerUid < n) store<u8>(permits + ownerUid, 1);
}

/** The stored permits, the owner's always on. */
export function currentPermits(n: u32, validatorPermits: usize, ownerUid: i32, permits: usize): void {
  memory.copy(permits, validatorPermits, n);
  permitOwner(n, ownerUid, permits);
}

/** The permits of the next epoch: the largest non-zero stakes, active or not, and the owner. */
export function newPermits(n: u32, stakeX32: usize, k: u32, ownerUid: i32, order: usize, spare: usize, permits: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) store<u8>(permits + uid, <u8>(get(stakeX32, uid) != 0));
  topK(n, stakeX32, k, order, spare, permits);
  permitOwner(n, ownerUid, permits);
}

/**
 * Switches off all but the `k` largest; among equal values the higher uid stays. `k` above `n` switches off none.
 * `order` and `spare` are scratch lists of n u32. epoch.md 2.5.
 */
export function topK(n: u32, values: usize, k: u32, order: usize, spare: usize, kept: usize): void {
  if (k >= n) return;
  const ascending = sortAscending(n, values, order, spare);
  for (let i: u32 = 0; i < n - k; i++) store<u8>(kept + item(ascending, i), 0);
}

/** Stable merge sort of the uids by value; returns whichever of the two lists holds the result. */
function sortAscending(n: u32, values: usize, order: usize, spare: usize): usize {
  for (let uid: u32 = 0; uid < n; uid++) setItem(order, uid, uid);
  let from = order;
  let into = spare;
  for (let width: u32 = 1; width < n; width <<= 1) {
    for (let start: u32 = 0; start < n; start += width << 1) {
      mergeRuns(values, from, into, start, min(start + width, n), min(start + (width << 1), n));
    }
    const swap = from;
    from = into;
    into = swap;
  }
  return from;
}

function mergeRuns(values: usize, from: usize, into: usize, start: u32, middle: u32, end: u32): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takeRight = right < end && (left >= middle || get(values, item(from, right)) < get(values, item(from, left)));
    setItem(into, at, takeRight ? item(from, right++) : item(from, left++));
  }
}

/** Whether a weight was last set at or before the target's registration, or committed before it. */
@inline
export function outdated(lastUpdate: u64, registered: u64, commitReveal: bool, commitBlock: u64): bool {
  return lastUpdate <= registered || (commitReveal && commitBlock < registered);
}

/** The block at or after which a registration clears the bonds on that uid. newer-rules.md 2. */
export function bondsCutoff(
  currentBlock: u64,
  tempo: u32,
  lastMechanismStepBlock: u64,
  yumaStepCounts: bool,
  lastYumaStepBlock: u64,
): u64 {
  if (yumaStepCounts) return saturatingAddU64(lastYumaStepBlock, 1);
  if (lastMechanismStepBlock != 0) return saturatingAddU64(lastMechanismStepBlock, 1);
  return currentBlock > <u64>tempo ? currentBlock - <u64>tempo : 0;
}
