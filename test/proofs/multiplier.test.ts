import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, divisors, narrow, numbers, steps, widen } from "./numbers.js";

/** A column has at most 65,536 fractions. */
const MOST = (1n << 48n) - 1n;

/** Fractions up to a divisor around which the quotient steps; of one, the fraction 2^32 - 1 stands. */
function parts(divisor: bigint, draw: Draw): bigint[] {
  const most = divisor < ONE ? divisor : FULL;
  return steps(divisor, most, 60, draw).filter((part) => widen(part) <= divisor);
}

describe.each(PROOF_KERNELS)("a division by a multiplier on %s", (_, kernels) => {
  it.each([
    ["up to one", divisors(ONE, 300, 11n)],
    ["above one", divisors(MOST, 400, 12n).filter((divisor) => divisor > ONE + 1n)],
  ])("is exact on both sides of every step, by divisors %s", (_range, all) => {
    const draw = new Draw(13n);
    let compared = 0;
    for (const divisor of all) {
      kernels.call("reset");
      const fractions = parts(divisor, draw);
      const results = kernels.list32(fractions.map(Number));
      kernels.call("quotients", kernels.list32(numbers(fractions)), fractions.length, divisor, results);
      kernels.read32(results, fractions.length).forEach((found, k) => {
        const part = fractions[k]!;
        const expected = narrow((widen(part) * ONE) / divisor);
        if (BigInt(found) !== expected) expect([part, divisor, found]).toEqual([part, divisor, expected]);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(50_000);
  });

  it("has one divisor by which one itself gives no fraction, and says so", () => {
    // 2^64 / (2^32 + 1) is just below 2^32 - 1 + 1 / 2^32; panels/bonds.ts looks for it.
    expect((ONE * ONE) / (ONE + 1n)).toBe(FULL);
    expect((ONE * ONE) / (ONE + 2n)).toBe(FULL - 1n);
  });
});
