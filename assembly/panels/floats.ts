/**
 * Two numbers in f64 at a time where there is SIMD (T = v128), else one (T = f64): each operation once, for both builds.
 * IEEE 754 leaves no choice in any of them, and no argument here gives a NaN.
 */

/** Numbers to a step. */
@inline
export function numbers<T>(): usize {
  return isVector<T>() ? 2 : 1;
}

@inline
export function nothing<T>(): T {
  if (isVector<T>()) return f64x2.splat(0);
  return <T>0;
}

/** The number at an address: of one that stands in the code, engines make two lanes by three instructions at each use. */
@inline
export function constant<T>(address: usize): T {
  if (isVector<T>()) return v128.load64_splat(address);
  return <T>load<f64>(address);
}

@inline
export function plus<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.add(a, b);
  return a + b;
}

@inline
export function minus<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.sub(a, b);
  return a - b;
}

@inline
export function times<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.mul(a, b);
  return a * b;
}

@inline
export function over<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.div(a, b);
  return a / b;
}

@inline
export function floorOf<T>(a: T): T {
  if (isVector<T>()) return f64x2.floor(a);
  return floor<f64>(a);
}

@inline
export function magnitudeOf<T>(a: T): T {
  if (isVector<T>()) return f64x2.abs(a);
  return abs<f64>(a);
}

@inline
export function lesserOf<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.pmin(a, b);
  return b < a ? b : a;
}

@inline
export function greaterOf<T>(a: T, b: T): T {
  if (isVector<T>()) return f64x2.pmax(a, b);
  return a < b ? b : a;
}

/** a x 2^n, given 2^52 + n: its last bits are those of n, which in the exponent's place count that up. */
@inline
export function timesPowerOfTwo<T>(a: T, shiftedPower: T): T {
  if (isVector<T>()) return i64x2.add(a, i64x2.shl(shiftedPower, 52));
  return reinterpret<f64>(reinterpret<i64>(a) + (reinterpret<i64>(shiftedPower) << 52));
}

/** The one where a number is below 0, else the other. */
@inline
export function bySign<T>(number: T, negative: T, other: T): T {
  if (isVector<T>()) return v128.bitselect(negative, other, f64x2.lt(number, f64x2.splat(0)));
  return number < 0 ? negative : other;
}

/** The value where a < b, else 0. */
@inline
export function whereBelow<T>(value: T, a: T, b: T): T {
  if (isVector<T>()) return v128.and(value, f64x2.lt(a, b));
  return a < b ? value : 0;
}

/** Whether all of them are 0. */
@inline
export function areNothing<T>(a: T): bool {
  if (isVector<T>()) return !v128.any_true(a);
  return a == 0;
}

/** u32 numbers less 2^31. */
@inline
export function loadSigned<T>(address: usize): T {
  if (isVector<T>()) return f64x2.convert_low_i32x4_s(v128.xor(v128.load64_zero(address), i32x4.splat(1 << 31)));
  return <T><f64>(<i32>(load<u32>(address) ^ (1 << 31)));
}

/** As u32, of integers from 0 to 2^32 - 1, each with 2^52 added. */
@inline
export function storeIntegers<T>(address: usize, shifted: T): void {
  if (isVector<T>()) v128.store64_lane(address, i32x4.shuffle(shifted, shifted, 0, 2, 0, 2), 0);
  else store<u32>(address, <u32>reinterpret<u64>(shifted));
}
