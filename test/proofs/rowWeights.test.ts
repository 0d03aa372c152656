import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, divisors, narrow } from "./numbers.js";

/** 65,536 weights of at most 65,535. */
const MOST = 65_535n * 65_536n;
const ALL = Uint16Array.from({ length: 65_536 }, (_, weight) => weight);

/** Sums by which a weight leaves the rest that most nearly is half of the sum, or 0, or one less than the sum. */
function sumsBesideRests(random: number): [weight: bigint, sum: bigint][] {
  const draw = new Draw(62n);
  return Array.from({ length: random }, () => {
    const weight = draw.between(1n, 65_535n);
    const twice = 2n * weight * ONE;
    // The weight over the sum is then near (2 k + 1) / 2, or near k.
    const halves = draw.between(twice / MOST + 1n, draw.below(2n) === 0n ? twice / MOST + 400n : 2n * ONE);
    return [weight, twice / halves] as [bigint, bigint];
  })
    .flatMap(([weight, sum]) => [-1n, 0n, 1n, 2n].map((off): [bigint, bigint] => [weight, sum + off]))
    .filter(([weight, sum]) => sum >= weight && sum <= MOST);
}

describe.each(PROOF_KERNELS)("a weight over its row's sum on %s", (_, kernels) => {
  it("is exact for all u16 and every sum of edges, and seeded ones", () => {
    let compared = 0;
    for (const sum of divisors(MOST, 60, 61n)) {
      kernels.call("reset");
      const count = sum < 65_535n ? Number(sum) + 1 : 65_536;
      const results = kernels.list32(new Uint32Array(count));
      kernels.call("rowWeights", kernels.list16(ALL.subarray(0, count)), count, sum, results);
      const found = kernels.read32(results, count);
      // One more weight adds as much to quotient and rest, which is 2^32 divided by the sum.
      const [quotientOfOne, restOfOne] = [Number(ONE / sum), Number(ONE % sum)];
      let [quotient, rest] = [0, 0];
      for (let weight = 0; weight < count; weight++) {
        const expected = BigInt(weight) === sum ? Number(FULL) : quotient;
        if (found[weight] !== expected) expect([weight, sum, found[weight]]).toEqual([weight, sum, expected]);
        quotient += quotientOfOne;
        rest += restOfOne;
        if (rest >= Number(sum)) {
          rest -= Number(sum);
          quotient++;
        }
        compared++;
      }
    }
    expect(compared).toBe(10_779_886);
  });

  it("is exact where the rest is nearest to half of the sum, and to none", () => {
    const pairs = sumsBesideRests(40_000);
    kernels.call("reset");
    const stored = kernels.list16([0, 0, 0, 0]);
    const results = kernels.list32([0, 0, 0, 0]);
    let nearHalf = 0;
    for (const [weight, sum] of pairs) {
      kernels.put(stored, weight, 4);
      kernels.call("rowWeights", stored, 4, sum, results);
      const expected = narrow((weight * ONE) / sum);
      const found = kernels.readInteger(results, 4);
      if (found !== expected) expect([weight, sum, found]).toEqual([weight, sum, expected]);
      const distance = 2n * ((weight * ONE) % sum) - sum;
      if (distance * distance < (sum >> 12n) ** 2n) nearHalf++;
    }
    expect(nearHalf).toBeGreaterThan(1_000);
  });
});

it("the exact side's steps are the quotients of BigInt", () => {
  for (const sum of [1n, 3n, 65_535n, 4_294_967_291n, MOST]) {
    const [quotientOfOne, restOfOne] = [ONE / sum, ONE % sum];
    for (const weight of [0n, 1n, 2n, 255n, 65_534n, 65_535n]) {
      if (weight > sum) continue;
      expect(weight * quotientOfOne + (weight * restOfOne) / sum).toBe((weight * ONE) / sum);
    }
  }
});
