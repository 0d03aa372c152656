/** Compares every path of the epoch on generated states: `npm run fuzz -- --epochs N [--seed S] [--first F]`. */
import { parseArgs } from "node:util";
import { compare } from "./compare.js";
import { fuzzState } from "./states.js";

const { epochs, seed, first } = parseArgs({
  options: {
    epochs: { type: "string", default: "2000" },
    seed: { type: "string", default: "475" },
    first: { type: "string", default: "0" },
  },
}).values;

const start = Number(first);
const end = start + Number(epochs);
if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) {
  throw new Error("--epochs and --first have to be whole numbers, at least one epoch");
}

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
