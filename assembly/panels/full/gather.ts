/** From the stored rows into the columns of a full panel. */
import { take } from "../../arena";
import { STEP, bonds, bondsCount, stride, weights, width } from "../panel";
import { normalized } from "../quotient";
import { panelRow } from "../rows";
import { bondPlaces, weightPlaces } from "./places";
import { highPairs, lowPairs, putHalfTurned, putTurned } from "./squares";

/** Rows' values in the columns of a panel, four rows of u16, and marks of what counts of one. */
let places: usize = 0;

export function layOutPlaces(): void {
  places = take((<u64>width * <u64>(STEP + 1)) << 1);
}

/**
 * Gathers the columns from `first` up to `last` (exclusive) and moves the rows' cursors past them. With `bondsNeedWeights`
 * bonds without a weight that counts are left out, and those older than the cutoff in any case.
 */
export function gather(first: u32, last: u32, table: usize, rows: u32, bondsNeedWeights: bool, cutoff: u64): void {
  const columns = last - first;
  for (let slot: u32 = 0; slot < rows; slot += STEP) {
    if (ASC_FEATURE_SIMD) {
      gatherWeights(table, slot, first, columns);
      gatherBonds(table, slot, first, columns, bondsNeedWeights);
    }
    for (let next = slot; next < slot + STEP; next++) {
      if (!ASC_FEATURE_SIMD) gatherRow(table, next, first, columns, bondsNeedWeights);
      const row = panelRow(table, next);
      row.weight = row.weightStop;
      row.bond = row.bondStop;
    }
  }
  for (let column: u32 = 0; column < columns; column++) {
    if (!bondsCount(first + column, cutoff)) memory.fill(bonds + <usize>((column * stride) << 1), 0, (<usize>rows) << 1);
  }
  // What was read behind the last column is nobody's.
  for (let column = columns; column < width; column++) memory.fill(weights + <usize>((column * stride) << 2), 0, (<usize>rows) << 2);
}

@inline
function placesOf(row: u32): usize {
  return places + ((<usize>(row * width)) << 1);
}

/** The weights of four rows, as fractions of each row's sum. */
function gatherWeights(table: usize, slot: u32, first: u32, columns: u32): void {
  const a = panelRow(table, slot);
  const b = panelRow(table, slot + 1);
  const c = panelRow(table, slot + 2);
  const d = panelRow(table, slot + 3);
  let fromA = weightPlaces(a, first, columns, placesOf(0));
  let fromB = weightPlaces(b, first, columns, placesOf(1));
  let fromC = weightPlaces(c, first, columns, placesOf(2));
  let fromD = weightPlaces(d, first, columns, placesOf(3));
  const unitA = a.unit;
  const unitB = b.unit;
  const unitC = c.unit;
  const unitD = d.unit;
  const sumA = i32x4.splat(<i32>a.sum);
  const sumB = i32x4.splat(<i32>b.sum);
  const sumC = i32x4.splat(<i32>c.sum);
  const sumD = i32x4.splat(<i32>d.sum);
  const apart = (<usize>stride) << 2;
  let to = weights + ((<usize>slot) << 2);
  const end = to + <usize>columns * apart;
  do {
    putTurned(
      to, apart,
      normalized<v128>(v128.load16x4_u(fromA), unitA, sumA), normalized<v128>(v128.load16x4_u(fromB), unitB, sumB),
      normalized<v128>(v128.load16x4_u(fromC), unitC, sumC), normalized<v128>(v128.load16x4_u(fromD), unitD, sumD),
    );
    fromA += 2 * STEP;
    fromB += 2 * STEP;
    fromC += 2 * STEP;
    fromD += 2 * STEP;
    to += apart * STEP;
  } while (to < end);
}

/** The bonds of four rows, eight columns at a time. */
function gatherBonds(table: usize, slot: u32, first: u32, columns: u32, needWeights: bool): void {
  let fromA = bondPlaces(panelRow(table, slot), first, columns, needWeights, placesOf(0), placesOf(STEP));
  let fromB = bondPlaces(panelRow(table, slot + 1), first, columns, needWeights, placesOf(1), placesOf(STEP));
  let fromC = bondPlaces(panelRow(table, slot + 2), first, columns, needWeights, placesOf(2), placesOf(STEP));
  let fromD = bondPlaces(panelRow(table, slot + 3), first, columns, needWeights, placesOf(3), placesOf(STEP));
  const apart = (<usize>stride) << 1;
  let to = bonds + ((<usize>slot) << 1);
  const end = to + <usize>columns * apart;
  do {
    const a = v128.load(fromA);
    const b = v128.load(fromB);
    const c = v128.load(fromC);
    const d = v128.load(fromD);
    putHalfTurned(to, apart, lowPairs(a, b), lowPairs(c, d));
    putHalfTurned(to + apart * STEP, apart, highPairs(a, b), highPairs(c, d));
    fromA += 16;
    fromB += 16;
    fromC += 16;
    fromD += 16;
    to += apart * (2 * STEP);
  } while (to < end);
}

/** The same of one row, column by column. */
function gatherRow(table: usize, slot: u32, first: u32, columns: u32, bondsNeedWeights: bool): void {
  const row = panelRow(table, slot);
  const weightsFrom = weightPlaces(row, first, columns, placesOf(0));
  const bondsFrom = bondPlaces(row, first, columns, bondsNeedWeights, placesOf(1), placesOf(STEP));
  for (let column: u32 = 0; column < columns; column++) {
    const entry = <usize>(column * stride + slot);
    const from = (<usize>column) << 1;
    store<u32>(weights + (entry << 2), <u32>normalized<u64>(load<u16>(weightsFrom + from), row.unit, row.sum));
    store<u16>(bonds + (entry << 1), load<u16>(bondsFrom + from));
  }
}
