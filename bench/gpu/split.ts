/** Where the time of a batch goes: its parts one behind the other, while a batch overlaps those of neighbouring chunks. */
import { checkState } from "../../bindings/boundary/input.js";
import { Lane } from "../../bindings/gpu/lane.js";
import { pack } from "../../bindings/gpu/pack.js";
import { jobOf, planChunks, type Limits } from "../../bindings/gpu/plan.js";
import type { Pipelines } from "../../bindings/gpu/pipelines.js";
import { unpack } from "../../bindings/gpu/unpack.js";
import type { SubnetState } from "../../bindings/types.js";
import { median } from "../median.js";

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
}

/** Medians of each part over some rounds, after one that does not count. */
export async function splitOf(bench: Bench, states: readonly SubnetState[], rounds: number): Promise<Split> {
  const lane = new Lane(bench.device, bench.pipelines.layouts);
  try {
    await once(bench, lane, states);
    const splits: Split[] = [];
    for (let round = 0; round < rounds; round++) splits.push(await once(bench, lane, states));
    const parts = Object.keys(PARTS) as Part[];
    return Object.fromEntries(parts.map((part) => [part, median(splits.map((split) => split[part]))])) as Split;
  } finally {
    lane.destroy();
  }
}

async function once({ device, pipelines, limits }: Bench, lane: Lane, states: readonly SubnetState[]): Promise<Split> {
  const split: Split = { pack: 0, upload: 0, compute: 0, readBack: 0, unpack: 0 };
  let last = process.hrtime.bigint();
  const lap = (part: Part) => {
    const now = process.hrtime.bigint();
    split[part] += Number(now - last);
    last = now;
  };
  const jobs = states.map((state, place) => jobOf(checkState(state), place, ""));
  for (const chunk of planChunks(jobs, limits, () => "")) {
    const packed = pack(chunk);
    lap("pack");
    const stages = await pipelines.of(packed.modes);
    lane.upload(packed);
    await device.queue.onSubmittedWorkDone();
    lap("upload");
    lane.compute(packed, stages);
    await device.queue.onSubmittedWorkDone();
    lap("compute");
    const read = await lane.finish(packed);
    lap("readBack");
    unpack(chunk, packed, read);
    lap("unpack");
  }
  return split;
}
