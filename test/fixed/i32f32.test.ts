import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { I32F32, U16_MAX, U64_MAX } from "../../bindings/reference/fixed.js";
import { proportionToU16, toProportion } from "../../bindings/reference/proportion.js";
import { boundaryValues, raw } from "./arbitraries.js";
import { KERNELS } from "./kernels.js";

const BINARY: Record<string, (a: bigint, b: bigint) => bigint> = {
  saturatingAdd: (a, b) => I32F32.saturatingAdd(a, b),
  saturatingSub: (a, b) => I32F32.saturatingSub(a, b),
  saturatingMul: (a, b) => I32F32.saturatingMul(a, b),
  safeDiv: (a, b) => I32F32.safeDiv(a, b),
};

const UNARY: Record<string, (a: bigint) => bigint | number> = {
  round: (a) => I32F32.round(a),
  toU64: (a) => I32F32.toUnsigned(a, U64_MAX),
  toU16: (a) => Number(I32F32.toUnsigned(a, U16_MAX)),
  toProportion,
  proportionToU16,
};

const values = boundaryValues(64, 32);
const any = raw(64, 32);

describe.each(KERNELS)("I32F32 on %s", (_, kernels) => {
  for (const [name, expected] of Object.entries(BINARY)) {
    it(`${name} at every pair of boundaries`, () => {
      for (const a of values) for (const b of values) expect([a, b, kernels.call(name, a, b)]).toEqual([a, b, expected(a, b)]);
    });
    it(`${name} anywhere`, () => {
      fc.assert(
        fc.property(any, any, (a, b) => void expect(kernels.call(name, a, b)).toBe(expected(a, b))),
        { numRuns: 3_000 },
      );
    });
  }

  it("saturatingDiv, whose divisor is never 0", () => {
    const check = (a: bigint, b: bigint) => {
      if (b !== 0n) expect([a, b, kernels.call("saturatingDiv", a, b)]).toEqual([a, b, I32F32.saturatingDiv(a, b)]);
    };
    for (const a of values) for (const b of values) check(a, b);
    fc.assert(fc.property(any, any, check), { numRuns: 3_000 });
  });

  it("checkedMul gives the other value where the product does not fit", () => {
    const check = (a: bigint, b: bigint) => {
      expect(kernels.call("checkedMul", a, b, 7n)).toBe(I32F32.checkedMul(a, b) ?? 7n);
    };
    for (const a of values) for (const b of values) check(a, b);
    fc.assert(fc.property(any, any, check), { numRuns: 3_000 });
  });

  for (const [name, expected] of Object.entries(UNARY)) {
    it(`${name} at the boundaries and anywhere`, () => {
      const check = (a: bigint) => {
        const got = kernels.call(name, a) as bigint | number;
        expect(name === "toU64" ? BigInt.asUintN(64, got as bigint) : got).toBe(expected(a));
      };
      values.forEach(check);
      fc.assert(fc.property(any, check), { numRuns: 2_000 });
    });
  }

  it("multiplication floors and division truncates", () => {
    expect(kernels.call("saturatingMul", -1n, I32F32.ONE / 2n)).toBe(-1n);
    expect(kernels.call("saturatingMul", -1n, 1n)).toBe(-1n);
    expect(kernels.call("safeDiv", -1n, 2n * I32F32.ONE)).toBe(0n);
    expect(kernels.call("safeDiv", I32F32.ONE, 1n)).toBe(0n);
    expect(kernels.call("saturatingDiv", I32F32.ONE, 1n)).toBe(I32F32.MAX);
  });
});
