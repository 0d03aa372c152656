/** Where the time of a batch goes: its parts one behind the other, while a batch overlaps those of neighbouring chunks. */
import { checkState } from "../../bindings/boundary/input.js";
import type { Chunk } from "../../bindings/gpu/chunk.js";
import { BYTES } from "../../bindings/gpu/layout.js";
import { ALL, outputLayout, readOutputs } from "../../bindings/gpu/outputs.js";
import { pack } from "../../bindings/gpu/pack.js";
import type { CompiledStage, Pipelines } from "../../bindings/gpu/pipelines.js";
import { jobOf, jobSizes, planChunks, type Job, type Limits } from "../../bindings/gpu/plan.js";
import { Staging } from "../../bindings/gpu/staging.js";
import { Workspace } from "../../bindings/gpu/workspace.js";
import type { SubnetState } from "../../bindings/types.js";
import { median } from "../median.js";
import type { StageClock, StageTimes } from "./stageClock.js";

export const PARTS = {
  pack: "checks, and the states into the memory that the device copies from (host)",
  compute: "copied, all shaders, and copied back",
  read: "into the core's own types (host)",
} as const;

export type Part = keyof typeof PARTS;

/** ns */
export type Split = Record<Part, number>;

export interface Bench {
  device: GPUDevice;
  layouts: Pipelines["layouts"];
  stages: readonly CompiledStage[];
  limits: Limits;
  /** null where the device has none */
  clock: StageClock | null;
}

/** Medians of each part over some rounds, after one that does not count. */
export async function splitOf(bench: Bench, states: readonly SubnetState[], rounds: number): Promise<Split> {
  const runner = new Runner(bench.device, bench);
  try {
    const splits: Split[] = [];
    for (let round = 0; round <= rounds; round++) splits.push(await runner.once(states));
    return medians(splits.slice(1));
  } finally {
    runner.destroy();
  }
}

/** The same of what each stage takes on the device; null where the device has no clock. */
export async function stageTimesOf(bench: Bench, states: readonly SubnetState[], rounds: number): Promise<StageTimes | null> {
  const { clock } = bench;
  if (clock === null) return null;
  const runner = new Runner(clock.device, bench);
  try {
    const readings: StageTimes[] = [];
    for (let round = 0; round <= rounds; round++) {
      const sum: StageTimes = {};
      await runner.once(states, async () => {
        for (const [stage, time] of Object.entries(await clock.times())) sum[stage] = (sum[stage] ?? 0) + time;
      });
      readings.push(sum);
    }
    return medians(readings.slice(1));
  } finally {
    runner.destroy();
  }
}

/** The median of each value over records of the same keys. */
function medians<T extends Record<string, number>>(records: readonly T[]): T {
  const keys = Object.keys(records[0]!);
  return Object.fromEntries(keys.map((key) => [key, median(records.map((record) => record[key]!))])) as T;
}

/** A device that is given one chunk behind the other, each once the one before is read. */
class Runner {
  private readonly staging: Staging;
  private readonly workspace: Workspace;

  constructor(
    private readonly device: GPUDevice,
    private readonly bench: Bench,
  ) {
    this.staging = new Staging(device, bench.limits.maxBufferSize);
    this.workspace = new Workspace(device, bench.layouts, this.staging);
  }

  /** @param computed after each chunk */
  async once(states: readonly SubnetState[], computed: () => Promise<void> = async () => undefined): Promise<Split> {
    const split: Split = { pack: 0, compute: 0, read: 0 };
    let last = process.hrtime.bigint();
    const lap = (part: Part) => {
      const now = process.hrtime.bigint();
      split[part] += Number(now - last);
      last = now;
    };
    const jobs = states.map((state, place) => jobOf(checkState(state), place, ""));
    const chunks = planChunks(
      jobs,
      (job) => jobSizes(job, ALL),
      this.bench.limits,
      () => "",
    );
    for (const chunk of chunks) {
      const packed = pack(chunk, ALL, this.staging);
      lap("pack");
      const submission = this.workspace.submit(packed, this.stagesOf(packed));
      await this.device.queue.onSubmittedWorkDone();
      lap("compute");
      await submission.read((outputs) => readAll(chunk, outputs));
      lap("read");
      await computed();
    }
    return split;
  }

  destroy(): void {
    this.workspace.destroy();
    this.staging.destroy();
  }

  private stagesOf({ modes }: Chunk): CompiledStage[] {
    return this.bench.stages.filter(({ stage }) => stage.when?.(modes) ?? true);
  }
}

function readAll(jobs: readonly Job[], outputs: ArrayBuffer): void {
  let at = 0;
  for (const { state, shape } of jobs) {
    const { uids } = shape.slots;
    readOutputs(outputs, at, ALL, state.n, uids);
    at += outputLayout(ALL, state.n, uids.length).words * BYTES.word;
  }
}
