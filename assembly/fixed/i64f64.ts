/** I64F64: 128-bit signed cells, 2^64 is one. Stakes before they are normalised. epoch.md 1. */
import * as i32f32 from "./i32f32";
import * as i128 from "./i128";
import { high, isZero, low, set, setMax, wrappingAdd } from "./i128";

const FRACTION_BITS = 64;

export const CELL_BYTES: usize = 16;

@inline
export function cell(cells: usize, index: u32): usize {
  return cells + (<usize>index) * CELL_BYTES;
}

/** Saturates from 2^63 on. */
@inline
export function fromU64(value: u64, result: usize): void {
  if (<i64>value < 0) setMax(result);
  else set(result, 0, <i64>value);
}

/** Floor, clamped below at 0; the integer part always fits. */
@inline
export function toU64(a: usize): u64 {
  return high(a) < 0 ? 0 : <u64>high(a);
}

/** Floor to 32 fraction bits, clamped. */
export function toI32F32(a: usize): i64 {
  const integer = high(a);
  if (integer > i32.MAX_VALUE) return i32f32.MAX;
  if (integer < i32.MIN_VALUE) return i32f32.MIN;
  return toI32F32Wrapping(a);
}

@inline
export function toI32F32Wrapping(a: usize): i64 {
  return (high(a) << 32) | (low(a) >> 32);
}

export function saturatingMul(a: usize, b: usize, result: usize): void {
  i128.saturatingMul(a, b, FRACTION_BITS, result);
}

/** 0 where the divisor is 0 and also where the quotient does not fit. */
export function safeDiv(a: usize, b: usize, result: usize): void {
  i128.safeDiv(a, b, FRACTION_BITS, result);
}

const sum: usize = memory.data(16);

/** Each cell safe-divided by the wrapping sum, where that is not 0; in place. */
export function normalize(cells: usize, count: u32): void {
  set(sum, 0, 0);
  for (let i: u32 = 0; i < count; i++) wrappingAdd(sum, cell(cells, i), sum);
  if (isZero(sum)) return;
  for (let i: u32 = 0; i < count; i++) safeDiv(cell(cells, i), sum, cell(cells, i));
}
