import scalarBytes from "../../build/arithmetic-scalar.wasm";
import simdBytes from "../../build/arithmetic.wasm";
import type { WasmBackend } from "../wasmModule.js";
import type { Arithmetic, Row, Rows } from "./arithmetic.js";

type Exports = Record<string, WebAssembly.Global> & Record<string, (...parameters: (number | bigint)[]) => unknown>;

/** Marshals the arithmetic functions' inputs into the module that exports the epoch's steps one by one. */
class Steps {
  private readonly exports: Exports;
  private readonly memory: WebAssembly.Memory;

  constructor(bytes: Uint8Array) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes as BufferSource));
    this.exports = exports as unknown as Exports;
    this.memory = exports["memory"] as WebAssembly.Memory;
  }

  constant(name: string): number | bigint {
    return this.exports[name]!.value as number | bigint;
  }

  call(name: string, ...parameters: (number | bigint)[]): void {
    this.exports[name]!(...parameters);
  }

  i64(name: string, ...parameters: (number | bigint)[]): bigint {
    return this.exports[name]!(...parameters) as bigint;
  }

  u64(name: string, ...parameters: (number | bigint)[]): bigint {
    return BigInt.asUintN(64, this.i64(name, ...parameters));
  }

  i32(name: string, ...parameters: (number | bigint)[]): number {
    return this.exports[name]!(...parameters) as number;
  }

  reset(): this {
    this.call("reset");
    return this;
  }

  room(bytes: number): number {
    return this.i32("allocate", bytes) >>> 0;
  }

  vector(values: readonly bigint[]): number {
    const address = this.room(values.length * 8);
    new BigInt64Array(this.memory.buffer, address, values.length).set(values);
    return address;
  }

  readVector(address: number, length: number): bigint[] {
    return Array.from(new BigInt64Array(this.memory.buffer, address, length));
  }

  flags(values: readonly boolean[]): number {
    const address = this.room(values.length);
    new Uint8Array(this.memory.buffer, address, values.length).set(values.map(Number));
    return address;
  }

  readFlags(address: number, length: number): boolean[] {
    return Array.from(new Uint8Array(this.memory.buffer, address, length), Boolean);
  }

  readU16(address: number, length: number): number[] {
    return Array.from(new Uint16Array(this.memory.buffer, address, length));
  }

  cells(values: readonly bigint[]): number {
    return this.vector(values.flatMap((value) => [BigInt.asIntN(64, value), value >> 64n]));
  }

  readCells(address: number, count: number): bigint[] {
    const words = this.readVector(address, count * 2);
    return Array.from({ length: count }, (_, i) => (words[2 * i + 1]! << 64n) | BigInt.asUintN(64, words[2 * i]!));
  }

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
    return this.rows(Array.from({ length: count }, () => []), room);
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

function entryCount(rows: Rows): number {
  return rows.reduce((count, row) => count + row.length, 0);
}

