import { readFileSync } from "node:fs";
import type { Case } from "./cases.js";

interface RecordedCase {
  n: number;
  validators: number;
  seed: string;
  bondsPenalty: number;
  yuma3: boolean;
  liquidAlpha: boolean;
  outputSha256: string;
}

const recorded = (JSON.parse(readFileSync("test/vectors/epoch/large.json", "utf8")) as { cases: RecordedCase[] }).cases;

/** The digest that the chain's own code gave, where it was recorded for this state. */
export function recordedDigest({ n, validators, seed, bondsPenalty, mode }: Case): string | undefined {
  return recorded.find(
    (other) =>
      other.n === n &&
      other.validators === validators &&
      other.seed === String(seed) &&
      other.bondsPenalty === bondsPenalty &&
      other.yuma3 === (mode !== "yuma2") &&
      other.liquidAlpha === (mode === "liquid"),
  )?.outputSha256;
}
