/** Finds an adapter: the caller's, the host's, or in Node that of the optional package `webgpu`. */
import { answered } from "./answered.js";
import { GpuUnavailableError } from "./errors.js";
import type { GpuAdapterInfo, GpuOptions, GpuProvider } from "./types.js";

/** Bundlers for browsers must not look for it, so its name is not part of an import. */
const NODE_PACKAGE = "webgpu";

async function findProvider(given: GpuProvider | undefined): Promise<GpuProvider> {
  if (given !== undefined) return given;
  const { navigator, process } = globalThis as { navigator?: { gpu?: GpuProvider }; process?: { versions?: { node?: string } } };
  if (navigator?.gpu) return navigator.gpu;
  if (process?.versions?.node === undefined) {
    throw new GpuUnavailableError("this host has no WebGPU (navigator.gpu); browsers have it on https and localhost only");
  }
  try {
    const { create } = (await import(/* webpackIgnore: true */ /* @vite-ignore */ NODE_PACKAGE)) as { create(flags: string[]): GpuProvider };
    return create([]);
  } catch (error) {
    throw new GpuUnavailableError(`in Node WebGPU comes with the package webgpu, which cannot be loaded: npm install webgpu@0.6.2 (${(error as Error).message})`);
  }
}

export interface Found {
  adapter: GPUAdapter;
  /** Node's package ends the process where this is collected before the device is destroyed, and keeps it alive where after. */
  provider: GpuProvider;
}

/** @throws GpuUnavailableError */
export async function findAdapter({ gpu, powerPreference, timeoutMilliseconds }: GpuOptions): Promise<Found> {
  const provider = await findProvider(gpu);
  const ask = () => provider.requestAdapter(powerPreference && { powerPreference });
  const adapter = await answered("WebGPU gives no adapter", timeoutMilliseconds, ask);
  if (!adapter) throw new GpuUnavailableError("WebGPU finds no adapter on this host");
  return { adapter: adapter as GPUAdapter, provider };
}

export function describeAdapter(adapter: GPUAdapter): GpuAdapterInfo {
  const { vendor = "", architecture = "", device = "", description = "", isFallbackAdapter } = adapter.info ?? {};
  const words = [vendor, architecture, description || device].filter((text) => text !== "");
  const isFallback = isFallbackAdapter ?? (adapter as { isFallbackAdapter?: boolean }).isFallbackAdapter ?? false;
  return { name: words.join(" ") || "unnamed adapter", vendor, architecture, device, description, isFallbackAdapter: isFallback };
}

/**
 * A device with all the room that the adapter offers.
 * @throws GpuUnavailableError
 */
export function requestDevice(adapter: GPUAdapter, timeoutMilliseconds?: number): Promise<GPUDevice> {
  const ask = () => {
    const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
    return adapter.requestDevice({ requiredLimits: { maxStorageBufferBindingSize, maxBufferSize } });
  };
  return answered("the adapter gives no device", timeoutMilliseconds, ask, (late) => late.destroy());
}
