import { EpochInputError } from "../errors.js";
import { readFields, type Fields } from "../input.js";
import { entryOf, i16, listOf, oneOf, rawBits, rawUnsignedBits, u16, u64, type Kind } from "../kinds.js";

/**
 * The steps inside an epoch, each on its own, under the names and fields of the vectors. Raw bits are bigints.
 * Every backend implements this one interface; what is refused is refused here.
 */

export interface Entry {
  uid: number;
  value: bigint;
}
export type Row = Entry[];
export type Rows = Row[];

export const FIXED_TYPES = ["I32F32", "I64F64", "I96F32", "U64F64", "U96F32"] as const;
export type FixedType = (typeof FIXED_TYPES)[number];

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

export interface Arithmetic {
  i32f32_mul(input: { a: bigint; b: bigint }): { saturatingMul: bigint; checkedMulOr0: bigint };
  i32f32_div(input: { a: bigint; b: bigint }): { safeDiv: bigint; saturatingDiv: bigint | null };
  i32f32_add_sub(input: { a: bigint; b: bigint }): { saturatingAdd: bigint; saturatingSub: bigint; sum: bigint };
  i32f32_convert(input: { a: bigint }): {
    toU16: number;
    toU64: bigint;
    proportionToU16: number;
    round: bigint;
    toI64f64: bigint;
    toU16Proportion: bigint;
  };
  i64f64_mul_div(input: { a: bigint; b: bigint }): { saturatingMul: bigint; safeDiv: bigint; saturatingAdd: bigint };
  i64f64_convert(input: { a: bigint }): { toI32f32: bigint; toU64: bigint };
  /** add, sub, mul and satDiv clamp; checkedMul and div are null where they do not fit; as... converts a. */
  fixed_ops(input: { type: FixedType; a: bigint; b: bigint }): {
    add: bigint;
    sub: bigint;
    mul: bigint;
    checkedMul: bigint | null;
    div: bigint | null;
    satDiv: bigint | null;
    floor: bigint;
    toU64: bigint;
  } & Record<`as${FixedType}`, bigint>;
  transcendental(input: { op: "exp" | "log2" | "ln"; type: FixedType; x: bigint }): { y: bigint | null };
  exp_i32f32(input: { a: bigint }): { expSafe: bigint; exp: bigint | null };
  log_i32f32(input: { a: bigint }): { log2: bigint | null; ln: bigint | null; safeLn: bigint };
  log_i96f32(input: { a: bigint }): { log2: bigint | null; ln: bigint | null };
  u16_proportion(input: { u: number }): { fixed: bigint; proportion: bigint };
  total_stake(input: { alpha: bigint; tao: bigint; taoWeight: bigint }): {
    taoWeightU96f32: bigint;
    totalI64f64: bigint;
    stakeU64: bigint;
  };
  normalize(input: { type: "i32f32" | "i64f64"; vec: bigint[] }): { out: bigint[] };
  top_k(input: { vec: bigint[]; k: number }): { isTopkNonzero: boolean[]; isTopk: boolean[] };
  weighted_median(input: { stake: bigint[]; score: bigint[]; minority: bigint; lo: bigint; hi: bigint }): { out: bigint };
  sparse_op: SparseOperations;
  liquid_alpha(input: {
    consensus: bigint;
    weight: bigint;
    bond: bigint;
    alphaLow: number;
    alphaHigh: number;
    steepness: number;
  }): { alpha: bigint };
  liquid_alpha_matrix(input: {
    weights: Rows;
    bonds: Rows;
    consensus: bigint[];
    alphaLow: number;
    alphaHigh: number;
    steepness: number;
  }): { alphas: bigint[][] };
  ema_alpha(input: { bma: bigint }): { alphaYuma2: bigint; alphaYuma3LiquidOff: bigint };
  emission_amount(input: { share: bigint; raoEmission: bigint }): { out: bigint };
  max_upscale(input: { vec: bigint[] }): { out: number[] };
  u16_max_upscale(input: { vec: number[] }): { out: number[] };
}

