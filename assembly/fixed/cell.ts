/**
 * 128-bit fixed point in cells of memory (16 bytes, little endian). Every function takes the addresses of its operands
 * and of its result, which may be one of them; a format says how many fraction bits there are, and whether the integer
 * is signed. Multiplication floors (toward minus infinity), division truncates (toward zero).
 * Proof: docs/proofs/wide-numbers.md
 */
import { divideByDigit, divideDigits, multiplyDigits } from "./wide";

const SIGNED: i32 = 1 << 8;

export const I64F64: i32 = 64 | SIGNED;
export const I96F32: i32 = 32 | SIGNED;
export const U64F64: i32 = 64;
export const U96F32: i32 = 32;

/** Integers: no fraction. */
export const I128: i32 = SIGNED;
export const U128: i32 = 0;

export const CELL_BYTES: usize = 16;
const CELL_DIGITS = 4;

// Operands and results of up to 256 bits, and a digit of room for the division.
const left: usize = memory.data(36);
const right: usize = memory.data(32);
const wide: usize = memory.data(64);

@inline
function isSigned(format: i32): bool {
  return (format & SIGNED) != 0;
}

@inline
function fractionBits(format: i32): i32 {
  return format & 0xff;
}

/** The address of one cell of an array. */
@inline
export function cell(cells: usize, index: u32): usize {
  return cells + (<usize>index) * CELL_BYTES;
}

@inline
export function low(cell: usize): u64 {
  return load<u64>(cell);
}

/** The upper half, with the sign in a signed format. */
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
export function copy(cell: usize, result: usize): void {
  set(result, low(cell), high(cell));
}

@inline
export function setZero(cell: usize): void {
  set(cell, 0, 0);
}

/** Of a format with a fraction. */
@inline
export function setOne(format: i32, result: usize): void {
  if (fractionBits(format) == 64) set(result, 0, 1);
  else set(result, 1 << 32, 0);
}

export function setMax(format: i32, cell: usize): void {
  set(cell, u64.MAX_VALUE, isSigned(format) ? i64.MAX_VALUE : -1);
}

function setMin(format: i32, cell: usize): void {
  set(cell, 0, isSigned(format) ? i64.MIN_VALUE : 0);
}

@inline
export function isZero(cell: usize): bool {
  return (low(cell) | <u64>high(cell)) == 0;
}

@inline
export function isNegative(cell: usize, format: i32): bool {
  return isSigned(format) && high(cell) < 0;
}

/** a > b */
export function isGreater(a: usize, b: usize, format: i32): bool {
  if (high(a) == high(b)) return low(a) > low(b);
  return isSigned(format) ? high(a) > high(b) : <u64>high(a) > <u64>high(b);
}

/** A u64 as fixed point; in I64F64 it saturates from 2^63 on. */
export function fromU64(value: u64, format: i32, result: usize): void {
  if (fractionBits(format) == 32) set(result, value << 32, <i64>(value >> 32));
  else if (isSigned(format) && <i64>value < 0) setMax(format, result);
  else set(result, 0, <i64>value);
}

/** An i64 as I64F64. */
@inline
export function fromI64(value: i64, result: usize): void {
  set(result, 0, value);
}

/** Raw I32F32 as raw I96F32. */
@inline
export function fromI32F32(x32: i64, result: usize): void {
  set(result, <u64>x32, x32 >> 63);
}

/** Floor, clamped into the range of u64. */
export function toU64(a: usize, format: i32): u64 {
  if (isNegative(a, format)) return 0;
  if (fractionBits(format) == 64) return <u64>high(a);
  if (<u64>high(a) >> 32 != 0) return u64.MAX_VALUE;
  return (<u64>high(a) << 32) | (low(a) >> 32);
}

/** Floor to 32 fraction bits, clamped into the range of I32F32. */
export function toI32F32(a: usize, format: i32): i64 {
  const negative = isNegative(a, format);
  const top = high(a);
  if (fractionBits(format) == 64) {
    const fits = negative ? top >= i32.MIN_VALUE : <u64>top <= <u64>i32.MAX_VALUE;
    return fits ? toI32F32Wrapping(a) : negative ? i64.MIN_VALUE : i64.MAX_VALUE;
  }
  const fits = negative ? top == -1 && <i64>low(a) < 0 : top == 0 && <i64>low(a) >= 0;
  return fits ? <i64>low(a) : negative ? i64.MIN_VALUE : i64.MAX_VALUE;
}

/** 64 fraction bits to 32: floor, and the lower 64 bits of what that gives. */
@inline
export function toI32F32Wrapping(a: usize): i64 {
  return (high(a) << 32) | <i64>(low(a) >> 32);
}

/** The same value in another format: floor where it has fewer fraction bits, clamped. */
export function convert(a: usize, from: i32, to: i32, result: usize): void {
  const negative = isNegative(a, from);
  if (fractionBits(from) > fractionBits(to)) {
    if (negative && !isSigned(to)) setZero(result);
    else set(result, (low(a) >> 32) | (<u64>high(a) << 32), isSigned(from) ? high(a) >> 32 : <i64>(<u64>high(a) >> 32));
    return;
  }
  memory.fill(wide, 0, 32);
  storeMagnitude(a, from, fractionBits(from) < fractionBits(to) ? wide + 4 : wide);
  if (!storeFitting(negative, to, result)) saturate(negative, to, result);
}

function saturate(negative: bool, format: i32, result: usize): void {
  if (negative) setMin(format, result);
  else setMax(format, result);
}

