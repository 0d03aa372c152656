/** Finds an adapter: the caller's, the host's, or in Node that of the optional package `webgpu`. */
import { hostGlobal } from "../hostGlobal.js";
import { answered } from "./answered.js";
import { GpuUnavailableError } from "./errors.js";
import { nodeProvider } from "./nodeProvider.js";
import type { GpuAdapterInfo, GpuOptions, GpuProvider } from "./types.js";

function gpuOfHost(): GpuProvider | undefined {
  try {
    return hostGlobal<{ gpu?: GpuProvider }>("navigator")?.gpu;
  } catch {
    return undefined;
  }
}

async function findProvider(given: GpuProvider | undefined): Promise<GpuProvider> {
  const found = given ?? gpuOfHost() ?? (await nodeProvider());
  if (found === null)
    throw new GpuUnavailableError("this host has no WebGPU (navigator.gpu); browsers have it on https and localhost only");
  return found;
}

export interface Found {
  adapter: GPUAdapter;
  /** Node's package ends the process where this is collected before the device is destroyed, and keeps it alive where after. */
  provider: GpuProvider;
  info: GpuAdapterInfo;
}

const NO_ADAPTER =
  "WebGPU finds no adapter on this host: it needs a GPU with its driver, on Linux one for Vulkan and the Vulkan loader (Debian: libvulkan1 and mesa-vulkan-drivers, or the vendor's driver), in a browser hardware acceleration switched on";

/** @throws GpuUnavailableError */
export async function findAdapter({ gpu, powerPreference, timeoutMilliseconds }: GpuOptions): Promise<Found> {
  const provider = await findProvider(gpu);
  return answered("WebGPU gives no adapter", timeoutMilliseconds, async () => {
    const adapter = (await provider.requestAdapter(powerPreference && { powerPreference })) as GPUAdapter | null;
    if (!adapter) throw new GpuUnavailableError(NO_ADAPTER);
    return { adapter, provider, info: describeAdapter(adapter) };
  });
}

function describeAdapter(adapter: GPUAdapter): GpuAdapterInfo {
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
  const ask = async () => {
    const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
    const device = await adapter.requestDevice({ requiredLimits: { maxStorageBufferBindingSize, maxBufferSize } });
    if (typeof device?.destroy !== "function") throw new TypeError("what it gives is none");
    return device;
  };
  return answered("the adapter gives no device", timeoutMilliseconds, ask, (late) => late.destroy());
}
