import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { evaluate } from "../bindings/functions/index.js";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors, vectorPath, type Vector } from "./vectors.js";

/** Lines whose `out` holds what the main network stored of a result, and no more. */
function readSubset(name: string): Vector[] {
  const text = gunzipSync(readFileSync(vectorPath(`history/${name}.subset.gz`))).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Vector);
}

/** "real-gate-441-8766000": the spec is not always in the name, the block is the number of seven digits. */
function byBlock(vectors: readonly Vector[]): Map<string, Vector[]> {
  const blocks = new Map<string, Vector[]>();
  for (const vector of vectors) {
    const block = /-(\d{7})(-|$)/.exec(vector.name!)![1]!;
    blocks.set(block, [...(blocks.get(block) ?? []), vector]);
  }
  return blocks;
}

/** TAO into the pool and what it does not take, each a floor: where neither is 0 a rao may be lost. */
type TaoInPlusExcess = [netuid: number, rao: string, twoFloors: 0 | 1][];

describeBackends("what the main network stored", (backend) => {
  const outOf = ({ fn, in: input }: Vector) => evaluate(backend, fn, input).out as Record<string, unknown>;

  itGivesTheVectors(backend, "history/real-root-proportion");

  for (const file of ["real-block-emission", "real-moving-price", "real-subnet-terms"]) {
    for (const [block, vectors] of byBlock(readSubset(file))) {
      it(`block ${block}: ${vectors.length} of ${file}`, () => {
        for (const vector of vectors) expect(outOf(vector), vector.name).toMatchObject(vector.out);
      });
    }
  }

  for (const [block, vectors] of byBlock(readSubset("real-gated-shares"))) {
    it(`block ${block}: the shares through the gate`, () => {
      expect(vectors).toHaveLength(1);
      const { taoInPlusExcess, ...stored } = vectors[0]!.out as { taoInPlusExcess: TaoInPlusExcess };
      const out = outOf(vectors[0]!);
      expect(out).toMatchObject(stored);
      const emissions = new Map(out["emissions"] as [number, string][]);
      expect(taoInPlusExcess.length).toBeGreaterThan(100);
      for (const [netuid, rao, twoFloors] of taoInPlusExcess) {
        const lost = (BigInt(emissions.get(netuid)!) >> 32n) - BigInt(rao);
        expect([0n, BigInt(twoFloors)], `netuid ${netuid}`).toContain(lost);
      }
    });
  }
});
