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

export interface Difference {
  /** places that differ, of all that either has */
  different: number;
  of: number;
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
  else tally.compare("", a as Scalar, b as Scalar);
  return tally.result();
}

class Tally {
  private different = 0;
  private of = 0;
  private first: Place | undefined;
  private largest: (Place & { difference: bigint }) | null = null;

  compare(position: string, a: Scalar, b: Scalar): void {
    this.of++;
    if (a !== b) this.add({ position, a, b });
  }

  private add(place: Place): void {
    this.different++;
    this.first ??= place;
    const [a, b] = [number(place.a), number(place.b)];
    if (a === undefined || b === undefined || (place.a === null && place.b === null)) return;
    const difference = b - a;
    if (this.largest === null || size(difference) > size(this.largest.difference)) this.largest = { ...place, difference };
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
  for (let uid = 0; uid < length; uid++) tally.compare(`[${uid}]`, a[uid] ?? null, b[uid] ?? null);
}

/** Entry by entry whatever their order; rows with the same entries in another order are one difference each. */
function compareRows(tally: Tally, a: Rows, b: Rows): void {
  const rows = Math.max(a.starts.length, b.starts.length) - 1;
  for (let i = 0; i < rows; i++) {
    const [left, right] = [entries(a, i), entries(b, i)];
    let equal = left.size === right.size;
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const [from, to] = [left.get(key) ?? null, right.get(key) ?? null];
      equal &&= from === to;
      tally.compare(`[${i}]${key}`, from, to);
    }
    const order = (row: Map<string, unknown>) => [...row.keys()].join("");
    if (equal && order(left) !== order(right)) tally.compare(`[${i}] order`, order(left), order(right));
  }
}

/** By "[uid]"; the second entry on a uid is "[uid]#2". */
function entries(rows: Rows, i: number): Map<string, bigint | number> {
  const result = new Map<string, bigint | number>();
  for (let at = rows.starts[i] ?? 0; at < (rows.starts[i + 1] ?? 0); at++) {
    let key = `[${rows.uids[at]}]`;
    for (let nth = 2; result.has(key); nth++) key = `[${rows.uids[at]}]#${nth}`;
    result.set(key, rows.values[at]!);
  }
  return result;
}
