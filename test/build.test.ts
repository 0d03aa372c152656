import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instantiateSync } from "@assemblyscript/loader";
import asc from "assemblyscript/asc";
import { afterAll, describe, expect, it } from "vitest";
import { buildModules } from "../build.mjs";
import { withBoundary } from "../bindings/engine.js";
import { NULL_STATE_SCALARS, RESULT_VECTORS, SHARED_VECTORS, STATE_SCALARS, TOTAL_VECTORS, TRACE_ROWS, TRACE_VECTORS } from "../bindings/layout.js";
import { WasmEngine } from "../bindings/wasm.js";
import { backendNamed } from "./backends.js";
import { differences, readVectors } from "./vectors.js";

const MODULES = ["yuma", "yuma-scalar", "economics", "arithmetic", "arithmetic-scalar"];
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

  it.each(["assembly/index.ts", "assembly/economics.ts", "assembly/arithmetic.ts"])("%s has no floating-point instruction", async (entry) => {
    const { error, text } = await instructions(entry);
    expect(error).toBeNull();
    expect(text).toContain("i64.mul");
    expect(text.match(/\bf(32|64)(x\d)?\.\w+/g)).toBeNull();
  });

  it("differ in SIMD alone", () => {
    const simd = new WebAssembly.Instance(moduleOf("yuma")).exports;
    const scalar = new WebAssembly.Instance(moduleOf("yuma-scalar")).exports;
    expect(Object.keys(simd)).toEqual(Object.keys(scalar));
    expect((simd["HAS_SIMD"] as WebAssembly.Global).value).toBe(1);
    expect((scalar["HAS_SIMD"] as WebAssembly.Global).value).toBe(0);
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

async function instructions(entry: string): Promise<{ error: Error | null; text: string }> {
  let text = "";
  const { error } = await asc.main([entry, "--config", "asconfig.json", "--target", "release", "-t", "module.wat"], {
    writeFile: (_name: string, contents: string | Uint8Array) => {
      text += String(contents);
    },
  });
  return { error, text };
}

describe("the arena", () => {
  const UIDS = 5;
  const { exports } = new WebAssembly.Instance(moduleOf("yuma"));
  const value = (name: string) => (exports[name] as WebAssembly.Global).value as number;
  const layOut = exports["layOut"] as (...sizes: number[]) => number;
  const memory = exports["memory"] as WebAssembly.Memory;

  it("exports every name that the façade reads and writes", () => {
    const names = [
      ...STATE_SCALARS,
      ...NULL_STATE_SCALARS,
      ...SHARED_VECTORS,
      ...Object.keys(RESULT_VECTORS),
      ...Object.values(TOTAL_VECTORS),
      ...Object.values(TRACE_VECTORS),
      ...Object.values(TRACE_ROWS),
    ];
    for (const name of names) expect([name, exports[name] instanceof WebAssembly.Global]).toEqual([name, true]);
  });

  it("keeps its buffers apart and inside memory", () => {
    expect(layOut(UIDS, 7, 9, 3, 1)).toBe(1);
    const rows = (name: string) => new Uint32Array(memory.buffer, value(name), 3);
    const lengths: [string, number, number][] = [
      ...["lastUpdate", "commitBlocks", ...SHARED_VECTORS].map((name): [string, number, number] => [name, value(name), UIDS * 8]),
      ["validatorPermits", value("validatorPermits"), UIDS],
      ["previousConsensus", value("previousConsensus"), 6],
      ...Object.entries(RESULT_VECTORS).map(([name, type]): [string, number, number] => [name, value(name), UIDS * new type(new ArrayBuffer(0), 0, 0).BYTES_PER_ELEMENT]),
      ...Object.entries(TOTAL_VECTORS).map(([name, total]): [string, number, number] => {
        return [total, value(total), UIDS * new RESULT_VECTORS[name as keyof typeof TOTAL_VECTORS](new ArrayBuffer(0), 0, 0).BYTES_PER_ELEMENT];
      }),
      ...Object.values(TRACE_VECTORS).map((name): [string, number, number] => [name, value(name), UIDS * 8]),
      ...(
        [
          ["storedWeights", 7, 2],
          ["storedBonds", 9, 2],
          ["weightsX32", 7, 8],
          ["clippedWeightsX32", 7, 8],
          ["interpolatedWeightsX32", 7, 8],
          ["emaBondsX32", 16, 8],
          ["bonds", 16, 2],
        ] as const
      ).flatMap(([name, entries, bytes]): [string, number, number][] => {
        const [starts, uids, values] = rows(name);
        return [
          [`${name}.starts`, starts!, (UIDS + 1) * 4],
          [`${name}.uids`, uids!, entries * 2],
          [`${name}.values`, values!, entries * bytes],
        ];
      }),
    ];
    const inOrder = lengths.sort(([, a], [, b]) => a - b);
    inOrder.forEach(([name, start, length], i) => {
      const next = inOrder[i + 1]?.[1] ?? memory.buffer.byteLength;
      expect([name, start % 8, start + length <= next]).toEqual([name, 0, true]);
    });
    expect(inOrder[0]![1]).toBeGreaterThanOrEqual(8);
  });

  it("does not grow in a thousand epochs of one size", () => {
    layOut(64, 64 * 64, 64 * 64, 64, 1);
    const before = memory.buffer.byteLength;
    const rows = (name: string) => new Uint32Array(memory.buffer, value(name), 3);
    for (const name of ["storedWeights", "storedBonds"]) new Uint32Array(memory.buffer, rows(name)[0], 65).fill(0);
    for (let epoch = 0; epoch < 1_000; epoch++) {
      expect(layOut(64, 64 * 64, 64 * 64, 64, 1)).toBe(1);
      (exports["epoch"] as () => void)();
    }
    expect(memory.buffer.byteLength).toBe(before);
  });
});

describe("the rooms", () => {
  const STAGES = ["stake", "masks", "weights", "consensus", "incentive", "bonds", "dividends", "emission", "null", "mechanisms", "epoch", "halving", "root", "shares", "coinbase", "schedule"];

  it("hold every stage under one name", () => {
    const kernels = readdirSync("assembly");
    const specification = readdirSync("bindings/reference");
    const tests = readdirSync("test");
    for (const stage of STAGES) {
      expect(kernels).toContain(`${stage}.ts`);
      expect(specification).toContain(`${stage}.ts`);
      expect(tests).toContain(`${stage}.test.ts`);
    }
  });

  it("run the stages in one order, in the kernels as in the specification", () => {
    const order = (file: string) => {
      const body = readFileSync(file, "utf8").split(/export function epoch\(/)[1]!;
      const calls = [...body.matchAll(/\b(totalStakes|weights|consensus|clip|validatorTrust|ranks|incentive|weightsForBonds|liquidAlphaConsensus|emission)\(/g)];
      return [...new Set(calls.map(([, name]) => name))];
    };
    expect(order("assembly/epoch.ts")).toEqual(order("bindings/reference/epoch.ts"));
    expect(order("assembly/epoch.ts")).toHaveLength(10);
  });
});
