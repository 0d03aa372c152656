/** Runs the chunks of a batch over two lanes by turns and puts the results in order. */
import { GpuDeviceLostError, GpuGuardError, GpuOutOfMemoryError } from "./errors.js";
import { LaneMemoryError, type ReadBack } from "./lane.js";
import { pack, type Packed } from "./pack.js";
import type { CompiledStage } from "./pipelines.js";
import type { Job } from "./plan.js";
import type { GpuEpochResult } from "./types.js";
import { unpack } from "./unpack.js";

/** What a batch needs of a lane. */
export interface Runner {
  start(packed: Packed, stages: readonly CompiledStage[]): void;
  finish(packed: Packed): Promise<ReadBack>;
}

export interface BatchContext {
  lanes: readonly [Runner, Runner];
  /** those that the batch's modes need */
  stages: readonly CompiledStage[];
  adapter: string;
  /** states in the batch */
  size: number;
  pathOf(place: number, field?: string): string;
  signal?: AbortSignal | undefined;
  /** why the device is lost, undefined while it is there */
  lost(): string | undefined;
}

interface Running {
  jobs: readonly Job[];
  packed: Packed;
  lane: Runner;
}

/** @throws GpuGuardError, GpuOutOfMemoryError, GpuDeviceLostError, the signal's reason */
export async function runChunks(chunks: readonly (readonly Job[])[], context: BatchContext): Promise<(GpuEpochResult | undefined)[]> {
  const results = new Array<GpuEpochResult | undefined>(context.size).fill(undefined);
  let guarded: { path: string; reason: string } | undefined;
  const collect = async ({ jobs, packed, lane }: Running) => {
    const outcomes = unpack(jobs, packed, await lane.finish(packed));
    outcomes.forEach((outcome, i) => {
      const { place } = jobs[i]!;
      if ("result" in outcome) results[place] = { ...outcome.result, adapter: context.adapter };
      else if ("guard" in outcome) guarded ??= { path: context.pathOf(place, outcome.guard.field), reason: outcome.guard.reason };
      else throw new Error(`it gave nothing back for state ${place}`);
    });
  };
  const running: Running[] = [];
  try {
    for (const [i, jobs] of chunks.entries()) {
      if (context.signal?.aborted) throw context.signal.reason;
      const packed = pack(jobs);
      const lane = context.lanes[i % 2]!;
      lane.start(packed, context.stages);
      running.push({ jobs, packed, lane });
      // The one before is read back while the device works on this one.
      if (running.length === 2) await collect(running.shift()!);
    }
    while (running.length > 0) await collect(running.shift()!);
    if (context.signal?.aborted) throw context.signal.reason;
  } catch (error) {
    // What was started ends before the lanes can be used again.
    await Promise.allSettled(running.map(collect));
    if (context.signal?.aborted) throw context.signal.reason;
    if (error instanceof LaneMemoryError) throw new GpuOutOfMemoryError(error.message, results);
    throw new GpuDeviceLostError(`the device is lost: ${context.lost() ?? (error as Error).message}`, results);
  }
  if (guarded !== undefined) throw new GpuGuardError(guarded.path, guarded.reason, results);
  return results;
}
