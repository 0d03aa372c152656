/** Sweeps on WebGPU, as a script of its own: `YumaGpuSweep`. */
import { gpuSweep } from "./engine/gpuSweep.js";

(globalThis as unknown as { YumaGpuSweep: object }).YumaGpuSweep = gpuSweep;
