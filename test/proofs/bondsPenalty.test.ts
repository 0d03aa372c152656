import { describe, expect, it } from "vitest";
import { I32F32 } from "../../bindings/reference/fixed.js";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, narrow, numbers, widen } from "./numbers.js";

/** Every penalty as it is stored. */
const RATIOS = Array.from({ length: 65_536 }, (_, stored) => (BigInt(stored) * ONE) / 65_535n);

/** The rule itself: weight + ratio x (clipped - weight), the product floored. bonds.md 1 */
function between(weight: bigint, limit: bigint, ratio: bigint): bigint {
  const clipped = weight < limit ? weight : limit;
  return I32F32.saturatingAdd(weight, I32F32.saturatingMul(ratio, I32F32.saturatingSub(clipped, weight)));
}

describe.each(PROOF_KERNELS)("weights under a bonds penalty on %s", (_, kernels) => {
  /** Differences of a column's values from the rule's, and whether one of them is no fraction. */
  function check(weights: readonly bigint[], consensus: bigint, ratio: bigint): void {
    kernels.call("reset");
    const list = kernels.list32(numbers(weights));
    const bonds = kernels.list16(weights.map(() => 9));
    const fits = kernels.call("weightsForBonds", weights.length, list, bonds, consensus, ratio, 0) as unknown;
    const expected = weights.map((weight) => between(widen(weight), widen(consensus), ratio));
    if ((fits === 1) !== expected.every((value) => value !== FULL)) expect([consensus, ratio, expected, fits]).toEqual("the same");
    kernels.read32(list, weights.length).forEach((value, k) => {
      if (expected[k] !== FULL && BigInt(value) !== narrow(expected[k]!))
        expect([weights[k], consensus, ratio, value]).toEqual([weights[k], consensus, ratio, expected[k]]);
    });
  }

  it("are the rule's for every penalty", () => {
    const draw = new Draw(91n);
    for (const ratio of RATIOS) {
      const consensus = draw.ofAnyLength(32);
      check([0n, 1n, consensus, consensus < FULL ? consensus + 1n : FULL, draw.below(ONE), FULL - 1n, FULL], consensus, ratio);
    }
  });

  it("are the rule's where the product steps, and at both ends", () => {
    const draw = new Draw(92n);
    for (const ratio of [
      ...RATIOS.slice(0, 40),
      ...RATIOS.slice(-40),
      ...Array.from({ length: 1_500 }, () => RATIOS[Number(draw.below(65_536n))]!),
    ]) {
      for (const consensus of [0n, 1n, draw.ofAnyLength(32), FULL - 1n, FULL]) {
        // What is cut off, by which the product is a whole number, and its neighbours.
        const whole = ratio === 0n ? 0n : (draw.between(0n, ratio) * ONE) / ratio;
        const weights = [-1n, 0n, 1n, 2n].map((off) => consensus + whole + off).filter((weight) => weight >= 0n && weight <= FULL);
        check([0n, FULL, ...weights], consensus, ratio);
      }
    }
  });

  it("show the value that is no fraction", () => {
    // One, cut down by half of 2 raw: 2^32 - 1.
    const half = 1n << 31n;
    expect(between(ONE, ONE - 2n, half)).toBe(FULL);
    check([FULL], ONE - 2n, half);
  });
});
