/** The vectors as tests, the same on every engine. */
import { readdirSync, readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { BackendName } from "../../bindings/functions/index.js";
import { ROOT } from "./engines.js";
import { MAX_WEIGHTS, type Counts } from "./vectors.js";

export const VECTORS = join(ROOT, "test/vectors");

/** Runs files of a folder on a backend in an engine. */
export type RunVectors = (task: { backend: BackendName; folder: string; files: string[] }) => Promise<unknown>;

function below(folder: string, prefix = ""): string[] {
  const names = readdirSync(join(VECTORS, folder)).filter((name) => name.startsWith(prefix));
  return names.filter((name) => name.endsWith(".jsonl.gz") || name === "large.json").map((name) => `${folder}/${name}`);
}

/** Every public vector. */
export const FILES = {
  epoch: [...below("epoch"), ...below("newer-rules", "epoch-"), ...below("scenarios")],
  economics: [...below("economics"), ...below("newer-rules", "econ-")],
  arithmetic: below("arithmetic"),
};

/** What the specification does in a moment. */
export const SHORT = ["epoch/basic.jsonl.gz", "epoch/liquid.jsonl.gz", "economics/coinbase_block.jsonl.gz"];

export const SHORT_NAME = "epoch/basic, epoch/liquid and economics/coinbase_block";

/** The counts of files that are all equal, counted here and not by the engine. */
export function allEqual(files: readonly string[]): Counts {
  const counts = { equal: 0, different: 0, skipped: 0, firstDifference: null };
  for (const file of files) {
    const bytes = readFileSync(join(VECTORS, file));
    if (file.endsWith(".json")) {
      const { cases } = JSON.parse(bytes.toString()) as { cases: { n: number; validators: number }[] };
      for (const { n, validators } of cases) counts[n * validators <= MAX_WEIGHTS ? "equal" : "skipped"]++;
    } else {
      counts.equal += gunzipSync(bytes).toString().trimEnd().split("\n").length;
    }
  }
  return counts;
}

/** Every public vector; the economics have one build, and the specification does what takes it a moment. */
export function itGivesAllVectors(run: RunVectors): void {
  itGivesTheVectors(run, "wasm", "epoch", FILES.epoch);
  itGivesTheVectors(run, "wasm", "economics", FILES.economics);
  itGivesTheVectors(run, "wasm", "arithmetic", FILES.arithmetic);
  itGivesTheVectors(run, "wasm-scalar", "epoch", FILES.epoch);
  itGivesTheVectors(run, "wasm-scalar", "arithmetic", FILES.arithmetic);
  itGivesTheVectors(run, "reference", SHORT_NAME, SHORT);
}

export function itGivesTheVectors(run: RunVectors, backend: BackendName, what: string, files: readonly string[]): void {
  const expected = allEqual(files);
  const skipped = expected.skipped === 0 ? "" : ` (without ${expected.skipped} generated states of more than ${MAX_WEIGHTS} weights)`;
  it(`gives all ${expected.equal} vectors of ${what} on ${backend}${skipped}`, async () => {
    expect(expected.equal).toBeGreaterThan(0);
    expect(await run({ backend, folder: VECTORS, files: [...files] })).toEqual(expected);
  });
}

/** Eight vectors, false in one bit of an output of the third and one bit in the trace of the fifth. */
export function writeFalseVectors(folder: string): { file: string; firstDifference: string } {
  const file = "epoch/basic.jsonl.gz";
  const lines = gunzipSync(readFileSync(join(VECTORS, file)))
    .toString()
    .trimEnd()
    .split("\n")
    .slice(0, 8);
  const vectors = lines.map((line) => JSON.parse(line));
  const { name, out } = vectors[2];
  const uid = out.incentive.findIndex((value: number) => value > 0);
  const value: number = out.incentive[uid];
  out.incentive[uid] ^= 1;
  vectors[4].trace.consensus[0] = String(BigInt(vectors[4].trace.consensus[0]) ^ 1n);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), gzipSync(vectors.map((vector) => JSON.stringify(vector)).join("\n")));
  return { file, firstDifference: `${name}: incentive [${uid}]: expected ${value ^ 1}, got ${value}` };
}

export function itFindsFalseVectors(run: RunVectors, backend: BackendName, scratch: string): void {
  it(`finds a false bit in an output and one in a trace on ${backend}`, async () => {
    const { file, firstDifference } = writeFalseVectors(scratch);
    const counts: Counts = { equal: 6, different: 2, skipped: 0, firstDifference };
    expect(await run({ backend, folder: scratch, files: [file] })).toEqual(counts);
  });
}
