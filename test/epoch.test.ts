import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { epochDigest } from "../bindings/boundary/canonical.js";
import { verifyFile } from "../bindings/verify/index.js";
import { denseState, inputDigest, recipeCase } from "../bindings/verify/recipe.js";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors, vectorPath } from "./vectors.js";

const LARGE = (JSON.parse(readFileSync(vectorPath("epoch/large.json"), "utf8")) as { cases: unknown[] }).cases.map((item, i) =>
  recipeCase(item, `cases[${i}]`),
);

/** What fits into a test's time; `npm run verify` runs all. */
const MAX_WEIGHTS = { reference: 64 * 256, wasm: 256 * 4096, "wasm-scalar": 256 * 4096 };

describeBackends("epoch", (backend, name) => {
  for (const file of ["adversarial", "basic", "largesparse", "medium", "series"]) itGivesTheVectors(backend, `epoch/${file}`);

  const cases = LARGE.filter(({ validators, n }) => validators * n <= MAX_WEIGHTS[name]);
  it.each(cases)("gives the digest of $name", (large) => {
    const state = denseState(large);
    expect(inputDigest(state)).toBe(large.inputSha256);
    expect(epochDigest(backend.yuma.epoch(state))).toBe(large.outputSha256);
  });

  it("gives all scenarios, epoch by epoch", async () => {
    const report = await verifyFile(backend, vectorPath("scenarios/expected.jsonl.gz"), { maxWeights: 0 });
    expect(report).toEqual({ passed: 144, differences: [], notRun: [], skipped: [] });
  });
});
