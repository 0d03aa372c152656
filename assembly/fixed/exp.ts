/** The exponential of I32F32 by a Taylor series with a fixed number of terms. epoch.md 1.6. */
import { MAX, MIN, ONE, checkedMul, fromInteger, safeDiv } from "./i32f32";

/** e with 23 fraction bits, as the chain holds it. */
const E: i64 = 22_802_600 << 9;

const LAST_TERM = 31;

/** Stands for an overflow on the way; no true result is negative. */
export const EXP_FAILED: i64 = -1;

/** A negative argument is the inverse of the positive one, and so fails for the same magnitudes. */
export function exp(x: i64): i64 {
  if (x == 0) return ONE;
  if (x == ONE) return E;
  if (x == MIN) return EXP_FAILED;
  const magnitude = x < 0 ? -x : x;
  if (magnitude > MAX - ONE) return EXP_FAILED;
  let sum = magnitude + ONE;
  let term = magnitude;
  for (let i: i64 = 2; i <= LAST_TERM; i++) {
    term = checkedMul(term, magnitude, EXP_FAILED);
    if (term < 0) return EXP_FAILED;
    term = <i64>(<u64>term / <u64>i);
    sum += term;
    if (sum < 0) return EXP_FAILED;
  }
  return x < 0 ? safeDiv(ONE, sum) : sum;
}

const LIMIT: i64 = fromInteger(20);

/** The argument clamped into [-20, 20], inside which nothing fails. */
export function expSafe(x: i64): i64 {
  return exp(x > LIMIT ? LIMIT : x < -LIMIT ? -LIMIT : x);
}
