/** What this thread does for a network that a GPU computes, without a GPU, beside an epoch in WebAssembly; bench/README.md */
import { loadYumaSync } from "../bindings/index.js";
import { checkState } from "../bindings/boundary/input.js";
import { HeldState } from "../bindings/gpu/held.js";
import { BYTES, DONE } from "../bindings/gpu/layout.js";
import { ALL, outputLayout, readOutputs, type Asked } from "../bindings/gpu/outputs.js";
import { pack } from "../bindings/gpu/pack.js";
import { jobOf, jobSizes, planChunks } from "../bindings/gpu/plan.js";
import { PointsOf } from "../bindings/gpu/points.js";
import { Staging } from "../bindings/gpu/staging.js";
import { heldSizes, packPoints, sweepJob, sweepSizes } from "../bindings/gpu/sweep.js";
import type { Chunk } from "../bindings/gpu/chunk.js";
import { denseState } from "../bindings/verify/recipe.js";
import { memoryDevice } from "../test/gpu/memoryDevice.js";
import { table } from "./markdown.js";
import { median } from "./median.js";

const NETWORKS = 16;
const POINTS = 256;
const WARM_UP = 200;
const ROUNDS = 400;
const LIMITS = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 };
const SUMS: Asked = { outputs: [], sums: ["emission"], digest: false };

const states = Array.from({ length: NETWORKS }, (_, i) =>
  denseState({ n: 256, validators: 64, seed: BigInt(i), bondsPenalty: 65_535, yuma3: true, liquidAlpha: false }),
);
const yuma = loadYumaSync();
const device = memoryDevice();
const staging = new Staging(device, LIMITS.maxBufferSize);
const held = new HeldState(device, checkState(states[0]!));
const given = Array.from({ length: POINTS }, (_, i) => ({ kappa: 30_000 + i }));

/** ns, by what was done and for how many networks */
const times: Record<string, number[]> = {};

function timed<T>(name: string, networks: number, work: () => T): T {
  const start = process.hrtime.bigint();
  const value = work();
  (times[name] ??= []).push(Number(process.hrtime.bigint() - start) / networks);
  return value;
}

/** Resolves once the memory is mapped again. */
async function takeBack(chunks: readonly Chunk[]): Promise<void> {
  for (const { staged } of chunks) for (const buffer of staged) staging.unused(buffer);
  await new Promise((resolve) => setImmediate(resolve));
}

/** What a device would have given: every bond but one's own. */
function answered(asked: Asked, networks: number, slots: number, bonds: number): ArrayBuffer {
  const { words, bondCounts } = outputLayout(asked, 256, slots);
  const outputs = new ArrayBuffer(networks * words * BYTES.word);
  for (let network = 0; network < networks; network++) {
    const at = network * words * BYTES.word;
    new Uint32Array(outputs, at, 3).set([DONE, 0, bonds]);
    if (bonds > 0) new Uint32Array(outputs, at + bondCounts, slots).fill(bonds / slots);
  }
  return outputs;
}

async function round(): Promise<void> {
  timed("an epoch in WebAssembly", NETWORKS, () => states.forEach((state) => yuma.epoch(state)));
  const jobs = timed("batch: checked", NETWORKS, () => states.map((state, place) => jobOf(checkState(state), place, "")));
  const chunks = timed("batch: packed", NETWORKS, () =>
    planChunks(
      jobs,
      (job) => jobSizes(job, ALL),
      LIMITS,
      () => "",
    ).map((chunk) => pack(chunk, ALL, staging)),
  );
  await takeBack(chunks);
  const slotUids = jobs[0]!.shape.slots.uids;
  const all = answered(ALL, NETWORKS, slotUids.length, 255 * slotUids.length);
  const networkBytes = all.byteLength / NETWORKS;
  timed("batch: read", NETWORKS, () => {
    for (let network = 0; network < NETWORKS; network++) readOutputs(all, network * networkBytes, ALL, 256, slotUids);
  });
  const points = timed("sweep: checked", POINTS, () => {
    const checks = new PointsOf(held.current);
    return given.map((point, place) => sweepJob(held, checks.check(point, "points[0]"), place));
  });
  const swept = timed("sweep: packed", POINTS, () =>
    planChunks(
      points,
      (job) => sweepSizes(job, SUMS),
      LIMITS,
      () => "",
      heldSizes(held),
    ).map((chunk) => packPoints(held, chunk, SUMS, staging)),
  );
  await takeBack(swept);
  const sums = answered(SUMS, POINTS, slotUids.length, 0);
  const pointBytes = sums.byteLength / POINTS;
  timed("sweep: read", POINTS, () => {
    for (let point = 0; point < POINTS; point++) readOutputs(sums, point * pointBytes, SUMS, 256, slotUids);
  });
}

for (let i = 0; i < WARM_UP + ROUNDS; i++) await round();
const [whole, ...parts] = Object.entries(times).map(([name, all]): [string, number] => [name, median(all.slice(WARM_UP))]);
console.log("A network of 64 x 256, or a point that differs from it in kappa, of which the sum of the emission is read.\n");
console.log(
  table(
    1,
    ["what", "us", "of an epoch in WebAssembly"],
    [whole!, ...parts].map(([name, time]) => [name, (time / 1e3).toFixed(2), (time / whole![1]).toFixed(4)]),
  ),
);
