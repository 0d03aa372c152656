/** The package as it is built, on the device of the engine that imports this; the page has a map of these names. */
import { loadYuma } from "yuma-consensus";
import { loadGpu } from "yuma-consensus/gpu";
import { comparePiece, type FuzzStates, type GpuComparison } from "../gpu.js";

const gpu = await loadGpu();
const yuma = await loadYuma();

export function compare(states: FuzzStates): Promise<GpuComparison> {
  return comparePiece(gpu, yuma, states);
}
