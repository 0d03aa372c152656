import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { evaluate, type Backend } from "../bindings/functions/index.js";
import { describeDifference, difference } from "../bindings/verify/difference.js";

export interface Vector {
  fn: string;
  name?: string;
  in: Record<string, unknown>;
  out: Record<string, unknown>;
  trace?: unknown;
}

/** From the root, where all scripts and tests run. */
export function vectorPath(name: string): string {
  return `test/vectors/${name}`;
}

/** The lines of a vector file, such as "epoch/basic". */
export function readVectors(name: string): Vector[] {
  const text = gunzipSync(readFileSync(vectorPath(`${name}.jsonl.gz`))).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Vector);
}

/** Differences as text, by case, stage and position; empty where all are equal. */
export function differences(backend: Backend, vectors: readonly Vector[]): string[] {
  return vectors.flatMap((vector, i) => {
    const got = evaluate(backend, vector.fn, vector.in, { trace: vector.trace !== undefined });
    const found = difference(vector, got);
    if (found === null) return [];
    return [`${vector.name ?? `line ${i + 1}`}: ${describeDifference(found)}`];
  });
}

/** A test that a whole file, or the part of it that counts, comes out equal; a part of none would prove nothing. */
export function itGivesTheVectors(backend: Backend, file: string, counts: (vector: Vector) => boolean = () => true, what = ""): void {
  const vectors = readVectors(file).filter(counts);
  it(`gives all ${vectors.length} of ${file}${what && ` ${what}`}`, () => {
    expect(vectors.length).toBeGreaterThan(0);
    expect(differences(backend, vectors)).toEqual([]);
  });
}

export function itGivesTheSparseOperation(backend: Backend, op: string): void {
  itGivesTheVectors(backend, "arithmetic/sparse-ops", (vector) => vector.in["op"] === op, op);
}
