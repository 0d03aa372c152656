import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, ONE, divisors, steps } from "./numbers.js";

const I64_MAX = (1n << 63n) - 1n;
const U64_MAX = (1n << 64n) - 1n;
const DIVISORS = divisors(I64_MAX, 400, 1n);

/** The rule itself: trunc(a x 2^32 / b), 0 where it does not fit. numbers.md 3 */
function safeDiv(a: bigint, b: bigint): bigint {
  const quotient = (a * ONE) / b;
  return quotient > I64_MAX || quotient < -I64_MAX - 1n ? 0n : quotient;
}

describe.each(PROOF_KERNELS)("a division by the reciprocal on %s", (_, kernels) => {
  it("is exact where the quotient steps, and beside it", () => {
    const draw = new Draw(2n);
    let compared = 0;
    for (const divisor of DIVISORS) {
      const reciprocal = kernels.call("reciprocalOf", divisor);
      for (const a of steps(divisor, ONE - 1n, 20, draw)) {
        const quotient = kernels.call("divideBy", a, divisor, reciprocal);
        if (quotient !== safeDiv(a, divisor)) expect([a, divisor, quotient]).toEqual([a, divisor, safeDiv(a, divisor)]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(60_000);
  });

  it("is the division itself of what is negative or has more than 32 bits", () => {
    for (const divisor of DIVISORS) {
      const reciprocal = kernels.call("reciprocalOf", divisor);
      for (const a of [-1n, -2n, ONE, ONE + 1n, -ONE, I64_MAX, -I64_MAX - 1n, divisor, -divisor])
        expect([a, divisor, kernels.call("divideBy", a, divisor, reciprocal)]).toEqual([a, divisor, safeDiv(a, divisor)]);
    }
  });

  it("gives the inverse of one", () => {
    for (const divisor of [...DIVISORS, 1n << 63n, (1n << 63n) + 1n, U64_MAX - 1n, U64_MAX]) {
      if (divisor < 2n) continue;
      expect([divisor, BigInt.asUintN(64, kernels.call("inverseOf", divisor))]).toEqual([divisor, (1n << 64n) / divisor]);
    }
  });
});

it("an estimate by the reciprocal is right or one below, and both happen", () => {
  const draw = new Draw(3n);
  const short = new Set<bigint>();
  for (const divisor of DIVISORS) {
    for (const a of steps(divisor, ONE - 1n, 20, draw)) {
      const estimate = (a * (U64_MAX / divisor)) / ONE;
      short.add((a * ONE) / divisor - estimate);
    }
  }
  expect([...short].sort()).toEqual([0n, 1n]);
});
