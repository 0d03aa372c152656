import { I32F32 } from "./fixed.js";
import type { FixedRows, SparseRows, StoredRows } from "../types.js";

/** Sparse rows as the specification reads them: entries in stored order, absent is not zero. */
export interface Entry {
  readonly uid: number;
  readonly value: bigint;
}
export type Row = readonly Entry[];
export type Rows = readonly Row[];

export function rowAt({ starts, uids, values }: SparseRows<Uint16Array | BigInt64Array>, i: number): Row {
  const row: Entry[] = [];
  for (let at = starts[i]!; at < starts[i + 1]!; at++) row.push({ uid: uids[at]!, value: BigInt(values[at]!) });
  return row;
}

export function fromSparseRows(rows: SparseRows<Uint16Array | BigInt64Array>): Rows {
  return Array.from({ length: rows.starts.length - 1 }, (_, i) => rowAt(rows, i));
}

export function toFixedRows(rows: Rows): FixedRows {
  const starts = rowStarts(rows);
  const [uids, values] = [new Uint16Array(starts.at(-1)!), new BigInt64Array(starts.at(-1)!)];
  rows.forEach((row, i) => {
    row.forEach(({ uid, value }, k) => {
      uids[starts[i]! + k] = uid;
      values[starts[i]! + k] = value;
    });
  });
  return { starts, uids, values };
}

/** Rows of u16 values. */
export function toStoredRows(rows: Rows): StoredRows {
  const entries = rows.flat();
  return {
    starts: rowStarts(rows),
    uids: Uint16Array.from(entries, (entry) => entry.uid),
    values: Uint16Array.from(entries, (entry) => Number(entry.value)),
  };
}

function rowStarts(rows: Rows): Uint32Array {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
  return starts;
}

export function mapValues(rows: Rows, value: (entry: Entry, i: number) => bigint): Rows {
  return rows.map((row, i) => row.map((entry) => ({ uid: entry.uid, value: value(entry, i) })));
}

export function filterEntries(rows: Rows, keep: (uid: number, i: number) => boolean): Rows {
  return rows.map((row, i) => row.filter((entry) => keep(entry.uid, i)));
}

/** The value of each column that a row names; of duplicates the last one. Uids from `columns` on are dropped. */
export function lastValues(row: Row, columns = Infinity): Map<number, bigint> {
  return new Map(row.flatMap(({ uid, value }) => (uid < columns ? [[uid, value]] : [])));
}

/** The value of each column, 0 where absent; of duplicates the last one. Uids from `columns` on are dropped. */
export function dense(row: Row, columns: number): bigint[] {
  const values = new Array<bigint>(columns).fill(0n);
  for (const { uid, value } of row) if (uid < columns) values[uid] = value;
  return values;
}

/** Each row safe-divided by its wrapping sum where that is above 0. lists.md 2. */
export function rowNormalize(rows: Rows): Rows {
  return rows.map((row) => {
    const sum = I32F32.wrappingSum(row.map((entry) => entry.value));
    return sum > 0n ? row.map(({ uid, value }) => ({ uid, value: I32F32.safeDiv(value, sum) })) : row;
  });
}

/** Each entry safe-divided by its column's saturating total where that is not 0. lists.md 3. */
export function columnNormalize(rows: Rows, columns: number): Rows {
  const totals = columnTotals(rows, columns);
  return rows.map((row) => divideRow(row, totals));
}

/** Per column the saturating sum of its entries, rows ascending. Uids from `columns` on are dropped. */
export function columnTotals(rows: Iterable<Row>, columns: number): bigint[] {
  const totals = new Array<bigint>(columns).fill(0n);
  for (const row of rows) {
    for (const { uid, value } of row) if (uid < columns) totals[uid] = I32F32.saturatingAdd(totals[uid]!, value);
  }
  return totals;
}

/** Each entry safe-divided by its column's maximum (at least 0) where that is not 0. lists.md 4. */
export function columnMaxUpscale(rows: Rows, columns: number): Rows {
  const maxima = new Array<bigint>(columns).fill(0n);
  for (const row of rows) {
    for (const { uid, value } of row) if (uid < columns && value > maxima[uid]!) maxima[uid] = value;
  }
  return rows.map((row) => divideRow(row, maxima));
}

/** Each entry safe-divided by its column's divisor where that is there and not 0. */
export function divideRow(row: Row, divisors: readonly bigint[]): Row {
  return row.map(({ uid, value }) => {
    const divisor = divisors[uid] ?? 0n;
    return { uid, value: divisor === 0n ? value : I32F32.safeDiv(value, divisor) };
  });
}

/** Each entry times its row's factor; zeros are kept. */
export function scaleRows(rows: Rows, factors: readonly bigint[]): Rows {
  return rows.map((row, i) => scaleRow(row, factors[i]!));
}

export function scaleRow(row: Row, factor: bigint): Row {
  return row.map(({ uid, value }) => ({ uid, value: I32F32.saturatingMul(value, factor) }));
}

/** Each entry times its column's factor; products of exactly 0 are dropped. */
export function scaleColumns(rows: Rows, factors: readonly bigint[]): Rows {
  return rows.map((row) => scaleRowByColumns(row, factors));
}

export function scaleRowByColumns(row: Row, factors: readonly bigint[]): Row {
  return row.map(({ uid, value }) => ({ uid, value: I32F32.saturatingMul(factors[uid]!, value) })).filter(({ value }) => value !== 0n);
}

/** Per column the saturating sum of entry x row factor, rows ascending. */
export function columnSums(rows: Rows, factors: readonly bigint[], columns: number): bigint[] {
  const sums = new Array<bigint>(columns).fill(0n);
  rows.forEach((row, i) => {
    for (const { uid, value } of row) {
      sums[uid] = I32F32.saturatingAdd(sums[uid]!, I32F32.saturatingMul(factors[i]!, value));
    }
  });
  return sums;
}

/** Per row the saturating sum of entry x column factor. */
export function rowSums(rows: Rows, factors: readonly bigint[]): bigint[] {
  return rows.map((row) => rowSum(row, factors));
}

export function rowSum(row: Row, factors: readonly bigint[]): bigint {
  return row.reduce((sum, { uid, value }) => I32F32.saturatingAdd(sum, I32F32.saturatingMul(factors[uid]!, value)), 0n);
}

/** Per row the plain wrapping sum. */
export function wrappingRowSums(rows: Rows): bigint[] {
  return rows.map(wrappingRowSum);
}

export function wrappingRowSum(row: Row): bigint {
  return I32F32.wrappingSum(row.map((entry) => entry.value));
}
