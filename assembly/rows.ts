/** Sparse rows in memory, and what several stages do with them. lists.md. */
import { take } from "./arena";
import { safeDiv, saturatingAdd, saturatingMul } from "./fixed/i32f32";
import { divideBy, reciprocalOf } from "./fixed/reciprocal";
import { get, put } from "./fixed/vector";

/**
 * Compressed sparse rows: u32 starts (one more than there are rows), u16 uids, and values of u16 (stored) or i64 (raw
 * I32F32). The struct holds three addresses; entries are in stored order, absent is not zero.
 */
@unmanaged
export class Rows {
  starts: usize;
  uids: usize;
  values: usize;

  @inline
  start(row: u32): u32 {
    return load<u32>(this.starts + ((<usize>row) << 2));
  }

  /** One past the last entry. */
  @inline
  end(row: u32): u32 {
    return load<u32>(this.starts + ((<usize>row) << 2), 4);
  }

  @inline
  setEnd(row: u32, end: u32): void {
    store<u32>(this.starts + ((<usize>row) << 2), end, 4);
  }

  @inline
  uid(entry: u32): u32 {
    return load<u16>(this.uids + ((<usize>entry) << 1));
  }

  @inline
  setUid(entry: u32, uid: u32): void {
    store<u16>(this.uids + ((<usize>entry) << 1), <u16>uid);
  }

  @inline
  value(entry: u32): i64 {
    return get(this.values, entry);
  }

  @inline
  setValue(entry: u32, value: i64): void {
    put(this.values, entry, value);
  }

  @inline
  stored(entry: u32): u16 {
    return load<u16>(this.values + ((<usize>entry) << 1));
  }

  @inline
  setStored(entry: u32, value: u16): void {
    store<u16>(this.values + ((<usize>entry) << 1), value);
  }

  /** Begins to fill rows from the first on. */
  @inline
  begin(): void {
    store<u32>(this.starts, 0);
  }

  @inline
  push(entry: u32, uid: u32, value: i64): void {
    this.setUid(entry, uid);
    this.setValue(entry, value);
  }

  /** Appends a row of u16 values as it is, from `entry` on; where the next entry goes. */
  copyStored(from: Rows, row: u32, entry: u32): u32 {
    const start = from.start(row);
    const count = from.end(row) - start;
    memory.copy(this.uids + ((<usize>entry) << 1), from.uids + ((<usize>start) << 1), (<usize>count) << 1);
    memory.copy(this.values + ((<usize>entry) << 1), from.values + ((<usize>start) << 1), (<usize>count) << 1);
    return entry + count;
  }

  /** Becomes another name for the same rows. */
  @inline
  alias(other: Rows): void {
    this.starts = other.starts;
    this.uids = other.uids;
    this.values = other.values;
  }
}

/** Room for the struct itself; its addresses are set when memory is laid out. */
// @ts-ignore: decorator
@inline
export const ROWS_BYTES: i32 = 12;

/** Room for so many rows and entries, in the arena. */
export function takeRows(rows: Rows, count: u64, entries: u64, valueBytes: u64): void {
  rows.starts = take((count + 1) << 2);
  rows.uids = take(entries << 1);
  rows.values = take(entries * valueBytes);
}

@inline
export function zero(vector: usize, count: u32): void {
  memory.fill(vector, 0, (<usize>count) << 3);
}

/** The plain wrapping sum of a row. */
@inline
export function rowSum(rows: Rows, row: u32): i64 {
  let sum: i64 = 0;
  const end = rows.end(row);
  for (let entry = rows.start(row); entry < end; entry++) sum += rows.value(entry);
  return sum;
}

/** Each row safe-divided by its wrapping sum where that is above 0; in place. lists.md 2. */
export function rowNormalize(n: u32, rows: Rows): void {
  for (let i: u32 = 0; i < n; i++) {
    const sum = rowSum(rows, i);
    if (sum <= 0) continue;
    const end = rows.end(i);
    const start = rows.start(i);
    if ((sum & 0xffff_ffff) == 0 && areIntegers(rows, start, end)) {
      // The quotient of two integers is that of their raws; without the fraction bits they fit the short division.
      // Proof: docs/proofs/reciprocal.md
      const integerSum = sum >> 32;
      const reciprocal = reciprocalOf(integerSum);
      for (let entry = start; entry < end; entry++) rows.setValue(entry, divideBy(rows.value(entry) >> 32, integerSum, reciprocal));
    } else {
      for (let entry = start; entry < end; entry++) rows.setValue(entry, safeDiv(rows.value(entry), sum));
    }
  }
}

