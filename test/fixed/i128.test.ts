import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { I32F32, I64F64, I96F32, U64_MAX, type FixedPoint } from "../../bindings/reference/fixed.js";
import { i64f64ToI32f32 } from "../../bindings/reference/proportion.js";
import { boundaryValues, raw } from "./arbitraries.js";
import { KERNELS, type Kernels } from "./kernels.js";

function binary(kernels: Kernels, name: string, a: bigint, b: bigint): bigint {
  kernels.call("reset");
  const result = kernels.integer(0n, 16);
  kernels.call(name, kernels.integer(a, 16), kernels.integer(b, 16), result);
  return kernels.readCell(result);
}

const FORMATS: [string, FixedPoint, number][] = [
  ["i64f64", I64F64, 64],
  ["i96f32", I96F32, 32],
];

describe.each(KERNELS)("128-bit fixed point on %s", (_, kernels) => {
  for (const [prefix, format, fractionBits] of FORMATS) {
    const operations: Record<string, (a: bigint, b: bigint) => bigint> = {
      SaturatingAdd: (a, b) => format.saturatingAdd(a, b),
      SaturatingMul: (a, b) => format.saturatingMul(a, b),
      SafeDiv: (a, b) => format.safeDiv(a, b),
    };
    const values = boundaryValues(128, fractionBits);
    for (const [name, expected] of Object.entries(operations)) {
      const check = (a: bigint, b: bigint) => {
        expect([a, b, binary(kernels, prefix + name, a, b)]).toEqual([a, b, expected(a, b)]);
      };
      it(`${prefix} ${name} at every pair of boundaries`, () => {
        for (const a of values) for (const b of values) check(a, b);
      });
      it(`${prefix} ${name} anywhere`, () => {
        fc.assert(fc.property(raw(128, fractionBits), raw(128, fractionBits), check), { numRuns: 3_000 });
      });
    }
  }

  it("conversions at the boundaries and anywhere", () => {
    const check = (a: bigint) => {
      kernels.call("reset");
      const cell = kernels.integer(a, 16);
      expect(kernels.call("i64f64ToI32F32", cell)).toBe(i64f64ToI32f32(a));
      expect(BigInt.asUintN(64, kernels.call("i64f64ToU64", cell))).toBe(I64F64.toUnsigned(a, U64_MAX));
      expect(BigInt.asUintN(64, kernels.call("i96f32ToU64", cell))).toBe(I96F32.toUnsigned(a, U64_MAX));
    };
    [...boundaryValues(128, 64), ...boundaryValues(128, 32)].forEach(check);
    fc.assert(fc.property(raw(128, 64), check), { numRuns: 2_000 });
  });

  it("integers enter exactly, and saturate where they do not fit", () => {
    for (const value of [0n, 1n, (1n << 63n) - 1n, 1n << 63n, U64_MAX]) {
      kernels.call("reset");
      const cell = kernels.integer(0n, 16);
      kernels.call("i64f64FromU64", value, cell);
      expect(kernels.readCell(cell)).toBe(I64F64.fromInteger(value));
      kernels.call("i96f32FromU64", value, cell);
      expect(kernels.readCell(cell)).toBe(I96F32.fromInteger(value));
      kernels.call("i96f32FromI32F32", BigInt.asIntN(64, value), cell);
      expect(kernels.readCell(cell)).toBe(BigInt.asIntN(64, value));
    }
    expect(I32F32.fromInteger(1n)).toBe(1n << 32n);
  });
});
