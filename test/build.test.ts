import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instantiateSync } from "@assemblyscript/loader";
import asc from "assemblyscript/asc";
import { afterAll, describe, expect, it } from "vitest";
import { buildModules } from "../build.mjs";
import { version } from "../package.json";
import { withBoundary } from "../bindings/boundary/engine.js";
import { checkState } from "../bindings/boundary/input.js";
import { denseState } from "../bindings/verify/recipe.js";
import { WasmEngine } from "../bindings/wasm/engine.js";
import { backendNamed } from "./backends.js";
import { StagesEngine } from "./stagesEngine.js";
import { differences, readVectors } from "./vectors.js";

const MODULES = [
  "yuma",
  "yuma-scalar",
  "yuma-economics",
  "stages",
  "stages-scalar",
  "arithmetic",
  "arithmetic-scalar",
  "proofs",
  "proofs-scalar",
];
const folder = mkdtempSync(join(tmpdir(), "yuma-build-"));
afterAll(() => rmSync(folder, { recursive: true }));

function moduleOf(name: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(`build/${name}.wasm`));
}

describe("the WebAssembly modules", () => {
  it("come out of a second build with the same bytes", async () => {
    await buildModules("release", folder);
    for (const name of MODULES) expect(readFileSync(join(folder, `${name}.wasm`)).equals(readFileSync(`build/${name}.wasm`))).toBe(true);
  });

  it.each(MODULES)("%s imports nothing", (name) => {
    expect(WebAssembly.Module.imports(moduleOf(name))).toEqual([]);
  });

  it.each(MODULES)("%s says which it is, and of which version", (name) => {
    const sections = WebAssembly.Module.customSections(moduleOf(name), "yuma-consensus");
    expect(sections.map((section) => Buffer.from(section).toString())).toEqual([`${name} ${version}`]);
  });

  it.each(["assembly/economics.ts", "assembly/arithmetic.ts"])("%s has no floating-point instruction", async (entry) => {
    expect(await floatInstructions(entry)).toEqual([]);
  });

  it.each([
    ["assembly/index.ts", "release"],
    ["assembly/index.scalar.ts", "release-scalar"],
  ])("%s has only those floating-point instructions that IEEE 754 leaves no choice in", async (entry, target) => {
    const exact = [
      ...["abs", "add", "const", "convert_i32_s", "convert_i64_s", "convert_i64_u", "convert_low_i32x4_s", "div", "extract_lane", "floor"],
      ...["ge", "gt", "load", "lt", "min", "mul", "ne", "pmax", "pmin", "reinterpret_i64", "splat", "store", "sub"],
    ];
    const names = await floatInstructions(entry, target);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !exact.some((operation) => name === `f64.${operation}` || name === `f64x2.${operation}`))).toEqual([]);
  });

  it("differ in SIMD alone", () => {
    const simd = new WebAssembly.Instance(moduleOf("yuma")).exports;
    const scalar = new WebAssembly.Instance(moduleOf("yuma-scalar")).exports;
    expect(Object.keys(simd)).toEqual(Object.keys(scalar));
    expect(readFileSync("build/yuma.wat", "utf8")).toContain("v128");
  });
});

describe("the debug build", () => {
  it("gives the vectors too", async () => {
    await buildModules("debug", folder);
    const { module } = instantiateSync(readFileSync(join(folder, "yuma.wasm")));
    const yuma = withBoundary(new WasmEngine("wasm-debug", module));
    const backend = { yuma, arithmetic: backendNamed("reference").arithmetic, economics: backendNamed("reference").economics };
    const vectors = ["basic", "adversarial", "edge", "liquid", "modes"].flatMap((name) => readVectors(`epoch/${name}`));
    expect(differences(backend, vectors)).toEqual([]);
  });
});

/** The names of the floating-point instructions in a module, each once. */
async function floatInstructions(entry: string, target = "release"): Promise<string[]> {
  let text = "";
  const { error } = await asc.main([entry, "--config", "asconfig.json", "--target", target, "-t", "module.wat"], {
    writeFile: (_name: string, contents: string | Uint8Array) => {
      text += String(contents);
    },
  });
  expect(error).toBeNull();
  expect(text).toContain("i64.mul");
  return [...new Set(text.match(/\bf(32|64)(x\d)?\.\w+/g) ?? [])].sort();
}

class MeasuredEngine extends StagesEngine {
  get memoryBytes(): number {
    return this.exports.memory.buffer.byteLength;
  }
}

describe("the arena", () => {
  it("does not grow in a thousand epochs on either path", () => {
    const recipe = { n: 64, validators: 64, seed: 1n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: true };
    const states = [true, false].map((liquidAlpha) => checkState(denseState({ ...recipe, liquidAlpha })));
    const engine = new MeasuredEngine("wasm");
    const both = () => {
      for (const state of states) for (const trace of [true, false]) engine.epoch(state, { trace });
    };
    both();
    const before = engine.memoryBytes;
    for (let epoch = 0; epoch < 250; epoch++) both();
    expect(engine.panelsRan).toBe(true);
    expect(engine.memoryBytes).toBe(before);
  });
});

describe("the rooms", () => {
  const STAGES = [
    "stake",
    "masks",
    "weights",
    "consensus",
    "incentive",
    "bonds",
    "dividends",
    "emission",
    "null",
    "mechanisms",
    "epoch",
    "halving",
    "root",
    "rootProportion",
    "shares",
    "movingPrice",
    "terms",
    "pending",
    "payout",
    "coinbase",
    "schedule",
  ];

  it("hold every stage under one name", () => {
    const kernels = readdirSync("assembly");
    const specification = readdirSync("bindings/reference");
    const panels = readdirSync("assembly/panels");
    const tests = readdirSync("test");
    for (const stage of ["consensus", "bonds", "dividends", "output", "epoch"]) {
      expect(panels).toContain(`${stage}.ts`);
      expect(kernels).toContain(`${stage}.ts`);
    }
    for (const stage of STAGES) {
      expect(kernels).toContain(`${stage}.ts`);
      expect(specification).toContain(`${stage}.ts`);
      expect(tests).toContain(`${stage}.test.ts`);
    }
  });

  it("have the switches of the old economics alike", () => {
    const [kernels, specification] = ["assembly", "bindings/economics"].map((room) =>
      readFileSync(`${room}/history/switches.ts`, "utf8").split("\n/** ").slice(1),
    );
    const inTypeScript = (text: string) =>
      text.replace("@inline\n", "").replace("u32", "number").replace("bool ", "boolean ").replaceAll(" == ", " === ");
    expect(kernels!.map(inTypeScript)).toEqual(specification);
    expect(specification!.length).toBeGreaterThan(30);
  });

  it("run the stages in one order, in the kernels as in the specification", () => {
    const order = (file: string) => {
      const [, text] = readFileSync(file, "utf8").split(/export function epoch\(/);
      // The kernels have the stages of matrices in a function of their own.
      const [epoch, matrices = ""] = text!.split(/function matrices\([^)]*\): void/);
      const body = epoch!.replace("matrices(n, cutoff)", matrices);
      const calls = [
        ...body.matchAll(
          /\b(totalStakes|weights|consensus|clip|validatorTrust|ranks|incentive|weightsForBonds|liquidAlphaConsensus|emission)\(/g,
        ),
      ];
      return [...new Set(calls.map(([, name]) => name))];
    };
    expect(order("assembly/epoch.ts")).toEqual(order("bindings/reference/epoch.ts"));
    expect(order("assembly/epoch.ts")).toHaveLength(10);
  });
});
