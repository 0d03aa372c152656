import { NEWEST_RULE_SET, RULE_SETS } from "../ruleSets/ruleSets.js";
import { ema, emaAlphaRow, expSafe, interpolate, liquidAlpha, liquidAlphaParameters, liquidAlphaRow } from "../reference/bonds.js";
import { clip, consensus, weightedMedian } from "../reference/consensus.js";
import { emissionAmount } from "../reference/emission.js";
import { I32F32, I64F64, I96F32, U16_MAX, U64F64, U64_MAX, U96F32 } from "../reference/fixed.js";
import { topK } from "../reference/masks.js";
import {
  emaAlphaSaturating,
  emaAlphaWrapping,
  i64f64ToI32f32,
  proportionFromU16,
  proportionToU16,
  taoWeightX32,
  toProportion,
} from "../reference/proportion.js";
import { columnMaxUpscale, columnNormalize, columnSums, rowNormalize, rowSums, scaleColumns, scaleRows } from "../reference/rows.js";
import { stakeRao, totalStake } from "../reference/stake.js";
import { maxUpscaleToU16, maxUpscaleU16 } from "../reference/upscale.js";
import type { Arithmetic } from "./arithmetic.js";
import type { Rows } from "./step.js";

const FORMATS = { I32F32, I64F64, I96F32, U64F64, U96F32 };

function liquidParameters(input: { alphaLow: number; alphaHigh: number; steepness: number }) {
  return liquidAlphaParameters({ ...input, alphaSigmoidSteepness: input.steepness }, RULE_SETS[NEWEST_RULE_SET]);
}

/** The arithmetic functions by the executable specification. */
export const referenceArithmetic: Arithmetic = {
  i32f32_mul: ({ a, b }) => ({ saturatingMul: I32F32.saturatingMul(a, b), checkedMulOr0: I32F32.checkedMul(a, b) ?? 0n }),
  i32f32_div: ({ a, b }) => ({ safeDiv: I32F32.safeDiv(a, b), saturatingDiv: I32F32.saturatingDiv(a, b) ?? null }),
  i32f32_add_sub: ({ a, b }) => ({
    saturatingAdd: I32F32.saturatingAdd(a, b),
    saturatingSub: I32F32.saturatingSub(a, b),
    sum: I32F32.wrappingSum([a, b]),
  }),
  i32f32_convert: ({ a }) => ({
    toU16: Number(I32F32.toUnsigned(a, U16_MAX)),
    toU64: I32F32.toUnsigned(a, U64_MAX),
    proportionToU16: proportionToU16(a),
    round: I32F32.round(a),
    toI64f64: a << 32n,
    toU16Proportion: toProportion(a),
  }),
  i64f64_mul_div: ({ a, b }) => ({
    saturatingMul: I64F64.saturatingMul(a, b),
    safeDiv: I64F64.safeDiv(a, b),
    saturatingAdd: I64F64.saturatingAdd(a, b),
  }),
  i64f64_convert: ({ a }) => ({ toI32f32: i64f64ToI32f32(a), toU64: I64F64.toUnsigned(a, U64_MAX) }),
  fixed_ops: ({ type, a, b }) => {
    const format = FORMATS[type];
    return {
      add: format.saturatingAdd(a, b),
      sub: format.saturatingSub(a, b),
      mul: format.saturatingMul(a, b),
      checkedMul: format.checkedMul(a, b) ?? null,
      div: format.checkedDiv(a, b) ?? null,
      satDiv: format.saturatingDiv(a, b) ?? null,
      floor: format.floor(a),
      toU64: format.toUnsigned(a, U64_MAX),
      asI32F32: format.convert(a, I32F32),
      asI64F64: format.convert(a, I64F64),
      asI96F32: format.convert(a, I96F32),
      asU64F64: format.convert(a, U64F64),
      asU96F32: format.convert(a, U96F32),
    };
  },
  transcendental: ({ op, type, x }) => ({ y: FORMATS[type][op](x) ?? null }),
  exp_i32f32: ({ a }) => ({ expSafe: expSafe(a), exp: I32F32.exp(a) ?? null }),
  log_i32f32: ({ a }) => ({ log2: I32F32.log2(a) ?? null, ln: I32F32.ln(a) ?? null, safeLn: I32F32.ln(a) ?? 0n }),
  log_i96f32: ({ a }) => ({ log2: I96F32.log2(a) ?? null, ln: I96F32.ln(a) ?? null }),
  u16_proportion: ({ u }) => ({ fixed: I32F32.fromInteger(BigInt(u)), proportion: proportionFromU16(u) }),
  total_stake: ({ alpha, tao, taoWeight }) => {
    const total = totalStake(alpha, tao, taoWeight);
    return { taoWeightU96f32: taoWeightX32(taoWeight), totalI64f64: total, stakeU64: stakeRao(total) };
  },
  normalize: ({ type, vec }) => ({ out: (type === "i32f32" ? I32F32 : I64F64).normalize(vec) }),
  top_k: ({ vec, k }) => ({
    isTopkNonzero: topK(
      vec,
      k,
      vec.map((value) => value !== 0n),
    ),
    isTopk: topK(
      vec,
      k,
      vec.map(() => true),
    ),
  }),
  weighted_median: ({ stake, score, minority, lo, hi }) => ({ out: weightedMedian(stake, score, minority, lo, hi) }),
  sparse_op: {
    row_normalize: ({ a }) => rowNormalize(a) as Rows,
    col_normalize: ({ a, columns }) => columnNormalize(a, columns) as Rows,
    col_max_upscale: ({ a, columns }) => columnMaxUpscale(a, columns) as Rows,
    matmul: ({ a, vector, columns }) => columnSums(a, vector, columns),
    matmul_transpose: ({ a, vector }) => rowSums(a, vector),
    col_clip: ({ a, vector }) => clip(a, vector) as Rows,
    interpolate: ({ a, b, columns, ratio }) => interpolate(a, b, ratio, columns) as Rows,
    mat_ema: (input) => ema(input.new, input.old, input.alpha, input.new.length) as Rows,
    mat_ema_alpha: (input) => input.new.map((row, i) => emaAlphaRow(row, input.old[i]!, (uid) => input.alpha[i]![uid]!)) as Rows,
    mat_vec_mul: ({ a, vector }) => scaleColumns(a, vector) as Rows,
    weighted_median_col: ({ stake, a, columns, majority }) => consensus(a, stake, columns, majority),
    row_hadamard: ({ a, vector }) => scaleRows(a, vector) as Rows,
  },
  liquid_alpha: (input) => ({ alpha: liquidAlpha(input.consensus, input.weight, input.bond, liquidParameters(input)) }),
  liquid_alpha_matrix: (input) => ({
    alphas: input.weights.map((row, i) =>
      BigInt64Array.from(liquidAlphaRow(row, input.bonds[i]!, input.consensus, liquidParameters(input))),
    ),
  }),
  ema_alpha: ({ bma }) => ({ alphaYuma2: emaAlphaSaturating(bma), alphaYuma3LiquidOff: emaAlphaWrapping(bma) }),
  emission_amount: ({ share, raoEmission }) => ({ out: emissionAmount(share, raoEmission) }),
  max_upscale: ({ vec }) => ({ out: maxUpscaleToU16(vec) }),
  u16_max_upscale: ({ vec }) => ({ out: maxUpscaleU16(vec) }),
};
