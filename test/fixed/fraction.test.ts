import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { I32F32 } from "../../bindings/reference/fixed.js";
import { proportionToU16 } from "../../bindings/reference/proportion.js";
import { KERNELS } from "./kernels.js";

/** Raw I32F32 from 0 to one, but for 2^32 - 1, is held in 32 bits: one takes that place. */
const ONE = 1n << 32n;
const FULL = ONE - 1n;
const widen = (fraction: bigint) => (fraction === FULL ? ONE : fraction);
const narrow = (raw: bigint) => (raw === ONE ? FULL : raw);

const marks = [0n, 1n, 2n, 3n, 65_535n, 65_536n, 65_537n, ONE / 2n - 1n, ONE / 2n, ONE / 2n + 1n, FULL - 2n, FULL - 1n, FULL];
const near = fc.tuple(fc.integer({ min: 0, max: 32 }), fc.bigInt(-3n, 3n)).map(([bit, off]) => (1n << BigInt(bit)) + off);
const fraction = fc.oneof(fc.constantFrom(...marks), near, fc.bigInt(0n, FULL)).filter((value) => value >= 0n && value <= FULL);

describe.each(KERNELS)("fractions on %s", (_, kernels) => {
  const call = (name: string, ...parameters: bigint[]) => BigInt.asUintN(64, kernels.call(name, ...parameters));

  it("multiply as I32F32 does", () => {
    const check = (a: bigint, b: bigint) => {
      const expected = narrow(I32F32.saturatingMul(widen(a), widen(b)));
      expect([a, b, call("fractionProduct", a, b)]).toEqual([a, b, expected]);
      if (b !== FULL) expect([a, b, call("fractionScaled", a, b)]).toEqual([a, b, expected]);
    };
    for (const a of marks) for (const b of marks) check(a, b);
    fc.assert(fc.property(fraction, fraction, check), { numRuns: 5_000 });
  });

  /** Nothing is asked for a quotient of 2^32 - 1, which is no fraction; no sum of fractions at hand gives one unseen. */
  const checkQuotient = (part: bigint, divisor: bigint) => {
    const expected = I32F32.safeDiv(widen(part), divisor);
    if (widen(part) > divisor || expected === FULL) return;
    expect([part, divisor, call("fractionQuotient", part, divisor)]).toEqual([part, divisor, narrow(expected)]);
  };

  it("divide by what is not below them as I32F32 does", () => {
    const divisors = [1n, 2n, 3n, 7n, 65_535n, 65_536n, 65_537n, FULL - 1n, FULL, ONE, ONE + 2n, 3n * ONE, 65_532n * ONE];
    for (const divisor of divisors) for (const part of marks) checkQuotient(part, divisor);
    fc.assert(fc.property(fraction, fc.bigInt(1n, ONE), checkQuotient), { numRuns: 10_000 });
    fc.assert(fc.property(fraction, fc.bigInt(ONE, 65_532n * ONE), checkQuotient), { numRuns: 10_000 });
  });

  it("divide exactly on both sides of every multiple", () => {
    const onEdge = fc.tuple(fc.bigInt(1n, ONE), fc.bigInt(0n, FULL), fc.bigInt(-1n, 1n)).map(([divisor, quotient, off]) => {
      return [(quotient * divisor) / ONE + off, divisor] as const;
    });
    fc.assert(
      fc.property(onEdge, ([part, divisor]) => {
        if (part >= 0n && part <= FULL) checkQuotient(part, divisor);
      }),
      { numRuns: 20_000 },
    );
  });

  it("are stored and complemented as I32F32 is", () => {
    const check = (value: bigint) => {
      expect([value, call("fractionToU16", value)]).toEqual([value, BigInt(proportionToU16(widen(value)))]);
      // What is left of 1 raw is no fraction, and of one itself nobody asks.
      if (value !== 1n && value !== FULL) expect([value, call("fractionComplement", value)]).toEqual([value, narrow(ONE - value)]);
    };
    marks.forEach(check);
    for (let stored = 0n; stored < 65_536n; stored += 13n)
      for (const off of [-1n, 0n, 1n]) check(BigInt.asUintN(32, stored * 65_537n + off));
    fc.assert(fc.property(fraction, check), { numRuns: 5_000 });
  });
});
