import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, divisors, narrow, numbers, steps, widen } from "./numbers.js";

/** A column has at most 65,536 fractions. */
const MOST = (1n << 48n) - 1n;
const MARGIN = 2 ** -17;
const TOTALS = divisors(MOST, 400, 71n).filter((total) => total !== ONE + 1n);

/** Fractions up to the total, and its own where it is one. */
function partsOf(total: bigint, draw: Draw): bigint[] {
  return steps(total, total < FULL ? total : FULL - 1n, 40, draw).concat(total >= ONE ? [FULL] : []);
}

describe.each(PROOF_KERNELS)("shares of a column on %s", (_, kernels) => {
  /** Fractions as shares of a total; nothing where one over it is no fraction. */
  function sharesOf(fractions: readonly bigint[], total: bigint): bigint[] | undefined {
    kernels.call("reset");
    const results = kernels.list32(new Uint32Array(fractions.length));
    const largest = fractions.reduce((a, b) => (a > b ? a : b));
    const fit = kernels.call("columnShares", kernels.list32(numbers(fractions)), fractions.length, total, largest, results) as unknown;
    return fit === 1 ? Array.from(kernels.read32(results, fractions.length), BigInt) : undefined;
  }

  it("are exact on both sides of every step", () => {
    const draw = new Draw(72n);
    let compared = 0;
    for (const total of TOTALS) {
      for (const part of partsOf(total, draw)) {
        const expected = narrow((widen(part) * ONE) / total);
        const shares = sharesOf([part, 0n, 0n, 0n], total);
        if (shares?.[0] !== expected) expect([part, total, shares]).toEqual([part, total, expected]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(80_000);
  });

  it("are exact in each lane, whichever of them is not known at once", () => {
    // 3 / 7 and 2 / 7 are far from whole, 7 / 7 is one, and of 8 all are whole.
    for (const total of [7n, 8n, 7n * ONE, 8n * ONE]) {
      for (let lane = 0; lane < 8; lane++) {
        const fractions = [3n, 2n, 1n, 0n, 6n, 5n, 3n, 1n];
        fractions[lane] = 7n;
        expect(sharesOf(fractions, total)).toEqual(fractions.map((part) => narrow((part * ONE) / total)));
      }
    }
  });

  it("are declined where one over the total is no fraction", () => {
    expect(sharesOf([FULL, 1n, 0n, 0n], ONE + 1n)).toBeUndefined();
    expect(sharesOf([FULL, 2n, 0n, 0n], ONE + 2n)).toEqual([FULL - 1n, 1n, 0n, 0n]);
  });
});

/** The proof's c, by the same roundings. */
function above(fraction: bigint, total: bigint): number {
  return Number(fraction) * ((2 ** 32 / Number(total)) * (1 - 2 ** -50)) + MARGIN;
}

describe("the c of a share", () => {
  it("decides, in lanes, which shares are known at once, and these are exact", () => {
    const [[, kernels]] = PROOF_KERNELS as [(typeof PROOF_KERNELS)[number]];
    const draw = new Draw(73n);
    let [known, unknown] = [0, 0];
    for (const total of TOTALS) {
      for (const part of partsOf(total, draw).filter((some) => some < FULL || total <= ONE)) {
        kernels.call("reset");
        const results = kernels.list32([0, 0, 0, 0]);
        const isKnown = (kernels.call("sharesNearly", kernels.list32(numbers([0n, part, 0n, 0n])), 4, total, results) as unknown) === 1;
        const c = Math.min(above(part, total), 2 ** 32 - 0.5);
        if (isKnown !== c - Math.floor(c) >= MARGIN) expect([part, total, isKnown]).toEqual([part, total, !isKnown]);
        if (isKnown) known++;
        else unknown++;
        const share = BigInt(kernels.read32(results, 4)[1]!);
        const expected = narrow((widen(part) * ONE) / total);
        if (isKnown && share !== expected) expect([part, total, share]).toEqual([part, total, expected]);
      }
    }
    expect(known).toBeGreaterThan(50_000);
    expect(unknown).toBeGreaterThan(7_000);
  });

  it("is above the quotient by at most the margin, and its floor is the quotient's where its fraction is not below the margin", () => {
    const draw = new Draw(74n);
    let [least, most, known] = [Number.POSITIVE_INFINITY, 0, 0];
    for (const total of TOTALS) {
      for (const part of partsOf(total, draw).filter((some) => some > 0n && some < total && some < FULL)) {
        // c and the quotient, exactly, as multiples of 2^-70 / total.
        const c = above(part, total);
        const exact = (BigInt(Math.floor(c)) << 70n) + BigInt((c - Math.floor(c)) * 2 ** 70);
        const excess = exact * total - (part << 102n);
        if (excess <= 0n || excess > total << 53n) expect([part, total, c]).toEqual("within the margin");
        const share = Number(excess / total) / 2 ** 53;
        least = Math.min(least, share);
        most = Math.max(most, share);
        // Half of a raw below 2^32 is what the code holds c down to, so that the divisor itself becomes one.
        if (c >= 2 ** 32 - 0.5) expect([part, total, c]).toEqual("below what is held down");
        if (c - Math.floor(c) < MARGIN) continue;
        known++;
        if (BigInt(Math.floor(c)) !== (part * ONE) / total) expect([part, total, c]).toEqual("the quotient");
      }
    }
    expect(known).toBeGreaterThan(50_000);
    // The bounds of the proof, 4 / 16 and 1 of the margin, and that they are not idle.
    expect(least).toBeGreaterThan(0.25);
    expect(least).toBeLessThan(0.5);
    expect(most).toBeGreaterThan(0.999);
  });

  it("of the total itself is held down to half of a raw below one", () => {
    for (const total of TOTALS.filter((some) => some <= ONE)) expect(above(total, total)).toBeGreaterThan(2 ** 32 - 0.5);
  });

  it("tells nothing about once in 2^17 fractions", () => {
    const count = 1 << 22;
    let unknown = 0;
    for (let k = 0; k < count; k++) {
      // 1021 apart, a prime.
      const c = above(BigInt(1_021 * k), 12_345_678_901n);
      if (c - Math.floor(c) < MARGIN) unknown++;
    }
    expect(unknown).toBeGreaterThan(count / 2 ** 18);
    expect(unknown).toBeLessThan(count / 2 ** 16);
  });
});