const raw64 = rawBits(64);
const raw128 = rawBits(128);
const rawUnsigned = rawUnsignedBits(128);
const vector = listOf(raw64);
const rows: Kind<Rows> = listOf(listOf(entryOf(raw64)));

type Input<F> = F extends (input: infer I) => unknown ? I : never;

const FIELDS: { [K in Exclude<keyof Arithmetic, "sparse_op" | "normalize" | "fixed_ops" | "transcendental">]: Fields<Input<Arithmetic[K]>> } = {
  i32f32_mul: { a: raw64, b: raw64 },
  i32f32_div: { a: raw64, b: raw64 },
  i32f32_add_sub: { a: raw64, b: raw64 },
  i32f32_convert: { a: raw64 },
  i64f64_mul_div: { a: raw128, b: raw128 },
  i64f64_convert: { a: raw128 },
  exp_i32f32: { a: raw64 },
  log_i32f32: { a: raw64 },
  log_i96f32: { a: raw128 },
  u16_proportion: { u: u16 },
  total_stake: { alpha: u64, tao: u64, taoWeight: u64 },
  top_k: { vec: vector, k: u16 },
  weighted_median: { stake: vector, score: vector, minority: raw64, lo: raw64, hi: raw64 },
  liquid_alpha: { consensus: raw64, weight: raw64, bond: raw64, alphaLow: u16, alphaHigh: u16, steepness: i16 },
  liquid_alpha_matrix: { weights: rows, bonds: rows, consensus: vector, alphaLow: u16, alphaHigh: u16, steepness: i16 },
  ema_alpha: { bma: u64 },
  emission_amount: { share: raw64, raoEmission: u64 },
  max_upscale: { vec: vector },
  u16_max_upscale: { vec: listOf(u16) },
};

const NORMALIZE_TYPES = ["i32f32", "i64f64"] as const;

const SPARSE_FIELDS: { [K in keyof SparseOperations]: Fields<Input<SparseOperations[K]>> } = {
  row_normalize: { a: rows },
  col_normalize: { a: rows, columns: u16 },
  col_max_upscale: { a: rows, columns: u16 },
  matmul: { a: rows, vector, columns: u16 },
  matmul_transpose: { a: rows, vector },
  col_clip: { a: rows, vector },
  interpolate: { a: rows, b: rows, columns: u16, ratio: raw64 },
  mat_ema: { new: rows, old: rows, alpha: raw64 },
  mat_ema_alpha: { new: rows, old: rows, alpha: listOf(vector) },
  mat_vec_mul: { a: rows, vector },
  weighted_median_col: { stake: vector, a: rows, columns: u16, majority: raw64 },
  row_hadamard: { a: rows, vector },
};

export const ARITHMETIC_FUNCTIONS = [...Object.keys(FIELDS), "fixed_ops", "normalize", "sparse_op", "transcendental"].sort();

function sameLength(path: string, list: unknown[], other: unknown[], of: string): void {
  if (list.length !== other.length) throw new EpochInputError(path, `as many as there are ${of} (${other.length})`, list.length);
}

function uidsBelow(path: string, matrix: Rows, columns: number | ((row: number) => number)): void {
  matrix.forEach((row, i) =>
    row.forEach(({ uid }, k) => {
      const limit = typeof columns === "number" ? columns : columns(i);
      if (uid >= limit) throw new EpochInputError(`${path}[${i}][${k}][0]`, `a uid below ${limit}`, uid);
    }),
  );
}

/** What the fields must have in common, so that no step reads beyond its input. */
const CHECK_SPARSE: { [K in keyof SparseOperations]?: (input: Input<SparseOperations[K]>) => void } = {
  matmul: ({ a, vector, columns }) => (sameLength("vector", vector, a, "rows"), uidsBelow("a", a, columns)),
  matmul_transpose: ({ a, vector }) => uidsBelow("a", a, vector.length),
  col_clip: ({ a, vector }) => uidsBelow("a", a, vector.length),
  interpolate: ({ a, b }) => sameLength("b", b, a, "rows of a"),
  mat_ema: (input) => sameLength("old", input.old, input.new, "new rows"),
  mat_ema_alpha: (input) => {
    sameLength("old", input.old, input.new, "new rows");
    sameLength("alpha", input.alpha, input.new, "new rows");
    uidsBelow("new", input.new, (i) => input.alpha[i]!.length);
  },
  mat_vec_mul: ({ a, vector }) => uidsBelow("a", a, vector.length),
  weighted_median_col: ({ stake, a, columns }) => {
    // A voter is a uid.
    if (a.length > 65_535) throw new EpochInputError("a", "at most 65535 rows", a.length);
    sameLength("stake", stake, a, "rows");
    uidsBelow("a", a, columns);
  },
  row_hadamard: ({ a, vector }) => sameLength("vector", vector, a, "rows"),
};

