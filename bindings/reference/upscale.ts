import { I32F32, U16_MAX } from "./fixed.js";
import { proportionToU16 } from "./proportion.js";

const U16_MAX_X32 = I32F32.fromInteger(U16_MAX);
const HALF_RANGE_X32 = I32F32.fromInteger(32_768n);

/** Weights as stored at submission: the largest becomes 65535. Two branches, not equal in rounding. lists.md 6. */
export function maxUpscaleToU16(values: readonly bigint[]): number[] {
  const max = values.reduce((a, b) => (a > b ? a : b), values[0] ?? 0n);
  if (max === 0n) return values.map(proportionToU16);
  const scale =
    max > HALF_RANGE_X32
      ? (value: bigint) => I32F32.saturatingMul(value, I32F32.safeDiv(U16_MAX_X32, max))
      : (value: bigint) => I32F32.safeDiv(I32F32.saturatingMul(value, U16_MAX_X32), max);
  return values.map((value) => Number(I32F32.toUnsigned(I32F32.round(scale(value)), U16_MAX)));
}

export function maxUpscaleU16(values: readonly number[]): number[] {
  return maxUpscaleToU16(values.map((value) => I32F32.fromInteger(BigInt(value))));
}
