import { describe, expect, it } from "vitest";
import { KERNELS } from "../fixed/kernels.js";
import { Draw, ONE, divisors, steps } from "./numbers.js";

/** The digits in base 2^32 at which an estimate, a carry or a borrow goes one way or the other. */
const EXTREMES = [0n, 1n, 0x7fff_ffffn, 0x8000_0000n, 0xffff_fffen, 0xffff_ffffn];
const I64_MAX = (1n << 63n) - 1n;

/** All numbers of so many digits, each of them an extreme one. */
function extremes(digits: number): bigint[] {
  if (digits === 0) return [0n];
  return extremes(digits - 1).flatMap((upper) => EXTREMES.map((digit) => (upper << 32n) | digit));
}

describe.each(KERNELS)("wide numbers on %s", (_, kernels) => {
  it("have the upper half of every product of extreme digits", () => {
    for (const a of extremes(2)) {
      for (const b of extremes(2)) {
        if (BigInt.asUintN(64, kernels.call("mulHighU64", a, b)) !== (a * b) >> 64n) expect([a, b]).toEqual("their product");
        const [x, y] = [BigInt.asIntN(64, a), BigInt.asIntN(64, b)];
        if (kernels.call("mulHighI64", a, b) !== (x * y) >> 64n) expect([x, y]).toEqual("their product");
      }
    }
  });

  it("divide as they should with every choice of extreme digits", () => {
    kernels.call("reset");
    const [numerator, divisor, result] = [20, 12, 16].map((bytes) => kernels.integer(0n, bytes));
    let compared = 0;
    for (const [length, lengthOfDivisor] of [
      [3, 2],
      [4, 2],
      [4, 3],
    ] as const) {
      for (const b of extremes(lengthOfDivisor)) {
        if (b === 0n) continue;
        for (const a of extremes(length)) {
          kernels.put(numerator!, a, 20);
          kernels.put(divisor!, b, 12);
          kernels.call("divideDigits", numerator!, length, divisor!, lengthOfDivisor, result!);
          const quotient = kernels.readInteger(result!, 4 * length);
          if (quotient !== a / b) expect([a, b, quotient]).toEqual([a, b, a / b]);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(300_000);
  });

  it("divide in I32F32 exactly where the quotient steps, whatever the lengths", () => {
    const draw = new Draw(51n);
    for (const divisor of divisors(I64_MAX, 300, 52n)) {
      const most = divisor > I64_MAX / ONE ? I64_MAX : divisor * (ONE / 2n) - 1n;
      for (const a of steps(divisor, most, 20, draw)) {
        for (const [x, y] of [
          [a, divisor],
          [-a, divisor],
          [a, -divisor],
        ] as const) {
          const quotient = (x * ONE) / y;
          const expected = quotient > I64_MAX || quotient < -I64_MAX - 1n ? 0n : quotient;
          if (kernels.call("safeDiv", x, y) !== expected) expect([x, y, kernels.call("safeDiv", x, y)]).toEqual([x, y, expected]);
        }
      }
    }
  });
});
