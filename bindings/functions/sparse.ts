import { checkCells } from "../boundary/limits.js";
import { choice, list, u16, type Described, type Quantity } from "../boundary/quantities.js";
import { record } from "../boundary/records.js";
import {
  lengthOf,
  rows,
  sameLength,
  uidsBelow,
  vector,
  votersAreUids,
  i32f32,
  type Input,
  type Output,
  type Rows,
  type Step,
} from "./step.js";

/** The steps on sparse rows. */
export interface SparseOperations {
  row_normalize(input: { a: Rows }): Rows;
  col_normalize(input: { a: Rows; columns: number }): Rows;
  col_max_upscale(input: { a: Rows; columns: number }): Rows;
  matmul(input: { a: Rows; vector: bigint[]; columns: number }): bigint[];
  matmul_transpose(input: { a: Rows; vector: bigint[] }): bigint[];
  col_clip(input: { a: Rows; vector: bigint[] }): Rows;
  interpolate(input: { a: Rows; b: Rows; columns: number; ratio: bigint }): Rows;
  mat_ema(input: { new: Rows; old: Rows; alpha: bigint }): Rows;
  mat_ema_alpha(input: { new: Rows; old: Rows; alpha: bigint[][] }): Rows;
  mat_vec_mul(input: { a: Rows; vector: bigint[] }): Rows;
  weighted_median_col(input: { stake: bigint[]; a: Rows; columns: number; majority: bigint }): bigint[];
  row_hadamard(input: { a: Rows; vector: bigint[] }): Rows;
}

function sparse<K extends keyof SparseOperations>(
  op: K,
  input: Described<Input<SparseOperations[K]>>,
  out: Quantity<Output<SparseOperations[K]>>,
  check?: (input: Input<SparseOperations[K]>) => void,
  bound?: Step["bound"],
): Step {
  return {
    in: record<object>({ op: choice([op]), ...input }),
    out: record<object>({ out }),
    ...(check && { check }),
    ...(bound && { bound }),
  };
}

export const SPARSE: { readonly [K in keyof SparseOperations]: Step } = {
  row_normalize: sparse("row_normalize", { a: rows }, rows),
  col_normalize: sparse("col_normalize", { a: rows, columns: u16() }, rows),
  col_max_upscale: sparse("col_max_upscale", { a: rows, columns: u16() }, rows),
  matmul: sparse("matmul", { a: rows, vector, columns: u16() }, vector, ({ a, vector, columns }) => {
    sameLength("vector", vector, a, "rows");
    uidsBelow("a", a, columns);
  }),
  matmul_transpose: sparse("matmul_transpose", { a: rows, vector }, vector, ({ a, vector }) => uidsBelow("a", a, vector.length)),
  col_clip: sparse("col_clip", { a: rows, vector }, rows, ({ a, vector }) => uidsBelow("a", a, vector.length)),
  interpolate: sparse("interpolate", { a: rows, b: rows, columns: u16(), ratio: i32f32 }, rows, ({ a, b }) =>
    sameLength("b", b, a, "rows of a"),
  ),
  mat_ema: sparse("mat_ema", { new: rows, old: rows, alpha: i32f32 }, rows, (input) => sameLength("old", input.old, input.new, "new rows")),
  mat_ema_alpha: sparse("mat_ema_alpha", { new: rows, old: rows, alpha: list(vector) }, rows, (input) => {
    sameLength("old", input.old, input.new, "new rows");
    sameLength("alpha", input.alpha, input.new, "new rows");
    uidsBelow("new", input.new, (i) => input.alpha[i]!.length);
  }),
  mat_vec_mul: sparse("mat_vec_mul", { a: rows, vector }, rows, ({ a, vector }) => uidsBelow("a", a, vector.length)),
  weighted_median_col: sparse(
    "weighted_median_col",
    { stake: vector, a: rows, columns: u16(), majority: i32f32 },
    vector,
    ({ stake, a, columns }) => {
      votersAreUids("a", a);
      sameLength("stake", stake, a, "rows");
      uidsBelow("a", a, columns);
    },
    ({ a, columns }) => checkCells("columns", lengthOf(a), Number(columns)),
  ),
  row_hadamard: sparse("row_hadamard", { a: rows, vector }, rows, ({ a, vector }) => sameLength("vector", vector, a, "rows")),
};
