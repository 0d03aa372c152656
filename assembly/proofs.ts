/**
 * What stands in for an exact operation, each on its own over lists of numbers: the module behind test/proofs, in the
 * lanes of this build. It is built from the sources of the product and is no part of it. docs/proofs says what is proven.
 */
import { narrow } from "./fixed/fraction";
import * as division from "./panels/division";
import * as lanes from "./panels/lanes";
import { layOutSigmoids, sigmoids } from "./panels/sigmoid";
import { reserve } from "./arena";

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

/** What `sigmoids` needs room for. */
export function layOut(count: u32): void {
  layOutSigmoids(count);
  if (!reserve()) unreachable();
}

export { sigmoids };
