import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterEach, describe, expect, it, vi } from "vitest";
import { version } from "../package.json";
import { economicsBytes, loadEconomics, loadEconomicsSync } from "../bindings/economics/index.js";
import { BackendUnavailableError, EpochInputError, EpochSizeError } from "../bindings/errors.js";
import { fromJson, loadYuma, loadYumaSync } from "../bindings/index.js";
import { fitState } from "../bindings/boundary/input.js";
import { EPOCH_FUNCTIONS } from "../bindings/interface/epochFunctions.js";
import { callableByPlace } from "../bindings/interface/moduleFunction.js";
import { reference } from "../bindings/reference/index.js";
import { denseState } from "../bindings/verify/recipe.js";
import { WasmEngine } from "../bindings/wasm/engine.js";
import { WasmHeap } from "../bindings/functions/heap.js";
import { bytesOf } from "../bindings/wasm/module.js";
import { withMostPages } from "./mostPages.js";
import { rowsOf } from "../bindings/testing/index.js";

const state = denseState({ n: 12, validators: 4, seed: 1n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: true });
const { digest } = reference.epoch(state, { digest: true });

const simd = new WebAssembly.Module(bytesOf("wasm"));
const scalar = new WebAssembly.Module(bytesOf("wasm-scalar"));
const economics = new WebAssembly.Module(economicsBytes as BufferSource);

type Load = (options?: never) => unknown;
const LOADERS: Record<string, Load> = { loadYuma, loadYumaSync, loadEconomics, loadEconomicsSync };

/** What a loader throws or rejects with. */
async function failureOf(load: Load, ...options: unknown[]): Promise<unknown> {
  try {
    await load(...(options as []));
  } catch (error) {
    return error;
  }
  throw new Error("it loads");
}

afterEach(() => vi.unstubAllGlobals());

describe("options", () => {
  const named = (file: string) => `a WebAssembly.Module compiled from ${file} of yuma-consensus ${version}`;

  describe.each(Object.entries(LOADERS))("of %s", (name, load) => {
    const files = name.startsWith("loadYuma") ? "yuma.wasm or yuma-scalar.wasm" : "yuma-economics.wasm";
    const foreign = name.startsWith("loadYuma") ? "yuma-economics" : "yuma";

    it.each([
      ["a text", "wasm-scalar", "options", "an object"],
      ["null", null, "options", "an object"],
      ["an array", [], "options", "an object"],
      ["a misspelt name", { backendd: "wasm" }, "options.backendd", /^one of the options /],
      ["null for a module", { module: null }, "options.module", named(files)],
      ["bytes for a module", { module: bytesOf("wasm") }, "options.module", named(files)],
      ["a promise of a module", { module: Promise.resolve(simd) }, "options.module", named(files)],
      ["a module's instance", { module: new WebAssembly.Instance(simd) }, "options.module", named(files)],
    ])("are refused by name: %s", async (_, options, path, expected) => {
      const error = await failureOf(load, options);
      expect(error).toBeInstanceOf(EpochInputError);
      expect(error).toMatchObject({ path, expected: typeof expected === "string" ? expected : expect.stringMatching(expected) });
    });

    it("refuse a module that is not the one asked for, and say what it is", async () => {
      const other = foreign === "yuma" ? simd : economics;
      expect(await failureOf(load, { module: other })).toMatchObject({
        path: "options.module",
        expected: named(files),
        got: `"${foreign} ${version}"`,
      });
      for (const [module, got] of [
        [ofIdentity(`${foreign === "yuma" ? "yuma-economics" : "yuma"} 0.0.9`), /0\.0\.9/],
        [ofIdentity("x".repeat(100)), /^"x{58,60}/],
        [new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)), /something else/],
      ] as const) {
        expect(await failureOf(load, { module })).toMatchObject({ path: "options.module", got: expect.stringMatching(got) });
      }
    });
  });

  it.each([
    ["reference", "one of wasm, wasm-scalar (reference is in yuma-consensus/reference)"],
    ["gpu", "one of wasm, wasm-scalar (gpu is in yuma-consensus/gpu)"],
    ["avx", "one of wasm, wasm-scalar"],
    [1, "one of wasm, wasm-scalar"],
  ])("name the entry that has the backend: %s", async (backend, expected) => {
    for (const load of [loadYuma, loadYumaSync] as Load[]) {
      expect(await failureOf(load, { backend })).toMatchObject({ name: "EpochInputError", path: "options.backend", expected });
    }
  });

  it("may be left undefined", async () => {
    const loaded = await loadYuma({ backend: undefined, module: undefined } as never);
    expect(loaded.epoch(state, { digest: true }).digest).toBe(digest);
  });
});

