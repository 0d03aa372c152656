/** Who is active, who has a permit, and what is too old to count. masks.md 1, 2, 4, weights.md. */
import { getU64, saturatingAddU64 } from "./fixed/u64";
import { get, put, skipZeros } from "./fixed/vector";

/** Active up to and including `activityCutoff` blocks after the last update. */
export function activeUids(n: u32, lastUpdate: usize, activityCutoff: u64, currentBlock: u64, active: usize): void {
  const earliest = currentBlock > activityCutoff ? currentBlock - activityCutoff : 0;
  for (let uid: u32 = 0; uid < n; uid++) store<u8>(active + uid, <u8>(getU64(lastUpdate, uid) >= earliest));
}

function permitOwner(n: u32, ownerUid: i32, permits: usize): void {
  if (ownerUid >= 0 && <u32>ownerUid < n) store<u8>(permits + ownerUid, 1);
}

/** The stored permits, the owner's always on. */
export function currentPermits(n: u32, validatorPermits: usize, ownerUid: i32, permits: usize): void {
  memory.copy(permits, validatorPermits, n);
  permitOwner(n, ownerUid, permits);
}

/** The permits of the next epoch: the largest stakes, active or not, and the owner. `needStake`: none without stake. */
export function newPermits(n: u32, stakeX32: usize, k: u32, needStake: bool, ownerUid: i32, scratch: usize, permits: usize): void {
  if (needStake) {
    permitStaked(n, stakeX32, k, scratch, permits);
  } else {
    memory.fill(permits, 1, n);
    topK(n, stakeX32, k, scratch, permits);
  }
  permitOwner(n, ownerUid, permits);
}

function permitStaked(n: u32, stakeX32: usize, k: u32, scratch: usize, permits: usize): void {
  memory.fill(permits, 0, n);
  let staked: u32 = 0;
  let negative = false;
  for (let uid = skipZeros(stakeX32, 0, n); uid < n; uid = skipZeros(stakeX32, uid + 1, n)) {
    store<u8>(permits + uid, 1);
    staked++;
    negative = negative || get(stakeX32, uid) < 0;
  }
  // Where no more than k have stake they are the largest, unless some is below the zeros.
  if (staked > k || negative) topK(n, stakeX32, k, scratch, permits);
}

/**
 * Switches off all but the `k` largest; among equal values the higher uid stays. `k` above `n` switches off none.
 * `scratch` is a vector of n. lists.md 5.
 */
export function topK(n: u32, values: usize, k: u32, scratch: usize, kept: usize): void {
  if (k >= n) return;
  memory.copy(scratch, values, (<usize>n) << 3);
  const limit = valueOfRank(n, scratch, n - k - 1);
  let below: u32 = 0;
  for (let uid: u32 = 0; uid < n; uid++) below += u32(get(values, uid) < limit);
  // Of those at the limit the lower uids go, until n - k are gone.
  let going = n - k - below;
  for (let uid: u32 = 0; uid < n; uid++) {
    const value = get(values, uid);
    if (value > limit || (value == limit && going == 0)) continue;
    if (value == limit) going--;
    store<u8>(kept + uid, 0);
  }
}

/** The value that `rank` others come before in ascending order; reorders the values. */
export function valueOfRank(n: u32, values: usize, rank: u32): i64 {
  let start: u32 = 0;
  let end = n;
  while (end - start > 1) {
    const pivot = medianOf3(get(values, start), get(values, start + ((end - start) >> 1)), get(values, end - 1));
    const firstEqual = moveToFront(values, start, end, pivot, false);
    const firstAbove = moveToFront(values, firstEqual, end, pivot, true);
    if (rank >= firstAbove) {
      start = firstAbove;
    } else if (rank < firstEqual) {
      end = firstEqual;
    } else {
      return pivot;
    }
  }
  return get(values, start);
}

@inline
function medianOf3(a: i64, b: i64, c: i64): i64 {
  return max(min(a, b), min(max(a, b), c));
}

/** Moves the values below the pivot, or equal to it, before the others; where the others begin. */
function moveToFront(values: usize, start: u32, end: u32, pivot: i64, equal: bool): u32 {
  let next = start;
  for (let i = start; i < end; i++) {
    const value = get(values, i);
    if (value > pivot || (value == pivot && !equal)) continue;
    put(values, i, get(values, next));
    put(values, next++, value);
  }
  return next;
}

/** Whether a weight was last set at or before the target's registration, or committed before it. */
@inline
export function outdated(lastUpdate: u64, registered: u64, commitReveal: bool, commitBlock: u64): bool {
  return lastUpdate <= registered || (commitReveal && commitBlock < registered);
}

/** The block at or after which a registration clears the bonds on that uid. masks.md 4. */
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
