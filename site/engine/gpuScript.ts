/** The script of sweeps on WebGPU, which few visits need: loaded when it is asked for. */
import type { GpuSweep } from "./gpuSweep.js";

const host = globalThis as { yumaGpuSweep?: GpuSweep; navigator: { gpu?: unknown } };

/** Whether the browser has WebGPU; whether there is an adapter shows when it is asked for one. */
export function hasWebGpu(): boolean {
  return host.navigator.gpu !== undefined;
}

let loading: Promise<GpuSweep> | null = null;

/** @throws Error where the script is not to be had */
export function loadGpuSweep(): Promise<GpuSweep> {
  loading ??= new Promise<GpuSweep>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "gpu.js";
    script.onload = () =>
      host.yumaGpuSweep === undefined ? reject(new Error("gpu.js is of another version")) : resolve(host.yumaGpuSweep);
    script.onerror = () => reject(new Error("gpu.js, which is beside the page, cannot be loaded"));
    document.head.append(script);
  }).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
