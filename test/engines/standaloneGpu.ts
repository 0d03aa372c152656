/** The epoch vectors on a GPU as a program of its own, for Node and Deno: `standaloneGpu.mjs TASK`, the counts as JSON. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { runVectorsOnGpu, type Files } from "./vectors.js";

const { sets } = JSON.parse(process.argv[2]!) as { sets: Files[] };
const counts = await runVectorsOnGpu(await import("yuma-consensus/gpu"), sets, (folder, file) => readFile(join(folder, file)));
console.log(JSON.stringify(counts));
