import { describe, expect, it } from "vitest";
import {
  BackendUnavailableError,
  EpochInputError,
  EpochSizeError,
  MalformedJsonError,
  UnknownFunctionError,
  YumaError,
} from "../bindings/errors.js";
import { evaluate } from "../bindings/functions/index.js";
import { fromJson, subnetFromJson } from "../bindings/boundary/input.js";
import { loadYuma, loadYumaSync } from "../bindings/index.js";
import { RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import type { SubnetState } from "../bindings/types.js";
import { backendNamed, describeBackends } from "./backends.js";
import { readVectors } from "./vectors.js";

const STATE = readVectors("epoch/basic")[0]!.in as Record<string, any>;
const SUBNET = readVectors("newer-rules/epoch-null").find(({ in: { n } }) => (n as number) > 3)!.in as Record<string, any>;

function changed(change: (state: Record<string, any>) => void, from = STATE): Record<string, any> {
  const state = structuredClone(from);
  change(state);
  return state;
}

function failure(run: () => unknown): YumaError {
  try {
    run();
  } catch (error) {
    if (error instanceof YumaError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** [what is wrong, how, path, part of the message] */
const BAD_STATES: [string, (state: Record<string, any>) => void, string, string][] = [
  ["a vector that is too short", (s) => s["lastUpdate"].pop(), "lastUpdate", "expected length 16, got 15"],
  ["a vector that is too long", (s) => s["alphaStake"].push("1"), "alphaStake", "expected length 16, got 17"],
  ["a vector that is none", (s) => (s["taoStake"] = "5"), "taoStake", "expected an array of 16 u64"],
  ["too few rows", (s) => s["weights"].pop(), "weights", "expected length 16, got 15"],
  ["a u16 of 70000", (s) => (s["bonds"][3][14][1] = 70_000), "bonds[3][14][1]", "expected a u16, got 70000"],
  ["a uid of 70000", (s) => (s["weights"][0][0][0] = 70_000), "weights[0][0][0]", "expected a u16, got 70000"],
  ["a negative u16", (s) => (s["kappa"] = -1), "kappa", "expected a u16, got -1"],
  ["a fractional u16", (s) => (s["tempo"] = 0.5), "tempo", "expected a u16, got 0.5"],
  ["a u16 as text", (s) => (s["bondsPenalty"] = "5"), "bondsPenalty", 'expected a u16, got "5"'],
  ["an i16 out of range", (s) => (s["alphaSigmoidSteepness"] = 40_000), "alphaSigmoidSteepness", "expected an i16, got 40000"],
  [
    "a negative stake",
    (s) => (s["alphaStake"][2] = "-1"),
    "alphaStake[2]",
    'expected a u64 (a decimal string, or an integer up to 2^53-1), got "-1"',
  ],
  ["a fractional stake", (s) => (s["alphaStake"][2] = 1.5), "alphaStake[2]", "got 1.5"],
  ["an inexact number", (s) => (s["raoEmission"] = 2 ** 60), "raoEmission", "expected a u64"],
  ["a u64 too large", (s) => (s["raoEmission"] = "18446744073709551616"), "raoEmission", "expected a u64"],
  ["a u64 with an exponent", (s) => (s["raoEmission"] = "1e9"), "raoEmission", "expected a u64"],
  ["a u64 with a leading zero", (s) => (s["raoEmission"] = "007"), "raoEmission", "expected a u64"],
  ["a permit that is no boolean", (s) => (s["validatorPermits"][1] = 1), "validatorPermits[1]", "expected true or false, got 1"],
  ["a flag that is no boolean", (s) => (s["yuma3"] = "true"), "yuma3", 'expected true or false, got "true"'],
  ["a row that is none", (s) => (s["weights"][2] = 5), "weights[2]", "expected a row of [uid, value] pairs, got 5"],
  ["a pair that is none", (s) => (s["weights"][2][1] = [1, 2, 3]), "weights[2][1]", "expected a [uid, value] pair, got [1,2,3]"],
  ["a pair of a number", (s) => (s["weights"][2][1] = 7), "weights[2][1]", "expected a [uid, value] pair, got 7"],
  ["an owner that is no uid", (s) => (s["ownerUid"] = -5), "ownerUid", "expected a u16, got -5"],
  ["a missing field", (s) => delete s["kappa"], "kappa", "expected a u16, got nothing"],
  ["a missing vector", (s) => delete s["commitBlocks"], "commitBlocks", "got nothing"],
  [
    "a missing field that may be none",
    (s) => delete s["ownerUid"],
    "ownerUid",
    "expected the field ownerUid (or null; read from spec-252 on), got nothing",
  ],
  [
    "several missing fields",
    (s) => (delete s["kappa"], delete s["ownerUid"], delete s["tempo"]),
    "ownerUid",
    "expected the fields ownerUid (or null; read from spec-252 on), tempo (read from spec-257 on), kappa, got nothing",
  ],
  ["a field that there is not", (s) => (s["kapa"] = 1), "kapa", "expected one of the fields"],
  ["a field whose name is nearly right", (s) => (s["kapa"] = 1), "kapa", 'got "kapa"; did you mean "kappa"?'],
  ["a field whose name is in other letters", (s) => (s["OwnerUID"] = 1), "OwnerUID", 'did you mean "ownerUid"?'],
  ["a field whose name is no word", (s) => (s["a\nb"] = 1), '["a\\nb"]', "expected one of the fields"],
  ["a rule set that is nearly right", (s) => (s["ruleSet"] = "spec475"), "ruleSet", 'did you mean "spec-475"?'],
  ["a subnet's kind of consensus", (s) => (s["epochConsensus"] = "yuma"), "epochConsensus", "subnetEpoch"],
  ["a subnet's mechanisms", (s) => (s["mechanisms"] = []), "mechanisms", "yuma eval with subnet_epoch"],
  ["an unknown rule set", (s) => (s["ruleSet"] = "spec-1"), "ruleSet", `expected one of ${RULE_SET_IDS.join(", ")}, got "spec-1"`],
  [
    "an unknown mode",
    (s) => (s["liquidAlphaConsensusMode"] = "later"),
    "liquidAlphaConsensusMode",
    "expected one of current, previous, auto",
  ],
  ["n above 65,535", (s) => (s["n"] = 65_536), "n", "expected a number of uids from 0 to 65535, got 65536"],
  ["n below 0", (s) => (s["n"] = -1), "n", "got -1"],
  ["n that is none", (s) => (s["n"] = null), "n", "got null"],
];

describe("a state that cannot be the chain's", () => {
  it.each(BAD_STATES)("%s", (_, change, path, message) => {
    const error = failure(() => fromJson(changed(change)));
    expect(error).toBeInstanceOf(EpochInputError);
    expect(error).toMatchObject({ code: "invalid-input", path });
    expect(error.message).toContain(`${path}: `);
    expect(error.message).toContain(message);
  });

  it.each([[null], [5], ["[]"], [[]], [true]])("%j is no object", (value) => {
    expect(failure(() => fromJson(value))).toBeInstanceOf(EpochInputError);
  });

  it("text that is not JSON, or ends too early", () => {
    for (const text of ["", "{", JSON.stringify(STATE).slice(0, -9), "nothing"]) {
      expect(failure(() => fromJson(text))).toBeInstanceOf(MalformedJsonError);
    }
  });

  it("a subnet's fields are named with their mechanism", () => {
    const error = failure(() => subnetFromJson(changed((s) => (s["mechanisms"][0].weights[1] = [[0, 65_536]]), SUBNET)));
    expect(error.path).toBe("mechanisms[0].weights[1][0][1]");
  });

  it("a subnet needs a mechanism, and a kind of consensus that there is", () => {
    expect(failure(() => subnetFromJson(changed((s) => (s["mechanisms"] = []), SUBNET))).path).toBe("mechanisms");
    expect(failure(() => subnetFromJson(changed((s) => (s["epochConsensus"] = "proof"), SUBNET))).path).toBe("epochConsensus");
    expect(failure(() => subnetFromJson(changed((s) => delete s["epochConsensus"], SUBNET))).path).toBe("epochConsensus");
  });

  it("a mechanism's fields are checked as a state's are", () => {
    const misspelt = failure(() => subnetFromJson(changed((s) => (s["mechanisms"][0].wieghts = []), SUBNET)));
    expect(misspelt).toMatchObject({ path: "mechanisms[0].wieghts", nearest: "weights" });
    const missing = failure(() => subnetFromJson(changed((s) => (s["mechanisms"][0] = {}), SUBNET)));
    expect(missing).toMatchObject({ path: "mechanisms[0].lastUpdate", expected: "the fields lastUpdate, weights, bonds, commitBlocks" });
  });

  it("a state of one mechanism in the place of a subnet's is answered with what takes it", () => {
    const error = failure(() => subnetFromJson(STATE));
    expect(error.path).toBe("epochConsensus");
    expect(error.message).toContain("for fromJson and epoch");
  });

  it("Null consensus is refused under rules that did not have it", () => {
    const error = failure(() => subnetFromJson(changed((s) => (s["ruleSet"] = "spec-452"), SUBNET)));
    expect(error).toMatchObject({ path: "ruleSet" });
    expect(error.message).toContain("spec-475");
  });
});

describe("what may be left out", () => {
  it("has the documented defaults", () => {
    const state = fromJson(changed((s) => delete s["ruleSet"]));
    expect(state.ruleSet).toBe("spec-475");
    expect(state.liquidAlphaConsensusMode).toBe("auto");
    expect(state.lastYumaStepBlock).toBeNull();
    expect(state.previousConsensus).toHaveLength(0);
  });

  it("a u64 may be an exact number", () => {
    expect(fromJson(changed((s) => (s["raoEmission"] = 1_000_000))).raoEmission).toBe(1_000_000n);
  });
});

/** The same boundary for callers in TypeScript. */
const BAD_TYPED: [string, (state: any) => void, string][] = [
  ["an array instead of a typed array", (s) => (s.alphaStake = [1n]), "alphaStake"],
  ["another typed array", (s) => (s.alphaStake = new Float64Array(16)), "alphaStake"],
  ["a number instead of a bigint", (s) => (s.raoEmission = 5), "raoEmission"],
  ["a bigint too large", (s) => (s.taoWeight = 1n << 64n), "taoWeight"],
  ["a permit of 2", (s) => (s.validatorPermits[4] = 2), "validatorPermits[4]"],
  ["rows whose starts do not begin at 0", (s) => (s.weights.starts[0] = 1), "weights.starts[0]"],
  ["rows whose starts descend", (s) => (s.weights.starts[2] = 999_999), "weights.starts[3]"],
  ["rows whose starts end elsewhere", (s) => (s.weights.starts[16] += 1), "weights.starts[16]"],
  ["rows with too few starts", (s) => (s.bonds.starts = s.bonds.starts.slice(1)), "bonds.starts"],
  ["rows with another number of values", (s) => (s.bonds.values = s.bonds.values.slice(1)), "bonds.values"],
  ["rows that are none", (s) => (s.bonds = null), "bonds"],
  ["rows with more than rows have", (s) => (s.bonds.valeus = s.bonds.values), "bonds.valeus"],
];

describeBackends("typed input", ({ yuma }) => {
  const typed = (): SubnetState => structuredClone(fromJson(STATE));

  it.each(BAD_TYPED)("%s", (_, change, path) => {
    const state = typed();
    change(state);
    const error = failure(() => yuma.epoch(state));
    expect(error).toBeInstanceOf(EpochInputError);
    expect(error.path).toBe(path);
  });

  it("an option that there is not", () => {
    expect(failure(() => yuma.epoch(typed(), { tracing: true } as object)).path).toBe("options.tracing");
    expect(failure(() => yuma.epoch(typed(), { traec: true } as object)).message).toContain('did you mean "trace"?');
    for (const options of [null, 5, "trace", [], new Map(), new AbortController().signal]) {
      expect(failure(() => yuma.epoch(typed(), options as object))).toMatchObject({ path: "options", expected: "an object" });
    }
    expect(failure(() => yuma.epoch(typed(), { trace: 1 } as object)).path).toBe("options.trace");
  });

  it("works again after an error", () => {
    const before = yuma.epoch(typed(), { digest: true }).digest;
    failure(() => yuma.epoch({ ...typed(), kappa: 70_000 }));
    expect(yuma.epoch(typed(), { digest: true }).digest).toBe(before);
  });
});

describe("a function that there is not", () => {
  it("is a typed error that names those there are", () => {
    const error = failure(() => evaluate(backendNamed("wasm"), "epok", {}));
    expect(error).toBeInstanceOf(UnknownFunctionError);
    expect(error).toMatchObject({ code: "unknown-function", path: "fn" });
    expect(error.message).toContain("epoch_null");
    expect(failure(() => evaluate(backendNamed("wasm"), "toString", {}))).toBeInstanceOf(UnknownFunctionError);
  });

  it("an arithmetic function refuses what would reach beyond its input", () => {
    const wasm = backendNamed("wasm");
    const cases: [string, object, string][] = [
      ["sparse_op", { op: "matmul", a: [[[5, "1"]]], vector: ["1"], columns: 5 }, "a[0][0][0]"],
      ["sparse_op", { op: "row_hadamard", a: [[]], vector: [] }, "vector"],
      ["sparse_op", { op: "fold", a: [] }, "op"],
      ["sparse_op", { op: "mat_ema_alpha", new: [[[1, "1"]]], old: [[]], alpha: [["1"]] }, "new[0][0][0]"],
      ["weighted_median", { stake: ["1"], score: [], minority: "0", lo: "0", hi: "0" }, "score"],
      ["i32f32_mul", { a: "9223372036854775808", b: "1" }, "a"],
      ["i32f32_mul", { a: "1" }, "b"],
      ["normalize", { type: "f32", vec: [] }, "type"],
      ["normalize", { type: "i32f32", vec: ["x"] }, "vec[0]"],
    ];
    for (const [fn, input, path] of cases) expect(failure(() => evaluate(wasm, fn, input)).path).toBe(path);
  });
});

describe("loading", () => {
  it("gives a backend of its own each time, at once or later", async () => {
    expect(loadYumaSync().backend).toBe("wasm");
    expect((await loadYuma({ backend: "wasm-scalar" })).backend).toBe("wasm-scalar");
  });

  it("says so where there is no WebAssembly", () => {
    const there = globalThis.WebAssembly;
    try {
      Reflect.deleteProperty(globalThis, "WebAssembly");
      expect(failure(() => loadYumaSync())).toBeInstanceOf(BackendUnavailableError);
    } finally {
      globalThis.WebAssembly = there;
    }
  });
});

describe("size", () => {
  const empty = (n: number, weights: number): SubnetState => {
    const vector = () => new BigUint64Array(n);
    const rows = (entries: number) => ({
      starts: Uint32Array.from({ length: n + 1 }, (_, i) => (i === 0 ? 0 : entries)),
      uids: new Uint16Array(entries),
      values: new Uint16Array(entries),
    });
    return {
      ...fromJson(STATE),
      n,
      lastUpdate: vector(),
      blockAtRegistration: vector(),
      alphaStake: vector(),
      taoStake: vector(),
      commitBlocks: vector(),
      validatorPermits: new Uint8Array(n),
      weights: rows(weights),
      bonds: rows(0),
    };
  };

  it("a state that does not fit into 32-bit memory is refused, and the engine goes on", () => {
    const yuma = loadYumaSync();
    const error = failure(() => yuma.epoch(empty(3, 200_000_000)));
    expect(error).toBeInstanceOf(EpochSizeError);
    expect(error.message).toMatch(/3 uids with 200000000 weights and 0 bonds does not fit/);
    expect(yuma.epoch(empty(3, 0)).stake).toHaveLength(3);
  });

  it("65,535 uids", () => {
    const state = empty(65_535, 0);
    state.alphaStake[65_534] = 1_000_000_000n;
    const results = (["wasm", "wasm-scalar"] as const).map((backend) => loadYumaSync({ backend }).epoch(state, { digest: true }));
    expect(results[0]!.stakeWeight[65_534]).toBe(65_535);
    expect(results[0]!.newValidatorPermits[65_534]).toBe(1);
    expect(results[0]!.digest).toBe(results[1]!.digest);
  });
});

describe("views of an engine's memory", () => {
  it("are refused as its next input, and taken by another engine", () => {
    const yuma = loadYumaSync();
    const state = fromJson(STATE);
    const { bonds } = yuma.epoch(state, { views: true });
    const error = failure(() => yuma.epoch({ ...state, bonds }));
    expect(error).toBeInstanceOf(EpochInputError);
    expect(error.message).toContain("bonds.starts");
    expect(loadYumaSync().epoch({ ...state, bonds }).emission).toHaveLength(state.n);
  });

  it("are made once while they lie where they did, in results that are a caller's own", () => {
    const yuma = loadYumaSync();
    const state = fromJson(STATE);
    const [first, again] = [yuma.epoch(state, { views: true }), yuma.epoch(state, { views: true })];
    expect(again.emission).toBe(first.emission);
    Object.assign(first, { emission: null });
    Object.assign(first.bonds, { uids: null });
    expect(yuma.epoch(state, { views: true })).toEqual(yuma.epoch(state));
    const bonds = { ...state.bonds, uids: new Uint16Array(0), values: new Uint16Array(0), starts: new Uint32Array(state.n + 1) };
    expect(yuma.epoch({ ...state, bonds }, { views: true })).toEqual(loadYumaSync().epoch({ ...state, bonds }));
  });
});

describe("what an error shows", () => {
  const got = (value: unknown) => (failure(() => fromJson(changed((s) => (s["kappa"] = value)))) as EpochInputError).got;

  it.each<[string, unknown, string]>([
    ["a text", "5", '"5"'],
    ["a list", [1, "2", null], '[1,"2",null]'],
    ["a long list", [1, 2, 3, 4, 5], "an array of length 5"],
    ["an object", { a: { b: [true] } }, '{"a":{"b":[true]}}'],
    ["a map", new Map(), "a Map"],
    ["a typed array", new Float32Array(3), "Float32Array of length 3"],
    ["a function", () => 5, "a function"],
    ["a symbol", Symbol("5"), "a symbol"],
    ["a great integer", 10n ** 500n, "an integer of more than 256 bits"],
  ])("%s", (_, value, shown) => {
    const error = failure(() => fromJson({ ...STATE, kappa: value })) as EpochInputError;
    expect(error.got).toBe(shown);
  });

  it("is cut short, and so is the path", () => {
    const long = "x".repeat(100_000);
    expect(got(long)).toBe(`"${"x".repeat(59)}…`);
    const error = failure(() => fromJson(changed((s) => (s[long] = 1))));
    expect(error.path.length).toBeLessThan(100);
    expect(error.message.length).toBeLessThan(1_000);
  });

  it("is found without looking at all of it", () => {
    let read = 0;
    const item = new Proxy(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`key ${i}`, "text"])), {
      get(target, name) {
        if (typeof name === "string") read++;
        return Reflect.get(target, name);
      },
    });
    expect((failure(() => fromJson({ ...STATE, kappa: item })) as EpochInputError).got).toHaveLength(61);
    expect(read).toBeLessThan(20);
    const endless: Record<string, unknown> = {};
    endless["again"] = endless;
    expect((failure(() => fromJson({ ...STATE, kappa: endless })) as EpochInputError).got).toMatch(/^\{"again":\{"again":/);
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new TypeError("no");
        },
      },
    );
    expect((failure(() => fromJson({ ...STATE, kappa: hostile })) as EpochInputError).got).toBe("an object that cannot be read");
  });
});
