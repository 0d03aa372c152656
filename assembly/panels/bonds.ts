/**
 * The bonds of a column, from weights and stored bonds to what is stored again. bonds.md.
 *
 * What is stored comes to lie, as fractions, where the weights were; nothing is stored of 0. Shares of the column's bonds,
 * which earn dividends, go to a list of their own. A result of false says that some value is no fraction; then nothing of
 * the epoch may be used.
 */
import { FULL, narrow, widen } from "../fixed/fraction";
import { ONE } from "../fixed/i32f32";
import { lower as lowerDigit, middle as middleDigit, setDivisor, upper as upperDigit } from "./division";
import {
  addPlain, addRaw, addShort, added, any, complement, divided, either, equal, fromU16, lanes, larger, largestLane, loadU16, loadU32,
  lookUp, part, product, scaled, shortSumOf, smaller, splat, storeU32, sumIsNone, sumOf,
} from "./lanes";
import { divide, normalized, normalizedPart, perUnit } from "./quotient";
import { sigmoids } from "./sigmoid";

/** The raw sum and the largest of the last averages. */
let averagesTotal: u64 = 0;
let largestAverage: u64 = 0;

/** Whether none of the last shares is one. */
export let sharesArePlain: bool = false;

/** False where some average is no fraction. */
@inline
function keepAverages<T>(sums: T, largest: T, missed: T): bool {
  averagesTotal = sumOf<T>(sums);
  largestAverage = largestLane<T>(largest);
  return !any<T>(missed);
}

/** A column's weights cut down to the consensus, in place. */
export function cut<T>(count: u32, weights: usize, consensus: u64): void {
  const limit = splat<T>(consensus);
  const end = (<usize>count) << 2;
  let k: usize = 0;
  do {
    storeU32<T>(weights + k, smaller<T>(loadU32<T>(weights + k), limit));
    k += lanes<T>() << 2;
  } while (k < end);
}

/**
 * Between the weights (ratio 0) and the clipped weights (ratio one), in place. Where an entry disappears by that and
 * `bondsNeedWeights`, its bond does too. bonds.md 1.
 * Proof: docs/proofs/bonds-penalty.md
 */
export function weightsForBonds(count: u32, weights: usize, oldBonds: usize, consensus: u64, ratio: i64, bondsNeedWeights: bool): bool {
  if (ratio == 0) return true;
  let missed = false;
  const limit = widen(consensus);
  for (let k: usize = 0; k < <usize>count; k++) {
    const weight = widen(load<u32>(weights + (k << 2)));
    const clipped = min(weight, limit);
    // I32F32 rounds the product, which is not positive, downwards. The value lies between the two, as the ratio is at most one.
    const value = ratio == ONE ? clipped : weight - (((weight - clipped) * <u64>ratio + FULL) >> 32);
    missed = missed || value == FULL;
    store<u32>(weights + (k << 2), <u32>narrow(value));
    if (bondsNeedWeights && value == 0 && (ratio != ONE || weight != 0)) store<u16>(oldBonds + (k << 1), 0);
  }
  return !missed;
}

/** Classic mode: the weights times active stake, in place, and their raw sum. */
export function stakeWeights<T>(full: bool, count: u32, weights: usize, slots: usize, stakes: usize): u64 {
  let sum = splat<T>(0);
  for (let k: usize = 0; k < <usize>count; k += lanes<T>()) {
    const stake = full ? loadU32<T>(stakes + (k << 2)) : lookUp<T>(stakes, slots + (k << 1));
    const staked = scaled<T>(loadU32<T>(weights + (k << 2)), stake);
    storeU32<T>(weights + (k << 2), staked);
    sum = addPlain<T>(sum, staked);
  }
  return sumOf<T>(sum);
}

/**
 * Classic mode: stake-weighted weights, which sum to `staked`, and old bonds, each as shares of the column, averaged; the
 * averages as shares of their column again, and where they are `stored`, so that the largest becomes one.
 */
export function bondsClassic<T>(
  stored: bool, count: u32, weights: usize, staked: u64, oldBonds: usize, alpha: u64, rest: u64, shares: usize,
): bool {
  const end = (<usize>count) << 2;
  let bonds = splat<T>(0);
  let largestBond = splat<T>(0);
  let largestStaked = splat<T>(0);
  let k: usize = 0;
  do {
    const bond = loadU16<T>(oldBonds + (k >> 1));
    bonds = addShort<T>(bonds, bond);
    largestBond = larger<T>(largestBond, bond);
    largestStaked = larger<T>(largestStaked, loadU32<T>(weights + k));
    k += lanes<T>() << 2;
  } while (k < end);

  // A total of 0 leaves its zeros as they are.
  const bondTotal = max(shortSumOf<T>(bonds), 1);
  divide<T>(count, weights, max(staked, 1), 0, shares);
  // Where no share is one, neither part is all of its alpha, and their sum at least two short of one.
  const plain = largestLane<T>(largestBond) < bondTotal && largestLane<T>(largestStaked) < max(staked, 1);
  const fits = plain
    ? averageShares<T>(true, count, shares, oldBonds, bondTotal, alpha, rest, weights)
    : averageShares<T>(false, count, shares, oldBonds, bondTotal, alpha, rest, weights);
  if (!fits) return false;
  const total = max(averagesTotal, 1);
  divide<T>(count, weights, total, 0, shares);
  setDivisor(total);
  const largestShare = max(divided<u64>(largestAverage, upperDigit, middleDigit, lowerDigit, narrow(total)), 1);
  // The averages sum to at most one, so that no share of what is above 0 is 0.
  if (stored) divide<T>(count, shares, widen(largestShare), 0, weights);
  sharesArePlain = largestShare != FULL;
  return true;
}

