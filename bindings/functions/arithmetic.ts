import { oneOf } from "../boundary/kinds.js";
import { MOST_ALPHAS, checkCells } from "../boundary/limits.js";
import { FIXED_FORMATS, boolean, choice, i16, list, optional, raw, u16, u64, type Format } from "../boundary/quantities.js";
import { SPARSE, type SparseOperations } from "./sparse.js";
import {
  i32f32,
  lengthOf,
  rows,
  sameLength,
  step,
  vector,
  votersAreUids,
  type Rows,
  type Step,
  type StepDescription,
  type Variants,
} from "./step.js";

/**
 * The steps inside an epoch, each on its own, under the names and fields of the vectors. Raw bits are bigints.
 * Every backend implements this one interface; what is refused is refused here.
 */

export type FixedType = Format;

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
  liquid_alpha(input: { consensus: bigint; weight: bigint; bond: bigint; alphaLow: number; alphaHigh: number; steepness: number }): {
    alpha: bigint;
  };
  liquid_alpha_matrix(input: { weights: Rows; bonds: Rows; consensus: bigint[]; alphaLow: number; alphaHigh: number; steepness: number }): {
    alphas: ArrayLike<bigint>[];
  };
  ema_alpha(input: { bma: bigint }): { alphaYuma2: bigint; alphaYuma3LiquidOff: bigint };
  emission_amount(input: { share: bigint; raoEmission: bigint }): { out: bigint };
  max_upscale(input: { vec: bigint[] }): { out: number[] };
  u16_max_upscale(input: { vec: number[] }): { out: number[] };
}

const i64f64 = raw("I64F64");
const i96f32 = raw("I96F32");
const RAO = "rao";
const PROPORTION = "fraction of 65535";

function fixedOperations(type: FixedType): Step {
  const value = raw(type);
  return step<Arithmetic["fixed_ops"]>(
    { type: choice([type]), a: value, b: value },
    {
      add: value,
      sub: value,
      mul: value,
      checkedMul: optional(value),
      div: optional(value),
      satDiv: optional(value),
      floor: value,
      toU64: u64(),
      asI32F32: i32f32,
      asI64F64: i64f64,
      asI96F32: i96f32,
      asU64F64: raw("U64F64"),
      asU96F32: raw("U96F32"),
    },
  );
}

function transcendental(op: "exp" | "log2" | "ln", types: readonly FixedType[]): Variants {
  const of = (type: FixedType) =>
    step<Arithmetic["transcendental"]>({ op: choice([op]), type: choice([type]), x: raw(type) }, { y: optional(raw(type)) });
  return { by: "type", of: Object.fromEntries(types.map((type) => [type, of(type)])) };
}

function normalize(type: "i32f32" | "i64f64"): Step {
  const values = list(raw(type === "i32f32" ? "I32F32" : "I64F64"));
  return step<Arithmetic["normalize"]>({ type: choice([type]), vec: values }, { out: values });
}

