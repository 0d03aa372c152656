/** Conversions between stored proportions and fixed point. numbers.md 5, stake.md 1, bonds.md 5. */
import { I64F64, fromI64, fromU64, safeDiv as safeDivCells, toI32F32, toI32F32Wrapping } from "./cell";
import { ONE, fromInteger, safeDiv, saturatingSub } from "./i32f32";

export const U16_MAX_X32: i64 = fromInteger(65_535);

/**
 * The u16 fraction of 65535, truncated: 2^32 is 65537 x 65535 + 1, so that only 65535 itself gets one more.
 * Proof: docs/proofs/fractions.md
 */
@inline
export function proportionFromU16(value: u16): i64 {
  return <i64>value * 65_537 + <i64>(value == 0xffff);
}

/** A u16 held as an integer in I32F32, as a fraction of 65535. */
@inline
export function toProportion(x32: i64): i64 {
  return safeDiv(x32, U16_MAX_X32);
}

/** The storage form of a proportion: truncated, so that only one and above give 65535; every negative gives 0. */
@inline
export function proportionToU16(x32: i64): u16 {
  return x32 >= ONE ? 0xffff : x32 <= 0 ? 0 : <u16>((<u64>x32 * 65_535) >> 32);
}

/**
 * The TAO weight, a fraction of 2^64-1, as a 32-fraction-bit number: only its upper 32 bits survive.
 * Proof: docs/proofs/stakes.md
 */
@inline
export function taoWeightX32(taoWeight: u64): u64 {
  return taoWeight == u64.MAX_VALUE ? <u64>ONE : taoWeight >> 32;
}

const average: usize = memory.data(16);
const million: usize = memory.data(16);

function averageOf(): void {
  fromU64(1_000_000, I64F64, million);
  safeDivCells(average, million, I64F64, average);
}

/** One minus the moving average (parts per million), saturating at every step: classic mode. */
export function emaAlphaSaturating(bondsMovingAverage: u64): i64 {
  fromU64(bondsMovingAverage, I64F64, average);
  averageOf();
  return saturatingSub(ONE, toI32F32(average, I64F64));
}

/** One minus the moving average, whose conversions wrap: Yuma3 with a constant alpha. */
export function emaAlphaWrapping(bondsMovingAverage: u64): i64 {
  fromI64(<i64>bondsMovingAverage, average);
  averageOf();
  return saturatingSub(ONE, toI32F32Wrapping(average));
}
