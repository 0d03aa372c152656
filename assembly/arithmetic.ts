/**
 * The steps inside an epoch, each on its own: the module behind `yuma eval` for the arithmetic functions and behind
 * their tests. It is built from the sources of the product and is no part of it.
 */
import { narrow } from "./fixed/fraction";
import * as division from "./panels/division";
import * as lanes from "./panels/lanes";

export {
  I64F64,
  I96F32,
  U64F64,
  U96F32,
  convert as cellConvert,
  divTrunc as cellDivTrunc,
  floor as cellFloor,
  fromI32F32 as cellFromI32F32,
  fromU64 as cellFromU64,
  mulFloor as cellMulFloor,
  safeDiv as cellSafeDiv,
  saturatingAdd as cellSaturatingAdd,
  saturatingDiv as cellSaturatingDiv,
  saturatingMul as cellSaturatingMul,
  saturatingSub as cellSaturatingSub,
  toI32F32 as cellToI32F32,
  toU64 as cellToU64,
} from "./fixed/cell";
export {
  checkedDiv,
  checkedMul,
  floor,
  fromInteger,
  round,
  safeDiv,
  saturatingAdd,
  saturatingDiv,
  saturatingMul,
  saturatingSub,
  toU16,
  toU64,
} from "./fixed/i32f32";
export { divideDigits, mulHighI64, mulHighU64, multiplyDigits } from "./fixed/wide";
export { EXP_FAILED, exp, expI64F64, expSafe } from "./fixed/exp";
export { LOG_FAILED, ln, lnI32F32, log2, log2I32F32 } from "./fixed/log";
export {
  emaAlphaSaturating,
  emaAlphaWrapping,
  proportionFromU16,
  proportionToU16,
  taoWeightX32,
  toProportion,
} from "./fixed/proportion";
export { normalize, wrappingSum } from "./fixed/vector";
export { clip, consensus, weightedMedian } from "./consensus";
export { normalize as normalizeX64 } from "./fixed/i64f64";
export { ema, emaAlphaRow, interpolate, layOutCursorValues, liquidAlpha, sigmoidExponent } from "./bonds";
export { emissionAmount } from "./emission";
export { topK } from "./masks";
export { columnMaxUpscale, columnNormalize, columnSums, rowNormalize, rowSums, scaleRows } from "./rows";
export { totalStake } from "./stake";
export { UID_SET_BYTES } from "./uidSet";
export { maxUpscaleToU16 } from "./upscale";

export { arenaBytes } from "./arena";
export { allocate, reset } from "./heap";

// The panels' arithmetic on fractions, in the lanes of this build.

@inline
function lane(values: v128): u64 {
  return <u64><u32>i32x4.extract_lane(values, 3);
}

export function fractionProduct(a: u64, b: u64): u64 {
  if (ASC_FEATURE_SIMD) return lane(lanes.product<v128>(lanes.splat<v128>(a), lanes.splat<v128>(b)));
  return lanes.product<u64>(a, b);
}

export function fractionScaled(fraction: u64, factor: u64): u64 {
  if (ASC_FEATURE_SIMD) return lane(lanes.scaled<v128>(lanes.splat<v128>(fraction), lanes.splat<v128>(factor)));
  return lanes.scaled<u64>(fraction, factor);
}

/** By a raw divisor that is not below the fraction. */
export function fractionQuotient(fraction: u64, divisor: u64): u64 {
  let special = narrow(divisor);
  const large = divisor > 1 << 32;
  if (large) special = division.setLargeDivisor(divisor);
  else division.setDivisor(divisor);
  return ASC_FEATURE_SIMD ? quotient<v128>(fraction, special, large) : quotient<u64>(fraction, special, large);
}

@inline
function quotient<T>(fraction: u64, special: u64, large: bool): u64 {
  const part = lanes.splat<T>(fraction);
  const upper = lanes.splat<T>(division.upper);
  const middle = lanes.splat<T>(division.middle);
  const lower = lanes.splat<T>(division.lower);
  const specials = lanes.splat<T>(special);
  return lanes.largestLane<T>(
    large ? lanes.dividedByMore<T>(part, upper, middle, lower, specials) : lanes.divided<T>(part, upper, middle, lower, specials),
  );
}

export function fractionToU16(fraction: u64): u64 {
  if (ASC_FEATURE_SIMD) return lane(lanes.toU16<v128>(lanes.splat<v128>(fraction)));
  return lanes.toU16<u64>(fraction);
}

export function fractionComplement(fraction: u64): u64 {
  if (ASC_FEATURE_SIMD) return lane(lanes.complement<v128>(lanes.splat<v128>(fraction)));
  return lanes.complement<u64>(fraction);
}