function evaluateSparse(operations: SparseOperations, input: Record<string, unknown>): { out: Rows | bigint[] } {
  const { op: name, ...fields } = input;
  const op = oneOf(Object.keys(SPARSE_FIELDS) as (keyof SparseOperations)[]).fromJson(name, "op", 0);
  const checked = readFields(SPARSE_FIELDS[op] as Fields<object>, fields, "", "fromJson", 0);
  (CHECK_SPARSE[op] as ((input: object) => void) | undefined)?.(checked);
  return { out: (operations[op] as (input: object) => Rows | bigint[])(checked) };
}

function checkVectors(fn: string, input: object): void {
  if (fn === "weighted_median") {
    const { stake, score } = input as Input<Arithmetic["weighted_median"]>;
    sameLength("score", score, stake, "stakes");
  } else if (fn === "liquid_alpha_matrix") {
    const { weights, bonds } = input as Input<Arithmetic["liquid_alpha_matrix"]>;
    sameLength("bonds", bonds, weights, "weight rows");
  }
}

function rawOf(type: FixedType): Kind<bigint> {
  return type === "I32F32" ? raw64 : type.startsWith("U") ? rawUnsigned : raw128;
}

function evaluateFixed(arithmetic: Arithmetic, input: Record<string, unknown>): object {
  const type = oneOf(FIXED_TYPES).fromJson(input["type"], "type", 0);
  const raw = rawOf(type);
  return arithmetic.fixed_ops(readFields({ type: oneOf(FIXED_TYPES), a: raw, b: raw }, input, "", "fromJson", 0));
}

/** The formats in which the chain takes each of them. */
const TRANSCENDENTALS: Record<"exp" | "log2" | "ln", readonly FixedType[]> = {
  exp: ["I32F32", "I64F64"],
  log2: ["I32F32", "I64F64", "I96F32"],
  ln: ["I32F32", "I64F64", "I96F32"],
};

function evaluateTranscendental(arithmetic: Arithmetic, input: Record<string, unknown>): object {
  const op = oneOf(Object.keys(TRANSCENDENTALS) as (keyof typeof TRANSCENDENTALS)[]);
  const types = oneOf(TRANSCENDENTALS[op.fromJson(input["op"], "op", 0)]);
  const raw = rawOf(types.fromJson(input["type"], "type", 0));
  return arithmetic.transcendental(readFields({ op, type: types, x: raw }, input, "", "fromJson", 0));
}

/** One arithmetic function on its JSON input. @throws EpochInputError */
export function evaluateArithmetic(arithmetic: Arithmetic, fn: string, input: Record<string, unknown>): object {
  if (fn === "sparse_op") return evaluateSparse(arithmetic.sparse_op, input);
  if (fn === "fixed_ops") return evaluateFixed(arithmetic, input);
  if (fn === "transcendental") return evaluateTranscendental(arithmetic, input);
  if (fn === "normalize") {
    const type = oneOf(NORMALIZE_TYPES).fromJson(input["type"], "type", 0);
    const bits = type === "i32f32" ? raw64 : raw128;
    return arithmetic.normalize(readFields({ type: oneOf(NORMALIZE_TYPES), vec: listOf(bits) }, input, "", "fromJson", 0));
  }
  const checked = readFields(FIELDS[fn as keyof typeof FIELDS] as Fields<object>, input, "", "fromJson", 0);
  checkVectors(fn, checked);
  return (arithmetic[fn as keyof Arithmetic] as unknown as (input: object) => object).call(arithmetic, checked);
}
