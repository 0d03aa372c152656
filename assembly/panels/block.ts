/**
 * Four rows at once that have every column of a panel, as in dense networks: squares of four by four entries are turned
 * from rows to columns and back. The same as entry by entry in gather.ts and scatter.ts, where there is SIMD.
 */
import { item } from "../list";
import * as at from "../memory";
import { divided } from "./lanes";
import { STEP, bondBits, bonds, counts, entries, slots, stride, weights } from "./panel";
import { PanelRow, panelRow } from "./rows";

/** Whether four rows have all weights and bonds from `first` up to `last` (exclusive), and none is too old to count. */
export function isFullBlock(table: usize, slot: u32, first: u32, last: u32): bool {
  if (((last - first) & (STEP - 1)) != 0) return false;
  for (let r: u32 = 0; r < STEP; r++) if (!isFull(panelRow(table, slot + r), first, last)) return false;
  return true;
}

function isFull(row: PanelRow, first: u32, last: u32): bool {
  const further = last - first - 1;
  // The uids ascend, so that none is missing between the first and the last.
  return (
    row.dated == 0 &&
    row.weight + further < row.weightEnd &&
    row.bond + further < row.bondEnd &&
    at.storedWeights.uid(row.weight) == first &&
    at.storedWeights.uid(row.weight + further) == last - 1 &&
    at.storedBonds.uid(row.bond) == first &&
    at.storedBonds.uid(row.bond + further) == last - 1
  );
}

/** Four columns' weights in a row, as fractions of its sum; 0 on the barred uid. */
@inline
function weightsOf(row: PanelRow, column: u32, names: v128): v128 {
  const weights = divided<v128>(
    i32x4.extend_low_i16x8_u(v128.load64_zero(at.storedWeights.values + ((<usize>(row.weight + column)) << 1))),
    i32x4.splat(<i32>row.upper), i32x4.splat(<i32>row.middle), i32x4.splat(<i32>row.lower), i32x4.splat(<i32>row.sum),
  );
  return v128.andnot(weights, i32x4.eq(i32x4.extend_low_i16x8_u(names), i32x4.splat(row.barred)));
}

/** Four columns' bonds; 0 on the barred uid where they need a weight. */
@inline
function bondsOf(row: PanelRow, column: u32, bits: v128, names: v128, weightsOnly: bool): v128 {
  const bonds = v128.and(v128.load64_zero(at.storedBonds.values + ((<usize>(row.bond + column)) << 1)), bits);
  return weightsOnly ? v128.andnot(bonds, i16x8.eq(names, i16x8.splat(<i16>row.barred))) : bonds;
}

@inline
function entryOf(column: u32): u32 {
  return column * stride + item(counts, column);
}

/** The positions are those of the first row, whose entries the others' follow. Returns the next position. */
export function gatherBlock(table: usize, slot: u32, first: u32, last: u32, weightsOnly: bool, position: u32): u32 {
  const columns = last - first;
  const a = panelRow(table, slot);
  const b = panelRow(table, slot + 1);
  const c = panelRow(table, slot + 2);
  const d = panelRow(table, slot + 3);
  a.position = position;
  const own = i16x8.add(i16x8.splat(<i16>slot), i16x8(0, 1, 2, 3, 0, 0, 0, 0));
  for (let column: u32 = 0; column < columns; column += STEP) {
    const entry0 = entryOf(column);
    const entry1 = entryOf(column + 1);
    const entry2 = entryOf(column + 2);
    const entry3 = entryOf(column + 3);
    const names = i16x8.add(i16x8.splat(<i16>(first + column)), i16x8(0, 1, 2, 3, 0, 0, 0, 0));
    putSquare(
      weights, entry0, entry1, entry2, entry3,
      weightsOf(a, column, names), weightsOf(b, column, names), weightsOf(c, column, names), weightsOf(d, column, names),
    );
    const bits = v128.load64_zero(bondBits + ((<usize>column) << 1));
    putHalfSquare(
      bonds, entry0, entry1, entry2, entry3,
      bondsOf(a, column, bits, names, weightsOnly), bondsOf(b, column, bits, names, weightsOnly),
      bondsOf(c, column, bits, names, weightsOnly), bondsOf(d, column, bits, names, weightsOnly),
    );
    v128.store64_lane(slots + ((<usize>entry0) << 1), own, 0);
    v128.store64_lane(slots + ((<usize>entry1) << 1), own, 0);
    v128.store64_lane(slots + ((<usize>entry2) << 1), own, 0);
    v128.store64_lane(slots + ((<usize>entry3) << 1), own, 0);
    const added = v128.load(counts + ((<usize>column) << 2));
    v128.store(counts + ((<usize>column) << 2), i32x4.add(added, i32x4.splat(<i32>STEP)));

    const here = entries + ((<usize>(position + column)) << 2);
    store<u32>(here, entry0);
    store<u32>(here, entry1, 4);
    store<u32>(here, entry2, 8);
    store<u32>(here, entry3, 12);
  }
  a.weight += columns;
  b.weight += columns;
  c.weight += columns;
  d.weight += columns;
  a.bond += columns;
  b.bond += columns;
  c.bond += columns;
  d.bond += columns;
  return position + columns;
}

