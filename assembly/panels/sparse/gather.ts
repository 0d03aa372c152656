/** From the stored rows into the columns of a sparse panel. */
import { item, setItem } from "../../list";
import * as at from "../../memory";
import { NOBODIES, bonds, bondsCount, slots, stride, weights, width } from "../panel";
import { normalized, perUnit } from "../quotient";
import { NONE, PanelRow, isMasked, panelRow } from "../rows";
import { counts, entries, uids, voterCounts } from "./lists";

/**
 * Gathers the columns from `first` up to `last` (exclusive) and moves the rows' cursors past them. What cannot count is
 * left out: masked entries, and pairs of zeros; with `bondsNeedWeights` bonds without a weight that counts, be it of zero.
 */
export function gather(first: u32, table: usize, rows: u32, voters: u32, bondsNeedWeights: bool, cutoff: u64): void {
  memory.fill(counts, 0, (<usize>width) << 2);
  let position: u32 = 0;
  for (let slot: u32 = 0; slot < voters; slot++) position = gatherRow(panelRow(table, slot), slot, first, bondsNeedWeights, cutoff, position);
  memory.copy(voterCounts, counts, (<usize>width) << 2);
  for (let slot = voters; slot < rows; slot++) position = gatherRow(panelRow(table, slot), slot, first, bondsNeedWeights, cutoff, position);
  pad(rows);
}

/** Returns the next position. */
@inline
function gatherRow(row: PanelRow, slot: u32, first: u32, bondsNeedWeights: bool, cutoff: u64, position: u32): u32 {
  row.position = position;
  if (row.weight < row.weightStop || row.bond < row.bondStop) position = gatherEntries(row, slot, first, bondsNeedWeights, cutoff, position);
  row.positionEnd = position;
  return position;
}

function gatherEntries(row: PanelRow, slot: u32, first: u32, bondsNeedWeights: bool, cutoff: u64, position: u32): u32 {
  const storedWeights = at.storedWeights;
  const storedBonds = at.storedBonds;
  const unit = perUnit(row.sum);
  let weight = row.weight;
  let bond = row.bond;
  const weightStop = row.weightStop;
  const bondStop = row.bondStop;
  let weightUid = weight < weightStop ? storedWeights.uid(weight) : NONE;
  let bondUid = bond < bondStop ? storedBonds.uid(bond) : NONE;
  for (let uid = min(weightUid, bondUid); uid != NONE; uid = min(weightUid, bondUid)) {
    let value: u64 = 0;
    let counted = false;
    if (weightUid == uid) {
      if (!isMasked(row, uid, at.blockAtRegistration, at.commitReveal)) {
        value = normalized<u64>(storedWeights.stored(weight), unit, row.sum);
        counted = bondsNeedWeights || value != 0;
      }
      weight++;
      weightUid = weight < weightStop ? storedWeights.uid(weight) : NONE;
    }
    let bonded: u32 = 0;
    if (bondUid == uid) {
      if (bondsCount(uid, cutoff)) bonded = storedBonds.stored(bond);
      bond++;
      bondUid = bond < bondStop ? storedBonds.uid(bond) : NONE;
    }
    if (!counted && (bondsNeedWeights || bonded == 0)) continue;
    const column = uid - first;
    const count = item(counts, column);
    setItem(counts, column, count + 1);
    const entry = column * stride + count;
    putEntry(entry, slot, <u32>value, bonded);
    store<u16>(uids + ((<usize>position) << 1), <u16>uid);
    setItem(entries, position, entry);
    position++;
  }
  row.weight = weight;
  row.bond = bond;
  return position;
}

@inline
function putEntry(entry: usize, slot: u32, weight: u32, bond: u32): void {
  store<u16>(slots + (entry << 1), <u16>slot);
  store<u32>(weights + (entry << 2), weight);
  store<u16>(bonds + (entry << 1), <u16>bond);
}

/** Fills columns up to whole steps. Slots of nobody ascend too, so that the distance between two tells whether all between them are there. */
function pad(nobody: u32): void {
  for (let column: u32 = 0; column < width; column++) {
    let slot = nobody;
    for (let count = item(counts, column); (count & NOBODIES) != 0; count++) putEntry(column * stride + count, slot++, 0, 0);
  }
}
