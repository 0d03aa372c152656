import type { SparseRows } from "../types.js";

type Scalar = bigint | number | string | boolean | null;

/** One place at which two parts differ. */
export interface Place {
  /** "[uid]" in a vector, "[row][uid]" in rows, empty for a single value */
  position: string;
  /** null where there is nothing: a shorter vector, an entry that is absent */
  a: Scalar;
  b: Scalar;
}

/** How two lists differ: in how many places, where first, and where most. */
export interface Difference {
  /** places that differ, of all that either has */
  different: number;
  /** places in all */
  of: number;
  /** the first of them */
  first: Place;
  /** where two numbers lie furthest apart; absent counts as 0; null where nothing is a number */
  largest: (Place & { difference: bigint }) | null;
}

type Rows = SparseRows<Uint16Array | BigInt64Array>;
type Vector = ArrayLike<bigint | number>;

function isRows(value: unknown): value is Rows {
  return typeof value === "object" && value !== null && "starts" in value;
}

/** All places of two parts of the same kind compared, or null where they are equal. */
export function placesOf(a: unknown, b: unknown): Difference | null {
  const tally = new Tally();
  if (isRows(a) && isRows(b)) compareRows(tally, a, b);
  else if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) compareVectors(tally, a as unknown as Vector, b as unknown as Vector);
  else tally.compare(() => "", a as Scalar, b as Scalar);
  return tally.result();
}

class Tally {
  private different = 0;
  private of = 0;
  private first: Place | undefined;
  private largest: (Place & { difference: bigint }) | null = null;

  /** The position is put into words for the places that are named alone: there may be millions. */
  compare(position: () => string, a: Scalar, b: Scalar): void {
    this.of++;
    if (a === b) return;
    this.different++;
    this.first ??= { position: position(), a, b };
    const [from, to] = [number(a), number(b)];
    if (from === undefined || to === undefined) return;
    const difference = to - from;
    if (this.largest === null || size(difference) > size(this.largest.difference))
      this.largest = { position: position(), a, b, difference };
  }

  result(): Difference | null {
    const { different, of, first, largest } = this;
    return first === undefined ? null : { different, of, first, largest };
  }
}

function number(value: Scalar): bigint | undefined {
  if (value === null) return 0n;
  return typeof value === "bigint" || typeof value === "number" ? BigInt(value) : undefined;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function compareVectors(tally: Tally, a: Vector, b: Vector): void {
  const length = Math.max(a.length, b.length);
  for (let uid = 0; uid < length; uid++) tally.compare(() => `[${uid}]`, a[uid] ?? null, b[uid] ?? null);
}

/** Entry by entry whatever their order; rows with the same entries in another order are one difference each. */
function compareRows(tally: Tally, a: Rows, b: Rows): void {
  const rows = Math.max(a.starts.length, b.starts.length) - 1;
  for (let i = 0; i < rows; i++) {
    const [left, right] = [rowUids(a, i), rowUids(b, i)];
    if (left.length === right.length && left.every((uid, k) => uid === right[k])) compareAlike(tally, i, left, a, b);
    else compareRow(tally, i, entries(a, i), entries(b, i));
  }
}

function rowUids({ starts, uids }: Rows, i: number): Uint16Array {
  return uids.subarray(starts[i] ?? 0, starts[i + 1] ?? starts[i] ?? 0);
}

/** Rows that name the same uids in the same order. */
function compareAlike(tally: Tally, i: number, uids: Uint16Array, a: Rows, b: Rows): void {
  const [from, to] = [a.starts[i]!, b.starts[i]!];
  const position = (k: number) => `[${i}]${entryName(uids[k]!, uids.subarray(0, k).filter((uid) => uid === uids[k]).length + 1)}`;
  for (let k = 0; k < uids.length; k++) tally.compare(() => position(k), a.values[from + k]!, b.values[to + k]!);
}

function compareRow(tally: Tally, i: number, left: Map<string, bigint | number>, right: Map<string, bigint | number>): void {
  let equal = left.size === right.size;
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [from, to] = [left.get(key) ?? null, right.get(key) ?? null];
    equal &&= from === to;
    tally.compare(() => `[${i}]${key}`, from, to);
  }
  const order = (row: Map<string, unknown>) => [...row.keys()].join("");
  if (equal) tally.compare(() => `[${i}] order`, order(left), order(right));
}

/** By "[uid]"; the second entry on a uid is "[uid]#2". */
function entries(rows: Rows, i: number): Map<string, bigint | number> {
  const times = new Map<number, number>();
  const result = new Map<string, bigint | number>();
  const start = rows.starts[i] ?? 0;
  rowUids(rows, i).forEach((uid, k) => {
    const nth = (times.get(uid) ?? 0) + 1;
    times.set(uid, nth);
    result.set(entryName(uid, nth), rows.values[start + k]!);
  });
  return result;
}

function entryName(uid: number, nth: number): string {
  return nth === 1 ? `[${uid}]` : `[${uid}]#${nth}`;
}
