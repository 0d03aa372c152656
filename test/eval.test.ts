import { readFileSync, readdirSync } from "node:fs";
import { expect, describe, it } from "vitest";
import { EpochInputError, InternalError, YumaError } from "../bindings/errors.js";
import { fieldTexts, formsOf } from "../bindings/functions/described.js";
import { BACKENDS, ECONOMICS_METHODS, FUNCTIONS, evaluate, type Backend } from "../bindings/functions/index.js";
import { readRequest } from "../bindings/functions/request.js";
import { fromJson } from "../bindings/boundary/input.js";
import { epochDigest } from "../bindings/boundary/canonical.js";
import { denseState } from "../bindings/verify/recipe.js";
import { BACKEND_NAMES, backendNamed } from "./backends.js";
import { readVectors, vectorPath, type Vector } from "./vectors.js";

const FILES = readdirSync(vectorPath("."), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".jsonl.gz") && !name.startsWith("scenarios"))
  .map((name) => name.replace(/\.jsonl\.gz$/, "").replaceAll("\\", "/"));

/** The first line of a file, one in the middle and the last, so that most forms of a function are among them. */
const LINES: Vector[] = FILES.flatMap((name) => {
  const vectors = readVectors(name);
  return [0, vectors.length >> 1, vectors.length - 1].map((at) => vectors[at]!);
});

const OPERATIONS = readVectors("arithmetic/sparse-ops").filter(
  ({ in: input }, i, all) => all.findIndex((other) => other.in["op"] === input["op"]) === i,
);
const FIXED = readVectors("economics/fixed_ops").filter(
  ({ in: input }, i, all) => all.findIndex((other) => other.in["type"] === input["type"]) === i,
);

function textOf(backend: Backend, { fn, in: input }: Pick<Vector, "fn" | "in">): string {
  const traces = ["epoch", "epoch_null", "subnet_epoch"].includes(fn);
  const plain = evaluate(backend, fn, input);
  return JSON.stringify(traces ? [plain, evaluate(backend, fn, input, { trace: true })] : plain);
}

/** What a call ends with on a backend: the text of its output, or that of its error. */
function outcome(backend: Backend, fn: string, input: object): string {
  try {
    return JSON.stringify(evaluate(backend, fn, input));
  } catch (error) {
    return error instanceof YumaError ? `${error.name}: ${error.message}` : `not typed: ${error}`;
  }
}

/** On all backends, which have to agree. */
function outcomes(fn: string, input: object): string {
  const all = BACKEND_NAMES.map((name) => outcome(backendNamed(name), fn, input));
  expect(new Set(all).size, `${fn}: ${all.map((text) => text.slice(0, 200)).join("\n")}`).toBe(1);
  return all[0]!;
}

describe("one text on every backend", () => {
  it("of every function", () => {
    const lines = [...LINES, ...OPERATIONS, ...FIXED];
    const subnet = readVectors("newer-rules/epoch-null")[0]!;
    lines.push({ ...subnet, fn: "subnet_epoch" });
    expect(FUNCTIONS.filter((fn) => !lines.some((line) => line.fn === fn))).toEqual([]);
    for (const line of lines) {
      const [first, ...others] = BACKEND_NAMES.map((name) => textOf(backendNamed(name), line));
      for (const other of others) expect(other).toBe(first);
    }
  });
});

describe("the keys of a line", () => {
  it("are those of every vector file, whose recorded traces ask for nothing", () => {
    for (const line of LINES) expect(readRequest(line)).toEqual({ fn: line.fn, in: line.in, trace: false });
    expect(LINES.some(({ trace }) => trace !== undefined)).toBe(true);
  });

  it.each([
    [{ fn: "epoch", in: {}, trace: "yes" }, 'trace: expected true or false, got "yes"'],
    [{ fn: "epoch", in: {}, trace: 1 }, "trace: expected true or false, got 1"],
    [{ fn: "epoch", in: {}, trace: null }, "trace: expected true or false, got null"],
    [{ fn: "epoch", in: {}, trace: {} }, "trace: expected true or false, got {}"],
    [{ fn: "epoch", input: {} }, "input: expected one of the keys of a line (fn, in, trace, name, category, out, reason)"],
  ])("%o is refused", (line, message) => {
    expect(() => readRequest(line)).toThrow(EpochInputError);
    expect(() => readRequest(line)).toThrow(message);
  });
});

