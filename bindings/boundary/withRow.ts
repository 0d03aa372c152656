import type { StoredRow, StoredRows } from "../types.js";

/** The rows with one of them replaced, in arrays of their own. */
export function withRow({ starts, uids, values }: StoredRows, uid: number, row: StoredRow): StoredRows {
  const [start, end] = [starts[uid]!, starts[uid + 1]!];
  const by = row.uids.length - (end - start);
  const spliced = (list: Uint16Array, part: Uint16Array) => {
    const made = new Uint16Array(list.length + by);
    made.set(list.subarray(0, start));
    made.set(part, start);
    made.set(list.subarray(end), end + by);
    return made;
  };
  return {
    starts: starts.map((at, i) => (i > uid ? at + by : at)),
    uids: spliced(uids, row.uids),
    values: spliced(values, row.values),
  };
}
