/** Keeps some of a step's entries: as in lanes.ts, four at a time where there is SIMD (T = v128), else one (T = u64). */

/** For each choice of four lanes, the bytes of those chosen, one behind another. */
// prettier-ignore
const CHOSEN: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0,
  8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0,
  12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0,
  8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
], 16);

/** Stores the values of two lists under a mask one behind another; their number. Writes whole steps. */
@inline
export function moveWhere<T>(mask: T, first: T, toFirst: usize, second: T, toSecond: usize): usize {
  if (isVector<T>()) {
    const chosen = i32x4.bitmask(mask);
    const bytes = v128.load(CHOSEN + ((<usize>chosen) << 4));
    v128.store(toFirst, v128.swizzle(first, bytes));
    v128.store(toSecond, v128.swizzle(second, bytes));
    return <usize>popcnt(chosen);
  }
  store<u32>(toFirst, <u32>first);
  store<u32>(toSecond, <u32>second);
  return <usize>(mask & 1);
}
