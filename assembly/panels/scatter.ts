/** From the columns of a panel back into rows. */
import { item } from "../list";
import { isWholeBlock, scatterBlock } from "./block";
import { DROPPED, STEP, bonds, entries, slots, uids, weights } from "./panel";
import { PanelRow, panelRow } from "./rows";

/** Behind the results of the panels before, each row's results of this one: uids and stored bonds u16, shares u32. */
export function scatter(table: usize, rows: u32, first: u32, columns: u32, resultUids: usize, shares: usize, values: usize): void {
  let slot: u32 = 0;
  while (slot < rows) {
    const row = panelRow(table, slot);
    if (ASC_FEATURE_SIMD) {
      if (row.blocks) {
        if (isWholeBlock(row, columns)) {
          scatterBlock(table, slot, first, columns, resultUids, shares, values);
        } else {
          for (let below: u32 = 0; below < STEP; below++) {
            scatterBlockRow(panelRow(table, slot + below), row.position, below, first, columns, resultUids, shares, values);
          }
        }
        slot += STEP;
        continue;
      }
    }
    for (let position = row.position; position < row.positionEnd; position++) {
      putResult(row, load<u16>(uids + ((<usize>position) << 1)), item(entries, position), resultUids, shares, values);
    }
    slot++;
  }
}

/** A row of a block that is not whole: `below` rows under the first, whose entries are at `position`. */
function scatterBlockRow(row: PanelRow, position: u32, below: u32, first: u32, columns: u32, resultUids: usize, shares: usize, values: usize): void {
  for (let column: u32 = 0; column < columns; column++) {
    putResult(row, first + column, item(entries, position + column) + below, resultUids, shares, values);
  }
}

/** Appends an entry to its row, unless it has been dropped: then the next one takes its place. */
@inline
function putResult(row: PanelRow, uid: u32, entry: u32, resultUids: usize, shares: usize, values: usize): void {
  const result = <usize>row.resultEnd;
  const from = <usize>entry;
  store<u16>(resultUids + (result << 1), <u16>uid);
  store<u32>(shares + (result << 2), load<u32>(weights + (from << 2)));
  store<u16>(values + (result << 1), load<u16>(bonds + (from << 1)));
  row.resultEnd = <u32>result + u32(load<u16>(slots + (from << 1)) != DROPPED);
}
