/** States with which the chain's own epoch would have aborted. output.md 4. */
import { Rows } from "../rows";

/** Whether a row that counts names a uid outside the network; `counted` has a flag for each row, 0 counts them all. */
export function namesForeigner(n: u32, rows: Rows, counted: usize): bool {
  for (let i: u32 = 0; i < n; i++) {
    if (counted != 0 && !load<u8>(counted + i)) continue;
    const end = rows.end(i);
    for (let entry = rows.start(i); entry < end; entry++) if (rows.uid(entry) >= n) return true;
  }
  return false;
}
