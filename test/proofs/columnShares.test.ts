import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, divisors, numbers, steps } from "./numbers.js";

/** A column has at most 65,536 fractions. */
const MOST = (1n << 48n) - 1n;
const MARGIN = 2 ** -17;

const [, kernels] = PROOF_KERNELS[0]!;

/** Four fractions as shares of a total; nothing where they are not known. */
function sharesOf(fractions: readonly bigint[], total: bigint): Uint32Array | undefined {
  kernels.call("reset");
  const results = kernels.list32(new Uint32Array(fractions.length));
  const known = kernels.call("columnShares", kernels.list32(numbers(fractions)), fractions.length, total, results) as unknown;
  return known === 1 ? kernels.read32(results, fractions.length) : undefined;
}

/** The proof's c, by the same five roundings. */
function above(fraction: bigint, total: bigint): number {
  return Number(fraction) * ((2 ** 32 / Number(total)) * (1 - 2 ** -50)) + MARGIN;
}

/** At most the total, and no fraction of one. */
function partsOf(total: bigint, draw: Draw): bigint[] {
  return steps(total, total < FULL ? total : FULL - 1n, 40, draw);
}

const TOTALS = divisors(MOST, 400, 71n);

describe("shares of a column", () => {
  it("are exact where they are known, on both sides of every step", () => {
    const draw = new Draw(72n);
    let known = 0;
    let unknown = 0;
    for (const total of TOTALS) {
      for (const part of partsOf(total, draw)) {
        const shares = sharesOf([part, 0n, 0n, 0n], total);
        if (shares === undefined) {
          unknown++;
          continue;
        }
        known++;
        if (BigInt(shares[0]!) !== (part * ONE) / total) expect([part, total, shares[0]]).toEqual([part, total, (part * ONE) / total]);
      }
    }
    expect(known).toBeGreaterThan(50_000);
    expect(unknown).toBeGreaterThan(5_000);
  });

  it("are not known if one lane's is not", () => {
    // 3 / 7 and 2 / 7 are far from whole; 7 / 7 is whole.
    expect(sharesOf([3n, 2n, 1n, 0n], 7n)).toEqual(Uint32Array.from([3n, 2n, 1n, 0n], (part) => Number((part * ONE) / 7n)));
    for (let lane = 0; lane < 4; lane++) {
      const fractions = [3n, 2n, 1n, 0n];
      fractions[lane] = 7n;
      expect(sharesOf(fractions, 7n)).toBeUndefined();
      expect(sharesOf([1n, 2n, 3n, 4n, ...fractions, 5n, 6n, 1n, 2n], 7n)).toBeUndefined();
    }
  });

  it("are never known where they are whole and not 0, as where the total is a power of two", () => {
    for (let bit = 0n; bit < 32n; bit++)
      for (const part of [1n, 1n << bit]) expect(sharesOf([part, 0n, 0n, 0n], 1n << bit)).toBeUndefined();
  });

  it("are known just where c, computed with the same roundings, says so", () => {
    const draw = new Draw(73n);
    for (const total of TOTALS) {
      for (const part of partsOf(total, draw).slice(0, 40)) {
        const c = above(part, total);
        const shares = sharesOf([part, 0n, 0n, 0n], total);
        if ((shares !== undefined) !== c - Math.floor(c) >= MARGIN) expect([part, total, c, shares]).toEqual("the same");
      }
    }
  });

  it("have a c that is above the quotient, by at most the margin", () => {
    const draw = new Draw(74n);
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    for (const total of TOTALS) {
      for (const part of partsOf(total, draw)) {
        if (part === 0n) continue;
        // c and the quotient, exactly, as multiples of 2^-70 / total.
        const c = above(part, total);
        const exact = (BigInt(Math.floor(c)) << 70n) + BigInt((c - Math.floor(c)) * 2 ** 70);
        const excess = exact * total - (part << 102n);
        if (excess <= 0n || excess > total << 53n) expect([part, total, c]).toEqual("within the margin");
        const share = Number(excess / total) / 2 ** 53;
        least = Math.min(least, share);
        most = Math.max(most, share);
      }
    }
    // The bounds of the proof, 4 / 16 and 1 of the margin, and that they are not idle.
    expect(least).toBeGreaterThan(0.25);
    expect(least).toBeLessThan(0.5);
    expect(most).toBeGreaterThan(0.999);
  });

  it("are unknown about once in 2^17 fractions", () => {
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