/** A module that has nothing but a section of our name. */
function ofIdentity(identity: string): WebAssembly.Module {
  const section = [14, ...Buffer.from(`yuma-consensus${identity}`)];
  return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 0, section.length, ...section));
}

describe("a compiled module", () => {
  it.each([
    ["wasm", simd],
    ["wasm-scalar", scalar],
  ] as const)("gives the engine %s, which follows from it", async (backend, module) => {
    for (const yuma of [await loadYuma({ module }), loadYumaSync({ module }), loadYumaSync({ module, backend })]) {
      expect(yuma.backend).toBe(backend);
      expect(yuma.epoch(state, { digest: true }).digest).toBe(digest);
    }
  });

  it("that is not of the named backend is refused", async () => {
    expect(await failureOf(loadYuma as Load, { module: scalar, backend: "wasm" })).toMatchObject({
      name: "EpochInputError",
      message: 'options.backend: expected wasm-scalar, as the module is, got "wasm"',
    });
  });

  it("gives the economics", async () => {
    for (const engine of [await loadEconomics({ module: economics }), loadEconomicsSync({ module: economics })]) {
      expect(engine.blockEmission({ issuance: 10_500_000_000_000_000n }).emission).toBe(500_000_000n);
    }
  });

  it("of another realm is taken", () => {
    const module = runInContext("new WebAssembly.Module(bytes)", createContext({ bytes: bytesOf("wasm") }));
    expect(module).not.toBeInstanceOf(WebAssembly.Module);
    expect(loadYumaSync({ module }).epoch(state, { digest: true }).digest).toBe(digest);
  });
});

describe("a host that compiles no bytes at run time, as a worker at the edge", () => {
  it("runs on the modules that it has compiled itself", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: 'export * from "yuma-consensus"; export { loadEconomics, loadEconomicsSync } from "yuma-consensus/economics";',
        resolveDir: ".",
      },
      bundle: true,
      format: "iife",
      globalName: "entries",
      write: false,
    });
    // Another realm too, so that all that it is given is from elsewhere.
    const host = createContext(
      { atob, modules: { simd, scalar, economics }, json: demoState() },
      { codeGeneration: { strings: false, wasm: false } },
    );
    runInContext(outputFiles[0]!.text, host);
    const answers: unknown = await runInContext(
      `(async () => {
        const { loadYuma, loadYumaSync, loadEconomics, loadEconomicsSync, fromJson } = entries;
        const { simd, scalar, economics } = modules;
        const engines = [await loadYuma({ module: simd }), loadYumaSync({ module: scalar })];
        const digests = engines.map((yuma) => yuma.epoch(fromJson(json), { digest: true }).digest);
        const emissions = [await loadEconomics({ module: economics }), loadEconomicsSync({ module: economics })].map((engine) => engine.blockEmission({ issuance: 0n }).emission);
        const errors = [];
        for (const load of [loadYuma, loadYumaSync, loadEconomics, loadEconomicsSync]) {
          try { await load(); } catch ({ name, message }) { errors.push(name + ": " + message); }
        }
        return JSON.stringify({ backends: engines.map(({ backend }) => backend), digests, emissions: emissions.map(String), errors });
      })()`,
      host,
    );
    const { digest: expected } = reference.epoch(fromJson(demoState()), { digest: true });
    expect(JSON.parse(answers as string)).toEqual({
      backends: ["wasm", "wasm-scalar"],
      digests: [expected, expected],
      emissions: ["1000000000", "1000000000"],
      errors: Array(4).fill(
        expect.stringMatching(
          /^BackendUnavailableError: backend: this host refuses to compile WebAssembly \(.+\); "yuma-consensus\/reference" runs without$/,
        ),
      ),
    });
  });
});

describe("a host that does not start WebAssembly", () => {
  const refusal = () => {
    throw new RangeError("no room");
  };
  const host = WebAssembly;
  class Forbidden {
    static customSections = host.Module.customSections;
    constructor() {
      refusal();
    }
  }

  it.each<[string, unknown]>([
    ["has none", undefined],
    ["has an empty one", {}],
    ["cannot say what it can", { ...methods(), validate: refusal }],
    ["compiles nothing", { ...methods(), compile: refusal, Module: Forbidden }],
    ["rejects what it should compile", { ...methods(), compile: async () => refusal(), Module: Forbidden }],
    ["has no memory for an instance", { ...methods(), Instance: refusal }],
  ])("%s: every loader says so and what runs there", async (_, stub) => {
    vi.stubGlobal("WebAssembly", stub);
    for (const [name, load] of Object.entries(LOADERS)) {
      // The economics have no use for what checks for SIMD.
      if ((stub as { validate?: unknown } | undefined)?.validate === refusal && name.startsWith("loadEconomics")) continue;
      const error = await failureOf(load);
      expect(error).toBeInstanceOf(BackendUnavailableError);
      expect((error as Error).message).toContain('"yuma-consensus/reference" runs without');
    }
  });

  it("gives an error to whoever asks for it: it has none", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    Object.defineProperty(globalThis, "WebAssembly", { get: refusal, configurable: true });
    for (const load of Object.values(LOADERS)) expect(await failureOf(load)).toBeInstanceOf(BackendUnavailableError);
  });

  it("says so too where it is given a module", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    for (const load of Object.values(LOADERS)) expect(await failureOf(load, { module: simd })).toBeInstanceOf(BackendUnavailableError);
  });

  /** What a namespace has, which spreading leaves out. */
  function methods(): object {
    const names = ["compile", "validate", "Module", "Instance", "RuntimeError"] as const;
    return Object.fromEntries(names.map((name) => [name, host[name]]));
  }
});

