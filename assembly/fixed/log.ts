/** Logarithms, one bit a round, as many as the format has fraction bits. numbers.md 7 */
import { I64F64, I96F32, copy, divTrunc, fromI32F32, high, isGreater, isNegative, isZero, low, mulFloor, negate, safeDiv, set, setOne } from "./cell";

/** log2(e) with 23 fraction bits, as the chain holds it. */
const LOG2_E: u64 = 12_102_203;

const one: usize = memory.data(16);
const two: usize = memory.data(16);
const value: usize = memory.data(16);
const log2OfE: usize = memory.data(16);

/** Rounds up. */
function halve(cell: usize): void {
  const odd = low(cell) & 1;
  const halfLow = (low(cell) >> 1) | (<u64>high(cell) << 63);
  const sum = halfLow + odd;
  set(cell, sum, <i64>(<u64>high(cell) >> 1) + <i64>(sum < odd));
}

/** log2 of `value`, which is at least one and is destroyed. */
function log2AtLeastOne(format: i32, result: usize): void {
  const isWide = format == I64F64;
  set(two, isWide ? 0 : 2 << 32, isWide ? 2 : 0);
  let integer: u64 = 0;
  while (!isGreater(two, value, format)) {
    integer++;
    halve(value);
  }
  let fraction: u64 = 0;
  if (isGreater(value, one, format)) {
    const rounds = isWide ? 64 : 32;
    for (let round = 0; round < rounds; round++) {
      mulFloor(value, value, format, value);
      fraction <<= 1;
      if (!isGreater(two, value, format)) {
        fraction |= 1;
        halve(value);
      }
    }
  }
  if (isWide) set(result, fraction, <i64>integer);
  else set(result, (integer << 32) | fraction, 0);
}

/** I64F64 or I96F32. False for x <= 0, and where the inverse of x does not fit. */
export function log2(x: usize, format: i32, result: usize): bool {
  if (isNegative(x, format) || isZero(x)) return false;
  setOne(format, one);
  copy(x, value);
  if (!isGreater(one, x, format)) {
    log2AtLeastOne(format, result);
    return true;
  }
  if (!divTrunc(one, value, format, value)) return false;
  log2AtLeastOne(format, result);
  negate(result, result);
  return true;
}

/** I64F64 or I96F32. False where log2 is. */
export function ln(x: usize, format: i32, result: usize): bool {
  if (!log2(x, format, result)) return false;
  if (format == I64F64) set(log2OfE, LOG2_E << 41, <i64>(LOG2_E >> 23));
  else set(log2OfE, LOG2_E << 9, 0);
  safeDiv(result, log2OfE, format, result);
  return true;
}

/** Stands for an argument without a logarithm; no true result comes near. */
export const LOG_FAILED: i64 = i64.MIN_VALUE;

const widened: usize = memory.data(16);
const logarithm: usize = memory.data(16);

/** I32F32. Fails for x <= 0 and where the inverse does not fit (raw 1 and 2). Proof: docs/proofs/wide-numbers.md */
export function log2I32F32(x: i64): i64 {
  if (x <= 2) return LOG_FAILED;
  fromI32F32(x, widened);
  log2(widened, I96F32, logarithm);
  return <i64>low(logarithm);
}

/** I32F32. Fails where log2 does. */
export function lnI32F32(x: i64): i64 {
  if (x <= 2) return LOG_FAILED;
  fromI32F32(x, widened);
  ln(widened, I96F32, logarithm);
  return <i64>low(logarithm);
}
