/** The stake-weighted median of a column of fractions, and what exceeds it cut off. consensus.md. */
import { FULL } from "../fixed/fraction";
import {
  addPlain, addRawAt, addShort, atLeast, equal, lanes, larger, largestLane, loadU32, lookUp, minus, part, scaled, shortSumOf,
  smaller, smallestLane, splat, storeU32, sumOf, where,
} from "./lanes";
import { NOBODIES } from "./panel";
import { rounded } from "./quotient";
import { addToTallies } from "./tallies";

/** The stake behind a sparse column's entries, u32: room for every voter and a step more. */
let someStakes: usize = 0;

export function setScratch(stakes: usize): void {
  someStakes = stakes;
}

/** The stakes behind a column's entries, one behind another: as they lie where all voters are there, else in the scratch list. */
@inline
function stakesOf(count: u32, slots: usize, voterStake: usize, voters: u32): usize {
  if (count == voters) return voterStake;
  for (let k: usize = 0; k < <usize>count; k++) {
    store<u32>(someStakes + (k << 2), load<u32>(voterStake + ((<usize>load<u16>(slots + (k << 1))) << 2)));
  }
  memory.fill(someStakes + ((<usize>count) << 2), 0, (<usize>NOBODIES) << 2);
  return someStakes;
}

/** Of so many entries the lowest score, or the highest. */
function extreme(count: u32, scores: usize, highest: bool): u64 {
  let found: u64 = highest ? 0 : FULL;
  for (let k: usize = 0; k < <usize>count; k++) {
    const score = <u64>load<u32>(scores + (k << 2));
    found = highest ? max(found, score) : min(found, score);
  }
  return found;
}

/** Rounds in which the next score is guessed from the stake on both sides; then what lies between is halved. */
const GUESSES: u32 = 6;

/**
 * The score of the voter up to whom the stake, summed in the order of the scores, first exceeds `minority`; the highest
 * where it never does, the lowest where `minority` is negative. `voters` in all have `total` stake; those without an
 * entry score 0. Where some have no stake, `total` is below one.
 *
 * Searches for the highest score on which or above which there is `need`, the stake that is more than all but the
 * minority: a line between what is known of both ends says where to look next, and scores that occur are jumped to. Entries
 * behind the voters' have no stake, so that none of them is the answer.
 * Proof: docs/proofs/median.md
 */
export function median<T>(count: u32, scores: usize, slots: usize, voterStake: usize, voters: u32, total: i64, minority: i64): u64 {
  if (minority < 0) return count < voters ? 0 : extreme(count, scores, false);
  if (minority >= total) return extreme(count, scores, true);
  if (count == 0) return 0;
  const need = <f64>(total - minority);
  const stakes = stakesOf(count, slots, voterStake, voters);
  const bytes = (<usize>((count + NOBODIES) & ~NOBODIES)) << 2;
  const step = lanes<T>() << 2;

  const zero = splat<T>(0);
  let all = zero;
  let behindNothing = zero;
  let least = splat<T>(FULL);
  let most = zero;
  let k: usize = 0;
  do {
    const score = loadU32<T>(scores + k);
    const stake = loadU32<T>(stakes + k);
    all = addShort<T>(all, stake);
    behindNothing = addShort<T>(behindNothing, where<T>(equal<T>(score, zero), stake));
    least = smaller<T>(least, score);
    most = larger<T>(most, score);
    k += step;
  } while (k < bytes);
  let low = smallestLane<T>(least);
  let high = largestLane<T>(most);
  // The stake on and above the lower end, and above the upper one.
  let lowStake = <f64><i64>shortSumOf<T>(all);
  let highStake: f64 = 0;
  const scored = lowStake - <f64><i64>shortSumOf<T>(behindNothing);
  if (scored < need) return 0;
  if (low == 0) {
    low = 1;
    lowStake = scored;
  }
  for (let round: u32 = 0; low < high; round++) {
    const share = round < GUESSES ? (lowStake - need) / (lowStake - highStake) : 0.5;
    const pivot = low + 1 + rounded(<f64><i64>(high - low - 1) * share);
    const limit = splat<T>(pivot);
    let sum = zero;
    least = splat<T>(FULL);
    most = zero;
    k = 0;
    do {
      const score = loadU32<T>(scores + k);
      sum = addShort<T>(sum, where<T>(atLeast<T>(score, limit), loadU32<T>(stakes + k)));
      // From the pivot on upwards, and with the scores below it behind all others.
      const beyond = minus<T>(score, limit);
      least = smaller<T>(least, beyond);
      most = larger<T>(most, beyond);
      k += step;
    } while (k < bytes);
    const stake = <f64><i64>shortSumOf<T>(sum);
    if (stake >= need) {
      low = pivot + smallestLane<T>(least);
      lowStake = stake;
    } else {
      high = (pivot + largestLane<T>(most)) & FULL;
      highStake = stake;
    }
  }
  return low;
}

/**
 * Adds a column's weights, cut down to the consensus, to their validators' trusts. Returns the rank: the raw sum of the
 * clipped weights times stake, which with `keepsStaked` take the weights' places. Stakes and trusts lie by slot.
 */
@inline
export function clip<T>(
  full: bool,
  keepsStaked: bool,
  count: u32,
  weights: usize,
  slots: usize,
  consensus: u64,
  stakes: usize,
  trusts: usize,
  places: u32,
): u64 {
  // Without lanes it gains nothing, and a compiler that leaves long functions alone loses much.
  if (!isVector<T>() || consensus == FULL) {
    return keepsStaked
      ? clipTo<T>(full, false, true, count, weights, slots, consensus, stakes, trusts, places)
      : clipTo<T>(full, false, false, count, weights, slots, consensus, stakes, trusts, places);
  }
  return keepsStaked
    ? clipTo<T>(full, true, true, count, weights, slots, consensus, stakes, trusts, places)
    : clipTo<T>(full, true, false, count, weights, slots, consensus, stakes, trusts, places);
}

/** `plain`: the consensus is below one, and so is every clipped weight. */
@inline
function clipTo<T>(
  full: bool,
  plain: bool,
  keepsStaked: bool,
  count: u32,
  weights: usize,
  slots: usize,
  consensus: u64,
  stakes: usize,
  trusts: usize,
  places: u32,
): u64 {
  const limit = splat<T>(consensus);
  const end = (<usize>count) << 2;
  let rank = splat<T>(0);
  let k: usize = 0;
  do {
    const clipped = smaller<T>(loadU32<T>(weights + k), limit);
    const stake = full ? loadU32<T>(stakes + k) : lookUp<T>(stakes, slots + (k >> 1));
    addToTallies<T>(trusts, places, full, plain, slots, k, clipped);
    const staked = plain ? part<T>(clipped, stake) : scaled<T>(clipped, stake);
    rank = plain ? addShort<T>(rank, staked) : addPlain<T>(rank, staked);
    if (keepsStaked) storeU32<T>(weights + k, staked);
    k += lanes<T>() << 2;
  } while (k < end);
  return plain ? shortSumOf<T>(rank) : sumOf<T>(rank);
}
