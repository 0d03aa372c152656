/**
 * Many epochs at once on a GPU, through WebGPU: `navigator.gpu` in browsers, their workers and Deno, the package `webgpu`
 * in Node. The results are those of every other backend, to the last bit. Nothing of the core needs it.
 *
 * @example
 * const gpu = await loadGpu();
 * const results = await gpu.epochBatch(states);
 * gpu.destroy();
 *
 * @module yuma-consensus/gpu
 */
import { isRevoked } from "../values/arrays.js";
import { checkOptions } from "../boundary/input.js";
import { integer, oneOf, timeoutMilliseconds } from "../boundary/kinds.js";
import { EpochInputError, YumaError } from "../errors.js";
import { autoBatch } from "./auto.js";
import { unavailable } from "./answered.js";
import { findAdapter, requestDevice, type Found } from "./adapter.js";
import { calibrationKind } from "./calibration.js";
import { GpuEngine } from "./engine.js";
import { Pipelines } from "./pipelines.js";
import { checkBatch } from "./reading.js";
import type { Batch, BatchOptions, Gpu, GpuOptions, GpuPoint, GpuProvider, GpuReadOptions, GpuState } from "./types.js";
import { WasmBatch } from "./wasmBatch.js";

const LEAST_BUFFER_BYTES = 1024 * 1024;

const provider = {
  check(value: unknown, path: string): GpuProvider {
    const given = value as Partial<GpuProvider> | null;
    if (isRevoked(value) || typeof given?.requestAdapter !== "function")
      throw new EpochInputError(path, "a GPU object with requestAdapter", value);
    return value as GpuProvider;
  },
};

const GPU_OPTIONS = {
  gpu: provider,
  powerPreference: oneOf<"low-power" | "high-performance">(["low-power", "high-performance"]),
  maxBufferBytes: integer(LEAST_BUFFER_BYTES, 2 ** 53 - 1, `a number of bytes from ${LEAST_BUFFER_BYTES}`),
  timeoutMilliseconds,
};

/**
 * Takes a device. Its shaders are compiled, and it is asked what is known, when a batch first needs them: each mode
 * (classic, Yuma3, liquid alpha, rows in another order, stakes that wrap) before any result of it is given out.
 * @throws EpochInputError where an option is bad
 * @throws GpuUnavailableError where there is no adapter, in Node no package `webgpu`, or no answer in time
 */
export async function loadGpu(options: GpuOptions = {}): Promise<Gpu> {
  const given = checkOptions(options, GPU_OPTIONS);
  return openGpu(await findAdapter(given), given);
}

async function openGpu(found: Found, { maxBufferBytes = Number.MAX_SAFE_INTEGER, timeoutMilliseconds }: GpuOptions): Promise<Gpu> {
  const device = await requestDevice(found.adapter, timeoutMilliseconds);
  try {
    const limits = {
      maxStorageBufferBindingSize: Math.min(device.limits.maxStorageBufferBindingSize, maxBufferBytes),
      maxBufferSize: Math.min(device.limits.maxBufferSize, maxBufferBytes),
    };
    const pipelines = new Pipelines(device, timeoutMilliseconds);
    const engine = new GpuEngine(device, pipelines, found.info, limits, found.provider, timeoutMilliseconds);
    return disposable<Gpu>({
      backend: engine.backend,
      adapter: engine.adapter,
      epochBatch: (states, given) => engine.epochBatch(states, given),
      epoch: (state, given) => engine.epoch(state, given),
      upload: (state) => engine.upload(state),
      sweep: (state: GpuState, points: readonly GpuPoint[], given?: GpuReadOptions) => engine.sweep(state, points, given),
      epochs: (state: GpuState, steps: readonly GpuPoint[], given: GpuReadOptions & { advance: bigint }) =>
        engine.epochs(state, steps, given),
      destroy: () => engine.destroy(),
    });
  } catch (error) {
    device.destroy();
    throw unavailable("the device cannot be used", error);
  }
}

/**
 * Batches of epochs on a backend that is named, or on what suits each batch.
 * @throws as `loadGpu` with backend "gpu"; under "auto" only where an option is bad or the host has no WebAssembly
 */
export async function loadBatch(options: BatchOptions = {}): Promise<Batch> {
  const given = checkOptions(options, {
    ...GPU_OPTIONS,
    backend: oneOf<"auto" | "gpu" | "wasm">(["auto", "gpu", "wasm"]),
    calibration: calibrationKind,
  });
  const { backend = "auto", calibration, ...rest } = given;
  if (backend === "gpu") {
    const { adapter, epochBatch, destroy } = await loadGpu(rest);
    return disposable<Batch>({
      backend,
      adapter,
      why: "",
      calibration: undefined,
      epochBatch: async (states, given = {}) => epochBatch(states, checkBatch(given)),
      destroy,
    });
  }
  const wasm = await WasmBatch.load();
  const without = (why: string) => autoBatch({ gpu: undefined, wasm, why });
  if (backend === "wasm") return disposable<Batch>({ ...without("backend wasm was asked for"), backend });
  try {
    const found = await findAdapter(rest);
    const { name, isFallbackAdapter } = found.info;
    if (isFallbackAdapter) return disposable<Batch>(without(`${name} is software, slower than WebAssembly`));
    return disposable<Batch>(autoBatch({ gpu: await openGpu(found, rest), wasm, why: "", calibration }));
  } catch (error) {
    if (!(error instanceof YumaError)) throw error;
    return disposable<Batch>(without(error.message));
  }
}

/** For `using`, on hosts that have the symbol. */
function disposable<T extends { destroy(): void }>(engine: Omit<T, typeof Symbol.dispose>): T {
  if (Symbol.dispose) Object.defineProperty(engine, Symbol.dispose, { value: () => (engine as T).destroy() });
  return engine as T;
}

export * from "./errors.js";
export * from "../errors.js";
export type * from "./types.js";
export type * from "../types.js";
