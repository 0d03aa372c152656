/** Runs the epoch vectors on this host's GPU and prints one JSON line a file: node run.mjs test/gpu/runVectors.ts [FILE...] */
import { loadGpu } from "../../bindings/gpu/index.js";
import { epochFiles, readVectors } from "./vectorFiles.js";
import { runVectors } from "./vectors.js";

const named = process.argv.slice(2);
const gpu = await loadGpu();
for (const file of named.length > 0 ? named : epochFiles()) {
  console.log(JSON.stringify({ file, ...(await runVectors(gpu, readVectors(file))) }));
}
gpu.destroy();
