/** The exponential and the sigmoid as the rules have them, over BigInt: every term, floored twice. numbers.md 6, bonds.md 6 */
import { ONE } from "./numbers.js";

export const LIMIT = 20n * ONE;
export const LAST_TERM = 31n;
/** e with 23 fraction bits, which the chain gives for an argument of one. */
const E = 22_802_600n << 9n;

export function expSafe(x: bigint): bigint {
  const clamped = x > LIMIT ? LIMIT : x < -LIMIT ? -LIMIT : x;
  if (clamped === ONE) return E;
  const magnitude = clamped < 0n ? -clamped : clamped;
  let sum = ONE + magnitude;
  let term = magnitude;
  for (let i = 2n; i <= LAST_TERM; i++) {
    term = (term * magnitude) / ONE / i;
    sum += term;
  }
  return clamped < 0n ? (ONE * ONE) / sum : sum;
}

/** Of a difference from 0 to one. */
export function sigmoid(difference: bigint, exponent: bigint): bigint {
  return (ONE * ONE) / (ONE + expSafe((exponent * (difference - ONE / 2n)) >> 32n));
}
