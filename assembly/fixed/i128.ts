/**
 * Signed 128-bit cells in memory (16 bytes, little endian): what I64F64 and I96F32 share.
 * Every function takes the addresses of its operands and of its result, which may be one of them.
 */
import { divideDigits, multiplyDigits } from "./wide";

const CELL_DIGITS = 4;

const left: usize = memory.data(36);
const right: usize = memory.data(32);
const wide: usize = memory.data(64);

@inline
export function low(cell: usize): u64 {
  return load<u64>(cell);
}

@inline
export function high(cell: usize): i64 {
  return load<i64>(cell, 8);
}

@inline
export function set(cell: usize, low: u64, high: i64): void {
  store<u64>(cell, low);
  store<i64>(cell, high, 8);
}

@inline
export function setMax(cell: usize): void {
  set(cell, u64.MAX_VALUE, i64.MAX_VALUE);
}

@inline
export function setMin(cell: usize): void {
  set(cell, 0, i64.MIN_VALUE);
}

@inline
export function isZero(cell: usize): bool {
  return (low(cell) | <u64>high(cell)) == 0;
}

@inline
export function isGreater(a: usize, b: usize): bool {
  return high(a) > high(b) || (high(a) == high(b) && low(a) > low(b));
}

export function wrappingAdd(a: usize, b: usize, result: usize): void {
  const sum = low(a) + low(b);
  set(result, sum, high(a) + high(b) + <i64>(sum < low(a)));
}

export function saturatingAdd(a: usize, b: usize, result: usize): void {
  const aHigh = high(a);
  const bHigh = high(b);
  wrappingAdd(a, b, result);
  const sumHigh = high(result);
  if (((aHigh ^ sumHigh) & (bHigh ^ sumHigh)) < 0) {
    if (aHigh < 0) setMin(result);
    else setMax(result);
  }
}

/** |cell| as an unsigned 128-bit number. */
function storeMagnitude(cell: usize, target: usize): void {
  if (high(cell) < 0) negate(cell, target);
  else set(target, low(cell), high(cell));
}

function negate(cell: usize, target: usize): void {
  const negated = 0 - low(cell);
  set(target, negated, ~high(cell) + <i64>(negated == 0));
}

/**
 * Takes sign and magnitude (the lower half of `wide`; the upper half must be 0 for it to fit) as a cell.
 * False, and the result untouched, where it does not fit.
 */
function storeSigned(negative: bool, result: usize): bool {
  const fitsUnsigned = (load<u64>(wide, 16) | load<u64>(wide, 24)) == 0;
  if (!fitsUnsigned) return false;
  if (negative) {
    if (<u64>high(wide) > <u64>i64.MIN_VALUE || (high(wide) == i64.MIN_VALUE && low(wide) != 0)) return false;
    negate(wide, result);
  } else {
    if (high(wide) < 0) return false;
    set(result, low(wide), high(wide));
  }
  return true;
}

/** result = floor(a x b / 2^fractionBits) for 32 or 64 fraction bits; false where that does not fit. */
export function mulFloor(a: usize, b: usize, fractionBits: i32, result: usize): bool {
  const negative = (high(a) ^ high(b)) < 0;
  storeMagnitude(a, left);
  storeMagnitude(b, right);
  multiplyDigits(left, CELL_DIGITS, right, CELL_DIGITS, wide);
  const fractionBytes = (<usize>fractionBits) >> 3;
  const fraction = fractionBits == 64 ? load<u64>(wide) : <u64>load<u32>(wide);
  memory.copy(wide, wide + fractionBytes, 32 - fractionBytes);
  memory.fill(wide + 32 - fractionBytes, 0, fractionBytes);
  // Toward minus infinity: a negative product with a fraction is one further from zero.
  if (negative && fraction != 0) increment(wide);
  return storeSigned(negative, result);
}

/** floor(a x b / 2^fractionBits), clamped. */
export function saturatingMul(a: usize, b: usize, fractionBits: i32, result: usize): void {
  const negative = (high(a) ^ high(b)) < 0;
  if (mulFloor(a, b, fractionBits, result)) return;
  if (negative) setMin(result);
  else setMax(result);
}

/** trunc(a x 2^fractionBits / b); 0 where the divisor is 0 and also where the quotient does not fit. */
export function safeDiv(a: usize, b: usize, fractionBits: i32, result: usize): void {
  if (isZero(b) || !divTrunc(a, b, fractionBits, result)) set(result, 0, 0);
}

function increment(digits: usize): void {
  for (let at: usize = 0; at < 32; at += 8) {
    const next = load<u64>(digits + at) + 1;
    store<u64>(digits + at, next);
    if (next != 0) return;
  }
}

/** result = trunc(a x 2^fractionBits / b) for 32 or 64 fraction bits; false where that does not fit. b is not 0. */
export function divTrunc(a: usize, b: usize, fractionBits: i32, result: usize): bool {
  const negative = (high(a) ^ high(b)) < 0;
  const fractionBytes = (<usize>fractionBits) >> 3;
  memory.fill(left, 0, 36);
  storeMagnitude(a, left + fractionBytes);
  storeMagnitude(b, right);
  memory.fill(wide, 0, 32);
  divideDigits(left, CELL_DIGITS + (fractionBits >> 5), right, CELL_DIGITS, wide);
  return storeSigned(negative, result);
}
