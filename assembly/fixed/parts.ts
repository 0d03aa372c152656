/** Parts of one as the chain stores them, in cells. numbers.md */
import { fromU64, safeDiv, set } from "./cell";
import { taoWeightX32 } from "./proportion";

const whole: usize = memory.data(16);

/** A fraction of 65535. */
export function fractionOfU16(value: u32, format: i32, result: usize): void {
  fromU64(value, format, result);
  fromU64(65_535, format, whole);
  safeDiv(result, whole, format, result);
}

/** A fraction of 2^64-1. */
export function fractionOfU64(value: u64, format: i32, result: usize): void {
  fromU64(value, format, result);
  fromU64(u64.MAX_VALUE, format, whole);
  safeDiv(result, whole, format, result);
}

/** The TAO weight, with 32 fraction bits. */
@inline
export function setTaoWeight(taoWeight: u64, result: usize): void {
  set(result, taoWeightX32(taoWeight), 0);
}
