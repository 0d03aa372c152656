/** The rows that matter, in ascending order of uids or not at all, and what of them is the same for every column. */
import { getU64 } from "../fixed/u64";
import { get } from "../fixed/vector";
import { outdated } from "../masks";
import * as at from "../memory";
import { Rows } from "../rows";
import { STEP } from "./panel";
import { perUnit } from "./quotient";

/** No uid. */
export const NONE: u32 = u32.MAX_VALUE;

/** A validator's stored weights and bonds from the current panel on, and where its results go. */
@unmanaged
export class PanelRow {
  /** of its weights that count, 1 where there are none, and 2^32 over it */
  sum: u64;
  unit: f64;
  updated: u64;
  committed: u64;
  /** the uid, or NONE for nobody's row, which is empty */
  uid: u32;
  /** the uid on which its weight does not count */
  barred: u32;
  /** whether some weight might be older than the registration of its target */
  dated: u32;
  /** entries: the next of its weights, where those of the current panel end, and where all do */
  weight: u32;
  weightStop: u32;
  weightEnd: u32;
  /** the same of its bonds */
  bond: u32;
  bondStop: u32;
  bondEnd: u32;
  /** where its results begin, and where the next one goes */
  resultStart: u32;
  resultEnd: u32;
  /** in a sparse panel, the positions of its entries */
  position: u32;
  positionEnd: u32;
}

export const PANEL_ROW_BYTES: usize = offsetof<PanelRow>();

@inline
export function panelRow(table: usize, slot: u32): PanelRow {
  return changetype<PanelRow>(table + (<usize>slot) * PANEL_ROW_BYTES);
}

/** Whether the entries' uids ascend, none twice. */
function ascends(rows: Rows, start: u32, end: u32): bool {
  let entry = start;
  if (ASC_FEATURE_SIMD) {
    let inOrder = i16x8.splat(-1);
    for (; entry + 9 <= end; entry += 8) {
      const uids = rows.uids + ((<usize>entry) << 1);
      inOrder = v128.and(inOrder, i16x8.lt_u(v128.load(uids), v128.load(uids, 2)));
    }
    if (!i16x8.all_true(inOrder)) return false;
  }
  for (; entry + 1 < end; entry++) if (rows.uid(entry) >= rows.uid(entry + 1)) return false;
  return true;
}

/** The end of an ascending row without the uids from `n` on. */
function endBelow(n: u32, rows: Rows, start: u32, end: u32): u32 {
  while (end > start && rows.uid(end - 1) >= n) end--;
  return end;
}

/** The plain sum of stored values. Proof: docs/proofs/lane-sums.md */
function sumOf(rows: Rows, start: u32, end: u32): u64 {
  let sum: u64 = 0;
  let entry = start;
  if (ASC_FEATURE_SIMD) {
    // A lane gains less than 2^17 at a time and is emptied before it overflows.
    while (entry + 8 <= end) {
      const last = min(end, entry + 8 * 0x7fff);
      let lanes = i32x4.splat(0);
      for (; entry + 8 <= last; entry += 8) {
        lanes = i32x4.add(lanes, i32x4.extadd_pairwise_i16x8_u(v128.load(rows.values + ((<usize>entry) << 1))));
      }
      const pairs = i64x2.add(i64x2.extend_low_i32x4_u(lanes), i64x2.extend_high_i32x4_u(lanes));
      sum += i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
    }
  }
  for (; entry < end; entry++) sum += rows.stored(entry);
  return sum;
}

/** The stored value on a uid in an ascending row, 0 where there is none. */
function valueOn(uid: u32, rows: Rows, start: u32, end: u32): u64 {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.uid(middle) < uid) low = middle + 1;
    else high = middle;
  }
  return low < end && rows.uid(low) == uid ? rows.stored(low) : 0;
}

/** Whether the weight on a uid does not count. weights.md. */
@inline
export function isMasked(row: PanelRow, uid: u32, blockAtRegistration: usize, commitReveal: bool): bool {
  return uid == row.barred || (row.dated != 0 && outdated(row.updated, getU64(blockAtRegistration, uid), commitReveal, row.committed));
}