/** The arithmetic functions by the kernels of the WebAssembly build. */
export function wasmArithmetic(backend: WasmBackend): Arithmetic {
  const steps = new Steps(backend === "wasm" ? simdBytes : scalarBytes);

  const unlessFailed = (sentinel: string, value: bigint) => (value === steps.constant(sentinel) ? null : value);

  const binaryCells = (name: string, a: bigint, b: bigint): bigint => {
    steps.reset();
    const result = steps.room(16);
    steps.call(name, steps.cells([a]), steps.cells([b]), result);
    return steps.readCells(result, 1)[0]!;
  };

  const logarithms = (log2: bigint) => ({
    log2: unlessFailed("LOG_FAILED", log2),
    ln: unlessFailed("LOG_FAILED", steps.i64("lnFromLog2", log2)),
  });

  const inPlace = (name: string, a: Rows, columns: number): Rows => {
    const rows = steps.reset().rows(a);
    steps.call(name, a.length, rows, columns, steps.room(columns * 8));
    return steps.readRows(rows, a.length);
  };

  const liquidAlpha = (consensus: bigint, weight: bigint, bond: bigint, input: { alphaLow: number; alphaHigh: number; steepness: number }) =>
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
      saturatingMul: binaryCells("i64f64SaturatingMul", a, b),
      safeDiv: binaryCells("i64f64SafeDiv", a, b),
      saturatingAdd: binaryCells("i64f64SaturatingAdd", a, b),
    }),
    i64f64_convert: ({ a }) => {
      const cell = steps.reset().cells([a]);
      return { toI32f32: steps.i64("i64f64ToI32F32", cell), toU64: steps.u64("i64f64ToU64", cell) };
    },
    exp_i32f32: ({ a }) => ({ expSafe: steps.i64("expSafe", a), exp: unlessFailed("EXP_FAILED", steps.i64("exp", a)) }),
    log_i32f32: ({ a }) => {
      const logs = logarithms(steps.i64("log2I32F32", a));
      return { ...logs, safeLn: logs.ln ?? 0n };
    },
    log_i96f32: ({ a }) => logarithms(steps.i64("log2I96F32", steps.reset().cells([a]))),
    u16_proportion: ({ u }) => ({ fixed: steps.i64("fromInteger", u), proportion: steps.i64("proportionFromU16", u) }),
    total_stake: ({ alpha, tao, taoWeight }) => {
      const total = steps.reset().room(16);
      steps.call("totalStake", alpha, tao, taoWeight, total);
      return {
        taoWeightU96f32: steps.u64("taoWeightX32", taoWeight),
        totalI64f64: steps.readCells(total, 1)[0]!,
        stakeU64: steps.u64("i64f64ToU64", total),
      };
    },
    normalize: ({ type, vec }) => {
      steps.reset();
      if (type === "i64f64") {
        const cells = steps.cells(vec);
        steps.call("i64f64Normalize", cells, vec.length);
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
        steps.call("topK", vec.length, values, k, steps.room(vec.length * 4), steps.room(vec.length * 4), flags);
        return steps.readFlags(flags, vec.length);
      };
      return { isTopkNonzero: kept(vec.map((value) => value !== 0n)), isTopk: kept(vec.map(() => true)) };
    },
    weighted_median: ({ stake, score, minority, lo, hi }) => {
      steps.reset();
      const lists = [0, 1, 2].map(() => steps.room(stake.length * 4));
      return { out: steps.i64("weightedMedian", stake.length, steps.vector(stake), steps.vector(score), minority, lo, hi, ...lists) };
    },
    sparse_op: {
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
          row
            .map(({ uid, value }) => ({ uid, value: steps.i64("saturatingMul", vector[uid]!, value) }))
            .filter(({ value }) => value !== 0n),
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
          "consensus", count, steps.rows(a), steps.vector(stake), majority, columns,
          ...vectors, ...lists, ...ends, ...entries, result,
        );
        return steps.readVector(result, columns);
      },
      row_hadamard: ({ a, vector }) => {
        const rows = steps.reset().rows(a);
        steps.call("scaleRows", a.length, rows, steps.vector(vector), steps.valuesOf(rows));
        return steps.readRows(rows, a.length);
      },
    },
    liquid_alpha: (input) => ({ alpha: liquidAlpha(input.consensus, input.weight, input.bond, input) }),
    liquid_alpha_matrix: (input) => ({
      alphas: input.weights.map((row, i) => {
        const columns = input.consensus.length;
        const seen = [row, input.bonds[i]!].map((entries) => {
          const vector = steps.reset().room(columns * 8);
          steps.call("layOutCursorValues", steps.rows([entries]), 0, columns, vector);
          return steps.readVector(vector, columns);
        });
        return input.consensus.map((value, j) => liquidAlpha(value, seen[0]![j]!, seen[1]![j]!, input));
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
