/** Logarithms, one bit a round. epoch.md 1.7. */
import { ONE, divideShifted, safeDiv, saturatingMul } from "./i32f32";
import { high, low } from "./i128";

/** log2(e) with 23 fraction bits, as the chain holds it. */
const LOG2_E: i64 = 12_102_203 << 9;

const TWO: u64 = 2 << 32;

/** Stands for an argument without a logarithm; no true result comes near. */
export const LOG_FAILED: i64 = i64.MIN_VALUE;

/** log2 of x, which is in [1, 2), plus an integer that is already known. */
function log2Fraction(x: u64, integer: i64): i64 {
  if (x == <u64>ONE) return integer << 32;
  let result = integer;
  for (let round = 0; round < 32; round++) {
    x = <u64>saturatingMul(x, x);
    result <<= 1;
    if (x >= TWO) {
      result |= 1;
      x = (x >> 1) + (x & 1);
    }
  }
  return result;
}

/** log2 of a 128-bit raw with 32 fraction bits, at least one. Halving rounds up. */
function log2AtLeastOne(low: u64, high: u64): i64 {
  let integer: i64 = 0;
  while (high != 0 || low >= TWO) {
    integer++;
    const odd = low & 1;
    low = (low >> 1) | (high << 63);
    high >>= 1;
    low += odd;
    high += <u64>(low < odd);
  }
  return log2Fraction(low, integer);
}

/** I32F32; fails for x <= 0 and where the inverse does not fit (raw 1 and 2). */
export function log2I32F32(x: i64): i64 {
  if (x <= 2) return LOG_FAILED;
  return x >= ONE ? log2AtLeastOne(x, 0) : -log2AtLeastOne(safeDiv(ONE, x), 0);
}

/** I96F32, the argument as a cell; the result fits 64 bits. */
export function log2I96F32(cell: usize): i64 {
  const lowBits = low(cell);
  const highBits = high(cell);
  if (highBits < 0 || (highBits == 0 && lowBits == 0)) return LOG_FAILED;
  if (highBits != 0 || lowBits >= <u64>ONE) return log2AtLeastOne(lowBits, highBits);
  // 2^64 / x fits 64 bits but for x = 1.
  return lowBits == 1 ? -log2AtLeastOne(0, 1) : -log2AtLeastOne(divideShifted(ONE, lowBits), 0);
}

/** ln from log2, both formats. */
export function lnFromLog2(log2: i64): i64 {
  return log2 == LOG_FAILED ? LOG_FAILED : safeDiv(log2, LOG2_E);
}
