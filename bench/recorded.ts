import { readFileSync } from "node:fs";
import type { SubnetState } from "../bindings/types.js";
import type { PlannedCase } from "./cases.js";

interface RecordedCase {
  n: number;
  seed: string;
  bondsPenalty: number;
  yuma3: boolean;
  liquidAlpha: boolean;
  outputSha256: string;
}

const recorded = (JSON.parse(readFileSync("test/vectors/epoch/large.json", "utf8")) as { cases: RecordedCase[] }).cases;

/** The digest that the chain's own code gave, where it was recorded for this state. */
export function recordedDigest({ shape }: PlannedCase, { n, bondsPenalty, yuma3, liquidAlpha }: SubnetState): string | undefined {
  return recorded.find(
    (other) =>
      other.seed === String(shape.recipeSeed) &&
      other.n === n &&
      other.bondsPenalty === bondsPenalty &&
      other.yuma3 === yuma3 &&
      other.liquidAlpha === liquidAlpha,
  )?.outputSha256;
}
