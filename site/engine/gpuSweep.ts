/** The points of a sweep on WebGPU: their epochs go side by side, those of one point one after the other. */
import { YumaError, type EpochResult, type SubnetState } from "yuma-consensus";
import { loadGpu, type Gpu, type GpuOutput, type GpuPointResult, type GpuReadOptions } from "yuma-consensus/gpu";
import { scenarioStates, simulationStates } from "yuma-consensus/simulate";
import { epochsIn, type Document } from "../model/document.js";
import { documentAt, MEASURED, PointMeasure, pointsIn, type PointResult, type SweepPlan } from "../model/sweep.js";
import { deltasOf } from "./deltas.js";

/** As many points as go to the device at once. */
const POINTS_AT_ONCE = 128;

type Device = Pick<Gpu, "epochBatch" | "upload" | "sweep" | "destroy"> & { readonly adapterName: string };

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
  state: SubnetState;
}

function statesOf(doc: Document): Generator<SubnetState, void, EpochResult> {
  return doc.kind === "scenario" ? scenarioStates(doc.scenario, doc.variant) : simulationStates(doc.state, { epochs: doc.epochs });
}

function start(doc: Document, plan: SweepPlan, point: number): Running | PointResult {
  try {
    const states = statesOf(documentAt(doc, plan, point));
    return { point, measure: new PointMeasure(plan.measure), states, state: states.next().value! };
  } catch (error) {
    if (!(error instanceof YumaError)) throw error;
    return { point, refusal: error.message };
  }
}

/** An epoch of each state. A state that they have in common is sent once; states that are more than that apart are sent whole. */
async function epochOfEach<Output extends GpuOutput>(
  device: Device,
  states: readonly SubnetState[],
  reading: GpuReadOptions<Output>,
): Promise<readonly GpuPointResult<Output>[]> {
  const points = deltasOf(states);
  if (points === null) return device.epochBatch(states, reading);
  const shared = await device.upload(states[0]!);
  try {
    return await device.sweep(shared, points, reading);
  } finally {
    shared.destroy();
  }
}

/** Of the last epoch is read what is shown, of those before it also what the next one begins with. */
async function runChunk(device: Device, running: readonly Running[], epochs: number, signal: AbortSignal): Promise<PointResult[]> {
  if (running.length === 0) return [];
  const statesNow = () => running.map(({ state }) => state);
  for (let epoch = 1; epoch < epochs; epoch++) {
    const results = await epochOfEach(device, statesNow(), { signal });
    running.forEach((one, i) => {
      one.measure.add(one.state, results[i]!);
      one.state = one.states.next(results[i]!).value!;
    });
  }
  const results = await epochOfEach(device, statesNow(), { outputs: MEASURED, digest: true, signal });
  return running.map(({ point, measure, state }, i) => {
    measure.add(state, results[i]!);
    return { point, value: measure.value, digest: results[i]!.digest! };
  });
}

export const gpuSweep: GpuSweep = {
  async open() {
    const gpu = await loadGpu();
    const { name, isFallbackAdapter } = gpu.adapter;
    return Object.assign(gpu, { adapterName: isFallbackAdapter ? `${name} (software)` : name });
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
          epochsIn(doc),
          signal,
        ),
      );
    }
  },
};
