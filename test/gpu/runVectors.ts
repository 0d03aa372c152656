/** Runs the epoch vectors on this host's GPU and prints one JSON line a file: node run.mjs test/gpu/runVectors.ts [FILE...] */
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { loadGpu } from "../../bindings/gpu/index.js";
import { runVectors, type EpochVector } from "./vectors.js";

const FOLDER = "test/vectors";

function epochFiles(): string[] {
  const epoch = readdirSync(`${FOLDER}/epoch`).filter((name) => name.endsWith(".jsonl.gz"));
  return [...epoch.map((name) => `epoch/${name}`), "newer-rules/epoch-liquid-mode.jsonl.gz"];
}

const named = process.argv.slice(2);
const gpu = await loadGpu();
for (const file of named.length > 0 ? named : epochFiles()) {
  const lines = gunzipSync(readFileSync(`${FOLDER}/${file}`))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  console.log(
    JSON.stringify({
      file,
      ...(await runVectors(
        gpu,
        lines.map((line) => JSON.parse(line) as EpochVector),
      )),
    }),
  );
}
gpu.destroy();
