/**
 * The steps inside an epoch, each on its own: the module behind `yuma eval` for the arithmetic functions and behind
 * their tests. It is built from the sources of the product and is no part of it.
 */
export { checkedMul, fromInteger, round, safeDiv, saturatingAdd, saturatingDiv, saturatingMul, saturatingSub, toU16, toU64 } from "./fixed/i32f32";
export {
  fromU64 as i64f64FromU64,
  normalize as i64f64Normalize,
  safeDiv as i64f64SafeDiv,
  saturatingMul as i64f64SaturatingMul,
  toI32F32 as i64f64ToI32F32,
  toU64 as i64f64ToU64,
} from "./fixed/i64f64";
export { saturatingAdd as i64f64SaturatingAdd, saturatingAdd as i96f32SaturatingAdd } from "./fixed/i128";
export {
  fromI32F32 as i96f32FromI32F32,
  fromU64 as i96f32FromU64,
  safeDiv as i96f32SafeDiv,
  saturatingMul as i96f32SaturatingMul,
  toU64 as i96f32ToU64,
} from "./fixed/i96f32";
export { divideDigits, mulHighI64, mulHighU64, multiplyDigits } from "./fixed/wide";
export { exp, expSafe, EXP_FAILED } from "./fixed/exp";
export { LOG_FAILED, lnFromLog2, log2I32F32, log2I96F32 } from "./fixed/log";
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
export { ema, emaAlphaRow, interpolate, layOutCursorValues, liquidAlpha, sigmoidExponent } from "./bonds";
export { emissionAmount } from "./emission";
export { topK } from "./masks";
export { columnMaxUpscale, columnNormalize, columnSums, rowNormalize, rowSums, scaleRows } from "./rows";
export { totalStake } from "./stake";
export { UID_SET_BYTES } from "./uidSet";
export { maxUpscaleToU16 } from "./upscale";

const PAGE_BYTES: usize = 65_536;
const ALIGNMENT: usize = 16;

let top: usize = __heap_base;

/** Gives back all that was allocated. */
export function reset(): void {
  top = __heap_base;
}

/** Zeroed memory; traps where there is none left. */
export function allocate(bytes: usize): usize {
  const address = (top + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  top = address + bytes;
  const missing = <i32>((top + PAGE_BYTES - 1) / PAGE_BYTES) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  memory.fill(address, 0, bytes);
  return address;
}
