/**
 * What the package does with what nobody thought of, by a seed:
 * - `npm run fuzz -- --epochs N` compares every path of the epoch on generated states; with `--backend gpu` this host's GPU
 *   with WebAssembly instead, and with `--engine deno` or `--engine chromium` the one in software that these have;
 * - `npm run fuzz -- --boundary N` throws hostile calls at every public entry of the built package and at the command;
 *   `--only NAME` at those whose name has this in it.
 * `--seed S` and `--first F` say where to begin, so that one call or state can be looked at again.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve, throwCallsWatched } from "./boundary/watched.js";
import { compare } from "./compare.js";
import { openChromium } from "./engines/chromium.js";
import { openDawn } from "./engines/dawn.js";
import { openDeno } from "./engines/deno.js";
import { compareOnGpu, type FuzzStates } from "./gpu.js";
import { fuzzState } from "./states.js";

const ENGINES = new Map([
  ["dawn", openDawn],
  ["deno", openDeno],
  ["chromium", openChromium],
]);

if (!(await serve())) await main();

async function main(): Promise<void> {
  const { epochs, boundary, seed, first, backend, engine, only } = parseArgs({
    options: {
      epochs: { type: "string", default: "2000" },
      boundary: { type: "string" },
      seed: { type: "string", default: "475" },
      first: { type: "string", default: "0" },
      backend: { type: "string", default: "all" },
      engine: { type: "string", default: "dawn" },
      only: { type: "string", default: "" },
    },
  }).values;

  const start = Number(first);
  const end = start + Number(boundary ?? epochs);
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end <= start) {
    throw new Error("--epochs, --boundary and --first have to be whole numbers, at least one to run");
  }
  if (boundary !== undefined) await fuzzBoundary(BigInt(seed), start, end, only);
  else if (backend === "gpu") await fuzzGpu(engine, { seed: `${BigInt(seed)}`, first: start, end });
  else if (backend === "all") fuzzPaths(BigInt(seed), start, end);
  else throw new Error(`--backend has to be all or gpu, not ${backend}`);
}

async function fuzzBoundary(seed: bigint, first: number, end: number, only: string): Promise<void> {
  const progress = (number: number) => console.error(`${Math.max(number - first, 0)} of ${end - first} calls`);
  const { subjects, findings } = await throwCallsWatched(fileURLToPath(import.meta.url), { seed, first, end, only }, progress);
  for (const {
    finding: { number, call, fault },
    count,
  } of findings) {
    console.log(
      `seed ${seed} call ${number}${count > 1 ? ` and ${count - 1} like it` : ""}: ${call}\n  ${fault.kind}\n  ${fault.detail.replaceAll("\n", "\n  ")}`,
    );
  }
  console.log(`seed ${seed}: calls ${first} to ${end - 1} of ${subjects} public functions: ${findings.length} faults`);
  if (findings.length > 0) process.exitCode = 1;
}

async function fuzzGpu(engine: string, states: FuzzStates): Promise<void> {
  const open = ENGINES.get(engine);
  if (open === undefined) throw new Error(`--engine has to be ${[...ENGINES.keys()].join(" or ")}, not ${engine}`);
  const { adapter, compared, outOfScope, different, resident } = await compareOnGpu(open, states, (piece, all, done) => {
    for (const line of piece.different) console.log(line);
    console.error(`${done} states, ${all.compared} compared, ${all.different.length} different`);
  });
  console.log(`seed ${states.seed}: states ${states.first} to ${states.end - 1} on ${adapter} and wasm:`);
  console.log(
    `${compared} epochs compared and ${resident} of states held there, ${outOfScope} that the register leaves out: ${different.length} different`,
  );
  if (different.length > 0 || compared === 0) process.exitCode = 1;
}

function fuzzPaths(seed: bigint, start: number, end: number): void {
  let panels = 0;
  let different = 0;
  for (let number = start; number < end; number++) {
    const { differences, panelsRan } = compare(fuzzState(seed, number));
    panels += Number(panelsRan);
    different += Number(differences.length > 0);
    for (const line of differences) console.log(`seed ${seed} state ${number}: ${line}`);
    if ((number + 1 - start) % 1_000 === 0) console.error(`${number + 1 - start} epochs, ${panels} over panels, ${different} different`);
  }
  console.log(`seed ${seed}: states ${start} to ${end - 1} on both builds over panels and matrices, and the specification:`);
  console.log(`${end - start} epochs, of which ${panels} ran over panels: ${different} different`);
  if (different > 0) process.exitCode = 1;
}
