/**
 * Division of a column's fractions by their sum, or by one that is not below them, as a multiplication.
 *
 * For a divisor d up to one (2^32) the multiplier is 2^96 / d rounded up, for one above 2^128 / d: then a fraction times
 * the multiplier is less than 2^-32 (2^-64) above the true quotient, which is nearer than the next multiple of 1 / d, so
 * that nothing is left to correct. The digits are u32, for `divided` and `dividedByMore` in lanes.ts.
 * Proof: docs/proofs/multiplier.md
 */
import { ONE } from "../fixed/i32f32";
import { inverseOf } from "../fixed/reciprocal";

export let upper: u64 = 0;
export let middle: u64 = 0;
export let lower: u64 = 0;

const DIGIT: u64 = 0xffff_ffff;

function setDigits(high: u64, low: u64, inexact: bool): void {
  const rounded = low + <u64>inexact;
  upper = high + <u64>(rounded < low);
  middle = rounded >> 32;
  lower = rounded & DIGIT;
}

/** Sets the digits for a raw divisor from 1 to one. For 1 the first does not fit, but then only zeros are not the divisor. */
export function setDivisor(divisor: u64): void {
  const first = <u64>ONE / divisor;
  let rest = (<u64>ONE - first * divisor) << 32;
  const second = rest / divisor;
  rest = (rest - second * divisor) << 32;
  const third = rest / divisor;
  setDigits(first & DIGIT, (second << 32) | third, third * divisor != rest);
}

/** Bits of a rest that may be shifted out: the sum of 2^16 fractions is below 2^48. */
const STEP: u64 = 16;

/** Sets the digits for a raw divisor above one and below 2^48. Returns the quotient of one. */
export function setLargeDivisor(divisor: u64): u64 {
  const first = inverseOf(divisor);
  let rest = 0 - first * divisor;
  let digits: u64 = 0;
  for (let bit: u64 = 0; bit < 64; bit += STEP) {
    rest <<= STEP;
    const digit = rest / divisor;
    digits = (digits << STEP) | digit;
    rest -= digit * divisor;
  }
  setDigits(first, digits, rest != 0);
  return first;
}