const SCHEDULED = { tempo: 1, lastEpochBlock: 0, pendingEpochAt: 0, blocksSinceLastStep: 0, epochIndex: 0, consistent: true };
const subnets = (count: number, more: object = {}) => Array.from({ length: count }, (_, i) => ({ netuid: i, ...SCHEDULED, ...more }));
const rows = (count: number) => Array.from({ length: count }, () => []);
const zeros = (count: number) => new Array<number>(count).fill(0);
const ALPHAS = { alphaLow: 45_875, alphaHigh: 58_982, steepness: 1_000 };
const HOTKEY = { id: 0, owner: 0, isOwnerHotkey: false, alphaStake: 1, rootStake: 1, children: [], parents: [], childkeyTake: 0, take: 0 };
const POOLS = { pendingServer: 0, pendingValidator: 9, pendingRootAlpha: 9, ckBurn: 0, taoWeight: 0 };

describe("what one line may ask for", () => {
  it.each([
    [
      "liquid_alpha_matrix",
      { ...ALPHAS, weights: rows(513), bonds: rows(513), consensus: zeros(512) },
      'consensus: expected at most 262144 pairs of a row and a column, got "513 x 512"',
    ],
    [
      "liquid_alpha_matrix",
      { ...ALPHAS, weights: rows(1), bonds: rows(1), consensus: new Array(262_145).fill("no number") },
      'consensus: expected at most 262144 pairs of a row and a column, got "1 x 262145"',
    ],
    [
      "sparse_op",
      { op: "weighted_median_col", stake: ["no number"], a: new Array(60_000).fill("no row"), columns: 60_000, majority: 0 },
      "columns: expected at most 16777216 pairs",
    ],
    [
      "sparse_op",
      { op: "weighted_median_col", stake: zeros(60_000), a: rows(60_000), columns: 60_000, majority: 0 },
      "columns: expected at most 16777216",
    ],
    [
      "weighted_median",
      { stake: zeros(65_536), score: zeros(65_536), minority: 0, lo: 0, hi: 0 },
      "stake: expected at most 65535 voters, got 65536",
    ],
    [
      "root_epoch",
      { n: 65_535, netuids: [1], totalNetworks: 65_535, stakes: [], weights: [], rho: 1, kappa: 1, blockEmission: 1, normalizeRows: true },
      "totalNetworks: expected at most 16777216",
    ],
    [
      "schedule_sim",
      { startBlock: 0, blocks: 1_000_000, cap: 1, subnets: subnets(100) },
      "blocks: expected at most 41943 with 100 subnets, got 1000000",
    ],
    [
      "schedule_sim_475",
      { startBlock: 0, blocks: 1_000_000, cap: 1, subnets: subnets(100, { nullConsensus: true }) },
      "blocks: expected at most 41943 with 100 subnets",
    ],
    [
      "schedule_sim",
      { startBlock: 0, blocks: "18446744073709551615", cap: 1, subnets: [] },
      "blocks: expected at most 4194304 with 0 subnets",
    ],
    [
      "distribute",
      { ...POOLS, hotkeyEmission: new Array(3_000).fill([0, 1, 1]), hotkeys: [{ ...HOTKEY, parents: new Array(2_000).fill([1, 0]) }] },
      "hotkeyEmission[2097]: expected at most 4194304 parents and children of all that are paid",
    ],
    ["normalize", { type: "i32f32", vec: zeros(4_194_305) }, "vec: expected at most 4194304 values in all lists together"],
    ["pow_normalize", { flows: zeros(4_194_305), p: 1 }, "flows: expected at most 4194304 values in all lists together"],
  ])("%s is refused above the limit", (fn, input, message) => {
    expect(outcomes(fn, input)).toContain(`EpochInputError: ${message}`);
  });

  it("has room for a million of many things", () => {
    expect(outcomes("schedule_sim", { startBlock: 0, blocks: 20_000, cap: 1, subnets: subnets(20, { tempo: 60_000 }) })).toContain('"out"');
    expect(outcomes("liquid_alpha_matrix", { ...ALPHAS, weights: rows(65_536), bonds: rows(65_536), consensus: [] })).toContain('"out"');
    expect(outcomes("sparse_op", { op: "mat_ema", new: rows(60_000), old: rows(60_000), alpha: 1 })).toContain('"out"');
    expect(outcomes("sparse_op", { op: "interpolate", a: rows(60_000), b: rows(60_000), columns: 60_000, ratio: 5 })).toContain('"out"');
    const root = {
      n: 64,
      netuids: Array.from({ length: 4_096 }, (_, i) => i),
      totalNetworks: 4_096,
      stakes: [1],
      rho: 1,
      kappa: 1,
      blockEmission: 1,
      normalizeRows: true,
    };
    expect(outcomes("root_epoch", { ...root, weights: [[0, Array.from({ length: 100_000 }, () => [4_095, 1])]] })).toContain('"out"');
  });

  it("has room for a trace of a real network, and not for one of 4096 x 4096", () => {
    const dense = { validators: 1_024, n: 1_025, seed: 1n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: false };
    const state = denseState(dense);
    const list = (values: Iterable<unknown>) => Array.from(values, String);
    const json = {
      ...state,
      weights: Array.from({ length: 1_025 }, (_, i) =>
        Array.from(state.weights.uids.subarray(state.weights.starts[i], state.weights.starts[i + 1]), (uid) => [uid, 1]),
      ),
      bonds: Array.from({ length: 1_025 }, (_, i) =>
        Array.from(state.bonds.uids.subarray(state.bonds.starts[i], state.bonds.starts[i + 1]), (uid) => [uid, 1]),
      ),
      validatorPermits: Array.from(state.validatorPermits, Boolean),
      ...Object.fromEntries(
        ["lastUpdate", "blockAtRegistration", "alphaStake", "taoStake", "commitBlocks"].map((name) => [
          name,
          list(state[name as "lastUpdate"]),
        ]),
      ),
      ...Object.fromEntries(
        [
          "currentBlock",
          "lastMechanismStepBlock",
          "activityCutoff",
          "taoWeight",
          "stakeThreshold",
          "bondsMovingAverage",
          "raoEmission",
        ].map((name) => [name, String(state[name as "taoWeight"])]),
      ),
    };
    expect(() => evaluate(backendNamed("wasm"), "epoch", json, { trace: true })).toThrow(
      "trace: expected at most 2097152 stored weights and bonds, got 2099200",
    );
  });
});