/** The sum of the weights that count, by which they are divided. */
function weightSum(row: PanelRow, rows: Rows): u64 {
  if (!row.dated) return sumOf(rows, row.weight, row.weightEnd) - (row.barred == NONE ? 0 : valueOn(row.barred, rows, row.weight, row.weightEnd));
  let sum: u64 = 0;
  for (let entry = row.weight; entry < row.weightEnd; entry++) {
    if (!isMasked(row, rows.uid(entry), at.blockAtRegistration, at.commitReveal)) sum += rows.stored(entry);
  }
  return sum;
}

/** False where a row is not ascending. */
function setRow(n: u32, uid: u32, latestRegistration: u64, row: PanelRow): bool {
  const weights = at.storedWeights;
  const bonds = at.storedBonds;
  row.uid = uid;
  row.updated = getU64(at.lastUpdate, uid);
  row.committed = getU64(at.commitBlocks, uid);
  row.barred = <i32>uid == at.ownerUid ? NONE : uid;
  row.dated = <u32>outdated(row.updated, latestRegistration, at.commitReveal, row.committed);
  row.weight = weights.start(uid);
  row.weightEnd = load<u8>(at.permits + uid) ? weights.end(uid) : row.weight;
  row.bond = bonds.start(uid);
  row.bondEnd = bonds.end(uid);
  if (!ascends(weights, row.weight, row.weightEnd) || !ascends(bonds, row.bond, row.bondEnd)) return false;
  row.weightEnd = endBelow(n, weights, row.weight, row.weightEnd);
  row.bondEnd = endBelow(n, bonds, row.bond, row.bondEnd);
  row.sum = max(weightSum(row, weights), 1);
  row.unit = perUnit(row.sum);
  return true;
}

/** Fills up to a whole step with rows of nobody; the slot behind them. */
function fillUp(slot: u32, table: usize): u32 {
  for (; (slot & (STEP - 1)) != 0; slot++) {
    const row = panelRow(table, slot);
    memory.fill(changetype<usize>(row), 0, PANEL_ROW_BYTES);
    row.uid = NONE;
    row.barred = NONE;
    row.sum = 1;
    row.unit = perUnit(1);
  }
  return slot;
}

/**
 * Fills the table with the voters and then the other rows that have entries, each of the two filled up to whole steps
 * with rows of nobody. Their count, or NONE where a row is not ascending.
 */
export function fillRows(n: u32, voters: usize, votersCount: u32, activeStakeX32: usize, table: usize): u32 {
  let latestRegistration: u64 = 0;
  for (let uid: u32 = 0; uid < n; uid++) latestRegistration = max(latestRegistration, getU64(at.blockAtRegistration, uid));
  for (let v: u32 = 0; v < votersCount; v++) {
    if (!setRow(n, load<u32>(voters + ((<usize>v) << 2)), latestRegistration, panelRow(table, v))) return NONE;
  }
  let slots = fillUp(votersCount, table);
  for (let uid: u32 = 0; uid < n; uid++) {
    if (get(activeStakeX32, uid) > 0) continue;
    const hasWeights = load<u8>(at.permits + uid) && at.storedWeights.start(uid) < at.storedWeights.end(uid);
    if (!hasWeights && at.storedBonds.start(uid) == at.storedBonds.end(uid)) continue;
    if (!setRow(n, uid, latestRegistration, panelRow(table, slots++))) return NONE;
  }
  return fillUp(slots, table);
}

/** Where an ascending row's entries from `last` on begin. */
function stopOf(rows: Rows, entry: u32, end: u32, columns: u32, last: u32): u32 {
  if (entry == end || rows.uid(entry) >= last) return entry;
  // The uids ascend, so that so many from here on cannot all be beyond it.
  let low = entry + 1;
  let high = min(end, entry + columns);
  if (rows.uid(high - 1) < last) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.uid(middle) < last) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds where each row's entries of the columns from `first` up to `last` (exclusive) end. Returns how many there are. */
export function findStops(table: usize, rows: u32, first: u32, last: u32): u64 {
  let found: u64 = 0;
  for (let slot: u32 = 0; slot < rows; slot++) {
    const row = panelRow(table, slot);
    row.weightStop = stopOf(at.storedWeights, row.weight, row.weightEnd, last - first, last);
    row.bondStop = stopOf(at.storedBonds, row.bond, row.bondEnd, last - first, last);
    found += <u64>(row.weightStop - row.weight) + <u64>(row.bondStop - row.bond);
  }
  return found;
}
