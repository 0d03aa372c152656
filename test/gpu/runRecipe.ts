/** Runs the generated states of epoch/large.json, or those named, on this host's GPU within WebGPU's default limits. */
import { readFileSync } from "node:fs";
import { loadGpu } from "../../bindings/gpu/index.js";
import { epochDigest } from "../../bindings/boundary/canonical.js";
import { denseState, recipeCase } from "../../bindings/verify/recipe.js";

const DEFAULT_BINDING = 128 * 1024 * 1024;

const named = process.argv.slice(2);
const cases = (JSON.parse(readFileSync("test/vectors/epoch/large.json", "utf8")) as { cases: unknown[] }).cases.map((item, i) =>
  recipeCase(item, `cases[${i}]`),
);
const gpu = await loadGpu({ maxBufferBytes: DEFAULT_BINDING });
for (const recipe of cases.filter(({ name }) => named.length === 0 || named.includes(name))) {
  const started = performance.now();
  const digest = epochDigest(await gpu.epoch(denseState(recipe)));
  const equal = digest === recipe.outputSha256;
  if (!equal) process.exitCode = 1;
  console.log(JSON.stringify({ name: recipe.name, equal, adapter: gpu.adapter.name, ms: Math.round(performance.now() - started) }));
}
gpu.destroy();
