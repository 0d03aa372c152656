import { I32F32, I64F64, I96F32, U16_MAX, U64_MAX, type FixedPoint } from "../fixed.js";
import { operatorsOf, type Operators } from "../operators.js";

/** The arithmetic of one mode: wrapping operators up to spec 152, then clamping ones. numbers.md, before 233 */
export interface Mode {
  readonly i32f32: Operators;
  readonly i64f64: Operators;
  readonly i96f32: Operators;
  /** the sum of two blocks */
  addBlocks(a: bigint, b: bigint): bigint;
}

function modeOf(wrap: boolean): Mode {
  const operators = (format: FixedPoint) => operatorsOf(format, (raw) => (wrap ? format.wrap(raw) : format.saturate(raw)));
  return {
    i32f32: operators(I32F32),
    i64f64: operators(I64F64),
    i96f32: operators(I96F32),
    addBlocks: (a, b) => (wrap ? BigInt.asUintN(64, a + b) : a + b > U64_MAX ? U64_MAX : a + b),
  };
}

const WRAPPING = modeOf(true);
const SATURATING = modeOf(false);

export function modeFor({ operatorsWrap }: { readonly operatorsWrap: boolean }): Mode {
  return operatorsWrap ? WRAPPING : SATURATING;
}

/** A u64 as I64F64: 2^63 and above become negative. */
export function toI64F64(value: bigint): bigint {
  return I64F64.wrap(value << 64n);
}

export function narrow(x64: bigint): bigint {
  return I32F32.wrap(x64 >> 32n);
}

/** The floor, of which the low 64 bits stay. */
export function toU64(x32: bigint): bigint {
  return BigInt.asUintN(64, x32 >> 32n);
}

/** The floor, of which the low 16 bits stay. */
export function toU16(x32: bigint): number {
  return Number(BigInt.asUintN(16, x32 >> 32n));
}

/** The storage form of a proportion. */
export function proportionToU16(x32: bigint, { mul }: Operators): number {
  return toU16(mul(x32, I32F32.fromInteger(U16_MAX)));
}

/** Each element divided by the wrapping sum; unchanged where that is 0. */
export function normalize(values: readonly bigint[], format: FixedPoint, { div }: Operators): bigint[] {
  const sum = format.wrappingSum(values);
  return sum === 0n ? [...values] : values.map((value) => div(value, sum));
}
