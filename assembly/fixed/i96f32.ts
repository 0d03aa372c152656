/** I96F32: 128-bit signed cells, 2^32 is one. epoch.md 1. */
import * as i128 from "./i128";
import { high, low, set } from "./i128";

const FRACTION_BITS = 32;

@inline
export function fromU64(value: u64, result: usize): void {
  set(result, value << 32, <i64>(value >> 32));
}

/** The same raw bits, widened. */
@inline
export function fromI32F32(x32: i64, result: usize): void {
  set(result, <u64>x32, x32 >> 63);
}

/** Floor, clamped into the range of u64. */
export function toU64(a: usize): u64 {
  if (high(a) < 0) return 0;
  if (high(a) >> 32 != 0) return u64.MAX_VALUE;
  return (<u64>high(a) << 32) | (low(a) >> 32);
}

export function saturatingMul(a: usize, b: usize, result: usize): void {
  i128.saturatingMul(a, b, FRACTION_BITS, result);
}

/** 0 where the divisor is 0 and also where the quotient does not fit. */
export function safeDiv(a: usize, b: usize, result: usize): void {
  i128.safeDiv(a, b, FRACTION_BITS, result);
}
