/** Where the time of a batch goes: its parts one behind the other, while a batch overlaps those of neighbouring chunks. */
import { checkState } from "../../bindings/boundary/input.js";
import { Lane } from "../../bindings/gpu/lane.js";
import { pack } from "../../bindings/gpu/pack.js";
import { jobOf, planChunks, type Job, type Limits } from "../../bindings/gpu/plan.js";
import type { Pipelines } from "../../bindings/gpu/stages.js";
import { unpack } from "../../bindings/gpu/unpack.js";
import type { SubnetState } from "../../bindings/types.js";
import { median } from "../median.js";
import type { StageClock, StageTimes } from "./stageClock.js";

export const PARTS = {
  pack: "checks, and the states into the order of the shaders (host)",
  upload: "written into the device's buffers",
  compute: "all shaders",
  readBack: "mapped and copied",
  unpack: "into the core's own types (host)",
} as const;

export type Part = keyof typeof PARTS;

/** ns */
export type Split = Record<Part, number>;

export interface Bench {
  device: GPUDevice;
  pipelines: Pipelines;
  limits: Limits;
  /** null where the device has none */
  clock: StageClock | null;
}

/** Medians of each part over some rounds, after one that does not count. */
export async function splitOf(bench: Bench, states: readonly SubnetState[], rounds: number): Promise<Split> {
  const lane = new Lane(bench.device, bench.pipelines);
  try {
    await once(bench, lane, states);
    const splits: Split[] = [];
    for (let round = 0; round < rounds; round++) splits.push(await once(bench, lane, states));
    return medians(splits);
  } finally {
    lane.destroy();
  }
}

/** The same of what each stage takes on the device; null where the device has no clock. */
export async function stageTimesOf(
  { clock, pipelines, limits }: Bench,
  states: readonly SubnetState[],
  rounds: number,
): Promise<StageTimes | null> {
  if (clock === null) return null;
  const lane = new Lane(clock.device, pipelines);
  try {
    const packed = chunksOf(states, limits).map(pack);
    const readings: StageTimes[] = [];
    for (let round = 0; round <= rounds; round++) {
      const sum: StageTimes = {};
      for (const chunk of packed) {
        lane.start(chunk);
        await lane.finish(chunk);
        for (const [stage, time] of Object.entries(await clock.times())) sum[stage] = (sum[stage] ?? 0) + time;
      }
      readings.push(sum);
    }
    return medians(readings.slice(1));
  } finally {
    lane.destroy();
  }
}

/** The median of each value over records of the same keys. */
function medians<T extends Record<string, number>>(records: readonly T[]): T {
  const keys = Object.keys(records[0]!);
  return Object.fromEntries(keys.map((key) => [key, median(records.map((record) => record[key]!))])) as T;
}

function chunksOf(states: readonly SubnetState[], limits: Limits): Job[][] {
  return planChunks(
    states.map((state, place) => jobOf(checkState(state), place, "")),
    limits,
    () => "",
  );
}

async function once({ device, limits }: Bench, lane: Lane, states: readonly SubnetState[]): Promise<Split> {
  const split: Split = { pack: 0, upload: 0, compute: 0, readBack: 0, unpack: 0 };
  let last = process.hrtime.bigint();
  const lap = (part: Part) => {
    const now = process.hrtime.bigint();
    split[part] += Number(now - last);
    last = now;
  };
  for (const chunk of chunksOf(states, limits)) {
    const packed = pack(chunk);
    lap("pack");
    lane.upload(packed);
    await device.queue.onSubmittedWorkDone();
    lap("upload");
    lane.compute(packed);
    await device.queue.onSubmittedWorkDone();
    lap("compute");
    const read = await lane.finish(packed);
    lap("readBack");
    unpack(chunk, packed, read);
    lap("unpack");
  }
  return split;
}