describe("where an input fits one backend it fits all", () => {
  it("a payment through 125,000 parents", () => {
    const parents = Array.from({ length: 125_000 }, (_, i): [number, number] => [i + 1, i % 3]);
    const hotkeys = [0, 1, 2].map((id) => ({ ...HOTKEY, id, owner: id, parents: id === 0 ? parents : [] }));
    const found = outcomes("distribute", { ...POOLS, hotkeyEmission: [[0, 5, "1000000000000"]], hotkeys });
    expect(JSON.parse(found).out.ckRecycled).toHaveLength(83_333);
  });

  it("an epoch of 24,000 uids under liquid alpha, all of them voters", () => {
    const n = 24_000;
    const same = (value: unknown) => new Array(n).fill(value);
    const state = fromJson({
      ruleSet: "spec-425",
      n,
      currentBlock: 1_000_000,
      tempo: 360,
      lastMechanismStepBlock: 999_639,
      activityCutoff: 5_000,
      lastUpdate: same(999_900),
      blockAtRegistration: same(500_000),
      alphaStake: same("1000000000000"),
      taoStake: same(0),
      taoWeight: 0,
      stakeThreshold: 0,
      validatorPermits: same(true),
      maxAllowedValidators: n,
      ownerUid: null,
      weights: same(0).map((_, i) => [
        [1 + (i % 20), 100],
        [30 + (i % 7), 5],
      ]),
      bonds: same(0).map((_, i) => [[1 + (i % 40), 1_000]]),
      kappa: 32_767,
      bondsPenalty: 60_000,
      bondsMovingAverage: 900_000,
      yuma3: true,
      liquidAlpha: true,
      alphaSigmoidSteepness: 1_000,
      alphaLow: 45_875,
      alphaHigh: 58_982,
      commitReveal: false,
      commitBlocks: same("18446744073709551615"),
      raoEmission: 1_000_000,
    });
    const digests = (["wasm", "reference"] as const).map((name) => epochDigest(backendNamed(name).yuma.epoch(state)));
    expect(digests[1]).toBe(digests[0]);
  });
});

