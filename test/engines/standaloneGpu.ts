/** What a GPU has to give, as a program of its own: Node with Dawn, Deno with wgpu. `standaloneGpu.mjs TASK`, the counts as JSON. */
import process from "node:process";
import { probeGpu } from "./gpuProbe.js";

async function hostGpu(): Promise<GPU> {
  if (globalThis.navigator?.gpu !== undefined) return navigator.gpu;
  const { create, globals } = await import("webgpu");
  Object.assign(globalThis, globals);
  return create([]);
}

const { flippedBits } = JSON.parse(process.argv[2]!) as { flippedBits: string };
console.log(JSON.stringify(await probeGpu(await hostGpu(), BigInt(flippedBits))));
// Dawn keeps its threads, and with them the process.
process.exit(0);
