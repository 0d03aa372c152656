import fc from "fast-check";
import { storedRows, uidCount } from "../boundary/kinds.js";
import type { StoredRows } from "../types.js";
import { isArray } from "../values/arrays.js";
import { u16 } from "./values.js";

/**
 * Sparse rows of lists of `[uid, value]`, a list for each uid, in the order in which they stand: nothing is sorted or merged,
 * so that rows may be made that no validator would store.
 *
 * @throws EpochInputError where there are more than 65535 rows, or one is no list of pairs of u16
 */
export function rowsOf(rows: readonly (readonly (readonly [uid: number, value: number])[])[]): StoredRows {
  return storedRows.fromJson(rows, "rows", isArray(rows) ? uidCount.check(rows.length, "rows.length", 0) : 0);
}

/** Rows in any order, with duplicates, explicit zeros and uids outside the network. */
export function hostileRows(n: number): fc.Arbitrary<StoredRows> {
  const uid = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: Math.max(n - 1, 0) }) }, { weight: 1, arbitrary: u16 });
  const row = fc.array(fc.tuple(uid, u16), { maxLength: n + 2 });
  return fc.array(row, { minLength: n, maxLength: n }).map(rowsOf);
}

/** Rows as a well-behaved validator stores them: ascending, no duplicates. */
export function sortedRows(n: number): fc.Arbitrary<StoredRows> {
  const row = fc.array(fc.option(u16, { nil: undefined }), { minLength: n, maxLength: n });
  return fc
    .array(row, { minLength: n, maxLength: n })
    .map((rows) =>
      rowsOf(rows.map((values) => values.flatMap((value, uid): [number, number][] => (value === undefined ? [] : [[uid, value]])))),
    );
}
