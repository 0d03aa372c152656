import { U16_MAX, U64_MAX, type FixedPoint } from "./fixed.js";

/** Parts of one as the chain stores them, and amounts. numbers.md */

/** A fraction of 65535. */
export function fractionOfU16(value: number, format: FixedPoint): bigint {
  return format.safeDiv(format.fromInteger(BigInt(value)), format.fromInteger(U16_MAX));
}

/** A fraction of 2^64-1. */
export function fractionOfU64(value: bigint, format: FixedPoint): bigint {
  return format.safeDiv(format.fromInteger(value), format.fromInteger(U64_MAX));
}

/** Floor in rao, clamped to u64. */
export function toRao(raw: bigint, format: FixedPoint): bigint {
  return format.toUnsigned(raw, U64_MAX);
}