@inline
export function wrappingAdd(a: usize, b: usize, result: usize): void {
  const sum = low(a) + low(b);
  set(result, sum, high(a) + high(b) + <i64>(sum < low(b)));
}

export function saturatingAdd(a: usize, b: usize, format: i32, result: usize): void {
  const aHigh = high(a);
  const bHigh = high(b);
  const sum = low(a) + low(b);
  const carry = <i64>(sum < low(b));
  const sumHigh = aHigh + bHigh + carry;
  set(result, sum, sumHigh);
  if (isSigned(format)) {
    if (((aHigh ^ sumHigh) & (bHigh ^ sumHigh)) < 0) saturate(aHigh < 0, format, result);
  } else {
    // A carry out of the top: the majority of the two top bits and the complement of the sum's.
    if (((aHigh & bHigh) | ((aHigh | bHigh) & ~sumHigh)) < 0) setMax(format, result);
  }
}

export function saturatingSub(a: usize, b: usize, format: i32, result: usize): void {
  const aHigh = high(a);
  const bHigh = high(b);
  const below = isGreater(b, a, format);
  const borrow = <i64>(low(a) < low(b));
  const difference = aHigh - bHigh - borrow;
  set(result, low(a) - low(b), difference);
  if (isSigned(format)) {
    if (((aHigh ^ bHigh) & (aHigh ^ difference)) < 0) saturate(aHigh < 0, format, result);
  } else if (below) {
    setZero(result);
  }
}

/** |cell| as an unsigned 128-bit number. */
@inline
function storeMagnitude(cell: usize, format: i32, target: usize): void {
  if (isNegative(cell, format)) negate(cell, target);
  else copy(cell, target);
}

@inline
export function negate(cell: usize, target: usize): void {
  const negated = 0 - low(cell);
  set(target, negated, ~high(cell) + <i64>(negated == 0));
}

/** Takes sign and magnitude (256 bits in `wide`) as a cell; false, and the result untouched, where it does not fit. */
function storeFitting(negative: bool, format: i32, result: usize): bool {
  if ((load<u64>(wide, 16) | load<u64>(wide, 24)) != 0) return false;
  if (negative) {
    const fits = isSigned(format)
      ? high(wide) >= 0 || (high(wide) == i64.MIN_VALUE && low(wide) == 0)
      : isZero(wide);
    if (!fits) return false;
    negate(wide, result);
  } else {
    if (isSigned(format) && high(wide) < 0) return false;
    copy(wide, result);
  }
  return true;
}

/** result = floor(a x b); false where that does not fit. */
export function mulFloor(a: usize, b: usize, format: i32, result: usize): bool {
  const negative = isNegative(a, format) != isNegative(b, format);
  storeMagnitude(a, format, left);
  storeMagnitude(b, format, right);
  multiplyDigits(left, CELL_DIGITS, right, CELL_DIGITS, wide);
  const fraction = fractionBits(format) == 64 ? load<u64>(wide) : <u64>load<u32>(wide);
  const fractionBytes = (<usize>fractionBits(format)) >> 3;
  memory.copy(wide, wide + fractionBytes, 32 - fractionBytes);
  memory.fill(wide + 32 - fractionBytes, 0, fractionBytes);
  // Toward minus infinity: a negative product with a fraction is one further from zero.
  if (negative && fraction != 0) increment(wide);
  return storeFitting(negative, format, result);
}

function increment(digits: usize): void {
  for (let at: usize = 0; at < 32; at += 8) {
    const next = load<u64>(digits + at) + 1;
    store<u64>(digits + at, next);
    if (next != 0) return;
  }
}

/** result = trunc(a / b); false where that does not fit. b is not 0. */
export function divTrunc(a: usize, b: usize, format: i32, result: usize): bool {
  const negative = isNegative(a, format) != isNegative(b, format);
  const fractionBytes = (<usize>fractionBits(format)) >> 3;
  memory.fill(left, 0, 36);
  storeMagnitude(a, format, left + fractionBytes);
  storeMagnitude(b, format, right);
  memory.fill(wide, 0, 32);
  divideDigits(left, CELL_DIGITS + (fractionBits(format) >> 5), right, CELL_DIGITS, wide);
  return storeFitting(negative, format, result);
}

/** floor(a x b), clamped. */
export function saturatingMul(a: usize, b: usize, format: i32, result: usize): void {
  const negative = isNegative(a, format) != isNegative(b, format);
  if (!mulFloor(a, b, format, result)) saturate(negative, format, result);
}

/** trunc(a / b), clamped. b is not 0. */
export function saturatingDiv(a: usize, b: usize, format: i32, result: usize): void {
  const negative = isNegative(a, format) != isNegative(b, format);
  if (!divTrunc(a, b, format, result)) saturate(negative, format, result);
}

/** trunc(a / b); 0 where the divisor is 0 and also where the quotient does not fit. */
export function safeDiv(a: usize, b: usize, format: i32, result: usize): void {
  if (isZero(b) || !divTrunc(a, b, format, result)) setZero(result);
}

/** A cell that is not negative, divided by a small integer in place; truncated. */
export function divideBySmall(cell: usize, by: u32): void {
  divideByDigit(cell, CELL_DIGITS, by, cell);
}

/** The integer part, as fixed point: toward minus infinity. */
export function floor(a: usize, format: i32, result: usize): void {
  if (fractionBits(format) == 64) set(result, 0, high(a));
  else set(result, low(a) & 0xffff_ffff_0000_0000, high(a));
}
