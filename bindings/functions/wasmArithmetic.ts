import scalarModule from "../../build/arithmetic-scalar.wasm";
import simdModule from "../../build/arithmetic.wasm";
import { WasmHeap } from "./heap.js";
import type { WasmBackend } from "../types.js";
import { compileSync, fromBase64 } from "../wasm/webAssembly.js";
import type { Arithmetic, FixedType, Row, Rows } from "./arithmetic.js";

/** Adds the epoch's sparse rows. */
class Steps extends WasmHeap {
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
    return this.rows(
      Array.from({ length: count }, () => []),
      room,
    );
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

/** The formats that live in cells. */
type CellFormat = Exclude<FixedType, "I32F32">;

function entryCount(rows: Rows): number {
  return rows.reduce((count, row) => count + row.length, 0);
}

/** The arithmetic functions by the kernels of the WebAssembly build. */
export function wasmArithmetic(backend: WasmBackend): Arithmetic {
  const steps = new Steps(compileSync(fromBase64(backend === "wasm" ? simdModule : scalarModule)));

  const unlessFailed = (sentinel: string, value: bigint) => (value === steps.constant(sentinel) ? null : value);

  const format = (type: CellFormat) => steps.constant(type) as number;

  const read = (type: CellFormat, address: number) => (type.startsWith("U") ? steps.readUnsigned(address) : steps.readSigned(address));

  const binary = (name: string, type: CellFormat, a: bigint, b: bigint): bigint => {
    const result = steps.reset().cell();
    steps.call(name, steps.cell(a), steps.cell(b), format(type), result);
    return read(type, result);
  };

  /** null where it does not fit. */
  const checked = (name: string, type: CellFormat, a: bigint, b: bigint): bigint | null => {
    const result = steps.reset().cell();
    return steps.i32(name, steps.cell(a), steps.cell(b), format(type), result) ? read(type, result) : null;
  };

  const converted = (raw: bigint, from: FixedType, to: FixedType): bigint => {
    const result = steps.reset().cell();
    if (to === "I32F32") return from === "I32F32" ? raw : steps.i64("cellToI32F32", steps.cell(raw), format(from));
    // I32F32 is I96F32 of fewer bits.
    steps.call("cellConvert", steps.cell(raw), format(from === "I32F32" ? "I96F32" : from), format(to), result);
    return read(to, result);
  };

  const fixedOperations = (type: CellFormat, a: bigint, b: bigint) => {
    const floored = steps.reset().cell();
    steps.call("cellFloor", steps.cell(a), format(type), floored);
    const floor = read(type, floored);
    return {
      floor,
      add: binary("cellSaturatingAdd", type, a, b),
      sub: binary("cellSaturatingSub", type, a, b),
      mul: binary("cellSaturatingMul", type, a, b),
      checkedMul: checked("cellMulFloor", type, a, b),
      div: b === 0n ? null : checked("cellDivTrunc", type, a, b),
      satDiv: b === 0n ? null : binary("cellSaturatingDiv", type, a, b),
      toU64: steps.u64("cellToU64", steps.reset().cell(a), format(type)),
    };
  };

  /** null where the fallback comes back, whichever it is: nothing fits. */
  const orNull = (name: string, a: bigint, b: bigint): bigint | null => {
    const [one, other] = [steps.i64(name, a, b, 0n), steps.i64(name, a, b, 1n)];
    return one === other ? one : null;
  };

  const narrowOperations = (a: bigint, b: bigint) => {
    const quotient = b === 0n ? null : steps.i64("saturatingDiv", a, b);
    return {
      add: steps.i64("saturatingAdd", a, b),
      sub: steps.i64("saturatingSub", a, b),
      mul: steps.i64("saturatingMul", a, b),
      checkedMul: orNull("checkedMul", a, b),
      div: b === 0n ? null : orNull("checkedDiv", a, b),
      satDiv: quotient,
      floor: steps.i64("floor", a),
      toU64: steps.u64("toU64", a),
    };
  };

  const transcendental = (op: "exp" | "log2" | "ln", type: FixedType, x: bigint): bigint | null => {
    if (type === "I32F32") {
      if (op === "exp") return unlessFailed("EXP_FAILED", steps.i64("exp", x));
      return unlessFailed("LOG_FAILED", steps.i64(op === "ln" ? "lnI32F32" : "log2I32F32", x));
    }
    const result = steps.reset().cell();
    const done =
      op === "exp" ? steps.i32("expI64F64", steps.cell(x), result) : steps.i32(op, steps.cell(x), format(type as CellFormat), result);
    return done ? steps.readSigned(result) : null;
  };

  const inPlace = (name: string, a: Rows, columns: number): Rows => {
    const rows = steps.reset().rows(a);
    steps.call(name, a.length, rows, columns, steps.room(columns * 8), steps.room(columns * 8));
    return steps.readRows(rows, a.length);
  };

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