class MeasuredEngine extends WasmEngine {
  get memoryBytes(): number {
    return this.exports.memory.buffer.byteLength;
  }
}

class MeasuredHeap extends WasmHeap {
  get memoryBytes(): number {
    return this.memory.buffer.byteLength;
  }
}

describe("memory", () => {
  it("that grew for a state which then did not fit is given back, and the engine goes on", () => {
    const engine = new MeasuredEngine("wasm", simd);
    const fresh = engine.memoryBytes;
    const uids = new Uint16Array(77_000_000);
    const n = 8;
    const weights = { starts: Uint32Array.from({ length: n + 1 }, (_, i) => (i === 0 ? 0 : uids.length)), uids, values: uids };
    const large = {
      ...denseState({ n, validators: n, seed: 1n, bondsPenalty: 1, yuma3: true, liquidAlpha: true }),
      weights,
      bonds: rowsOf(Array(n).fill([])),
    };
    let error: unknown;
    try {
      engine.epoch(fitState(large), {});
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(EpochSizeError);
    expect((error as Error).message).toMatch(/does not fit into WebAssembly memory here .*; "yuma-consensus\/reference" runs without$/);
    expect(engine.memoryBytes).toBe(fresh);
    expect(engine.epoch(fitState(state), {})).toEqual(reference.epoch(state));
  });

  /** What no boundary lets through, and the module would have to trap on. */
  const wild = fitState(state).map((field) => (field === state.currentBlock ? Number(field) : field));

  it("is another after a failure that is none of ours", () => {
    const engine = new MeasuredEngine("wasm", simd);
    engine.epoch(fitState(denseState({ n: 256, validators: 64, seed: 1n, bondsPenalty: 0, yuma3: false, liquidAlpha: false })), {});
    const grown = engine.memoryBytes;
    expect(() => engine.epoch(wild, {})).toThrow(TypeError);
    expect(engine.memoryBytes).toBeLessThan(grown);
    expect(engine.epoch(fitState(state), {})).toEqual(reference.epoch(state));
  });

  it("stays what it is where the module refuses, which traps on nothing", () => {
    const engine = new MeasuredEngine("wasm", simd);
    engine.epoch(fitState(denseState({ n: 256, validators: 64, seed: 1n, bondsPenalty: 0, yuma3: false, liquidAlpha: false })), {});
    const grown = engine.memoryBytes;
    const rows = { ...state.weights, starts: state.weights.starts.map((start) => start && 0xffff_fff0) };
    const refused = () => engine.epoch(fitState({ ...state, weights: rows }), {});
    expect(refused).toThrow(EpochInputError);
    expect(engine.memoryBytes).toBe(grown);
    expect(engine.epoch(fitState(state), {})).toEqual(reference.epoch(state));
  });

  it("for another instance that the host refuses is asked for again with the next call", () => {
    const engine = new MeasuredEngine("wasm", simd);
    expect(() => engine.epoch(wild, {})).toThrow(TypeError);
    vi.stubGlobal("WebAssembly", undefined);
    expect(() => engine.epoch(fitState(state), {})).toThrow(BackendUnavailableError);
    vi.unstubAllGlobals();
    expect(engine.epoch(fitState(state), {})).toEqual(reference.epoch(state));
  });

  it("of a result that the host cannot copy is answered as a size", () => {
    const engine = new WasmEngine("wasm", simd);
    const { output, ...fn } = callableByPlace(EPOCH_FUNCTIONS.epoch);
    const read = () => {
      throw new RangeError("Array buffer allocation failed");
    };
    const copied = () => engine.call({ ...fn, output: { ...output, read } }, fitState(state), {}, () => new Error("refused"));
    expect(copied).toThrow(EpochSizeError);
    expect(engine.epoch(fitState(state), { digest: true }).digest).toBe(digest);
  });

  it("that the host refuses the economics is an error of size, not a trap", () => {
    const engine = loadEconomicsSync({ module: new WebAssembly.Module(withMostPages(economicsBytes, 16)) });
    const input = {
      netuids: [1, 2],
      totalNetworks: 2,
      stakes: [1n],
      weights: [],
      rho: 30,
      kappa: 32_767,
      blockEmission: 1n,
      normalizeRows: false,
    };
    const inputs = [
      // The inputs alone, and what a kernel allocates beside them.
      () => engine.powNormalize({ flowsX64: Array(70_000).fill(1n), pX64: 1n }),
      () =>
        engine.parentChild({
          hotkey: 1,
          dividends: 1n,
          selfContribution: 1n,
          childkeyTake: 0,
          ckBurn: 0n,
          taoWeight: 0n,
          parents: Array.from({ length: 19_000 }, (_, id) => ({
            id: id + 2,
            alphaStake: 1n,
            rootStake: 1n,
            proportion: 1n,
            sameOwner: false,
          })),
        }),
    ];
    for (const call of inputs) {
      expect(call).toThrow(EpochSizeError);
      expect(call).toThrow(
        /^this input(, a message of \d+ bytes,)? does not fit into WebAssembly memory .*; "yuma-consensus\/reference" runs without$/,
      );
    }
    expect(engine.rootEpoch({ ...input, n: 1 })).toEqual(loadEconomicsSync().rootEpoch({ ...input, n: 1 }));
  });

  it("that the host refuses an epoch is an error of size too", () => {
    const yuma = loadYumaSync({ module: new WebAssembly.Module(withMostPages(bytesOf("wasm"), 16)) });
    const large = denseState({ n: 512, validators: 128, seed: 1n, bondsPenalty: 0, yuma3: false, liquidAlpha: false });
    expect(() => yuma.epoch(large)).toThrow(EpochSizeError);
    expect(() => yuma.epoch(large)).toThrow('"yuma-consensus/reference" runs without');
    expect(yuma.epoch(state, { digest: true }).digest).toBe(digest);
  });

  it.each([2 ** 32 - 2 ** 16, 2 ** 32, 2 ** 32 + 16, 2 ** 40])("of a heap that is asked for %d bytes is not kept", (bytes) => {
    const heap = new MeasuredHeap(new WebAssembly.Module(readFileSync("build/arithmetic.wasm")));
    const fresh = heap.memoryBytes;
    heap.reset().room(8 * 2 ** 20);
    expect(heap.memoryBytes).toBeGreaterThan(fresh);
    expect(() => heap.room(bytes)).toThrow(EpochSizeError);
    expect(heap.memoryBytes).toBe(fresh);
    expect(heap.reset().readSigned(heap.cell(-5n))).toBe(-5n);
  });
});

describe("where WebAssembly cannot run, as in node --jitless", () => {
  function run(script: string): string {
    // Longer than an argument may be.
    const options = { input: script, encoding: "utf8" } as const;
    const { status, stdout } = spawnSync(process.execPath, ["--jitless", "--input-type=module", "-"], options);
    expect(status).toBe(0);
    return stdout.trim();
  }

  it("every entry can be imported, and the specification runs", () => {
    const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, unknown> };
    const entries = Object.keys(exports).filter((name) => !/\.(wasm|json)$/.test(name));
    expect(entries.length).toBeGreaterThan(8);
    const lines = run(`
      const entries = Object.fromEntries(await Promise.all(${JSON.stringify(entries)}.map(async (name) => [name, await import("yuma-consensus" + name.slice(1))])));
      const { reference, referenceEconomics, fromJson } = entries["./reference"];
      const state = fromJson(${JSON.stringify(demoState())});
      console.log(reference.epoch(state, { digest: true }).digest, referenceEconomics.blockEmission({ issuance: 0n }).emission);
      const calls = [entries["."].loadYuma, entries["./economics"].loadEconomics, entries["./pool"].createPool, () => entries["./gpu"].loadBatch({ backend: "wasm" })];
      for (const call of calls) await call().catch(({ name, message }) => console.log(name + ": " + message));
    `).split("\n");
    const refused = 'BackendUnavailableError: backend: this host has no WebAssembly; "yuma-consensus/reference" runs without';
    expect(lines).toEqual([expect.stringMatching(/^[0-9a-f]{64} 1000000000n$/), ...Array(4).fill(refused)]);
  });

  it("the command runs by the specification", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--jitless", "dist/cli/main.js", "epoch", "-", "--backend", "reference", "--json", "--digest"],
      {
        input: demoState(),
        encoding: "utf8",
      },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

function demoState(): string {
  return spawnSync(process.execPath, ["dist/cli/main.js", "demo", "--state"], { encoding: "utf8" }).stdout;
}
