/** The declarations of the package as it is packed, under every resolution that reads `exports`, with every check of the compiler. */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../engines/engines.js";
import { installPacked } from "./unpack.js";

const CONSUMER = `
import { fromJson, loadYuma, EpochInputError, type EpochResult } from "yuma-consensus";
import { reference } from "yuma-consensus/reference";
import { simdBytes } from "yuma-consensus/wasm";
import { compareTrust, diff, explain, type Explanation } from "yuma-consensus/explain";
import { createPool, type Pool, type PoolOptions } from "yuma-consensus/pool";
import { loadBatch, loadGpu, GpuDeviceLostError, type Batch, type Calibration, type Gpu, type GpuEpochResult } from "yuma-consensus/gpu";
import { loadEconomicsSync, type CoinbaseBlockOutput } from "yuma-consensus/economics";
import { readScenario, runScenario, simulate, type Scenario, type SimulatedEpoch } from "yuma-consensus/simulate";
import { SCENARIOS } from "yuma-consensus/scenarios";
import { loadYuma as loadBrowserYuma } from "yuma-consensus/browser";
import module from "yuma-consensus/yuma.wasm";
import scalarModule from "yuma-consensus/yuma-scalar.wasm";
import economicsModule from "yuma-consensus/yuma-economics.wasm";
import "yuma-consensus/pool/worker";

const scenario: Scenario = readScenario(SCENARIOS["stake-merge"]);
export const epochs: SimulatedEpoch[] = [...runScenario(reference, scenario, scenario.variants[0]!)];
export const dividends: Uint16Array[] = [...simulate(reference, epochs[0]!.state, { epochs: 2 })].map(({ result }) => result.dividends);
export const block: CoinbaseBlockOutput = loadEconomicsSync().coinbaseBlock({ issuance: 0n, rootTao: 0n, taoWeight: 0n, ownerCut: 0, subnets: [] });
export const engines = [loadYuma(), loadBrowserYuma(), loadYuma({ module }), loadYuma({ module: scalarModule })];
export const economics = loadEconomicsSync({ module: economicsModule });

export async function compute() {
  const result: EpochResult = (await loadYuma()).epoch(fromJson("{}"));
  const options: PoolOptions = { size: 2, backend: "wasm-scalar", worker: "./worker.js" };
  await using pool: Pool = await createPool(options);
  for await (const { digest } of pool.epochs([fromJson("{}")])) digest satisfies string | undefined;
  using gpu: Gpu = await loadGpu({ maxBufferBytes: 2 ** 30 });
  using batch: Batch = await loadBatch({ backend: "auto", calibration: JSON.parse("{}") as Calibration });
  const computed: GpuEpochResult[] = await gpu.epochBatch([fromJson("{}")], { digest: true });
  const [part] = await gpu.epochBatch([fromJson("{}")], { outputs: ["emission"], sums: ["dividends"] });
  part!.emission[0]! + part!.sums.dividends satisfies bigint;
  // @ts-expect-error: it was not asked for
  part!.bonds;
  const held = await gpu.upload(fromJson("{}"));
  const [digested] = await gpu.sweep(held, [{ kappa: 1 }], { digest: true });
  digested!.digest satisfies string | undefined;
  // @ts-expect-error: beside a digest alone nothing is read
  digested!.emission;
  const [summed] = await gpu.epochs(held, [{}], { advance: 361n, sums: ["emission"] });
  summed!.sums.emission satisfies bigint;
  // @ts-expect-error: beside sums alone nothing is read
  summed!.emission;
  (await gpu.sweep(held, [{}]))[0]!.bonds.starts satisfies Uint32Array;
  // @ts-expect-error: there is no such option
  await loadYuma({ modules: [] });
  const yuma = await loadYuma();
  yuma.epoch(fromJson("{}"), { trace: true, digest: true }).trace.consensus satisfies BigInt64Array;
  yuma.epoch(fromJson("{}"), { digest: true }).digest satisfies string;
  (await pool.epoch(fromJson("{}"), { digest: true })).digest satisfies string;
  // @ts-expect-error: it was not asked for
  yuma.epoch(fromJson("{}"), { trace: true }).digest satisfies string;
  // @ts-expect-error: there is no such option
  yuma.epoch(fromJson("{}"), { trace: true, digset: true });
  // @ts-expect-error: a result has no such part
  result.rank;
  return [computed[0]?.adapter, GpuDeviceLostError, gpu.adapter.isFallbackAdapter, batch.why, batch.calibration?.fixedNanoseconds];
}

export const { consensus }: Explanation = explain(reference, fromJson({}), 0);
export const move: bigint | undefined = consensus.rise?.move?.alphaRao;
export const change: bigint = compareTrust(reference, fromJson({}), fromJson({}), 0).changeX32;
export const place: string | undefined = diff({ yuma: reference, state: fromJson({}) }, { yuma: reference, state: fromJson({}) }).stages[0]?.first.position;
export const bytes: number = simdBytes.length;
export const error = new EpochInputError("kappa", "a u16", -1);
`;

/** What only a consumer writes who has the host's types: they have to fit ours. */
const HOSTS = {
  none: "",
  dom: `
export const compiled: WebAssembly.Module[] = [module, scalarModule, economicsModule];
const signal: AbortSignal = AbortSignal.timeout(1);
export const pools = [
  createPool({ worker: new URL("https://example.org/worker.js") }),
  createPool({ worker: new Worker("worker.js") }),
  createPool({ worker: () => new Worker("worker.js") }),
];
export const aborted = pools[0]!.then((pool) => pool.epoch(fromJson({}), { signal }));
// @ts-expect-error: a signal is an AbortSignal
export const refused = pools[0]!.then((pool) => pool.epoch(fromJson({}), { signal: {} }));
export const gpu = loadGpu({ gpu: navigator.gpu });
`,
  node: `
import { Worker } from "node:worker_threads";
const signal: AbortSignal = AbortSignal.timeout(1);
export const pools = [
  createPool({ worker: new URL("file:///worker.js") }),
  createPool({ worker: new Worker("./worker.js") }),
  createPool({ worker: () => new Worker("./worker.js") }),
];
export const aborted = pools[0]!.then((pool) => pool.epoch(fromJson({}), { signal }));
// @ts-expect-error: a signal is an AbortSignal
export const refused = pools[0]!.then((pool) => pool.epoch(fromJson({}), { signal: {} }));
`,
};

const RESOLUTIONS = [
  ["node16", "node16"],
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
  ["preserve", "bundler"],
] as const;

const LIBRARIES = [
  ["none", "es2022", ""],
  ["dom", "es2022,dom", ""],
  ["node", "es2022", "node"],
] as const;

describe("the declarations, as they are packed", () => {
  let folder: string;
  beforeAll(() => {
    ({ folder } = installPacked("types"));
    for (const [host, text] of Object.entries(HOSTS)) writeFileSync(join(folder, `${host}.ts`), CONSUMER + text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const [module, moduleResolution] of RESOLUTIONS) {
    it.each(LIBRARIES)(`hold under module ${module}, resolution ${moduleResolution}, with the types of: %s`, (host, lib, types) => {
      const settings = {
        strict: "true",
        noEmit: "true",
        skipLibCheck: "false",
        target: "es2022",
        module,
        moduleResolution,
        lib,
        types,
        typeRoots: join(ROOT, "node_modules/@types"),
      };
      const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
      const tsc = [join(ROOT, "node_modules/typescript/bin/tsc"), "--ignoreConfig", ...args, `${host}.ts`];
      const { status, stdout } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: "utf8" });
      expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    });
  }
});
