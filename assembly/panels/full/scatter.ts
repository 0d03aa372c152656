/** From the columns of a full panel back into rows. */
import { toU16 } from "../lanes";
import { BLOCK, STEP, stride, weights } from "../panel";
import { PanelRow, panelRow } from "../rows";

/** For each choice of eight u16, the bytes of those chosen, one behind another. */
const CHOSEN: usize = memory.data(256 * 16, 16);
for (let choice: usize = 0; choice < 256; choice++) {
  let to = CHOSEN + (choice << 4);
  for (let lane: u32 = 0; lane < 8; lane++) {
    if (((choice >> lane) & 1) == 0) continue;
    store<u16>(to, <u16>(0x0100 + 0x0202 * lane));
    to += 2;
  }
}

/** Behind the results of the panels before, each row's results of this one, of what is above 0: uids and stored bonds, u16. */
export function scatter(table: usize, rows: u32, first: u32, columns: u32, resultUids: usize, values: usize): void {
  for (let slot: u32 = 0; slot < rows; slot += STEP) {
    if (ASC_FEATURE_SIMD) {
      scatterRows(table, slot, first, columns, resultUids, values);
    } else {
      for (let next = slot; next < slot + STEP; next++) scatterRow(panelRow(table, next), next, first, columns, resultUids, values);
    }
  }
}

/** Four rows, eight columns at a time; it may write seven results more than there are. */
function scatterRows(table: usize, slot: u32, first: u32, columns: u32, resultUids: usize, values: usize): void {
  const a = panelRow(table, slot);
  const b = panelRow(table, slot + 1);
  const c = panelRow(table, slot + 2);
  const d = panelRow(table, slot + 3);
  let toA = <usize>a.resultEnd;
  let toB = <usize>b.resultEnd;
  let toC = <usize>c.resultEnd;
  let toD = <usize>d.resultEnd;
  const apart = (<usize>stride) << 2;
  let from = weights + ((<usize>slot) << 2);
  const end = from + <usize>columns * apart;
  let names = i16x8.add(i16x8.splat(<i16>first), i16x8(0, 1, 2, 3, 4, 5, 6, 7));
  do {
    const column0 = v128.load(from);
    const column1 = v128.load(from + apart);
    const column2 = v128.load(from + 2 * apart);
    const column3 = v128.load(from + 3 * apart);
    const ab01 = i32x4.shuffle(column0, column1, 0, 4, 1, 5);
    const cd01 = i32x4.shuffle(column0, column1, 2, 6, 3, 7);
    const ab23 = i32x4.shuffle(column2, column3, 0, 4, 1, 5);
    const cd23 = i32x4.shuffle(column2, column3, 2, 6, 3, 7);
    from += apart * STEP;
    const column4 = v128.load(from);
    const column5 = v128.load(from + apart);
    const column6 = v128.load(from + 2 * apart);
    const column7 = v128.load(from + 3 * apart);
    const ab45 = i32x4.shuffle(column4, column5, 0, 4, 1, 5);
    const cd45 = i32x4.shuffle(column4, column5, 2, 6, 3, 7);
    const ab67 = i32x4.shuffle(column6, column7, 0, 4, 1, 5);
    const cd67 = i32x4.shuffle(column6, column7, 2, 6, 3, 7);
    from += apart * STEP;
    toA = putKept(i64x2.shuffle(ab01, ab23, 0, 2), i64x2.shuffle(ab45, ab67, 0, 2), names, toA, resultUids, values);
    toB = putKept(i64x2.shuffle(ab01, ab23, 1, 3), i64x2.shuffle(ab45, ab67, 1, 3), names, toB, resultUids, values);
    toC = putKept(i64x2.shuffle(cd01, cd23, 0, 2), i64x2.shuffle(cd45, cd67, 0, 2), names, toC, resultUids, values);
    toD = putKept(i64x2.shuffle(cd01, cd23, 1, 3), i64x2.shuffle(cd45, cd67, 1, 3), names, toD, resultUids, values);
    names = i16x8.add(names, i16x8.splat(<i16>BLOCK));
  } while (from < end);
  a.resultEnd = <u32>toA;
  b.resultEnd = <u32>toB;
  c.resultEnd = <u32>toC;
  d.resultEnd = <u32>toD;
}

/** Appends those of eight results that are above 0; where the next one goes. */
@inline
function putKept(low: v128, high: v128, names: v128, to: usize, resultUids: usize, values: usize): usize {
  const zero = i32x4.splat(0);
  const stored = i16x8.narrow_i32x4_u(toU16<v128>(low), toU16<v128>(high));
  const choice = i16x8.bitmask(i16x8.narrow_i32x4_s(i32x4.ne(low, zero), i32x4.ne(high, zero)));
  if (choice == 0xff) {
    v128.store(resultUids + (to << 1), names);
    v128.store(values + (to << 1), stored);
    return to + 8;
  }
  const bytes = v128.load(CHOSEN + ((<usize>choice) << 4));
  v128.store(resultUids + (to << 1), v128.swizzle(names, bytes));
  v128.store(values + (to << 1), v128.swizzle(stored, bytes));
  return to + <usize>popcnt(choice);
}

/** One row, column by column. */
function scatterRow(row: PanelRow, slot: u32, first: u32, columns: u32, resultUids: usize, values: usize): void {
  let result = <usize>row.resultEnd;
  for (let column: u32 = 0; column < columns; column++) {
    const bond = <u64>load<u32>(weights + ((<usize>(column * stride + slot)) << 2));
    store<u16>(resultUids + (result << 1), <u16>(first + column));
    store<u16>(values + (result << 1), <u16>toU16<u64>(bond));
    result += <usize>(bond != 0);
  }
  row.resultEnd = <u32>result;
}
