/** From the stored rows into the columns of a panel. */
import { item, setItem } from "../list";
import * as at from "../memory";
import { gatherBlock, isFullBlock } from "./block";
import { divided } from "./lanes";
import { NOBODIES, STEP, bondBits, counts, entries, putEntry, stride, uids, voterCounts, width } from "./panel";
import { NONE, PanelRow, isMasked, panelRow } from "./rows";

/**
 * Gathers the columns from `first` up to `last` (exclusive) and moves the rows' cursors past them. What cannot count is
 * left out: masked entries, and pairs of zeros unless `weightsOnly`. With that, entries need a weight, if only of zero.
 */
export function gather(first: u32, last: u32, table: usize, rows: u32, voters: u32, weightsOnly: bool): void {
  let position: u32 = 0;
  let slot: u32 = 0;
  while (slot < rows) {
    if (slot == voters) memory.copy(voterCounts, counts, (<usize>width) << 2);
    const row = panelRow(table, slot);
    if (ASC_FEATURE_SIMD) {
      const end = slot < voters ? voters : rows;
      row.blocks = u32(slot + STEP <= end && isFullBlock(table, slot, first, last));
      if (row.blocks) {
        position = gatherBlock(table, slot, first, last, weightsOnly, position);
        slot += STEP;
        continue;
      }
    }
    position = gatherRow(row, slot, first, last, weightsOnly, position);
    slot++;
  }
  if (rows == voters) memory.copy(voterCounts, counts, (<usize>width) << 2);
  pad(rows);
}

/** Returns the next position. */
function gatherRow(row: PanelRow, slot: u32, first: u32, last: u32, weightsOnly: bool, position: u32): u32 {
  const weights = at.storedWeights;
  const bonds = at.storedBonds;
  row.position = position;
  let weight = row.weight;
  let bond = row.bond;
  const weightEnd = row.weightEnd;
  const bondEnd = row.bondEnd;
  let weightUid = weight < weightEnd ? weights.uid(weight) : NONE;
  let bondUid = bond < bondEnd ? bonds.uid(bond) : NONE;
  for (let uid = min(weightUid, bondUid); uid < last; uid = min(weightUid, bondUid)) {
    const column = uid - first;
    let value: u64 = 0;
    let counted = false;
    if (weightUid == uid) {
      if (!isMasked(row, uid, at.blockAtRegistration, at.commitReveal)) {
        value = divided<u64>(weights.stored(weight), row.upper, row.middle, row.lower, row.sum);
        counted = weightsOnly || value != 0;
      }
      weight++;
      weightUid = weight < weightEnd ? weights.uid(weight) : NONE;
    }
    let bonded: u32 = 0;
    if (bondUid == uid) {
      bonded = bonds.stored(bond) & load<u16>(bondBits + ((<usize>column) << 1));
      bond++;
      bondUid = bond < bondEnd ? bonds.uid(bond) : NONE;
    }
    if (!counted && (weightsOnly || bonded == 0)) continue;
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
  row.positionEnd = position;
  return position;
}

/** Slots of nobody ascend too, so that the distance between two tells whether all between them are there. */
function pad(nobody: u32): void {
  for (let column: u32 = 0; column < width; column++) {
    let slot = nobody;
    for (let count = item(counts, column); (count & NOBODIES) != 0; count++) putEntry(column * stride + count, slot++, 0, 0);
  }
}
