import { I32F32, I64F64, U16_MAX, U64_MAX } from "./fixed.js";

/** Conversions between the formats in which the chain stores and computes. numbers.md 5, stake.md 1, bonds.md 5. */

const U16_MAX_X32 = I32F32.fromInteger(U16_MAX);

/** Floor to 32 fraction bits, clamped. */
export function i64f64ToI32f32(x64: bigint): bigint {
  return I32F32.saturate(x64 >> 32n);
}

/** The u16 fraction of 65535 as I32F32: 65535 is exactly one. */
export function proportionFromU16(value: number): bigint {
  return toProportion(I32F32.fromInteger(BigInt(value)));
}

/** A u16 held as an integer in I32F32, as a fraction of 65535. */
export function toProportion(x32: bigint): bigint {
  return I32F32.safeDiv(x32, U16_MAX_X32);
}

/** The storage form of a proportion: truncated, so that only one and above give 65535. */
export function proportionToU16(x32: bigint): number {
  return Number(I32F32.toUnsigned(I32F32.saturatingMul(x32, U16_MAX_X32), U16_MAX));
}

/** The TAO weight as a 32-fraction-bit number: only its upper 32 bits survive. */
export function taoWeightX32(taoWeight: bigint): bigint {
  return (taoWeight << 32n) / U64_MAX;
}

const MILLION = I64F64.fromInteger(1_000_000n);

/** One minus the moving average, saturating at every step (classic mode). */
export function emaAlphaSaturating(bondsMovingAverage: bigint): bigint {
  const average = I64F64.safeDiv(I64F64.fromInteger(bondsMovingAverage), MILLION);
  return I32F32.saturatingSub(I32F32.ONE, i64f64ToI32f32(average));
}

/** One minus the moving average, whose conversions wrap (Yuma3 with a constant alpha). */
export function emaAlphaWrapping(bondsMovingAverage: bigint): bigint {
  const average = I64F64.safeDiv(I64F64.wrap(bondsMovingAverage << 64n), MILLION);
  return I32F32.saturatingSub(I32F32.ONE, I32F32.wrap(average >> 32n));
}
