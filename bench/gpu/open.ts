/** A device to be timed, with the engine on it. */
import { findAdapter, requestDevice } from "../../bindings/gpu/adapter.js";
import { GpuEngine } from "../../bindings/gpu/engine.js";
import type { Modes } from "../../bindings/gpu/modes.js";
import { Pipelines } from "../../bindings/gpu/pipelines.js";
import type { GpuProvider } from "../../bindings/gpu/types.js";
import type { StartUp } from "./report.js";
import type { Bench } from "./split.js";
import { StageClock, TIMESTAMPS, type StageTimes } from "./stageClock.js";
import { standIn } from "./standIn.js";

export interface OpenGpu {
  engine: GpuEngine;
  bench: Bench;
  startUp: StartUp;
  /** Lets the device go; a process ends only then. */
  close(): void;
}

/** Rounded timestamps, as Dawn gives them to pages, would not tell short stages apart. */
const EXACT_TIMESTAMPS = "disable-dawn-features=timestamp_quantization";

/** WebGPU by Dawn, with flags of its own. */
export async function dawn(...flags: string[]): Promise<GpuProvider> {
  const { create } = await import("webgpu");
  return create(flags) as unknown as GpuProvider;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = process.hrtime.bigint();
  const value = await work();
  return [value, Number(process.hrtime.bigint() - start)];
}

/** The adapter with its clock, where it has one: the engine does not ask for it. */
function withTimestamps(adapter: GPUAdapter): GPUAdapter {
  if (!adapter.features.has(TIMESTAMPS)) return adapter;
  return standIn(adapter, { requestDevice: (descriptor) => adapter.requestDevice({ ...descriptor, requiredFeatures: [TIMESTAMPS] }) });
}

/** All that the engine has, so that every shader is compiled. */
const EVERY_MODE: Modes = { classic: true, yuma3: true, liquid: true, wrapping: true, bonds: true, digest: true, advances: true };

/** All shaders compiled as the engine has it done, and what each is called. */
async function compile(device: GPUDevice) {
  const names = new Map<GPUComputePipeline, string>();
  const watched = standIn(device, {
    createComputePipelineAsync: async (descriptor) => {
      const pipeline = await device.createComputePipelineAsync(descriptor);
      names.set(pipeline, stageOf(descriptor));
      return pipeline;
    },
  });
  const pipelines = new Pipelines(watched);
  return { pipelines, stages: await pipelines.of(EVERY_MODE), names };
}

function stageOf({ compute: { entryPoint } }: GPUComputePipelineDescriptor): string {
  if (entryPoint === undefined) throw new Error("a pipeline has no entry point by which to call it");
  return entryPoint;
}

/**
 * What each shader takes to compile when they are compiled one after another, on a device of its own.
 * @throws as `loadGpu`
 */
export async function compileTimes(): Promise<StageTimes> {
  const { device, provider } = await findDevice();
  const times: StageTimes = {};
  let last: Promise<unknown> = Promise.resolve();
  const oneByOne = standIn(device, {
    createComputePipelineAsync: (descriptor) => {
      const compiled = last.then(async () => {
        const [pipeline, time] = await timed(() => device.createComputePipelineAsync(descriptor));
        times[stageOf(descriptor)] = time;
        return pipeline;
      });
      last = compiled;
      return compiled;
    },
  });
  await new Pipelines(oneByOne).of(EVERY_MODE);
  device.destroy();
  // Held until here: see adapter.ts.
  void provider;
  return times;
}

async function findDevice() {
  const found = await findAdapter({ gpu: await dawn(EXACT_TIMESTAMPS) });
  return { ...found, device: await requestDevice(withTimestamps(found.adapter)) };
}

/**
 * @param checked whether only a device that knows the known answers is given out
 * @throws as `loadGpu`
 */
export async function openGpu(checked = true): Promise<OpenGpu> {
  const [{ device, info, provider }, deviceTime] = await timed(findDevice);
  const [{ pipelines, stages, names }, compileTime] = await timed(() => compile(device));
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const limits = { maxStorageBufferBindingSize, maxBufferSize };
  const engine = new GpuEngine(device, pipelines, info, limits, provider);
  if (!checked) Object.assign(engine, { prepare: (modes: Modes) => pipelines.of(modes) });
  const [, selfTestTime] = await timed(async () => engine.prepare(EVERY_MODE));
  const clock = device.features.has(TIMESTAMPS) ? new StageClock(device, names) : null;
  return {
    engine,
    bench: { device, layouts: pipelines.layouts, stages, limits, clock },
    startUp: { device: deviceTime, compile: compileTime, selfTest: selfTestTime },
    close() {
      clock?.destroy();
      engine.destroy();
    },
  };
}
