/** Dawn in this process of Node, on the host's own adapter, from the sources. */
import { loadGpu } from "../../../bindings/gpu/index.js";
import { loadYumaSync } from "../../../bindings/index.js";
import { comparePiece, type FuzzEngine } from "../gpu.js";

export async function openDawn(): Promise<FuzzEngine> {
  const gpu = await loadGpu();
  const yuma = loadYumaSync();
  return { compare: (states) => comparePiece(gpu, yuma, states), close: async () => gpu.destroy() };
}
