/** Whole vectors of I32F32. */
import { safeDiv } from "./i32f32";
import { divideBy, reciprocalOf } from "./reciprocal";

@inline
function at(vector: usize, index: u32): usize {
  return vector + ((<usize>index) << 3);
}

@inline
export function get(vector: usize, index: u32): i64 {
  return load<i64>(at(vector, index));
}

@inline
export function put(vector: usize, index: u32, value: i64): void {
  store<i64>(at(vector, index), value);
}

/** The chain's plain sum: two's complement, wrapping, so that the order does not matter. Proof: docs/proofs/lane-sums.md */
export function wrappingSum(vector: usize, count: u32): i64 {
  let sum: i64 = 0;
  let i: u32 = 0;
  if (ASC_FEATURE_SIMD) {
    let pairs = i64x2.splat(0);
    for (; i + 1 < count; i += 2) pairs = i64x2.add(pairs, v128.load(at(vector, i)));
    sum = i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
  }
  for (; i < count; i++) sum += get(vector, i);
  return sum;
}

/** The first element from `start` on that is not 0, or `count`: most uids have no stake, and earn nothing. */
@inline
export function skipZeros(vector: usize, start: u32, count: u32): u32 {
  let i = start;
  if (ASC_FEATURE_SIMD) {
    while (i + 3 < count && !v128.any_true(v128.or(v128.load(at(vector, i)), v128.load(at(vector, i), 16)))) i += 4;
  }
  while (i < count && get(vector, i) == 0) i++;
  return i;
}

/** Each element safe-divided by the wrapping sum, where that is not 0; in place. */
export function normalize(vector: usize, count: u32): void {
  const sum = wrappingSum(vector, count);
  if (sum == 0) return;
  const reciprocal = sum > 0 ? reciprocalOf(sum) : 0;
  for (let i = skipZeros(vector, 0, count); i < count; i = skipZeros(vector, i + 1, count)) {
    const value = get(vector, i);
    put(vector, i, sum > 0 ? divideBy(value, sum, reciprocal) : safeDiv(value, sum));
  }
}
