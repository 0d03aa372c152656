/** A row's stored values in the columns of a panel, one behind another, 0 where it has none. */
import { getU64 } from "../../fixed/u64";
import * as at from "../../memory";
import { Rows } from "../../rows";
import { PanelRow, isMasked } from "../rows";

/** Copies the values of some entries to their columns' places; with `marks` all bits in the place of each value. */
@inline
function place(marks: bool, rows: Rows, entry: u32, stop: u32, first: u32, places: usize): void {
  if (ASC_FEATURE_SIMD) {
    while (entry + 8 <= stop) {
      const from = rows.uids + ((<usize>entry) << 1);
      const to = places + ((<usize>(load<u16>(from) - first)) << 1);
      // Eight uids that ascend by seven leave no gap.
      if (<u32>load<u16>(from, 14) - <u32>load<u16>(from) == 7) {
        v128.store(to, marks ? i16x8.splat(-1) : v128.load(rows.values + ((<usize>entry) << 1)));
        entry += 8;
        continue;
      }
      const half = entry + 8;
      do {
        placeOne(marks, rows, entry, first, places);
      } while (++entry < half);
    }
  }
  for (; entry < stop; entry++) placeOne(marks, rows, entry, first, places);
}

@inline
function placeOne(marks: bool, rows: Rows, entry: u32, first: u32, places: usize): void {
  store<u16>(places + ((<usize>(rows.uid(entry) - first)) << 1), marks ? 0xffff : rows.stored(entry));
}

@inline
function isWithin(uid: u32, first: u32, columns: u32): bool {
  return uid - first < columns;
}

/** Whether a row has a weight that counts in every column. */
@inline
function hasAllWeights(row: PanelRow, first: u32, columns: u32): bool {
  return row.weightStop - row.weight == columns && row.dated == 0 && !isWithin(row.barred, first, columns);
}

/** Writes out a row's weights that count, or marks of them. */
@inline
function placeCounted(marks: bool, row: PanelRow, first: u32, columns: u32, places: usize): void {
  const rows = at.storedWeights;
  memory.fill(places, 0, (<usize>columns) << 1);
  if (row.dated) {
    for (let entry = row.weight; entry < row.weightStop; entry++) {
      if (!isMasked(row, rows.uid(entry), at.blockAtRegistration, at.commitReveal)) placeOne(marks, rows, entry, first, places);
    }
    return;
  }
  place(marks, rows, row.weight, row.weightStop, first, places);
  if (isWithin(row.barred, first, columns)) store<u16>(places + ((<usize>(row.barred - first)) << 1), 0);
}

/**
 * The address of a row's weights in the columns from `first` on: where they are stored, if that is one in each column, or
 * else `places`, where they are written out. Behind the last column lies anything.
 */
export function weightPlaces(row: PanelRow, first: u32, columns: u32, places: usize): usize {
  if (hasAllWeights(row, first, columns)) return at.storedWeights.values + ((<usize>row.weight) << 1);
  placeCounted(false, row, first, columns, places);
  return places;
}

/**
 * The same of its bonds; only of those that have a weight that counts, be it of zero, where they need one. `marks` is
 * scratch, of two bytes a column, a whole number of blocks.
 */
export function bondPlaces(row: PanelRow, first: u32, columns: u32, needWeights: bool, places: usize, marks: usize): usize {
  const rows = at.storedBonds;
  const needMarks = needWeights && !hasAllWeights(row, first, columns);
  if (!needMarks && row.bondStop - row.bond == columns) return rows.values + ((<usize>row.bond) << 1);
  memory.fill(places, 0, (<usize>columns) << 1);
  place(false, rows, row.bond, row.bondStop, first, places);
  if (!needMarks) return places;
  placeCounted(true, row, first, columns, marks);
  for (let offset: usize = 0; offset < (<usize>columns) << 1; offset += 8) {
    store<u64>(places + offset, load<u64>(places + offset) & load<u64>(marks + offset));
  }
  return places;
}
