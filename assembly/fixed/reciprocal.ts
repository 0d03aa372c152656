/**
 * Division of many numbers by one divisor: a multiplication and an exact correction in place of each division.
 * Proof: docs/proofs/reciprocal.md
 */
import { safeDiv } from "./i32f32";

/** floor((2^64 - 1) / divisor); the divisor is above 0. */
@inline
export function reciprocalOf(divisor: i64): u64 {
  return u64.MAX_VALUE / <u64>divisor;
}

/** I32F32 trunc(a / divisor), 0 where it does not fit, given the reciprocal of a divisor above 0. */
@inline
export function divideBy(a: i64, divisor: i64, reciprocal: u64): i64 {
  if (a == 0) return 0;
  if (<u64>a >> 32 != 0) return safeDiv(a, divisor);
  // floor(a x 2^32 x reciprocal / 2^64) is at most one below the quotient.
  let quotient = <u64>a * (reciprocal >> 32) + ((<u64>a * (reciprocal & 0xffff_ffff)) >> 32);
  let rest = (<u64>a << 32) - quotient * <u64>divisor;
  while (rest >= <u64>divisor) {
    quotient++;
    rest -= <u64>divisor;
  }
  return <i64>quotient < 0 ? 0 : <i64>quotient;
}

/** floor(2^64 / divisor), which is ONE / divisor in I32F32; the divisor is at least 2. */
@inline
export function inverseOf(divisor: u64): u64 {
  const quotient = u64.MAX_VALUE / divisor;
  return quotient + <u64>(u64.MAX_VALUE - quotient * divisor == divisor - 1);
}
