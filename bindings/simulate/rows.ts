import type { StoredRows } from "../types.js";

/** One entry of a stored row, both u16. */
export type Entry = readonly [uid: number, value: number];

/** Rows of entries, packed; absent rows are empty. */
export function packRows(rows: readonly (readonly Entry[])[]): StoredRows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, uid) => (starts[uid + 1] = starts[uid]! + row.length));
  const uids = new Uint16Array(starts[rows.length]!);
  const values = new Uint16Array(uids.length);
  let at = 0;
  for (const row of rows) {
    for (const [uid, value] of row) {
      uids[at] = uid;
      values[at++] = value;
    }
  }
  return { starts, uids, values };
}

/** A row in stored order. */
export function rowOf({ starts, uids, values }: StoredRows, uid: number): Entry[] {
  return Array.from(uids.subarray(starts[uid]!, starts[uid + 1]!), (to, k): Entry => [to, values[starts[uid]! + k]!]);
}

/** The same rows with each replaced by what `change` makes of it. */
export function mapRows(rows: StoredRows, change: (row: readonly Entry[], uid: number) => readonly Entry[]): StoredRows {
  return packRows(Array.from({ length: rows.starts.length - 1 }, (_, uid) => change(rowOf(rows, uid), uid)));
}
