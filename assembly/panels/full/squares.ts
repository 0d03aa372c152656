/** Squares of four by four, turned. */

/** Stores four rows of u32 as columns, `apart` bytes from one another. */
@inline
export function putTurned(to: usize, apart: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab01 = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const ab23 = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cd01 = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const cd23 = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(ab01, cd01, 0, 2));
  v128.store(to + apart, i64x2.shuffle(ab01, cd01, 1, 3));
  v128.store(to + 2 * apart, i64x2.shuffle(ab23, cd23, 0, 2));
  v128.store(to + 3 * apart, i64x2.shuffle(ab23, cd23, 1, 3));
}

/** The same of the upper or the lower four of eight u16 in each row. */
@inline
export function putHalfTurned(to: usize, apart: usize, ab: v128, cd: v128): void {
  const first = i32x4.shuffle(ab, cd, 0, 4, 1, 5);
  const second = i32x4.shuffle(ab, cd, 2, 6, 3, 7);
  v128.store64_lane(to, first, 0);
  v128.store64_lane(to + apart, first, 1);
  v128.store64_lane(to + 2 * apart, second, 0);
  v128.store64_lane(to + 3 * apart, second, 1);
}

/** Two rows of eight u16, pair by pair: the lower four pairs. */
@inline
export function lowPairs(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

@inline
export function highPairs(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}
