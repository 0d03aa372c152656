/**
 * Compares every path of the epoch on generated states: `npm run fuzz -- --epochs N [--seed S] [--first F]`; with
 * `--backend gpu` this host's GPU with WebAssembly instead.
 */
import { parseArgs } from "node:util";
import { compare } from "./compare.js";
import { compareOnGpu } from "./gpu.js";
import { fuzzState } from "./states.js";

const { epochs, seed, first, backend } = parseArgs({
  options: {
    epochs: { type: "string", default: "2000" },
    seed: { type: "string", default: "475" },
    first: { type: "string", default: "0" },
    backend: { type: "string", default: "all" },
  },
}).values;

const start = Number(first);
const end = start + Number(epochs);
if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) {
  throw new Error("--epochs and --first have to be whole numbers, at least one epoch");
}

if (backend === "gpu") await fuzzGpu();
else if (backend === "all") fuzzPaths();
else throw new Error(`--backend has to be all or gpu, not ${backend}`);

async function fuzzGpu(): Promise<void> {
  const { adapter, compared, outOfScope, different } = await compareOnGpu(BigInt(seed), start, end);
  console.log(`seed ${seed}: states ${start} to ${end - 1} on ${adapter} and wasm:`);
  console.log(`${compared} epochs compared, ${outOfScope} that the register leaves out: ${different} different`);
  if (different > 0 || compared === 0) process.exitCode = 1;
}

function fuzzPaths(): void {
  let panels = 0;
  let different = 0;
  for (let number = start; number < end; number++) {
    const { differences, panelsRan } = compare(fuzzState(BigInt(seed), number));
    panels += Number(panelsRan);
    different += Number(differences.length > 0);
    for (const line of differences) console.log(`seed ${seed} state ${number}: ${line}`);
    if ((number + 1 - start) % 1_000 === 0) console.error(`${number + 1 - start} epochs, ${panels} over panels, ${different} different`);
  }
  console.log(`seed ${seed}: states ${start} to ${end - 1} on both builds over panels and matrices, and the specification:`);
  console.log(`${end - start} epochs, of which ${panels} ran over panels: ${different} different`);
  if (different > 0) process.exitCode = 1;
}
