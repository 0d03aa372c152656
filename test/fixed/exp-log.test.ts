import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expSafe } from "../../bindings/reference/bonds.js";
import { I32F32, I64F64, I96F32 } from "../../bindings/reference/fixed.js";
import { boundaryValues, raw } from "./arbitraries.js";
import { KERNELS } from "./kernels.js";

const ONE = I32F32.ONE;
/** The last argument whose series fits, found by bisection on the rules; one more fails on either side. */
const LAST_EXP = 89_715_445_397n;
const LAST_EXP_I64F64 = 787_851_848_574_078_720_573n;

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
      expect([x, orNull("LOG_FAILED", kernels.call("log2I32F32", x))]).toEqual([x, I32F32.log2(x)]);
      expect([x, orNull("LOG_FAILED", kernels.call("lnI32F32", x))]).toEqual([x, I32F32.ln(x)]);
    };
    boundaryValues(64, 32).forEach(check);
    fc.assert(fc.property(raw(64, 32), check), { numRuns: 2_000 });
  });

  const inCells = (name: string, x: bigint, ...format: number[]): bigint | undefined => {
    kernels.call("reset");
    const result = kernels.integer(0n, 16);
    const done = kernels.call(name, kernels.integer(x, 16), ...format, result) as unknown;
    return done === 0 ? undefined : kernels.readCell(result);
  };

  it.each([
    ["I96F32", I96F32, 32],
    ["I64F64", I64F64, 64],
  ] as const)("log2 and ln of %s", (name, format, fractionBits) => {
    const check = (x: bigint) => {
      expect([x, inCells("log2", x, kernels.constant(name) as number)]).toEqual([x, format.log2(x)]);
      expect([x, inCells("ln", x, kernels.constant(name) as number)]).toEqual([x, format.ln(x)]);
    };
    boundaryValues(128, fractionBits).forEach(check);
    fc.assert(fc.property(raw(128, fractionBits), check), { numRuns: 300 });
  });

  it("exp of I64F64, up to the last argument whose series fits", () => {
    const check = (x: bigint) => expect([x, inCells("expI64F64", x)]).toEqual([x, I64F64.exp(x)]);
    boundaryValues(128, 64).forEach(check);
    for (const sign of [1n, -1n]) {
      check(sign * LAST_EXP_I64F64);
      check(sign * (LAST_EXP_I64F64 + 1n));
      expect(I64F64.exp(sign * LAST_EXP_I64F64)).toBeDefined();
      expect(I64F64.exp(sign * (LAST_EXP_I64F64 + 1n))).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.bigInt(-45n * I64F64.ONE, 45n * I64F64.ONE), (x) => void check(x)),
      { numRuns: 300 },
    );
  });

  it("halving rounds up, so that just below four has the logarithm of four", () => {
    expect(inCells("log2", 4n * ONE - 1n, kernels.constant("I96F32") as number)).toBe(2n * ONE);
  });
});
