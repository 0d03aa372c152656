/** What the page knows about its sweeps: what is asked, what has come of it, and how it is stopped. */
import { computed, signal } from "@preact/signals";
import { digestOfAll } from "./engine/digestOfAll.js";
import { loadGpuSweep } from "./engine/gpuScript.js";
import type { PointsRequest, RetentionRequest } from "./engine/protocol.js";
import { WorkerPool } from "./engine/workerPool.js";
import type { RetentionOptions } from "yuma-consensus/simulate";
import type { Document } from "./model/document.js";
import { pointsIn, type PointResult, type SweepPlan } from "./model/sweep.js";
import { doc, played, workerScript } from "./store.js";

/** A sweep that runs or ran: of which document, and what it came to so far. */
export interface GridRun {
  readonly doc: Document;
  readonly plan: SweepPlan;
  /** by point; null where it is not there yet */
  readonly results: readonly (PointResult | null)[];
  /** the workers, or the adapter in its driver's words */
  readonly on: string;
}

export const grid = signal<GridRun | null>(null);
export const gridStop = signal<(() => void) | null>(null);
export const gridError = signal<string | null>(null);

/** of all points' digests, where they are all there */
export const gridDigest = computed(() => {
  const run = grid.value;
  return run === null || run.results.includes(null) ? null : digestOfAll(run.results as PointResult[]);
});

function begin(swept: Document, plan: SweepPlan, on: string): (results: readonly PointResult[]) => void {
  const results = new Array<PointResult | null>(pointsIn(plan)).fill(null);
  grid.value = { doc: swept, plan, results: results.slice(), on };
  let isWaiting = false;
  return (more) => {
    for (const result of more) results[result.point] = result;
    if (isWaiting) return;
    isWaiting = true;
    // One drawing a frame, however many points come.
    requestAnimationFrame(() => {
      isWaiting = false;
      // Another one may have begun since this was stopped.
      if (grid.peek()?.plan === plan) grid.value = { doc: swept, plan, results: results.slice(), on };
    });
  };
}

/** How many points travel together: a worker is heard of often, and the document is not sent for each. */
const POINTS_A_REQUEST = 7;

export async function sweepOnWorkers(plan: SweepPlan): Promise<void> {
  if (gridStop.peek() !== null) return;
  const swept = doc.peek();
  const pool = new WorkerPool(workerScript);
  const add = begin(swept, plan, pool.size === 1 ? "one worker, WebAssembly" : `${pool.size} workers, WebAssembly`);
  const count = Math.ceil(pointsIn(plan) / POINTS_A_REQUEST);
  const requests = Array.from({ length: count }, (_, i): PointsRequest => {
    const points = Array.from({ length: POINTS_A_REQUEST }, (_, k) => i * POINTS_A_REQUEST + k).filter((point) => point < pointsIn(plan));
    return { kind: "points", doc: swept, plan, points };
  });
  await stoppable(
    gridStop,
    gridError,
    () => pool.close(),
    () => pool.run(requests, ({ results }) => add(results)),
  );
}

export async function sweepOnGpu(plan: SweepPlan): Promise<void> {
  if (gridStop.peek() !== null) return;
  const swept = doc.peek();
  const stop = new AbortController();
  await stoppable(
    gridStop,
    gridError,
    () => stop.abort(),
    async () => {
      const gpu = await loadGpuSweep();
      stop.signal.throwIfAborted();
      const device = await gpu.open();
      try {
        await gpu.run(device, swept, plan, begin(swept, plan, `WebGPU, ${device.adapterName}`), stop.signal);
      } finally {
        device.destroy();
      }
    },
  );
}

/** Runs until it is done, fails, or is stopped, which is no failure. */
async function stoppable(stop: typeof gridStop, error: typeof gridError, end: () => void, run: () => Promise<void>): Promise<void> {
  let isStopped = false;
  stop.value = () => {
    isStopped = true;
    end();
  };
  error.value = null;
  try {
    await run();
  } catch (reason) {
    if (!isStopped) error.value = reason instanceof Error ? reason.message : String(reason);
  } finally {
    stop.value = null;
  }
}

export interface RetentionRun {
  readonly options: RetentionOptions;
  /** by honest stake; undefined where it is not there yet, null where not even a utility of one is enough */
  readonly needed: ReadonlyMap<number, number | null>;
}

export const retention = signal<RetentionRun | null>(null);
export const retentionStop = signal<(() => void) | null>(null);
export const retentionError = signal<string | null>(null);

export type Resolution = "quick" | "full";

const STAKES = [0.51, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99];
const tenths = Array.from({ length: 11 }, (_, step) => (10 - step) / 10);
const fiftieths = Array.from({ length: 51 }, (_, step) => (50 - step) / 50);

/** The networks of a map under the rules of the epoch at hand. */
function retentionOptions(resolution: Resolution): RetentionOptions {
  const { ruleSet, kappa, bondsPenalty, bondsMovingAverage, yuma3, liquidAlpha, alphaLow, alphaHigh, alphaSigmoidSteepness } =
    played.peek()!.shown.state;
  return {
    majorStakes: STAKES,
    minorWeights: resolution === "quick" ? tenths : fiftieths,
    uids: resolution === "quick" ? 128 : 512,
    validators: resolution === "quick" ? 16 : 64,
    ...(ruleSet !== undefined && { ruleSet }),
    ...{ kappa, bondsPenalty, bondsMovingAverage, yuma3, liquidAlpha, alphaLow, alphaHigh, alphaSigmoidSteepness },
  };
}

export async function findRetention(resolution: Resolution): Promise<void> {
  if (retentionStop.peek() !== null) return;
  const options = retentionOptions(resolution);
  const pool = new WorkerPool(workerScript);
  retention.value = { options, needed: new Map() };
  const requests = STAKES.map((majorStake): RetentionRequest => ({ kind: "retention", majorStake, options }));
  await stoppable(
    retentionStop,
    retentionError,
    () => pool.close(),
    () =>
      pool.run(requests, ({ utility }, { majorStake }) => {
        retention.value = { options, needed: new Map([...retention.peek()!.needed, [majorStake, utility]]) };
      }),
  );
}
