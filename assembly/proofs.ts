/**
 * What stands in for an exact operation, each on its own over lists of numbers: the module behind test/proofs, in the
 * lanes of this build. It is built from the sources of the product and is no part of it. docs/proofs says what is proven.
 */
import { narrow } from "./fixed/fraction";
import * as division from "./panels/division";
import * as lanes from "./panels/lanes";
import { estimates, setExponent, sumSeries } from "./panels/exponential";
import { layOutSigmoids, sigmoids } from "./panels/sigmoid";
import { reserve } from "./arena";
import { averageConstant, averageShares, shareAverages } from "./panels/bonds";
import { median } from "./panels/consensus";
import { divide, divideNearly, normalized, perUnit } from "./panels/quotient";
import { addToTallies } from "./panels/tallies";

export { divideBy, inverseOf, reciprocalOf } from "./fixed/reciprocal";
export { mulByFraction } from "./fixed/i32f32";
export { normalizeToI32F32 } from "./fixed/i64f64";
export { sigmoidArgument, sigmoidOf } from "./bonds";
export { expSafe } from "./fixed/exp";
export { allocate, reset } from "./heap";

/** trunc(fraction / divisor) of a list of u32; the divisor is raw, below 2^48 and above none of them. */
export function quotients(fractions: usize, count: u32, divisor: u64, results: usize): void {
  let special = narrow(divisor);
  const large = divisor > 1 << 32;
  if (large) special = division.setLargeDivisor(divisor);
  else division.setDivisor(divisor);
  if (ASC_FEATURE_SIMD) divideAll<v128>(fractions, count, special, large, results);
  else divideAll<u64>(fractions, count, special, large, results);
}

@inline
function divideAll<T>(fractions: usize, count: u32, special: u64, large: bool, results: usize): void {
  const upper = lanes.splat<T>(division.upper);
  const middle = lanes.splat<T>(division.middle);
  const lower = lanes.splat<T>(division.lower);
  const specials = lanes.splat<T>(special);
  for (let k: usize = 0; k < <usize>count; k += lanes.lanes<T>()) {
    const part = lanes.loadU32<T>(fractions + (k << 2));
    lanes.storeU32<T>(
      results + (k << 2),
      large ? lanes.dividedByMore<T>(part, upper, middle, lower, specials) : lanes.divided<T>(part, upper, middle, lower, specials),
    );
  }
}

export const PRODUCT: u32 = 0;
export const SCALED: u32 = 1;
export const ADDED: u32 = 2;
export const COMPLEMENT: u32 = 3;
export const TO_U16: u32 = 4;
export const FROM_U16: u32 = 5;
export const SUM_IS_NONE: u32 = 6;

/** One of the operations above on each of two lists of fractions, or on the first alone. */
export function fractions(operation: u32, a: usize, b: usize, count: u32, results: usize): void {
  if (ASC_FEATURE_SIMD) fractionsBy<v128>(operation, a, b, count, results);
  else fractionsBy<u64>(operation, a, b, count, results);
}

@inline
function fractionsBy<T>(operation: u32, a: usize, b: usize, count: u32, results: usize): void {
  for (let k: usize = 0; k < <usize>count; k += lanes.lanes<T>()) {
    const first = lanes.loadU32<T>(a + (k << 2));
    const second = lanes.loadU32<T>(b + (k << 2));
    let result = first;
    if (operation == PRODUCT) result = lanes.product<T>(first, second);
    else if (operation == SCALED) result = lanes.scaled<T>(first, second);
    else if (operation == ADDED) result = lanes.added<T>(first, second);
    else if (operation == COMPLEMENT) result = lanes.complement<T>(first);
    else if (operation == TO_U16) result = lanes.toU16<T>(first);
    else if (operation == FROM_U16) result = lanes.fromU16<T>(first);
    else if (operation == SUM_IS_NONE) result = lanes.sumIsNone<T>(first, second);
    lanes.storeU32<T>(results + (k << 2), result);
  }
}

/** The raw sum of a list of fractions, a whole number of steps. */
export function sumOfFractions(fractions: usize, count: u32): u64 {
  return ASC_FEATURE_SIMD ? sumBy<v128>(fractions, count) : sumBy<u64>(fractions, count);
}

@inline
function sumBy<T>(fractions: usize, count: u32): u64 {
  let sums = lanes.splat<T>(0);
  for (let k: usize = 0; k < <usize>count; k += lanes.lanes<T>()) sums = lanes.addRaw<T>(sums, lanes.loadU32<T>(fractions + (k << 2)));
  return lanes.sumOf<T>(sums);
}

