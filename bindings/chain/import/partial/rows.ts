import type { StoredRows } from "../../../types.js";

/** A row's entries on uids that there are. */
export function entriesOf({ starts, uids, values }: StoredRows, row: number, n: number): [uid: number, value: number][] {
  const entries: [number, number][] = [];
  for (let k = starts[row]!; k < starts[row + 1]!; k++) if (uids[k]! < n) entries.push([uids[k]!, values[k]!]);
  return entries;
}
