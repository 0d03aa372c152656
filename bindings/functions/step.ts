import { EpochInputError } from "../errors.js";
import { entryOf, rawBits } from "../boundary/kinds.js";
import { isArray } from "../values/arrays.js";
import { around, list, raw, type Described, type Quantity } from "../boundary/quantities.js";
import { record } from "../boundary/records.js";

/** Of a sparse row, in stored order; `value` is raw I32F32. */
interface Entry {
  uid: number;
  value: bigint;
}
export type Row = Entry[];
export type Rows = Row[];

const entry = around<Entry>(
  raw("I32F32"),
  entryOf(rawBits(64)),
  "[uid, value]",
  { as: "tuple", of: [{ as: "u16" }, { as: "i64" }] },
  ({ uid, value }) => [uid, String(value)],
);
export const rows: Quantity<Rows> = list(list(entry));
export const i32f32 = raw("I32F32");
export const vector = list(i32f32);

/** What one step is made of, what the fields must have in common, and what it gives. */
export interface Step {
  readonly in: Quantity<any>;
  readonly out: Quantity<any>;
  check?(input: any): void;
  /** what is refused by the lengths of its lists alone, before they are read */
  bound?(input: Record<string, unknown>): void;
}

/** A field whose value decides what the others are. */
export interface Variants {
  readonly by: string;
  readonly of: Readonly<Record<string, Step | Variants>>;
}

export type StepDescription = Step | Variants;

export type Input<F> = F extends (input: infer I) => unknown ? I : never;
export type Output<F> = F extends (input: any) => infer O ? O : never;

export function step<F>(
  input: Described<Input<F>>,
  output: Described<Output<F>>,
  check?: (input: Input<F>) => void,
  bound?: Step["bound"],
): Step {
  return { in: record<object>(input), out: record<object>(output as Described<object>), ...(check && { check }), ...(bound && { bound }) };
}

export function sameLength(path: string, list: readonly unknown[], other: readonly unknown[], of: string): void {
  if (list.length !== other.length) throw new EpochInputError(path, `as many as there are ${of} (${other.length})`, list.length);
}

export function uidsBelow(path: string, matrix: Rows, columns: number | ((row: number) => number)): void {
  matrix.forEach((row, i) =>
    row.forEach(({ uid }, k) => {
      const limit = typeof columns === "number" ? columns : columns(i);
      if (uid >= limit) throw new EpochInputError(`${path}[${i}][${k}][0]`, `a uid below ${limit}`, uid);
    }),
  );
}

/** Of what is not known to be a list yet; what is none is refused when it is read. */
export function lengthOf(value: unknown): number {
  return isArray(value) ? value.length : 0;
}

/** A voter is a uid. */
export function votersAreUids(path: string, voters: readonly unknown[]): void {
  if (voters.length > MOST_UIDS) throw new EpochInputError(path, `at most ${MOST_UIDS} voters`, voters.length);
}

const MOST_UIDS = 65_535;
