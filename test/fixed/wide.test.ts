import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KERNELS } from "./kernels.js";

const MARKS = [0n, 1n, 1n << 15n, (1n << 16n) - 1n, 1n << 16n, 1n << 31n, (1n << 32n) - 1n, 1n << 32n, 1n << 63n, (1n << 64n) - 1n];

/** An unsigned integer of so many digits; runs of ones and zeros make the carries and the corrected guesses. */
function digits(count: number): fc.Arbitrary<bigint> {
  const digit = fc.oneof(fc.constantFrom(0n, 1n, 0x7fffffffn, 0x80000000n, 0xfffffffen, 0xffffffffn), fc.bigInt(0n, 0xffffffffn));
  return fc.array(digit, { minLength: count, maxLength: count }).map((list) => list.reduce((value, next) => (value << 32n) | next, 0n));
}

describe.each(KERNELS)("wide integers on %s", (_, kernels) => {
  it("upper half of a product", () => {
    const check = (a: bigint, b: bigint) => {
      expect(BigInt.asUintN(64, kernels.call("mulHighU64", a, b))).toBe((a * b) >> 64n);
      const [x, y] = [BigInt.asIntN(64, a), BigInt.asIntN(64, b)];
      expect(kernels.call("mulHighI64", a, b)).toBe((x * y) >> 64n);
    };
    for (const a of MARKS) for (const b of MARKS) check(a, b);
    fc.assert(fc.property(digits(2), digits(2), check), { numRuns: 3_000 });
  });

  it("products of any length", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(fc.constant(n), digits(n))),
        fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(fc.constant(n), digits(n))),
        ([m, a], [n, b]) => {
          kernels.call("reset");
          const product = kernels.integer(0n, (m + n) * 4);
          kernels.call("multiplyDigits", kernels.integer(a, m * 4), m, kernels.integer(b, n * 4), n, product);
          expect(kernels.readInteger(product, (m + n) * 4)).toBe(a * b);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("quotients of any length", () => {
    const sized = (max: number) => fc.integer({ min: 1, max }).chain((n) => fc.tuple(fc.constant(n), digits(n)));
    fc.assert(
      fc.property(sized(7), sized(5), ([m, a], [n, b]) => {
        fc.pre(b !== 0n);
        kernels.call("reset");
        const quotient = kernels.integer(0n, m * 4);
        kernels.call("divideDigits", kernels.integer(a, (m + 1) * 4), m, kernels.integer(b, n * 4), n, quotient);
        expect(kernels.readInteger(quotient, m * 4)).toBe(a / b);
      }),
      { numRuns: 10_000 },
    );
  });

  it("a quotient whose first guess is two too high and whose remainder must be added back", () => {
    // Knuth's worst cases for algorithm D.
    const cases: [bigint, bigint][] = [
      [0x7fffffff_80000000_00000000_00000000n, 0x80000000_00000000_00000001n],
      [0x80000000_00000000_fffffffe_00000000n, 0x80000000_0000ffff_00000000n],
      [0x00000003_00000000_80000000n, 0x20000000_00000001n],
      [0xffffffff_fffffffe_00000000_00000000n, 0xffffffff_ffffffffn],
    ];
    for (const [a, b] of cases) {
      kernels.call("reset");
      const quotient = kernels.integer(0n, 16);
      kernels.call("divideDigits", kernels.integer(a, 20), 4, kernels.integer(b, 12), 3, quotient);
      expect(kernels.readInteger(quotient, 16)).toBe(a / b);
    }
  });
});