/**
 * Classic mode: new shares of a column and old bonds, as shares of theirs, averaged. `plain`: none of both is one.
 * Proof: docs/proofs/no-one.md
 */
@inline
export function averageShares<T>(plain: bool, count: u32, newShares: usize, oldBonds: usize, bondTotal: u64, alpha: u64, rest: u64, averages: usize): bool {
  const end = (<usize>count) << 2;
  const unit = perUnit(bondTotal);
  const bondWhole = splat<T>(bondTotal);
  const alphas = splat<T>(alpha);
  const rests = splat<T>(rest);
  let missed = splat<T>(0);
  let sums = splat<T>(0);
  let largest = splat<T>(0);
  let k: usize = 0;
  do {
    const bond = plain
      ? normalizedPart<T>(loadU16<T>(oldBonds + (k >> 1)), unit, bondWhole)
      : normalized<T>(loadU16<T>(oldBonds + (k >> 1)), unit, bondWhole);
    const newShare = loadU32<T>(newShares + k);
    let average: T;
    if (plain) {
      average = addShort<T>(part<T>(newShare, alphas), part<T>(bond, rests));
      sums = addPlain<T>(sums, average);
    } else {
      const newPart = scaled<T>(newShare, alphas);
      const oldPart = scaled<T>(bond, rests);
      missed = either<T>(missed, sumIsNone<T>(newPart, oldPart));
      average = added<T>(newPart, oldPart);
      sums = addRaw<T>(sums, average);
    }
    storeU32<T>(averages + k, average);
    largest = larger<T>(largest, average);
    k += lanes<T>() << 2;
  } while (k < end);
  return keepAverages<T>(sums, largest, missed);
}

/**
 * Whether no average of weights up to a limit and of old bonds is one, or what has no fraction: it is at most the limit's
 * part of the weights and all of the bonds. Proof: docs/proofs/no-one.md
 */
export function noAverageIsOne(limit: u64, alpha: u64, rest: u64): bool {
  return limit < FULL && ((limit * alpha) >> 32) + rest < FULL;
}

/**
 * Yuma3 with a constant alpha: weights, cut down to the limit, and old bonds averaged, in place of the weights. `plain`:
 * no average is one. Proof: docs/proofs/no-one.md
 */
@inline
export function averageConstant<T>(plain: bool, count: u32, weights: usize, limit: u64, oldBonds: usize, alpha: u64, rest: u64): bool {
  const limits = splat<T>(limit);
  const alphas = splat<T>(alpha);
  const rests = splat<T>(rest);
  const end = (<usize>count) << 2;
  let missed = splat<T>(0);
  let sums = splat<T>(0);
  let largest = splat<T>(0);
  let k: usize = 0;
  do {
    const weight = smaller<T>(loadU32<T>(weights + k), limits);
    const newPart = plain ? part<T>(weight, alphas) : scaled<T>(weight, alphas);
    const oldPart = scaled<T>(fromU16<T>(loadU16<T>(oldBonds + (k >> 1))), rests);
    let average: T;
    if (plain) {
      average = addShort<T>(newPart, oldPart);
      sums = addPlain<T>(sums, average);
    } else {
      missed = either<T>(missed, sumIsNone<T>(newPart, oldPart));
      average = added<T>(newPart, oldPart);
      sums = addRaw<T>(sums, average);
    }
    largest = larger<T>(largest, average);
    storeU32<T>(weights + k, average);
    k += lanes<T>() << 2;
  } while (k < end);
  return keepAverages<T>(sums, largest, missed);
}

/**
 * Yuma3 with an alpha for each entry between two bounds, the lower below the upper, of which `range` is the difference.
 * `alphas` is a scratch list of a u32 for each entry; consensus and exponent are raw.
 */
export function averageLiquid<T>(
  count: u32,
  weights: usize,
  oldBonds: usize,
  consensus: i64,
  low: u64,
  range: u64,
  exponent: i64,
  alphas: usize,
): bool {
  sigmoids(count, weights, oldBonds, consensus, exponent, alphas);
  const lows = splat<T>(low);
  const ranges = splat<T>(range);
  const ones = splat<T>(1);
  const end = (<usize>count) << 2;
  let missed = splat<T>(0);
  let sums = splat<T>(0);
  let largest = splat<T>(0);
  let k: usize = 0;
  do {
    // A sigmoid is below one, and so are the alpha and what is added with it.
    const rise = product<T>(loadU32<T>(alphas + k), ranges);
    const alpha = added<T>(lows, rise);
    const bond = fromU16<T>(loadU16<T>(oldBonds + (k >> 1)));
    const oldPart = product<T>(bond, complement<T>(alpha));
    const newPart = scaled<T>(loadU32<T>(weights + k), alpha);
    missed = either<T>(either<T>(missed, equal<T>(alpha, ones)), either<T>(sumIsNone<T>(lows, rise), sumIsNone<T>(newPart, oldPart)));
    const average = added<T>(oldPart, newPart);
    sums = addRaw<T>(sums, average);
    largest = larger<T>(largest, average);
    storeU32<T>(weights + k, average);
    k += lanes<T>() << 2;
  } while (k < end);
  return keepAverages<T>(sums, largest, missed);
}

/** Yuma3: the last averages as shares of their column. Proof: docs/proofs/column-shares.md */
@inline
export function shareAverages<T>(count: u32, averages: usize, shares: usize): bool {
  sharesArePlain = widen(largestAverage) < averagesTotal;
  return divide<T>(count, averages, max(averagesTotal, 1), largestAverage, shares);
}