/** Each function in the names of the vectors: this checks its input, writes what it gives, and is printed. */
export const STEPS: { readonly [K in keyof Arithmetic]: StepDescription } = {
  i32f32_mul: step<Arithmetic["i32f32_mul"]>({ a: i32f32, b: i32f32 }, { saturatingMul: i32f32, checkedMulOr0: i32f32 }),
  i32f32_div: step<Arithmetic["i32f32_div"]>({ a: i32f32, b: i32f32 }, { safeDiv: i32f32, saturatingDiv: optional(i32f32) }),
  i32f32_add_sub: step<Arithmetic["i32f32_add_sub"]>(
    { a: i32f32, b: i32f32 },
    { saturatingAdd: i32f32, saturatingSub: i32f32, sum: i32f32 },
  ),
  i32f32_convert: step<Arithmetic["i32f32_convert"]>(
    { a: i32f32 },
    { toU16: u16(), toU64: u64(), proportionToU16: u16(PROPORTION), round: i32f32, toI64f64: i64f64, toU16Proportion: i32f32 },
  ),
  i64f64_mul_div: step<Arithmetic["i64f64_mul_div"]>(
    { a: i64f64, b: i64f64 },
    { saturatingMul: i64f64, safeDiv: i64f64, saturatingAdd: i64f64 },
  ),
  i64f64_convert: step<Arithmetic["i64f64_convert"]>({ a: i64f64 }, { toI32f32: i32f32, toU64: u64() }),
  fixed_ops: { by: "type", of: Object.fromEntries(FIXED_FORMATS.map((type) => [type, fixedOperations(type)])) },
  /** In the formats in which the chain takes each of them. */
  transcendental: {
    by: "op",
    of: {
      exp: transcendental("exp", ["I32F32", "I64F64"]),
      log2: transcendental("log2", ["I32F32", "I64F64", "I96F32"]),
      ln: transcendental("ln", ["I32F32", "I64F64", "I96F32"]),
    },
  },
  exp_i32f32: step<Arithmetic["exp_i32f32"]>({ a: i32f32 }, { expSafe: i32f32, exp: optional(i32f32) }),
  log_i32f32: step<Arithmetic["log_i32f32"]>({ a: i32f32 }, { log2: optional(i32f32), ln: optional(i32f32), safeLn: i32f32 }),
  log_i96f32: step<Arithmetic["log_i96f32"]>({ a: i96f32 }, { log2: optional(i96f32), ln: optional(i96f32) }),
  u16_proportion: step<Arithmetic["u16_proportion"]>({ u: u16(PROPORTION) }, { fixed: i32f32, proportion: i32f32 }),
  total_stake: step<Arithmetic["total_stake"]>(
    { alpha: u64(RAO), tao: u64(RAO), taoWeight: u64("fraction of 2^64-1") },
    { taoWeightU96f32: raw("U96F32"), totalI64f64: raw("I64F64", RAO), stakeU64: u64(RAO) },
  ),
  normalize: { by: "type", of: { i32f32: normalize("i32f32"), i64f64: normalize("i64f64") } },
  top_k: step<Arithmetic["top_k"]>({ vec: vector, k: u16() }, { isTopkNonzero: list(boolean()), isTopk: list(boolean()) }),
  weighted_median: step<Arithmetic["weighted_median"]>(
    { stake: vector, score: vector, minority: i32f32, lo: i32f32, hi: i32f32 },
    { out: i32f32 },
    ({ stake, score }) => {
      votersAreUids("stake", stake);
      sameLength("score", score, stake, "stakes");
    },
  ),
  sparse_op: { by: "op", of: SPARSE },
  liquid_alpha: step<Arithmetic["liquid_alpha"]>(
    {
      consensus: i32f32,
      weight: i32f32,
      bond: i32f32,
      alphaLow: u16(PROPORTION),
      alphaHigh: u16(PROPORTION),
      steepness: i16("hundredths"),
    },
    { alpha: i32f32 },
  ),
  liquid_alpha_matrix: step<Arithmetic["liquid_alpha_matrix"]>(
    { weights: rows, bonds: rows, consensus: vector, alphaLow: u16(PROPORTION), alphaHigh: u16(PROPORTION), steepness: i16("hundredths") },
    { alphas: list(vector) },
    ({ weights, bonds }) => {
      sameLength("bonds", bonds, weights, "weight rows");
    },
    ({ weights, consensus }) => checkCells("consensus", lengthOf(weights), lengthOf(consensus), MOST_ALPHAS),
  ),
  ema_alpha: step<Arithmetic["ema_alpha"]>({ bma: u64("parts per million") }, { alphaYuma2: i32f32, alphaYuma3LiquidOff: i32f32 }),
  emission_amount: step<Arithmetic["emission_amount"]>({ share: i32f32, raoEmission: u64(RAO) }, { out: u64(RAO) }),
  max_upscale: step<Arithmetic["max_upscale"]>({ vec: vector }, { out: list(u16(PROPORTION)) }),
  u16_max_upscale: step<Arithmetic["u16_max_upscale"]>({ vec: list(u16()) }, { out: list(u16(PROPORTION)) }),
};

export const ARITHMETIC_FUNCTIONS = (Object.keys(STEPS) as (keyof Arithmetic)[]).sort();

/** The step that an input asks for. @throws EpochInputError where the field that decides is none of its values */
function chosen(description: StepDescription, input: Record<string, unknown>): Step {
  if (!("by" in description)) return description;
  const { by, of } = description;
  return chosen(of[oneOf(Object.keys(of)).fromJson(input[by], by, 0)]!, input);
}

/** One arithmetic function on its JSON input, as JSON. @throws EpochInputError */
export function evaluateArithmetic(arithmetic: Arithmetic, fn: keyof Arithmetic, input: Record<string, unknown>): unknown {
  const described = chosen(STEPS[fn], input);
  described.bound?.(input);
  const checked = described.in.fromJson(input, "", 0);
  described.check?.(checked);
  if (fn !== "sparse_op") return described.out.toJson((arithmetic[fn] as (input: unknown) => unknown)(checked));
  const { op, ...fields } = checked as { op: keyof SparseOperations };
  return described.out.toJson({ out: (arithmetic.sparse_op[op] as (input: unknown) => unknown)(fields) });
}