/** Stored weights (u16) as fractions of their row's sum. */
export function rowWeights(stored: usize, count: u32, sum: u64, results: usize): void {
  const unit = perUnit(sum);
  if (ASC_FEATURE_SIMD) {
    const sums = i32x4.splat(<i32>sum);
    for (let k: usize = 0; k < <usize>count; k += 4) {
      v128.store(results + (k << 2), normalized<v128>(v128.load16x4_u(stored + (k << 1)), unit, sums));
    }
  } else {
    for (let k: usize = 0; k < <usize>count; k++) {
      store<u32>(results + (k << 2), <u32>normalized<u64>(load<u16>(stored + (k << 1)), unit, sum));
    }
  }
}

/** Whole steps of fractions as shares of a divisor. */
export function columnShares(fractions: usize, count: u32, divisor: u64, largest: u64, results: usize): bool {
  return ASC_FEATURE_SIMD
    ? divide<v128>(count, fractions, divisor, largest, results)
    : divide<u64>(count, fractions, divisor, largest, results);
}

/** The same with the lanes of f64 alone, where there are any: false where they do not tell some share. */
export function sharesNearly(fractions: usize, count: u32, divisor: u64, results: usize): bool {
  return ASC_FEATURE_SIMD ? divideNearly(count, fractions, divisor, results) : false;
}

export { setScratch } from "./panels/consensus";

export function medianOf(count: u32, scores: usize, slots: usize, voterStake: usize, voters: u32, total: i64, minority: i64): u64 {
  return ASC_FEATURE_SIMD
    ? median<v128>(count, scores, slots, voterStake, voters, total, minority)
    : median<u64>(count, scores, slots, voterStake, voters, total, minority);
}

export { sparseMedian } from "./consensus";
export { noAverageIsOne, weightsForBonds } from "./panels/bonds";

/** Averages of a column in place of its weights, and then their shares. */
export function averages(plain: bool, count: u32, weights: usize, limit: u64, oldBonds: usize, alpha: u64, rest: u64): bool {
  return ASC_FEATURE_SIMD
    ? averageConstant<v128>(plain, count, weights, limit, oldBonds, alpha, rest)
    : averageConstant<u64>(plain, count, weights, limit, oldBonds, alpha, rest);
}

/** The same in classic mode, of new shares. */
export function averagesOfShares(
  plain: bool, count: u32, newShares: usize, oldBonds: usize, bondTotal: u64, alpha: u64, rest: u64, results: usize,
): bool {
  if (ASC_FEATURE_SIMD) {
    return plain
      ? averageShares<v128>(true, count, newShares, oldBonds, bondTotal, alpha, rest, results)
      : averageShares<v128>(false, count, newShares, oldBonds, bondTotal, alpha, rest, results);
  }
  return plain
    ? averageShares<u64>(true, count, newShares, oldBonds, bondTotal, alpha, rest, results)
    : averageShares<u64>(false, count, newShares, oldBonds, bondTotal, alpha, rest, results);
}

export function sharesOfAverages(count: u32, averages: usize, shares: usize): bool {
  return ASC_FEATURE_SIMD ? shareAverages<v128>(count, averages, shares) : shareAverages<u64>(count, averages, shares);
}

export { sharesArePlain } from "./panels/bonds";
export { clearTallies, takeTallies, tallyOf } from "./panels/tallies";

/** Adds a full column's fractions to tallies, so many times. */
export function addColumns(tallies: usize, places: u32, plain: bool, fractions: usize, count: u32, columns: u32): void {
  for (let column: u32 = 0; column < columns; column++) {
    for (let k: usize = 0; k < <usize>count; k += lanes.lanes<v128>()) {
      if (ASC_FEATURE_SIMD) addStep<v128>(tallies, places, plain, fractions, k << 2);
      else for (let one = k; one < k + lanes.lanes<v128>(); one++) addStep<u64>(tallies, places, plain, fractions, one << 2);
    }
  }
}

@inline
function addStep<T>(tallies: usize, places: u32, plain: bool, fractions: usize, offset: usize): void {
  addToTallies<T>(tallies, places, true, plain, 0, offset, lanes.loadU32<T>(fractions + offset));
}

/** What `sigmoids` needs room for. */
export function layOut(count: u32): void {
  layOutSigmoids(count);
  if (!reserve()) unreachable();
}

export { sigmoids };

/** The sigmoids of differences, each less 1, that the true exponential or else the series tells, and 0 for the others. */
export function sigmoidsTold(bySeries: bool, differences: usize, count: u32, exponent: i64, results: usize): void {
  setExponent(exponent);
  if (ASC_FEATURE_SIMD) tell<v128>(bySeries, differences, count, results);
  else tell<f64>(bySeries, differences, count, results);
}

@inline
function tell<T>(bySeries: bool, differences: usize, count: u32, results: usize): void {
  if (bySeries) sumSeries<T>(differences, count, results);
  else estimates<T>(differences, count, results);
}
