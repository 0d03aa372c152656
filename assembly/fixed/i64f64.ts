/** Vectors of I64F64: stakes before they are normalised. epoch.md 1. */
import { I64F64, cell, isZero, safeDiv, setZero, wrappingAdd } from "./cell";

const sum: usize = memory.data(16);

/** Each cell safe-divided by the wrapping sum, where that is not 0; in place. */
export function normalize(cells: usize, count: u32): void {
  setZero(sum);
  for (let i: u32 = 0; i < count; i++) wrappingAdd(sum, cell(cells, i), sum);
  if (isZero(sum)) return;
  for (let i: u32 = 0; i < count; i++) safeDiv(cell(cells, i), sum, I64F64, cell(cells, i));
}
