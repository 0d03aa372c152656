import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expSafe } from "../../bindings/reference/bonds.js";
import { I32F32, I96F32 } from "../../bindings/reference/fixed.js";
import { boundaryValues, raw } from "./arbitraries.js";
import { KERNELS } from "./kernels.js";

const ONE = I32F32.ONE;
/** The last argument whose series fits, found by bisection on the rules; one more fails on either side. */
const LAST_EXP = 89_715_445_397n;

describe.each(KERNELS)("exp and log on %s", (_, kernels) => {
  const orNull = (sentinel: string, value: bigint) => (value === kernels.constant(sentinel) ? undefined : value);

  it("exp, plain and clamped", () => {
    const check = (x: bigint) => {
      expect([x, orNull("EXP_FAILED", kernels.call("exp", x))]).toEqual([x, I32F32.exp(x)]);
      expect(kernels.call("expSafe", x)).toBe(expSafe(x));
    };
    boundaryValues(64, 32).forEach(check);
    fc.assert(fc.property(fc.oneof(raw(64, 32), fc.bigInt(-25n * ONE, 25n * ONE)), check), { numRuns: 2_000 });
  });

  it("exp fails from the same magnitude on, on both sides", () => {
    for (const sign of [1n, -1n]) {
      expect(kernels.call("exp", sign * LAST_EXP)).toBe(I32F32.exp(sign * LAST_EXP));
      expect(I32F32.exp(sign * LAST_EXP)).toBeDefined();
      expect(kernels.call("exp", sign * (LAST_EXP + 1n))).toBe(kernels.constant("EXP_FAILED"));
      expect(I32F32.exp(sign * (LAST_EXP + 1n))).toBeUndefined();
    }
  });

  it("exp at one is a constant beside the series", () => {
    expect(kernels.call("exp", ONE)).toBe(11_674_931_200n);
    expect(kernels.call("exp", ONE + 1n)).toBe(11_674_931_552n);
    expect(kernels.call("exp", -ONE)).toBe(1_580_030_169n);
    expect(kernels.call("exp", 20n * ONE)).toBe(2_066_907_302_758_576_256n);
    expect(kernels.call("exp", -20n * ONE)).toBe(8n);
  });

  it("log2 and ln of I32F32", () => {
    const check = (x: bigint) => {
      const log2 = kernels.call("log2I32F32", x);
      expect([x, orNull("LOG_FAILED", log2)]).toEqual([x, I32F32.log2(x)]);
      expect(orNull("LOG_FAILED", kernels.call("lnFromLog2", log2))).toBe(I32F32.ln(x));
    };
    boundaryValues(64, 32).forEach(check);
    fc.assert(fc.property(raw(64, 32), check), { numRuns: 2_000 });
  });

  it("log2 and ln of I96F32", () => {
    const check = (x: bigint) => {
      kernels.call("reset");
      const log2 = kernels.call("log2I96F32", kernels.integer(x, 16));
      expect([x, orNull("LOG_FAILED", log2)]).toEqual([x, I96F32.log2(x)]);
      expect(orNull("LOG_FAILED", kernels.call("lnFromLog2", log2))).toBe(I96F32.ln(x));
    };
    boundaryValues(128, 32).forEach(check);
    fc.assert(fc.property(raw(128, 32), check), { numRuns: 2_000 });
  });

  it("halving rounds up, so that just below four has the logarithm of four", () => {
    kernels.call("reset");
    expect(kernels.call("log2I96F32", kernels.integer(4n * ONE - 1n, 16))).toBe(2n * ONE);
  });
});