/** Whether all values have no fraction. */
function areIntegers(rows: Rows, start: u32, end: u32): bool {
  let bits: i64 = 0;
  for (let entry = start; entry < end; entry++) bits |= rows.value(entry);
  return (bits & 0xffff_ffff) == 0;
}

/** Per column the saturating sum of all entries; uids from `columns` on do not count. lists.md 3. */
export function columnTotals(n: u32, rows: Rows, columns: u32, totals: usize): void {
  zero(totals, columns);
  const end = rows.start(n);
  for (let entry: u32 = 0; entry < end; entry++) {
    const uid = rows.uid(entry);
    if (uid < columns) put(totals, uid, saturatingAdd(get(totals, uid), rows.value(entry)));
  }
}

/** Per column the maximum, never below 0. lists.md 4. */
function columnMaxima(n: u32, rows: Rows, columns: u32, maxima: usize): void {
  zero(maxima, columns);
  const end = rows.start(n);
  for (let entry: u32 = 0; entry < end; entry++) {
    const uid = rows.uid(entry);
    if (uid < columns && rows.value(entry) > get(maxima, uid)) put(maxima, uid, rows.value(entry));
  }
}

/** A value as a share of its column; unchanged where the column has nothing to divide by. */
@inline
export function columnShare(value: i64, divisor: i64, reciprocal: i64): i64 {
  if (reciprocal != 0) return divideBy(value, divisor, <u64>reciprocal);
  return divisor == 0 ? value : safeDiv(value, divisor);
}

/** In place. `reciprocals` is a scratch vector. */
function divideColumns(n: u32, rows: Rows, columns: u32, divisors: usize, reciprocals: usize): void {
  columnReciprocals(columns, divisors, reciprocals);
  const end = rows.start(n);
  for (let entry: u32 = 0; entry < end; entry++) {
    const uid = rows.uid(entry);
    if (uid < columns) rows.setValue(entry, columnShare(rows.value(entry), get(divisors, uid), get(reciprocals, uid)));
  }
}

/** What `columnShare` needs of each divisor; 0 where it has to divide in full. */
export function columnReciprocals(columns: u32, divisors: usize, reciprocals: usize): void {
  for (let uid: u32 = 0; uid < columns; uid++) {
    const divisor = get(divisors, uid);
    put(reciprocals, uid, divisor > 0 ? <i64>reciprocalOf(divisor) : 0);
  }
}

/** Columns that sum to one, but for truncation; in place. lists.md 3. */
export function columnNormalize(n: u32, rows: Rows, columns: u32, totals: usize, reciprocals: usize): void {
  columnTotals(n, rows, columns, totals);
  divideColumns(n, rows, columns, totals, reciprocals);
}

/** Columns whose largest entry is exactly one; in place. lists.md 4. */
export function columnMaxUpscale(n: u32, rows: Rows, columns: u32, maxima: usize, reciprocals: usize): void {
  columnMaxima(n, rows, columns, maxima);
  divideColumns(n, rows, columns, maxima, reciprocals);
}

/** Each entry times its row's factor, zeros kept; the result has the same starts and uids. */
export function scaleRows(n: u32, rows: Rows, factors: usize, result: usize): void {
  for (let i: u32 = 0; i < n; i++) {
    const factor = get(factors, i);
    const end = rows.end(i);
    for (let entry = rows.start(i); entry < end; entry++) put(result, entry, saturatingMul(rows.value(entry), factor));
  }
}

/** Per column the saturating sum of entry x row factor, rows ascending. */
export function columnSums(n: u32, rows: Rows, factors: usize, columns: u32, sums: usize): void {
  zero(sums, columns);
  for (let i: u32 = 0; i < n; i++) {
    const factor = get(factors, i);
    const end = rows.end(i);
    for (let entry = rows.start(i); entry < end; entry++) {
      const uid = rows.uid(entry);
      put(sums, uid, saturatingAdd(get(sums, uid), saturatingMul(factor, rows.value(entry))));
    }
  }
}

/** Per row the saturating sum of entry x column factor. */
export function rowSums(n: u32, rows: Rows, factors: usize, sums: usize): void {
  for (let i: u32 = 0; i < n; i++) {
    let sum: i64 = 0;
    const end = rows.end(i);
    for (let entry = rows.start(i); entry < end; entry++) {
      sum = saturatingAdd(sum, saturatingMul(get(factors, rows.uid(entry)), rows.value(entry)));
    }
    put(sums, i, sum);
  }
}
