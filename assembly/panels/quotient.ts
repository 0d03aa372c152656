/** Quotients in f64 whose rounding is undone or found out, so that each is exact or not given at all. */
import { FULL } from "../fixed/fraction";

const ONE_F64: f64 = 4294967296.0;

/** 2^52: added to what is below it, it leaves the nearest integer in the lower bits. */
const INTEGER: f64 = 4503599627370496.0;

/** 2^32 over a row's sum. */
@inline
export function perUnit(sum: u64): f64 {
  return ONE_F64 / <f64>sum;
}

/** `unit` is one number, in two lanes where there are lanes. */
@inline
function nearest(weights: v128, unit: v128): v128 {
  return f64x2.add(f64x2.mul(f64x2.convert_low_i32x4_s(weights), unit), f64x2.splat(INTEGER));
}

/**
 * trunc(weight x 2^32 / sum) as a fraction, of a stored weight of u16 by the sum of its row. The product with 2^32 / sum
 * is off by less than 2^-19, so that the nearest integer is at most one too large: where it is, its product with the sum
 * exceeds weight x 2^32, by less than 2^31.
 */
@inline
export function normalized<T, U>(weights: T, unit: U, sum: T): T {
  if (isVector<T>()) {
    const upper = i32x4.shuffle(weights, weights, 2, 3, 2, 3);
    const quotient = i32x4.shuffle(nearest(weights, unit), nearest(upper, unit), 0, 2, 4, 6);
    const exact = i32x4.add(quotient, i32x4.gt_s(i32x4.mul(quotient, sum), i32x4.splat(0)));
    return v128.or(exact, i32x4.eq(weights, sum));
  }
  if (weights == sum) return FULL;
  const quotient = <u32>reinterpret<u64>(<f64>weights * unit + INTEGER);
  return quotient - u32(<i32>(quotient * <u32>sum) > 0);
}

/** More than a product below 2^32 of two rounded factors can be off by, as a share of it. */
const BIAS: f64 = 1.0 - 1.0 / <f64>(<u64>1 << 50);

/** More than that comes to below 2^32. */
const MARGIN: f64 = 1.0 / 131072.0;

/**
 * Of fractions below one and a divisor below 2^48, in `shares`: trunc(fraction / divisor). False where some quotient is
 * too near to an integer to be told from it; then the shares mean nothing. It is where a fraction is the divisor itself.
 *
 * The product with the inverse, a little too small, and the margin is above the quotient by at most the margin. Where its
 * fractional part is not below the margin, there is no integer between the two.
 */
export function divideAll(count: u32, fractions: usize, divisor: u64, shares: usize): bool {
  const inverse = f64x2.splat((ONE_F64 / <f64>divisor) * BIAS);
  const end = (<usize>count) << 2;
  let nearest = f64x2.splat(1.0);
  let k: usize = 0;
  do {
    const values = v128.load(fractions + k);
    const low = f64x2.add(f64x2.mul(lowF64(values), inverse), f64x2.splat(MARGIN));
    const high = f64x2.add(f64x2.mul(highF64(values), inverse), f64x2.splat(MARGIN));
    const lowFloor = f64x2.floor(low);
    const highFloor = f64x2.floor(high);
    nearest = f64x2.pmin(nearest, f64x2.sub(low, lowFloor));
    nearest = f64x2.pmin(nearest, f64x2.sub(high, highFloor));
    v128.store(shares + k, integers(lowFloor, highFloor));
    k += 16;
  } while (k < end);
  return min(f64x2.extract_lane(nearest, 0), f64x2.extract_lane(nearest, 1)) >= MARGIN;
}

/** The first two of four u32: they are the lower bits of an f64 of 2^52 and more. */
@inline
function lowF64(values: v128): v128 {
  return f64x2.sub(i32x4.shuffle(values, i32x4.splat(0x4330_0000), 0, 4, 1, 5), f64x2.splat(INTEGER));
}

@inline
function highF64(values: v128): v128 {
  return f64x2.sub(i32x4.shuffle(values, i32x4.splat(0x4330_0000), 2, 6, 3, 7), f64x2.splat(INTEGER));
}

/** Whole numbers below 2^32 as u32. */
@inline
function integers(low: v128, high: v128): v128 {
  return i32x4.shuffle(f64x2.add(low, f64x2.splat(INTEGER)), f64x2.add(high, f64x2.splat(INTEGER)), 0, 2, 4, 6);
}
