/** From the columns of a panel back into rows. */
import { item } from "../list";
import { isWholeBlock, scatterBlock } from "./block";
import { DROPPED, STEP, bonds, entries, entryCount, slots, uids, weights } from "./panel";
import { PanelRow, panelRow } from "./rows";

/** Behind the results of the panels before, each row's results of this one: uids and stored bonds u16, shares u32. */
export function scatter(table: usize, rows: u32, columns: u32, resultUids: usize, shares: usize, values: usize): void {
  const end = entryCount();
  let slot: u32 = 0;
  while (slot < rows) {
    const row = panelRow(table, slot);
    if (ASC_FEATURE_SIMD) {
      if (row.blocks && isWholeBlock(row, columns)) {
        scatterBlock(table, slot, columns, resultUids, shares, values);
        slot += STEP;
        continue;
      }
    }
    const next = slot + 1 < rows ? panelRow(table, slot + 1).position : end;
    scatterRow(row, next, resultUids, shares, values);
    slot++;
  }
}

function scatterRow(row: PanelRow, end: u32, resultUids: usize, shares: usize, values: usize): void {
  let result = <usize>row.resultEnd;
  for (let position = row.position; position < end; position++) {
    const entry = <usize>item(entries, position);
    store<u16>(resultUids + (result << 1), load<u16>(uids + ((<usize>position) << 1)));
    store<u32>(shares + (result << 2), load<u32>(weights + (entry << 2)));
    store<u16>(values + (result << 1), load<u16>(bonds + (entry << 1)));
    result += <usize>(load<u16>(slots + (entry << 1)) != DROPPED);
  }
  row.resultEnd = <u32>result;
}
