/** Vectors of I64F64: stakes before they are normalised. numbers.md. */
import { I64F64, cell, high, isGreater, isZero, low, safeDiv, setZero, toI32F32, wrappingAdd } from "./cell";
import { mulHighU64 } from "./wide";

const sum: usize = memory.data(16);

function sumUp(cells: usize, count: u32): void {
  setZero(sum);
  for (let i: u32 = 0; i < count; i++) wrappingAdd(sum, cell(cells, i), sum);
}

/** Each cell safe-divided by the wrapping sum, where that is not 0; in place. */
export function normalize(cells: usize, count: u32): void {
  sumUp(cells, count);
  if (isZero(sum)) return;
  for (let i: u32 = 0; i < count; i++) safeDiv(cell(cells, i), sum, I64F64, cell(cells, i));
}

/** The same as raw I32F32 (floor), at once; the cells may or may not change. Proof: docs/proofs/stakes.md */
export function normalizeToI32F32(cells: usize, count: u32, resultX32: usize): void {
  sumUp(cells, count);
  const divisorLow = low(sum);
  const divisorHigh = <u64>high(sum);
  // Three bits of room for the remainder of an estimate.
  const plain = divisorHigh >> 61 == 0 && !isZero(sum);
  const shift = divisorHigh == 0 ? 64 + clz(divisorLow) : clz(divisorHigh);
  const leading = (upperHalf(divisorLow, divisorHigh, shift) >> 32) + 1;
  memory.fill(resultX32, 0, (<usize>count) << 3);
  for (let i: u32 = 0; i < count; i++) {
    const own = cell(cells, i);
    if (isZero(own)) continue;
    let share: i64;
    if (!plain || isGreater(own, sum, I64F64) || high(own) < 0) {
      if (!isZero(sum)) safeDiv(own, sum, I64F64, own);
      share = toI32F32(own, I64F64);
    } else {
      share = fraction(low(own), <u64>high(own), divisorLow, divisorHigh, upperHalf(low(own), <u64>high(own), shift) / leading);
    }
    store<i64>(resultX32 + ((<usize>i) << 3), share);
  }
}

/** The upper 64 bits after a shift to the left. */
@inline
function upperHalf(low: u64, high: u64, shift: u64): u64 {
  if (shift >= 64) return low << (shift - 64);
  return shift == 0 ? high : (high << shift) | (low >> (64 - shift));
}

/** floor(a x 2^32 / b) of 128-bit numbers, given an estimate that is at most a few too small. */
@inline
function fraction(aLow: u64, aHigh: u64, bLow: u64, bHigh: u64, estimate: u64): i64 {
  const productLow = estimate * bLow;
  const productHigh = mulHighU64(estimate, bLow) + estimate * bHigh;
  let restLow = (aLow << 32) - productLow;
  let restHigh = ((aHigh << 32) | (aLow >> 32)) - productHigh - <u64>(aLow << 32 < productLow);
  while (restHigh > bHigh || (restHigh == bHigh && restLow >= bLow)) {
    restHigh -= bHigh + <u64>(restLow < bLow);
    restLow -= bLow;
    estimate++;
  }
  return estimate;
}
