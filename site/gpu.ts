/** A script of its own: puts the sweeps on WebGPU where the page finds them. */
import { gpuSweep } from "./engine/gpuSweep.js";

(globalThis as { yumaGpuSweep?: typeof gpuSweep }).yumaGpuSweep = gpuSweep;
