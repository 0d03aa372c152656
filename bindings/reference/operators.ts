import { I32F32, type FixedPoint } from "./fixed.js";

/** The four operators of a format. */
export interface Operators {
  add(a: bigint, b: bigint): bigint;
  sub(a: bigint, b: bigint): bigint;
  mul(a: bigint, b: bigint): bigint;
  /** the divisor is not 0 */
  div(a: bigint, b: bigint): bigint;
}

/** Results that do not fit brought into the format by `into`. */
export function operatorsOf(format: FixedPoint, into: (raw: bigint) => bigint): Operators {
  return {
    add: (a, b) => into(a + b),
    sub: (a, b) => into(a - b),
    mul: (a, b) => into(format.product(a, b)),
    div: (a, b) => into(format.quotient(a, b)),
  };
}

/** Of I32F32, clamping. */
export const SATURATING: Operators = operatorsOf(I32F32, (raw) => I32F32.saturate(raw));
