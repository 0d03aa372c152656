/** The script of sweeps on WebGPU: loaded when it is asked for. */
import type { GpuSweep } from "./gpuSweep.js";
import { loadScript } from "./script.js";

/** Whether the browser has WebGPU; whether there is an adapter shows when it is asked for one. */
export function hasWebGpu(): boolean {
  return (navigator as { gpu?: unknown }).gpu !== undefined;
}

let loading: Promise<GpuSweep> | undefined;

/** @throws Error where it is not to be had */
export function loadGpuSweep(): Promise<GpuSweep> {
  loading ??= loadScript<GpuSweep>("gpu.js", "YumaGpuSweep").catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
