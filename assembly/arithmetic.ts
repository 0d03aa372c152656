/**
 * The steps inside an epoch, each on its own: the module behind `yuma eval` for the arithmetic functions and behind
 * their tests. It is built from the sources of the product and is no part of it.
 */
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

export { allocate, reset } from "./heap";
