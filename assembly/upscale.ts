/** Weights as stored at submission: the largest becomes 65535. lists.md 6. */
import { fromInteger, round, safeDiv, saturatingMul, toU16 } from "./fixed/i32f32";
import { U16_MAX_X32, proportionToU16 } from "./fixed/proportion";
import { get } from "./fixed/vector";

const HALF_RANGE_X32: i64 = fromInteger(32_768);

/** I32F32 values to u16. The two branches are not equal in rounding. */
export function maxUpscaleToU16(count: u32, values: usize, result: usize): void {
  if (count == 0) return;
  let largest = get(values, 0);
  for (let i: u32 = 1; i < count; i++) largest = max(largest, get(values, i));
  const factor = safeDiv(U16_MAX_X32, largest);
  for (let i: u32 = 0; i < count; i++) {
    const value = get(values, i);
    let stored: u16;
    if (largest == 0) stored = proportionToU16(value);
    else if (largest > HALF_RANGE_X32) stored = toU16(round(saturatingMul(value, factor)));
    else stored = toU16(round(safeDiv(saturatingMul(value, U16_MAX_X32), largest)));
    store<u16>(result + ((<usize>i) << 1), stored);
  }
}
