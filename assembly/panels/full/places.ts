/** A row's stored values in the columns of a panel, one behind another, 0 where it has none. */
import { getU64 } from "../../fixed/u64";
import * as at from "../../memory";
import { Rows } from "../../rows";
import { PanelRow, isMasked } from "../rows";

/** Copies the values of some entries to their columns' places. */
function place(rows: Rows, entry: u32, stop: u32, first: u32, places: usize): void {
  if (ASC_FEATURE_SIMD) {
    while (entry + 8 <= stop) {
      const from = rows.uids + ((<usize>entry) << 1);
      const to = places + ((<usize>(load<u16>(from) - first)) << 1);
      // Eight uids that ascend by seven leave no gap.
      if (<u32>load<u16>(from, 14) - <u32>load<u16>(from) == 7) {
        v128.store(to, v128.load(rows.values + ((<usize>entry) << 1)));
        entry += 8;
        continue;
      }
      const half = entry + 8;
      do {
        placeOne(rows, entry, first, places);
      } while (++entry < half);
    }
  }
  for (; entry < stop; entry++) placeOne(rows, entry, first, places);
}

@inline
function placeOne(rows: Rows, entry: u32, first: u32, places: usize): void {
  store<u16>(places + ((<usize>(rows.uid(entry) - first)) << 1), rows.stored(entry));
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

/**
 * The address of a row's weights in the columns from `first` on: where they are stored, if that is one in each column, or
 * else `places`, where they are written out. Behind the last column lies anything.
 */
export function weightPlaces(row: PanelRow, first: u32, columns: u32, places: usize): usize {
  const rows = at.storedWeights;
  if (hasAllWeights(row, first, columns)) return rows.values + ((<usize>row.weight) << 1);
  memory.fill(places, 0, (<usize>columns) << 1);
  if (row.dated) {
    for (let entry = row.weight; entry < row.weightStop; entry++) {
      if (!isMasked(row, rows.uid(entry), at.blockAtRegistration, at.commitReveal)) placeOne(rows, entry, first, places);
    }
    return places;
  }
  place(rows, row.weight, row.weightStop, first, places);
  if (isWithin(row.barred, first, columns)) store<u16>(places + ((<usize>(row.barred - first)) << 1), 0);
  return places;
}

/** The same of its bonds; only of those that have a weight that counts, be it of zero, where they need one. */
export function bondPlaces(row: PanelRow, first: u32, columns: u32, needWeights: bool, places: usize): usize {
  const rows = at.storedBonds;
  const areAll = row.bondStop - row.bond == columns;
  if (!needWeights || hasAllWeights(row, first, columns)) {
    if (areAll) return rows.values + ((<usize>row.bond) << 1);
    memory.fill(places, 0, (<usize>columns) << 1);
    place(rows, row.bond, row.bondStop, first, places);
    return places;
  }
  memory.fill(places, 0, (<usize>columns) << 1);
  let weight = row.weight;
  for (let bond = row.bond; bond < row.bondStop; bond++) {
    const uid = rows.uid(bond);
    while (weight < row.weightStop && at.storedWeights.uid(weight) < uid) weight++;
    if (weight == row.weightStop) break;
    if (at.storedWeights.uid(weight) != uid || isMasked(row, uid, at.blockAtRegistration, at.commitReveal)) continue;
    placeOne(rows, bond, first, places);
  }
  return places;
}
