/** The rows as the chain stores them. bonds.md 9. */
import { Rows } from "../rows";
import { panelRow } from "./rows";

/**
 * Closes the gaps between the results of those with a new permit, and leaves out everybody else's. `slotOf` is a list
 * that gives each uid's place in the table, or one beyond it where it has no row.
 */
export function storeBonds(n: u32, table: usize, rows: u32, slotOf: usize, newPermits: usize, bonds: Rows): void {
  bonds.begin();
  let count: u32 = 0;
  for (let uid: u32 = 0; uid < n; uid++) {
    const slot = load<u32>(slotOf + ((<usize>uid) << 2));
    if (slot < rows && load<u8>(newPermits + uid)) {
      const row = panelRow(table, slot);
      const length = row.resultEnd - row.resultStart;
      if (row.resultStart != count) {
        memory.copy(bonds.uids + ((<usize>count) << 1), bonds.uids + ((<usize>row.resultStart) << 1), (<usize>length) << 1);
        memory.copy(bonds.values + ((<usize>count) << 1), bonds.values + ((<usize>row.resultStart) << 1), (<usize>length) << 1);
      }
      count += length;
    }
    bonds.setEnd(uid, count);
  }
}
