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
    if (file.endsWith(".json")) {
      const { cases } = JSON.parse(readFileSync(join(VECTORS, file), "utf8")) as { cases: { n: number; validators: number }[] };
      for (const { n, validators } of cases) counts[n * validators <= MAX_WEIGHTS ? "equal" : "skipped"]++;
    } else {
      counts.equal += linesOf(file).length;
    }
  }
  return counts;
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(join(VECTORS, file)))
    .toString()
    .trimEnd()
    .split("\n");
}

function writeLines(folder: string, file: string, lines: readonly string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), gzipSync(lines.join("\n")));
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
  const lines = linesOf(file).slice(0, 8);
  const vectors = lines.map((line) => JSON.parse(line));
  const { name, out } = vectors[2];
  const uid = out.incentive.findIndex((value: number) => value > 0);
  const value: number = out.incentive[uid];
  out.incentive[uid] ^= 1;
  vectors[4].trace.consensus[0] = String(BigInt(vectors[4].trace.consensus[0]) ^ 1n);
  writeLines(
    folder,
    file,
    vectors.map((vector) => JSON.stringify(vector)),
  );
  return { file, firstDifference: `${name}: incentive [${uid}]: expected ${value ^ 1}, got ${value}` };
}

/** Every seventh of the scenarios' runs, which have six modes each: all modes, of most scenarios. */
export function writeSomeScenarios(folder: string): { file: string; count: number } {
  const file = "scenarios/expected.jsonl.gz";
  const lines = linesOf(file).filter((_, i) => i % 7 === 0);
  writeLines(folder, file, lines);
  return { file, count: lines.length };
}

export function itFindsFalseVectors(run: RunVectors, backend: BackendName, scratch: string): void {
  it(`finds a false bit in an output and one in a trace on ${backend}`, async () => {
    const { file, firstDifference } = writeFalseVectors(scratch);
    const counts: Counts = { equal: 6, different: 2, skipped: 0, firstDifference };
    expect(await run({ backend, folder: scratch, files: [file] })).toEqual(counts);
  });
}
