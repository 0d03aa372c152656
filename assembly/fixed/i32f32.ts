/**
 * I32F32: 64-bit signed raw, 2^32 is one. Multiplication floors (toward minus infinity),
 * division truncates (toward zero). numbers.md.
 */
import { mulHighI64 } from "./wide";

export const ONE: i64 = 1 << 32;
export const HALF: i64 = 1 << 31;
export const MIN: i64 = i64.MIN_VALUE;
export const MAX: i64 = i64.MAX_VALUE;

/** An i32 holds every integer this format can. */
@inline
export function fromInteger(value: i32): i64 {
  return (<i64>value) << 32;
}

@inline
export function saturatingAdd(a: i64, b: i64): i64 {
  const sum = a + b;
  return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? MIN : MAX) : sum;
}

@inline
export function saturatingSub(a: i64, b: i64): i64 {
  const difference = a - b;
  return ((a ^ b) & (a ^ difference)) < 0 ? (a < 0 ? MIN : MAX) : difference;
}

/** floor(a x b), or the given value where the product does not fit. */
@inline
function multiplyOr(a: i64, b: i64, tooLow: i64, tooHigh: i64): i64 {
  if (<u64>(a | b) >> 32 == 0) return (<u64>(a * b)) >> 32;
  const high = mulHighI64(a, b);
  const overflow = high >> 31;
  if (overflow != 0 && overflow != -1) return high < 0 ? tooLow : tooHigh;
  return (high << 32) | ((<u64>(a * b)) >> 32);
}

export function saturatingMul(a: i64, b: i64): i64 {
  return multiplyOr(a, b, MIN, MAX);
}

/** floor(a x b) of a number of less than 2^30 and one from -1/2 to 1/2, so that nothing overflows. Proof: docs/proofs/exponential.md */
@inline
export function mulByFraction(a: i64, b: i64): i64 {
  return (a >> 32) * b + (((a & 0xffff_ffff) * b) >> 32);
}

/** The product, or `otherwise` where it does not fit. */
export function checkedMul(a: i64, b: i64, otherwise: i64): i64 {
  return multiplyOr(a, b, otherwise, otherwise);
}

/** floor(a x 2^32 / b) for a >> 32 < b, where it fits into 64 bits. Proof: docs/proofs/wide-numbers.md */
function divideShifted(a: u64, b: u64): u64 {
  if (a >> 32 == 0) return (a << 32) / b;
  if ((b & 0xffff_ffff) == 0) return a / (b >> 32);
  const whole = a / b;
  const rest = a % b;
  if (rest >> 32 == 0) return (whole << 32) + (rest << 32) / b;
  // One digit of long division in base 2^32: b has two digits here, scaled so that its top bit is set.
  const shift = clz(b);
  const top = (b << shift) >> 32;
  const second = (b << shift) & 0xffff_ffff;
  let guess = (rest << shift) / top;
  let remainder = (rest << shift) % top;
  while (guess >> 32 != 0 || guess * second > remainder << 32) {
    guess--;
    remainder += top;
    if (remainder >> 32 != 0) break;
  }
  return (whole << 32) + guess;
}

@inline
function magnitude(a: i64): u64 {
  return a < 0 ? 0 - <u64>a : <u64>a;
}

/** trunc(a / b), or the given value where the quotient does not fit. b is not 0. */
@inline
function divideOr(a: i64, b: i64, tooLow: i64, tooHigh: i64): i64 {
  const negative = (a ^ b) < 0;
  const dividend = magnitude(a);
  const divisor = magnitude(b);
  if (dividend >> 32 >= divisor) return negative ? tooLow : tooHigh;
  const quotient = divideShifted(dividend, divisor);
  if (negative) return quotient > <u64>MIN ? tooLow : -<i64>quotient;
  return quotient > <u64>MAX ? tooHigh : <i64>quotient;
}

/** 0 where the divisor is 0 and also where the quotient does not fit. */
export function safeDiv(a: i64, b: i64): i64 {
  return b == 0 ? 0 : divideOr(a, b, 0, 0);
}

/** The quotient, or `otherwise` where it does not fit. The divisor is not 0. */
export function checkedDiv(a: i64, b: i64, otherwise: i64): i64 {
  return divideOr(a, b, otherwise, otherwise);
}

/** Clamped. The divisor is not 0. */
export function saturatingDiv(a: i64, b: i64): i64 {
  return divideOr(a, b, MIN, MAX);
}

/** The integer part, as fixed point: toward minus infinity. */
@inline
export function floor(a: i64): i64 {
  return a & ~0xffff_ffff;
}

/** Floor, clamped; every negative gives 0. */
@inline
export function toU64(a: i64): u64 {
  return a < 0 ? 0 : <u64>a >> 32;
}

@inline
export function toU16(a: i64): u16 {
  const integer = toU64(a);
  return integer > 0xffff ? 0xffff : <u16>integer;
}

/** Nearest integer, ties away from zero; wraps at the top of the range. */
export function round(a: i64): i64 {
  const fraction = a & 0xffff_ffff;
  const integer = a - fraction;
  const down = fraction < HALF || (fraction == HALF && a < 0);
  return down ? integer : integer + ONE;
}