describe("what goes wrong inside one line", () => {
  it("is that line's typed error, and the backend is as good as new", () => {
    const backend = BACKENDS.wasm() as Backend & { economics: unknown };
    const working = backend.economics;
    backend.economics = {
      ...working,
      takeSplit: () => {
        throw new WebAssembly.RuntimeError("unreachable");
      },
    };
    const [{ fn, in: input, out }] = readVectors("economics/take_split") as [Vector];
    let caught: unknown;
    try {
      evaluate(backend, fn, input);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(InternalError);
    expect(caught).toMatchObject({
      code: "internal",
      message: "an unexpected RuntimeError: unreachable; please report it with this input",
    });
    expect(evaluate(backend, fn, input)).toEqual({ out });
  });
});

describe("one name, one scale", () => {
  const economics = () => [backendNamed("wasm").economics, backendNamed("reference").economics];

  it("a stored taoWeight is not taken for raw bits, nor an exponent of 3 for 3 x 2^-64", () => {
    const hotkeys = [{ id: 1, dividendX32: 1n, stake: null, onRoot: true }];
    const pools = { hotkeys, pendingAlpha: 1n, pendingRootAlpha: 1n };
    for (const engine of economics()) {
      const old = { ...pools, taoWeight: 3_320_413_933_267_719_290n } as never;
      for (const run of [engine.dividendDistribution, engine.dividendDistribution475]) {
        expect(() => run(old)).toThrow(
          'taoWeight: expected taoWeightX32 (raw U96F32: 2^32 is one; a stored taoWeight is a fraction of 2^64-1), got "taoWeight"',
        );
      }
      expect(engine.safePow({ valX64: 9n << 64n, pX64: 1n << 64n }).yX64 >> 60n).toBeGreaterThan(100n);
      expect(() => engine.safePow({ val: 9n, p: 1n } as never)).toThrow('val: expected valX64 (raw U64F64: 2^64 is one), got "val"');
      const subnet = { netuid: 1, taoFlow: 1n, taoEma: null, protocolFlow: 0n, protocolEmaX64: null };
      const flows = { block: 1n, smoothing: 1n, cutoffX64: 0n, exponentX64: 1n, netFlowEnabled: false, subnets: [subnet] } as never;
      expect(() => engine.flowShares(flows)).toThrow("subnets[0].taoEma: expected taoEmaX64 (block number, raw I64F64 rao: 2^64 is one)");
    }
  });

  it("every raw field of the typed economics, in and out, ends on its format, and the vectors' name is that without it", () => {
    const seen: string[] = [];
    for (const fn of ECONOMICS_METHODS.keys()) {
      for (const form of formsOf(fn)) {
        for (const { path, typed, scale } of [...fieldTexts(form.in), ...fieldTexts(form.out)]) {
          const [, bits] = /raw \w+F(\d+)/.exec(scale) ?? [];
          const name = path.split(".").at(-1)!;
          expect(typed, `${fn} ${path}`).toBe(bits === undefined ? "" : `${name}X${bits}`);
          if (bits !== undefined) seen.push(typed);
        }
      }
    }
    expect(new Set(seen).size).toBeGreaterThan(40);
  });

  it("describes each field of every function that the vectors have, with its scale", () => {
    for (const { fn, in: input, out } of [...LINES, ...OPERATIONS, ...FIXED]) {
      const forms = formsOf(fn);
      expect(
        forms.some((form) => covers(form.in, input) && covers(form.out, out)),
        `${fn} ${Object.keys(input)} ${Object.keys(out)}`,
      ).toBe(true);
    }
  });
});

function covers(fields: Parameters<typeof fieldTexts>[0], value: object): boolean {
  const paths = fieldTexts(fields).map(({ path }) => path);
  if (Array.isArray(value)) return paths.includes("[]");
  return Object.keys(value).every((name) => paths.includes(name) || name === "tag");
}

describe("the sources", () => {
  it("spread no data over the arguments of a call, which overflows the stack", () => {
    const folder = new URL("../bindings/", import.meta.url);
    // What stands in brackets within the call's own is left out, so that a spread that is found is one over its arguments.
    const call =
      /(?:\.(?:push|unshift|concat|splice)|Math\.(?:max|min)|from(?:CharCode|CodePoint)|Object\.assign)\((?:[^()[\]{}`]|`[^`]*`|\[[^\]]*\]|\{[^}]*\}|\((?:[^()]|\([^()]*\))*\))*?\.\.\.[^;]*?;/g;
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const found = names.flatMap((name) => {
      const code = readFileSync(new URL(name, folder), "utf8").replaceAll(/^\s*(\*|\/\/).*$/gm, "");
      return [...code.matchAll(call)].map(([text]) => `${name}: ${text}`);
    });
    expect(names.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});
