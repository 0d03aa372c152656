/** The stake-weighted median of a column of fractions, and what exceeds it cut off. consensus.md. */
import { FULL } from "../fixed/fraction";
import {
  addPlain, addRawAt, atLeast, lanes, loadU32, lookUp, moveWhere, not, scaled, smaller, splat, storeU32, sumOf, where,
} from "./lanes";

/** Lists of u32 with room for every voter and a step more: scores under consideration, and the stake behind each. */
let someScores: usize = 0;
let someStakes: usize = 0;

export function setScratch(scores: usize, stakes: usize): void {
  someScores = scores;
  someStakes = stakes;
}

@inline
function at(list: usize, index: u32): u64 {
  return load<u32>(list + ((<usize>index) << 2));
}

@inline
function medianOf3(a: u64, b: u64, c: u64): u64 {
  return max(min(a, b), min(max(a, b), c));
}

/** From here on a pivot that is nearer to the middle pays. */
const MANY: u32 = 48;

/** A score that about as many are below as above. */
@inline
function pivotOf(scores: usize, count: u32): u64 {
  if (count < MANY) return medianOf3(at(scores, 0), at(scores, count >> 1), at(scores, count - 1));
  const step = count >> 3;
  return medianOf3(
    medianOf3(at(scores, 0), at(scores, step), at(scores, 2 * step)),
    medianOf3(at(scores, 3 * step), at(scores, 4 * step), at(scores, 5 * step)),
    medianOf3(at(scores, 6 * step), at(scores, 7 * step), at(scores, count - 1)),
  );
}

/** How far whole steps reach. */
@inline
function wholeSteps<T>(count: u32): u32 {
  return count & ~(<u32>lanes<T>() - 1);
}

/** The sum of the stakes whose score is at least `pivot`. */
@inline
function stakeFrom<T>(pivot: u64, scores: usize, stakes: usize, start: u32, end: u32): u64 {
  const limit = splat<T>(pivot);
  let sum = splat<T>(0);
  for (let k = <usize>start; k < <usize>end; k += lanes<T>()) {
    sum = addPlain<T>(sum, where<T>(atLeast<T>(loadU32<T>(scores + (k << 2)), limit), loadU32<T>(stakes + (k << 2))));
  }
  return sumOf<T>(sum);
}

/** How many have been moved to the front of the scratch lists, and their stake. */
let moved: u32 = 0;
let movedStake: u64 = 0;

/** Moves those whose score is above the pivot, or else those below, behind the ones moved before. */
@inline
function moveSide<T>(above: bool, pivot: u64, scores: usize, stakes: usize, start: u32, end: u32): void {
  const limit = splat<T>(pivot);
  let sum = splat<T>(0);
  let count = <usize>moved;
  for (let k = <usize>start; k < <usize>end; k += lanes<T>()) {
    const score = loadU32<T>(scores + (k << 2));
    const stake = loadU32<T>(stakes + (k << 2));
    const stays = above ? atLeast<T>(limit, score) : atLeast<T>(score, limit);
    const moves = not<T>(stays);
    sum = addPlain<T>(sum, where<T>(moves, stake));
    count += moveWhere<T>(moves, score, someScores + (count << 2), stake, someStakes + (count << 2));
  }
  moved = <u32>count;
  movedStake += sumOf<T>(sum);
}

@inline
function move<T>(above: bool, pivot: u64, scores: usize, stakes: usize, count: u32): void {
  moved = 0;
  movedStake = 0;
  const whole = wholeSteps<T>(count);
  moveSide<T>(above, pivot, scores, stakes, 0, whole);
  moveSide<u64>(above, pivot, scores, stakes, whole, count);
}

@inline
function lowest(scores: usize, count: u32): u64 {
  let score = FULL;
  for (let k: u32 = 0; k < count; k++) score = min(score, at(scores, k));
  return score;
}

/** The stakes behind a column's entries, one behind another: as they lie where all voters are there, else in the scratch list. */
@inline
function stakesOf(count: u32, slots: usize, voterStake: usize, voters: u32): usize {
  if (count == voters) return voterStake;
  for (let k: usize = 0; k < <usize>count; k++) {
    store<u32>(someStakes + (k << 2), load<u32>(voterStake + ((<usize>load<u16>(slots + (k << 1))) << 2)));
  }
  return someStakes;
}

/**
 * The score of the voter up to whom the stake, summed in the order of the scores, first exceeds `minority`; the highest
 * where it never does, the lowest where `minority` is negative. `voters` in all have `total` stake; those without an
 * entry score 0. There are at least two, so that each one's stake is below one and fits into 32 bits.
 *
 * Looks only at the side of a pivot on which the answer is, again and again. The values may lie in any way: it takes about
 * twice as many steps as entries, unless they have been put into an order that spoils every pivot.
 */
export function median<T>(count: u32, weights: usize, slots: usize, voterStake: usize, voters: u32, total: i64, minority: i64): u64 {
  let scores = weights;
  let stakes = stakesOf(count, slots, voterStake, voters);
  let stake = count == voters ? <u64>total : stakeFrom<u64>(0, scores, stakes, 0, count);
  let running = total - <i64>stake;
  if (count < voters && minority < max(running, 0)) return 0;
  if (minority < 0 && count > 0) return lowest(scores, count);
  while (count > 0) {
    const pivot = pivotOf(scores, count);
    const whole = wholeSteps<T>(count);
    const from = stakeFrom<T>(pivot, scores, stakes, 0, whole) + stakeFrom<u64>(pivot, scores, stakes, whole, count);
    if (minority < running + <i64>(stake - from)) {
      move<T>(false, pivot, scores, stakes, count);
      stake -= from;
    } else {
      move<T>(true, pivot, scores, stakes, count);
      const upToPivot = running + <i64>(stake - movedStake);
      if (moved == 0 || upToPivot > minority) return pivot;
      running = upToPivot;
      stake = movedStake;
    }
    count = moved;
    scores = someScores;
    stakes = someStakes;
  }
  return 0;
}

/** What `clip` leaves in place of the weights: themselves, clipped, or clipped times stake. */
export const KEEP_NOTHING: u32 = 0;
export const KEEP_CLIPPED: u32 = 1;
export const KEEP_STAKED: u32 = 2;

/**
 * Cuts a column's weights down to the consensus and adds each to its validator's trust. Returns the rank: the raw sum of
 * the clipped weights times stake. Stakes and trusts lie by slot.
 */
export function clip<T>(count: u32, weights: usize, slots: usize, consensus: u64, stakes: usize, trusts: usize, keeps: u32): u64 {
  const limit = splat<T>(consensus);
  let rank = splat<T>(0);
  for (let k: usize = 0; k < <usize>count; k += lanes<T>()) {
    const clipped = smaller<T>(loadU32<T>(weights + (k << 2)), limit);
    const staked = scaled<T>(clipped, lookUp<T>(stakes, slots + (k << 1)));
    addRawAt<T>(trusts, slots + (k << 1), clipped);
    rank = addPlain<T>(rank, staked);
    if (keeps == KEEP_STAKED) storeU32<T>(weights + (k << 2), staked);
    else if (keeps == KEEP_CLIPPED) storeU32<T>(weights + (k << 2), clipped);
  }
  return sumOf<T>(rank);
}
