/** Times batches and single matrices on this host's GPU against WebAssembly; bench/README.md says what is compared. */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { findAdapter, requestDevice } from "../bindings/gpu/adapter.js";
import { GpuEngine } from "../bindings/gpu/engine.js";
import { MODES, type Modes } from "../bindings/gpu/modes.js";
import { Pipelines } from "../bindings/gpu/pipelines.js";
import { findChromium, swiftShaderEnvironment, unpackChromium } from "../test/engines/chromium.js";
import { Missing } from "../test/engines/engines.js";
import { caseDeadline } from "./deadline.js";
import { batchCases, statesOf } from "./gpu/cases.js";
import { gpuBatch, wasmBatch } from "./gpu/contenders.js";
import { markdown } from "./gpu/markdown.js";
import { newReport, type ModeStart } from "./gpu/report.js";
import { writeResults } from "./gpu/results.js";
import { splitOf } from "./gpu/split.js";
import { measure } from "./measure.js";

/** ms; slow cases take their least rounds and go beyond */
const SHORT = { limit: 60_000, mostPerCase: 6_000, warmUp: 100, minimumRounds: 3, maximumRounds: 15 };
const FULL = { limit: 900_000, mostPerCase: 20_000, warmUp: 500, minimumRounds: 3, maximumRounds: 31 };

const SPLIT_ROUNDS = 3;

/** Once more as a process that finds SwiftShader alone: the driver is chosen by the environment. Its exit code. */
async function runOnSwiftShader(): Promise<number> {
  const source = findChromium();
  if (source instanceof Missing) throw new Error(source.reason);
  const env = { ...process.env, ...swiftShaderEnvironment(await unpackChromium(source)) };
  return spawnSync(process.execPath, [process.argv[1]!, "bench/gpu.ts", ...process.argv.slice(2)], { env, stdio: "inherit" }).status ?? 1;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = process.hrtime.bigint();
  const value = await work();
  return [value, Number(process.hrtime.bigint() - start)];
}

const { full, software } = parseArgs({
  options: { full: { type: "boolean", default: false }, software: { type: "boolean", default: false } },
}).values;
if (software && process.env["VK_ICD_FILENAMES"] === undefined) process.exit(await runOnSwiftShader());
const [{ device, info, provider }, deviceTime] = await timed(async () => {
  const found = await findAdapter({});
  return { ...found, device: await requestDevice(found.adapter) };
});
const pipelines = new Pipelines(device);
const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
const limits = { maxStorageBufferBindingSize, maxBufferSize };
const engine = new GpuEngine(device, pipelines, info, limits, provider);
const modes: ModeStart[] = [];
for (const mode of MODES) {
  const modesUpTo = Object.fromEntries(MODES.map((one) => [one, MODES.indexOf(one) <= MODES.indexOf(mode)])) as Modes;
  const [, compile] = await timed(() => pipelines.of(modesUpTo));
  const [, selfTest] = await timed(() => engine.prepare(modesUpTo));
  modes.push({ mode, compile, selfTest });
}

const cases = batchCases(engine.adapter.isFallbackAdapter, full);
const startUp = { device: deviceTime, modes };
const report = newReport({ adapter: engine.adapter, startUp, plannedCases: cases.length });
const { limit, mostPerCase, ...form } = full ? FULL : SHORT;
const end = performance.now() + limit;
for (const [i, item] of cases.entries()) {
  console.error(`${item.networks} of ${item.size} ${item.mode} ...`);
  const states = statesOf(item);
  const until = caseDeadline(performance.now(), end, cases.length - i, mostPerCase);
  const [wasm, gpu] = await measure([wasmBatch(states), gpuBatch(engine, states)], undefined, { ...form, until });
  report.cases.push({ case: item, wasm: wasm!, gpu: gpu!, split: await splitOf({ device, pipelines, limits }, states, SPLIT_ROUNDS) });
  writeResults(report);
}
engine.destroy();
console.log(markdown(report));
