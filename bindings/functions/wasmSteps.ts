import { WasmHeap } from "./heap.js";
import type { Row, Rows } from "./step.js";

/** Adds the epoch's sparse rows. */
export class Steps extends WasmHeap {
  /** A `Rows` struct with room for at least the given number of entries. */
  rows(rows: Rows, room = 0): number {
    const entries = rows.flat();
    const capacity = Math.max(entries.length, room);
    const struct = this.room(12);
    const starts = this.room((rows.length + 1) * 4);
    const uids = this.room(capacity * 2);
    const values = this.room(capacity * 8);
    new Uint32Array(this.memory.buffer, struct, 3).set([starts, uids, values]);
    const startsView = new Uint32Array(this.memory.buffer, starts, rows.length + 1);
    rows.forEach((row, i) => (startsView[i + 1] = startsView[i]! + row.length));
    new Uint16Array(this.memory.buffer, uids, entries.length).set(entries.map(({ uid }) => uid));
    new BigInt64Array(this.memory.buffer, values, entries.length).set(entries.map(({ value }) => value));
    return struct;
  }

  /** An empty `Rows` struct of that many rows. */
  emptyRows(count: number, room: number): number {
    return this.rows(
      Array.from({ length: count }, () => []),
      room,
    );
  }

  valuesOf(struct: number): number {
    return new Uint32Array(this.memory.buffer, struct, 3)[2]!;
  }

  readRows(struct: number, count: number): Rows {
    const [starts] = new Uint32Array(this.memory.buffer, struct, 1);
    const ends = new Uint32Array(this.memory.buffer, starts, count + 1);
    const entries = this.readEntries(struct, ends[count]!);
    return Array.from({ length: count }, (_, i) => entries.slice(ends[i], ends[i + 1]));
  }

  /** The first entries of all rows, one after another. */
  readEntries(struct: number, count: number): Row {
    const [, uids, values] = new Uint32Array(this.memory.buffer, struct, 3);
    const uidsView = new Uint16Array(this.memory.buffer, uids, count);
    const valuesView = new BigInt64Array(this.memory.buffer, values, count);
    return Array.from({ length: count }, (_, k) => ({ uid: uidsView[k]!, value: valuesView[k]! }));
  }
}
