/** Quotients in f64 whose rounding is undone or found out, so that each is exact or not given at all. */
import { FULL, narrow } from "../fixed/fraction";
import { ONE } from "../fixed/i32f32";
import { lower as lowerDigit, middle as middleDigit, setDivisor, setLargeDivisor, upper as upperDigit } from "./division";
import { divided, dividedByMore, either, equal, lanes, loadU32, splat, storeU32 } from "./lanes";

const ONE_F64: f64 = 4294967296.0;

/** 2^52: added to what is below it, it leaves the nearest integer in the lower bits. */
const INTEGER: f64 = 4503599627370496.0;
const UPPER_OF_INTEGER: i32 = 0x4330_0000;

/** The integer that is nearest to a number from 0 on and below 2^32. */
@inline
export function rounded(value: f64): u64 {
  return reinterpret<u64>(value + INTEGER) & FULL;
}

/** 2^32 over a row's sum. */
@inline
export function perUnit(sum: u64): f64 {
  return ONE_F64 / <f64><i64>sum;
}

@inline
function nearest(weights: v128, unit: f64): v128 {
  return f64x2.add(f64x2.mul(f64x2.convert_low_i32x4_s(weights), f64x2.splat(unit)), f64x2.splat(INTEGER));
}

/**
 * trunc(weight x 2^32 / sum) as a fraction, of a stored weight of u16 by the sum of its row. The product with 2^32 / sum
 * is off by less than 2^-19, so that the nearest integer is at most one too large: where it is, its product with the sum
 * exceeds weight x 2^32, by less than 2^31.
 * Proof: docs/proofs/row-weights.md
 */
@inline
export function normalized<T>(weights: T, unit: f64, sum: T): T {
  return either<T>(normalizedPart<T>(weights, unit, sum), equal<T>(weights, sum));
}

/** The same of weights that are not all of their sum. */
@inline
export function normalizedPart<T>(weights: T, unit: f64, sum: T): T {
  if (isVector<T>()) {
    const upper = i32x4.shuffle(weights, weights, 2, 3, 2, 3);
    const quotient = i32x4.shuffle(nearest(weights, unit), nearest(upper, unit), 0, 2, 4, 6);
    return i32x4.add(quotient, i32x4.gt_s(i32x4.mul(quotient, sum), i32x4.splat(0)));
  }
  const quotient = <u32>rounded(<f64><i64>weights * unit);
  return quotient - u32(<i32>(quotient * <u32>sum) > 0);
}

/** More than a product below 2^32 of two rounded factors can be off by, as a share of it. */
const BIAS: f64 = 1.0 - 1.0 / <f64>(<u64>1 << 50);

/** More than that comes to below 2^32. */
const MARGIN: f64 = 1.0 / 131072.0;

/** Between FULL and one, so that the quotient of the divisor itself becomes FULL. */
const MOST: f64 = ONE_F64 - 0.5;

/**
 * Of fractions and a raw divisor that none of them exceeds, below 2^48: the quotients as fractions. `largest` is the
 * largest of the fractions, or less where it is below one. False where one over the divisor is no fraction.
 * Proof: docs/proofs/column-shares.md
 */
export function divide<T>(count: u32, fractions: usize, divisor: u64, largest: u64, quotients: usize): bool {
  const large = divisor > <u64>ONE;
  if (isVector<T>()) {
    if (!(large && largest == FULL) && divideNearly(count, fractions, divisor, quotients)) return true;
  }
  let special = narrow(divisor);
  if (large) {
    special = setLargeDivisor(divisor);
    if (largest == FULL && special == FULL) return false;
  } else {
    setDivisor(divisor);
  }
  const specials = splat<T>(special);
  const upper = splat<T>(upperDigit);
  const middle = splat<T>(middleDigit);
  const lower = splat<T>(lowerDigit);
  for (let k: usize = 0; k < <usize>count; k += lanes<T>()) {
    const fraction = loadU32<T>(fractions + (k << 2));
    const quotient = large ? dividedByMore<T>(fraction, upper, middle, lower, specials) : divided<T>(fraction, upper, middle, lower, specials);
    storeU32<T>(quotients + (k << 2), quotient);
  }
  return true;
}

/**
 * False where some quotient is too near to an integer to be told from it. The product with the inverse, a little too
 * small, and the margin is above the quotient by at most the margin: where its fractional part is not below the margin,
 * there is no integer between the two.
 */
export function divideNearly(count: u32, fractions: usize, divisor: u64, quotients: usize): bool {
  const inverse = f64x2.splat((ONE_F64 / <f64><i64>divisor) * BIAS);
  const end = (<usize>count) << 2;
  let nearest = f64x2.splat(1.0);
  let k: usize = 0;
  do {
    const values = v128.load(fractions + k);
    const low = nearly(i32x4.shuffle(values, i32x4.splat(UPPER_OF_INTEGER), 0, 4, 1, 5), inverse);
    const high = nearly(i32x4.shuffle(values, i32x4.splat(UPPER_OF_INTEGER), 2, 6, 3, 7), inverse);
    const lowFloor = f64x2.floor(low);
    const highFloor = f64x2.floor(high);
    nearest = f64x2.pmin(nearest, f64x2.sub(low, lowFloor));
    nearest = f64x2.pmin(nearest, f64x2.sub(high, highFloor));
    const whole = f64x2.splat(INTEGER);
    v128.store(quotients + k, i32x4.shuffle(f64x2.add(lowFloor, whole), f64x2.add(highFloor, whole), 0, 2, 4, 6));
    k += 16;
  } while (k < end);
  return min(f64x2.extract_lane(nearest, 0), f64x2.extract_lane(nearest, 1)) >= MARGIN;
}

/** Two u32 that are the lower bits of an f64 of 2^52 and more, times the inverse, and the margin. */
@inline
function nearly(values: v128, inverse: v128): v128 {
  const product = f64x2.mul(f64x2.sub(values, f64x2.splat(INTEGER)), inverse);
  return f64x2.pmin(f64x2.add(product, f64x2.splat(MARGIN)), f64x2.splat(MOST));
}
