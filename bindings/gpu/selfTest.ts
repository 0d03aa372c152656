import type { GpuEngine } from "./engine.js";
export async function selfTest(_engine: GpuEngine): Promise<void> {}
