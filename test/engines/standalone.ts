/** The vectors as a program of its own, for Node, Bun and Deno: `standalone.mjs TASK`, the counts as JSON. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import type { BackendName } from "../../bindings/functions/index.js";
import { backendOf, runVectors } from "./vectors.js";

export interface StandaloneTask {
  backend: BackendName;
  folder: string;
  files: string[];
}

const { backend, folder, files } = JSON.parse(process.argv[2]!) as StandaloneTask;
const entries = {
  core: () => import("yuma-consensus"),
  economics: () => import("yuma-consensus/economics"),
  reference: () => import("yuma-consensus/reference"),
};
const counts = await runVectors(await backendOf(entries, backend), files, (file) => readFile(join(folder, file)));
console.log(JSON.stringify(counts));
