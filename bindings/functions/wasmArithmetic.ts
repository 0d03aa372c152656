import scalarModule from "../../build/arithmetic-scalar.wasm";
import simdModule from "../../build/arithmetic.wasm";
import type { WasmBackend } from "../types.js";
import { compileSync, fromBase64 } from "../wasm/webAssembly.js";
import type { Arithmetic } from "./arithmetic.js";
import { fixedSteps } from "./wasmFixed.js";
import { sparseSteps } from "./wasmSparse.js";
import { Steps } from "./wasmSteps.js";

/** The arithmetic functions by the kernels of the WebAssembly build. */
export function wasmArithmetic(backend: WasmBackend): Arithmetic {
  const steps = new Steps(compileSync(fromBase64(backend === "wasm" ? simdModule : scalarModule)));

  const { binary, format, unlessFailed, fixedOperations, narrowOperations, converted, transcendental } = fixedSteps(steps);

  const liquidAlpha = (
    consensus: bigint,
    weight: bigint,
    bond: bigint,
    input: { alphaLow: number; alphaHigh: number; steepness: number },
  ) =>
    steps.i64(
      "liquidAlpha",
      consensus,
      weight,
      bond,
      steps.i64("proportionFromU16", input.alphaLow),
      steps.i64("proportionFromU16", input.alphaHigh),
      steps.i64("sigmoidExponent", input.steepness),
    );

  return {
    i32f32_mul: ({ a, b }) => ({ saturatingMul: steps.i64("saturatingMul", a, b), checkedMulOr0: steps.i64("checkedMul", a, b, 0n) }),
    i32f32_div: ({ a, b }) => ({
      safeDiv: steps.i64("safeDiv", a, b),
      saturatingDiv: b === 0n ? null : steps.i64("saturatingDiv", a, b),
    }),
    i32f32_add_sub: ({ a, b }) => ({
      saturatingAdd: steps.i64("saturatingAdd", a, b),
      saturatingSub: steps.i64("saturatingSub", a, b),
      sum: steps.i64("wrappingSum", steps.reset().vector([a, b]), 2),
    }),
    i32f32_convert: ({ a }) => ({
      toU16: steps.i32("toU16", a),
      toU64: steps.u64("toU64", a),
      proportionToU16: steps.i32("proportionToU16", a),
      round: steps.i64("round", a),
      toI64f64: a << 32n,
      toU16Proportion: steps.i64("toProportion", a),
    }),
    i64f64_mul_div: ({ a, b }) => ({
      saturatingMul: binary("cellSaturatingMul", "I64F64", a, b),
      safeDiv: binary("cellSafeDiv", "I64F64", a, b),
      saturatingAdd: binary("cellSaturatingAdd", "I64F64", a, b),
    }),
    i64f64_convert: ({ a }) => {
      const cell = steps.reset().cell(a);
      return { toI32f32: steps.i64("cellToI32F32", cell, format("I64F64")), toU64: steps.u64("cellToU64", cell, format("I64F64")) };
    },
    fixed_ops: ({ type, a, b }) => ({
      ...(type === "I32F32" ? narrowOperations(a, b) : fixedOperations(type, a, b)),
      asI32F32: converted(a, type, "I32F32"),
      asI64F64: converted(a, type, "I64F64"),
      asI96F32: converted(a, type, "I96F32"),
      asU64F64: converted(a, type, "U64F64"),
      asU96F32: converted(a, type, "U96F32"),
    }),
    transcendental: ({ op, type, x }) => ({ y: transcendental(op, type, x) }),
    exp_i32f32: ({ a }) => ({ expSafe: steps.i64("expSafe", a), exp: unlessFailed("EXP_FAILED", steps.i64("exp", a)) }),
    log_i32f32: ({ a }) => {
      const ln = transcendental("ln", "I32F32", a);
      return { log2: transcendental("log2", "I32F32", a), ln, safeLn: ln ?? 0n };
    },
    log_i96f32: ({ a }) => ({ log2: transcendental("log2", "I96F32", a), ln: transcendental("ln", "I96F32", a) }),
    u16_proportion: ({ u }) => ({ fixed: steps.i64("fromInteger", u), proportion: steps.i64("proportionFromU16", u) }),
    total_stake: ({ alpha, tao, taoWeight }) => {
      const total = steps.reset().room(16);
      steps.call("totalStake", alpha, tao, taoWeight, total);
      return {
        taoWeightU96f32: steps.u64("taoWeightX32", taoWeight),
        totalI64f64: steps.readCells(total, 1)[0]!,
        stakeU64: steps.u64("cellToU64", total, format("I64F64")),
      };
    },
    normalize: ({ type, vec }) => {
      steps.reset();
      if (type === "i64f64") {
        const cells = steps.cells(vec);
        steps.call("normalizeX64", cells, vec.length);
        return { out: steps.readCells(cells, vec.length) };
      }
      const values = steps.vector(vec);
      steps.call("normalize", values, vec.length, values);
      return { out: steps.readVector(values, vec.length) };
    },
    top_k: ({ vec, k }) => {
      const kept = (initial: boolean[]) => {
        const values = steps.reset().vector(vec);
        const flags = steps.flags(initial);
        steps.call("topK", vec.length, values, k, steps.room(vec.length * 8), flags);
        return steps.readFlags(flags, vec.length);
      };
      return { isTopkNonzero: kept(vec.map((value) => value !== 0n)), isTopk: kept(vec.map(() => true)) };
    },
    weighted_median: ({ stake, score, minority, lo, hi }) => {
      steps.reset();
      const lists = [0, 1, 2].map(() => steps.room(stake.length * 4));
      return { out: steps.i64("weightedMedian", stake.length, steps.vector(stake), steps.vector(score), minority, lo, hi, ...lists) };
    },
    sparse_op: sparseSteps(steps),
    liquid_alpha: (input) => ({ alpha: liquidAlpha(input.consensus, input.weight, input.bond, input) }),
    liquid_alpha_matrix: (input) => ({
      alphas: input.weights.map((row, i) => {
        const columns = input.consensus.length;
        const seen = [row, input.bonds[i]!].map((entries) => {
          const vector = steps.reset().room(columns * 8);
          steps.call("layOutCursorValues", steps.rows([entries]), 0, columns, vector);
          return steps.readVector(vector, columns);
        });
        return BigInt64Array.from(input.consensus, (value, j) => liquidAlpha(value, seen[0]![j]!, seen[1]![j]!, input));
      }),
    }),
    ema_alpha: ({ bma }) => ({
      alphaYuma2: steps.i64("emaAlphaSaturating", bma),
      alphaYuma3LiquidOff: steps.i64("emaAlphaWrapping", bma),
    }),
    emission_amount: ({ share, raoEmission }) => ({ out: steps.u64("emissionAmount", share, raoEmission) }),
    max_upscale: ({ vec }) => maxUpscale(vec),
    u16_max_upscale: ({ vec }) => maxUpscale(vec.map((value) => steps.i64("fromInteger", value))),
  };

  function maxUpscale(values: bigint[]): { out: number[] } {
    const result = steps.reset().room(values.length * 2);
    steps.call("maxUpscaleToU16", values.length, steps.vector(values), result);
    return { out: steps.readU16(result, values.length) };
  }
}