/** Stores four rows of u32 as columns. */
@inline
function putSquare(list: usize, to0: u32, to1: u32, to2: u32, to3: u32, a: v128, b: v128, c: v128, d: v128): void {
  const ab01 = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const ab23 = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cd01 = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const cd23 = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(list + ((<usize>to0) << 2), i64x2.shuffle(ab01, cd01, 0, 2));
  v128.store(list + ((<usize>to1) << 2), i64x2.shuffle(ab01, cd01, 1, 3));
  v128.store(list + ((<usize>to2) << 2), i64x2.shuffle(ab23, cd23, 0, 2));
  v128.store(list + ((<usize>to3) << 2), i64x2.shuffle(ab23, cd23, 1, 3));
}

/** Stores four rows of u16 as columns. */
@inline
function putHalfSquare(list: usize, to0: u32, to1: u32, to2: u32, to3: u32, a: v128, b: v128, c: v128, d: v128): void {
  const ab = i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
  const cd = i16x8.shuffle(c, d, 0, 8, 1, 9, 2, 10, 3, 11);
  const first = i32x4.shuffle(ab, cd, 0, 4, 1, 5);
  const second = i32x4.shuffle(ab, cd, 2, 6, 3, 7);
  v128.store64_lane(list + ((<usize>to0) << 1), first, 0);
  v128.store64_lane(list + ((<usize>to1) << 1), first, 1);
  v128.store64_lane(list + ((<usize>to2) << 1), second, 0);
  v128.store64_lane(list + ((<usize>to3) << 1), second, 1);
}

/** Whether nothing of a block has been dropped; `row` is its first. */
export function isWholeBlock(row: PanelRow, columns: u32): bool {
  let dropped = i16x8.splat(0);
  for (let column: u32 = 0; column < columns; column++) {
    const entry = item(entries, row.position + column);
    dropped = v128.or(dropped, i16x8.eq(v128.load64_zero(slots + ((<usize>entry) << 1)), i16x8.splat(-1)));
  }
  return !v128.any_true(dropped);
}

/** The results of a whole block. */
export function scatterBlock(table: usize, slot: u32, first: u32, columns: u32, resultUids: usize, shares: usize, values: usize): void {
  const a = panelRow(table, slot);
  const b = panelRow(table, slot + 1);
  const c = panelRow(table, slot + 2);
  const d = panelRow(table, slot + 3);
  for (let column: u32 = 0; column < columns; column += STEP) {
    const places = entries + ((<usize>(a.position + column)) << 2);
    const entry0 = <usize>load<u32>(places);
    const entry1 = <usize>load<u32>(places, 4);
    const entry2 = <usize>load<u32>(places, 8);
    const entry3 = <usize>load<u32>(places, 12);
    const toA = a.resultEnd + column;
    const toB = b.resultEnd + column;
    const toC = c.resultEnd + column;
    const toD = d.resultEnd + column;
    putSquare(
      shares, toA, toB, toC, toD,
      v128.load(weights + (entry0 << 2)), v128.load(weights + (entry1 << 2)), v128.load(weights + (entry2 << 2)), v128.load(weights + (entry3 << 2)),
    );
    putHalfSquare(
      values, toA, toB, toC, toD,
      v128.load64_zero(bonds + (entry0 << 1)), v128.load64_zero(bonds + (entry1 << 1)), v128.load64_zero(bonds + (entry2 << 1)), v128.load64_zero(bonds + (entry3 << 1)),
    );
    const names = i16x8.add(i16x8.splat(<i16>(first + column)), i16x8(0, 1, 2, 3, 0, 0, 0, 0));
    v128.store64_lane(resultUids + ((<usize>toA) << 1), names, 0);
    v128.store64_lane(resultUids + ((<usize>toB) << 1), names, 0);
    v128.store64_lane(resultUids + ((<usize>toC) << 1), names, 0);
    v128.store64_lane(resultUids + ((<usize>toD) << 1), names, 0);
  }
  a.resultEnd += columns;
  b.resultEnd += columns;
  c.resultEnd += columns;
  d.resultEnd += columns;
}
