/**
 * Many epochs at once on a GPU, through WebGPU: `navigator.gpu` in browsers, their workers and Deno, the package `webgpu`
 * in Node. The results are those of every other backend, to the last bit. Nothing of the core needs it.
 *
 * @example
 * const gpu = await loadGpu();
 * const results = await gpu.epochBatch(states);
 * gpu.destroy();
 *
 * @module
 */
import { checkOptions } from "../input.js";
import { integer, oneOf } from "../kinds.js";
import { EpochInputError } from "../errors.js";
import { describeAdapter, findAdapter, requestDevice } from "./adapter.js";
import { GpuEngine } from "./engine.js";
import { selfTest } from "./selfTest.js";
import { createPipelines } from "./stages.js";
import type { Gpu, GpuOptions, GpuProvider } from "./types.js";

const LEAST_BUFFER_BYTES = 1024 * 1024;

const provider = {
  check(value: unknown, path: string): GpuProvider {
    const given = value as Partial<GpuProvider> | null;
    if (typeof given?.requestAdapter !== "function") throw new EpochInputError(path, "a GPU object with requestAdapter", value);
    return value as GpuProvider;
  },
};

/**
 * Takes a device, compiles the shaders and asks it what is known: only a device that answers with the chain's bits is
 * given out.
 * @throws EpochInputError where an option is bad
 * @throws GpuUnavailableError where there is no adapter, or in Node no package `webgpu`
 * @throws GpuSelfTestError where the device does not take a shader or answers wrongly
 */
export async function loadGpu(options: GpuOptions = {}): Promise<Gpu> {
  checkOptions(options, {
    gpu: provider,
    powerPreference: oneOf<"low-power" | "high-performance">(["low-power", "high-performance"]),
    maxBufferBytes: integer(LEAST_BUFFER_BYTES, 2 ** 53 - 1, `a number of bytes from ${LEAST_BUFFER_BYTES}`),
  });
  const { adapter, provider: found } = await findAdapter(options);
  const info = describeAdapter(adapter);
  const device = await requestDevice(adapter);
  const { maxBufferBytes = Number.MAX_SAFE_INTEGER } = options;
  const limits = {
    maxStorageBufferBindingSize: Math.min(device.limits.maxStorageBufferBindingSize, maxBufferBytes),
    maxBufferSize: Math.min(device.limits.maxBufferSize, maxBufferBytes),
  };
  try {
    const engine = new GpuEngine(device, await createPipelines(device), info, limits, found);
    await selfTest(engine);
    const gpu: Omit<Gpu, typeof Symbol.dispose> = {
      backend: engine.backend,
      adapter: info,
      epochBatch: (states, given) => engine.epochBatch(states, given),
      epoch: (state, given) => engine.epoch(state, given),
      destroy: () => engine.destroy(),
    };
    return { ...gpu, ...(Symbol.dispose && { [Symbol.dispose]: gpu.destroy }) } as Gpu;
  } catch (error) {
    device.destroy();
    throw error;
  }
}

export * from "./errors.js";
export * from "../errors.js";
export type * from "./types.js";
export type * from "../types.js";
