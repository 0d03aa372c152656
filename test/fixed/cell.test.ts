import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { I32F32, I64F64, I96F32, U64F64, U64_MAX, U96F32, type FixedPoint } from "../../bindings/reference/fixed.js";
import { boundaryValues, raw, rawUnsigned } from "./arbitraries.js";
import { KERNELS, type Kernels } from "./kernels.js";

const FORMATS: Record<string, { format: FixedPoint; values: bigint[]; any: fc.Arbitrary<bigint> }> = {
  I64F64: { format: I64F64, values: boundaryValues(128, 64), any: raw(128, 64) },
  I96F32: { format: I96F32, values: boundaryValues(128, 32), any: raw(128, 32) },
  U64F64: { format: U64F64, values: boundaryValues(129, 64).filter((value) => value >= 0n), any: rawUnsigned(128, 64) },
  U96F32: { format: U96F32, values: boundaryValues(129, 32).filter((value) => value >= 0n), any: rawUnsigned(128, 32) },
};
const NAMES = Object.keys(FORMATS);

function readCell(kernels: Kernels, name: string, address: number): bigint {
  return name.startsWith("U") ? kernels.readInteger(address, 16) : kernels.readCell(address);
}

function binary(kernels: Kernels, kernel: string, name: string, a: bigint, b: bigint): bigint | null {
  kernels.call("reset");
  const result = kernels.integer(0n, 16);
  const done = kernels.call(kernel, kernels.integer(a, 16), kernels.integer(b, 16), kernels.constant(name) as number, result) as unknown;
  return done === 0 ? null : readCell(kernels, name, result);
}

const OPERATIONS: Record<string, (format: FixedPoint, a: bigint, b: bigint) => bigint | null> = {
  cellSaturatingAdd: (format, a, b) => format.saturatingAdd(a, b),
  cellSaturatingSub: (format, a, b) => format.saturatingSub(a, b),
  cellSaturatingMul: (format, a, b) => format.saturatingMul(a, b),
  cellMulFloor: (format, a, b) => format.checkedMul(a, b) ?? null,
  cellSafeDiv: (format, a, b) => format.safeDiv(a, b),
};

/** Those whose divisor is never 0. */
const DIVISIONS: Record<string, (format: FixedPoint, a: bigint, b: bigint) => bigint | null> = {
  cellSaturatingDiv: (format, a, b) => format.saturatingDiv(a, b)!,
  cellDivTrunc: (format, a, b) => format.checkedDiv(a, b) ?? null,
};

describe.each(KERNELS)("128-bit fixed point on %s", (_, kernels) => {
  describe.each(NAMES)("%s", (name) => {
    const { format, values, any } = FORMATS[name]!;
    for (const [kernel, expected] of Object.entries({ ...OPERATIONS, ...DIVISIONS })) {
      const check = (a: bigint, b: bigint) => {
        if (b === 0n && kernel in DIVISIONS) return;
        expect([a, b, binary(kernels, kernel, name, a, b)]).toEqual([a, b, expected(format, a, b)]);
      };
      it(`${kernel} at every pair of boundaries`, () => {
        for (const a of values) for (const b of values) check(a, b);
      });
      it(`${kernel} anywhere`, () => {
        fc.assert(fc.property(any, any, check), { numRuns: 2_000 });
      });
    }

    it("conversions at the boundaries and anywhere", () => {
      const check = (a: bigint) => {
        kernels.call("reset");
        const cell = kernels.integer(a, 16);
        const result = kernels.integer(0n, 16);
        expect(kernels.call("cellToI32F32", cell, kernels.constant(name) as number)).toBe(format.convert(a, I32F32));
        expect(BigInt.asUintN(64, kernels.call("cellToU64", cell, kernels.constant(name) as number))).toBe(format.toUnsigned(a, U64_MAX));
        kernels.call("cellFloor", cell, kernels.constant(name) as number, result);
        expect(readCell(kernels, name, result)).toBe(format.floor(a));
        for (const to of NAMES) {
          kernels.call("cellConvert", cell, kernels.constant(name) as number, kernels.constant(to) as number, result);
          expect([to, a, readCell(kernels, to, result)]).toEqual([to, a, format.convert(a, FORMATS[to]!.format)]);
        }
      };
      values.forEach(check);
      fc.assert(fc.property(any, check), { numRuns: 2_000 });
    });

    it("integers enter exactly, and saturate where they do not fit", () => {
      for (const value of [0n, 1n, (1n << 63n) - 1n, 1n << 63n, U64_MAX]) {
        kernels.call("reset");
        const cell = kernels.integer(0n, 16);
        kernels.call("cellFromU64", value, kernels.constant(name) as number, cell);
        expect(readCell(kernels, name, cell)).toBe(format.fromInteger(value));
      }
    });
  });
});
