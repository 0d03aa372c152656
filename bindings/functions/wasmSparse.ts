import type { Rows } from "./step.js";
import type { SparseOperations } from "./sparse.js";
import type { Steps } from "./wasmSteps.js";

function entryCount(rows: Rows): number {
  return rows.reduce((count, row) => count + row.length, 0);
}

/** The steps on sparse rows by the kernels. */
export function sparseSteps(steps: Steps): SparseOperations {
  const inPlace = (name: string, a: Rows, columns: number): Rows => {
    const rows = steps.reset().rows(a);
    steps.call(name, a.length, rows, columns, steps.room(columns * 8), steps.room(columns * 8));
    return steps.readRows(rows, a.length);
  };

  return {
    row_normalize: ({ a }) => {
      const rows = steps.reset().rows(a);
      steps.call("rowNormalize", a.length, rows);
      return steps.readRows(rows, a.length);
    },
    col_normalize: ({ a, columns }) => inPlace("columnNormalize", a, columns),
    col_max_upscale: ({ a, columns }) => inPlace("columnMaxUpscale", a, columns),
    matmul: ({ a, vector, columns }) => {
      const sums = steps.reset().room(columns * 8);
      steps.call("columnSums", a.length, steps.rows(a), steps.vector(vector), columns, sums);
      return steps.readVector(sums, columns);
    },
    matmul_transpose: ({ a, vector }) => {
      const sums = steps.reset().room(a.length * 8);
      steps.call("rowSums", a.length, steps.rows(a), steps.vector(vector), sums);
      return steps.readVector(sums, a.length);
    },
    col_clip: ({ a, vector }) => {
      const result = steps.reset().emptyRows(a.length, entryCount(a));
      steps.call("clip", a.length, steps.rows(a), steps.vector(vector), result);
      return steps.readRows(result, a.length);
    },
    interpolate: ({ a, b, columns, ratio }) => {
      const room = steps.reset().emptyRows(a.length, entryCount(a) + entryCount(b));
      const result = steps.emptyRows(a.length, 0);
      const [from, to] = [steps.room(columns * 8), steps.room(columns * 8)];
      const uids = steps.room(steps.constant("UID_SET_BYTES") as number);
      steps.call("interpolate", a.length, steps.rows(a), steps.rows(b), ratio, columns, from, to, uids, room, result);
      return steps.readRows(result, a.length);
    },
    mat_ema: (input) => {
      const count = input.new.length;
      const result = steps.reset().emptyRows(count, entryCount(input.new) + entryCount(input.old));
      const sums = steps.room(count * 8);
      const uids = steps.room(steps.constant("UID_SET_BYTES") as number);
      steps.call("ema", count, steps.rows(input.new), steps.rows(input.old), input.alpha, count, sums, uids, result);
      return steps.readRows(result, count);
    },
    mat_ema_alpha: (input) =>
      input.new.map((row, i) => {
        const alphas = input.alpha[i]!;
        const result = steps.reset().emptyRows(1, row.length);
        const [newRows, oldRows] = [steps.rows([row]), steps.rows([input.old[i]!])];
        const old = steps.room(alphas.length * 8);
        const end = steps.i32("emaAlphaRow", newRows, oldRows, 0, alphas.length, steps.vector(alphas), old, result, 0);
        return steps.readEntries(result, end);
      }),
    mat_vec_mul: ({ a, vector }) =>
      a.map((row) =>
        row.map(({ uid, value }) => ({ uid, value: steps.i64("saturatingMul", vector[uid]!, value) })).filter(({ value }) => value !== 0n),
      ),
    weighted_median_col: ({ stake, a, columns, majority }) => {
      steps.reset();
      const count = a.length;
      const result = steps.room(columns * 8);
      const vectors = [0, 1].map(() => steps.room(count * 8));
      const lists = [0, 1, 2].map(() => steps.room(count * 4));
      const ends = [0, 1].map(() => steps.room(columns * 4));
      const entries = [steps.room(entryCount(a) * 2), steps.room(entryCount(a) * 8)];
      steps.call(
        "consensus",
        count,
        steps.rows(a),
        steps.vector(stake),
        majority,
        columns,
        ...vectors,
        ...lists,
        ...ends,
        ...entries,
        result,
      );
      return steps.readVector(result, columns);
    },
    row_hadamard: ({ a, vector }) => {
      const rows = steps.reset().rows(a);
      steps.call("scaleRows", a.length, rows, steps.vector(vector), steps.valuesOf(rows));
      return steps.readRows(rows, a.length);
    },
  };
}
