/** The points of a sweep on WebGPU: their epochs go side by side, those of one point one after the other. */
import { YumaError, type EpochResult, type SubnetState } from "yuma-consensus";
import { loadBatch, type Batch } from "yuma-consensus/gpu";
import { scenarioStates, simulationStates } from "yuma-consensus/simulate";
import type { Document } from "../model/document.js";
import { documentAt, PointMeasure, pointsIn, type PointResult, type SweepPlan } from "../model/sweep.js";

/** As many points as go to the device at once. */
const POINTS_AT_ONCE = 128;

type Device = Batch & { readonly adapterName: string };

export interface GpuSweep {
  /** @throws YumaError where there is no adapter */
  open(): Promise<Device>;
  /** @throws YumaError where the device gives other numbers than the chain */
  run(device: Device, doc: Document, plan: SweepPlan, add: (results: readonly PointResult[]) => void, signal: AbortSignal): Promise<void>;
}

interface Running {
  readonly point: number;
  readonly measure: PointMeasure;
  readonly states: Generator<SubnetState, void, EpochResult>;
  state: SubnetState | null;
  digest: string;
}

function statesOf(doc: Document): Generator<SubnetState, void, EpochResult> {
  return doc.kind === "scenario" ? scenarioStates(doc.scenario, doc.variant) : simulationStates(doc.state, { epochs: doc.epochs });
}

function start(doc: Document, plan: SweepPlan, point: number): Running | PointResult {
  try {
    const states = statesOf(documentAt(doc, plan, point));
    return { point, measure: new PointMeasure(plan.measure), states, state: states.next().value ?? null, digest: "" };
  } catch (error) {
    if (!(error instanceof YumaError)) throw error;
    return { point, refusal: error.message };
  }
}

async function runChunk(device: Device, running: readonly Running[], signal: AbortSignal): Promise<PointResult[]> {
  // All points have as many epochs.
  while (running.length > 0 && running[0]!.state !== null) {
    const results = await device.epochBatch(
      running.map(({ state }) => state!),
      { digest: true, signal },
    );
    running.forEach((one, i) => {
      one.measure.add(one.state!, results[i]!);
      one.digest = results[i]!.digest!;
      one.state = one.states.next(results[i]!).value ?? null;
    });
  }
  return running.map(({ point, measure, digest }) => ({ point, value: measure.value, digest }));
}

export const gpuSweep: GpuSweep = {
  async open() {
    const batch = await loadBatch({ backend: "gpu" });
    const { name, isFallbackAdapter } = batch.adapter!;
    return Object.assign(batch, { adapterName: isFallbackAdapter ? `${name} (software)` : name });
  },
  async run(device, doc, plan, add, signal) {
    for (let first = 0; first < pointsIn(plan); first += POINTS_AT_ONCE) {
      const points = Array.from({ length: Math.min(POINTS_AT_ONCE, pointsIn(plan) - first) }, (_, i) => first + i);
      const started = points.map((point) => start(doc, plan, point));
      add(started.filter((one): one is PointResult => !("states" in one)));
      add(
        await runChunk(
          device,
          started.filter((one): one is Running => "states" in one),
          signal,
        ),
      );
    }
  },
};
