import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, numbers, widen } from "./numbers.js";
import { sigmoid } from "./rule.js";

interface Entry {
  /** a fraction of 32 bits */
  weight: bigint;
  /** as stored */
  bond: number;
}

/** What is bought or sold against the consensus. bonds.md 6 */
function differenceOf({ weight, bond }: Entry, consensus: bigint): bigint {
  const [raw, old] = [widen(weight), (BigInt(bond) * ONE) / 65_535n];
  const difference = raw >= old ? raw - consensus : old - raw;
  return difference < 0n ? 0n : difference > ONE ? ONE : difference;
}

describe.each(PROOF_KERNELS)("the sigmoids of a column on %s", (_, kernels) => {
  function check(entries: readonly Entry[], consensus: bigint, exponent: bigint): void {
    kernels.call("reset");
    const weights = kernels.list32(numbers(entries.map(({ weight }) => weight)));
    const bonds = kernels.list16(entries.map(({ bond }) => bond));
    const results = kernels.list32(new Uint32Array(entries.length + 8));
    kernels.call("layOut", entries.length + 8);
    kernels.call("sigmoids", entries.length, weights, bonds, consensus, exponent, results);
    kernels.read32(results, entries.length).forEach((found, k) => {
      const entry = entries[k]!;
      // What is 0 by any alpha need have none.
      if (entry.weight === 0n && entry.bond === 0) return;
      const expected = sigmoid(differenceOf(entry, consensus), exponent);
      if (BigInt(found) !== expected) expect([entry, consensus, exponent, found]).toEqual([entry, consensus, exponent, expected]);
    });
  }

  /** With the full weight and a consensus of 0 the argument is half of the exponent. */
  const checkArgument = (argument: bigint) =>
    check(
      [
        { weight: FULL, bond: 0 },
        { weight: 0n, bond: 65_535 },
      ],
      0n,
      2n * argument,
    );

  it("are the rule's at every end of weight, bond and consensus", () => {
    const weights = [0n, 1n, 2n, ONE / 2n - 1n, ONE / 2n, ONE / 2n + 1n, FULL - 2n, FULL - 1n, FULL];
    const bonds = [0, 1, 2, 32_767, 32_768, 65_534, 65_535];
    const entries = weights.flatMap((weight) => bonds.map((bond) => ({ weight, bond })));
    for (const exponent of [
      0n,
      1n,
      -1n,
      ONE,
      -ONE,
      10n * ONE,
      -10n * ONE,
      40n * ONE,
      -40n * ONE - 7n,
      (32_768n * ONE) / 100n,
      (-32_768n * ONE) / 100n,
    ])
      for (const weight of weights) check(entries, widen(weight), exponent);
  });

  it("are the rule's of whole arguments and beside them, and at one", () => {
    for (let integer = -21n; integer <= 21n; integer++) for (let off = -20n; off <= 20n; off++) checkArgument(integer * ONE + off);
  });

  it("are the rule's of arguments of all sizes", () => {
    const draw = new Draw(111n);
    for (let k = 0; k < 3_000; k++) {
      checkArgument(draw.ofAnyLength(37));
      checkArgument(-draw.ofAnyLength(37));
    }
  });

  it("are the rule's for columns of seeded weights and bonds", () => {
    const draw = new Draw(112n);
    const entries = Array.from({ length: 2_400 }, () => ({ weight: draw.below(ONE), bond: Number(draw.below(65_536n)) }));
    for (let k = 0n; k < 60n; k++) check(entries, draw.below(ONE) % (ONE >> (k % 8n)), draw.between(-328n * ONE, 328n * ONE) >> (k % 9n));
  });
});

describe.each(PROOF_KERNELS)("the sigmoids that f64 tells on %s", (_, kernels) => {
  /** Differences of a multiple of eight, as what one way makes of them: how many stay open, the others being the rule's. */
  function open(bySeries: boolean, differences: readonly bigint[], exponent: bigint): number {
    kernels.call("reset");
    const results = kernels.list32(new Uint32Array(differences.length));
    const list = kernels.list32(numbers(differences.map((difference) => difference - 1n)));
    kernels.call("sigmoidsTold", Number(bySeries), list, differences.length, exponent, results);
    const found = kernels.read32(results, differences.length);
    differences.forEach((difference, k) => {
      if (found[k] === 0) return;
      const expected = sigmoid(difference, exponent);
      if (BigInt(found[k]!) !== expected)
        expect([bySeries, difference, exponent, found[k]]).toEqual([bySeries, difference, exponent, expected]);
    });
    return found.filter((value) => value === 0).length;
  }

  const EXPONENTS = [ONE, -ONE, 5n * ONE + 3n, 10n * ONE, -17n * ONE, 17n * ONE, 18n * ONE, -40n * ONE, 328n * ONE - 1n];

  it("are the rule's, by either way, next to whole arguments, at both ends and anywhere", () => {
    const draw = new Draw(113n);
    for (const exponent of [...EXPONENTS, ...Array.from({ length: 40 }, () => draw.ofAnyLength(40) - (1n << 38n) || 1n)]) {
      const ends = [1n, 2n, ONE / 2n - 1n, ONE / 2n, ONE / 2n + 1n, ONE - 2n, ONE - 1n, ONE];
      const whole = Array.from({ length: 40 }, (_unused, k) => ((BigInt(k) - 20n) * ONE * ONE) / exponent + ONE / 2n)
        .flatMap((difference) => [-1n, 0n, 1n, 2n].map((off) => difference + off))
        .filter((difference) => difference > 0n && difference <= ONE);
      const anywhere = Array.from({ length: 807 - (whole.length % 8) }, () => 1n + draw.below(ONE));
      const all = [...ends, ...whole, ...anywhere];
      for (const bySeries of [false, true]) open(bySeries, all.slice(0, all.length & ~7), exponent);
    }
  });

  /** Of 8,000 arguments that begin with an integer, by an exponent of 40 and a bit: how many each way leaves open. */
  function openAt(argument: bigint): bigint[] {
    const draw = new Draw(114n);
    const exponent = 40n * ONE + 12_345n;
    const differences = Array.from({ length: 8_000 }, () => {
      const magnitude = (argument < 0n ? -argument : argument) * ONE + draw.below(ONE);
      return ((argument < 0n ? -magnitude : magnitude) * ONE) / exponent + ONE / 2n;
    });
    return [false, true].map((bySeries) => BigInt(open(bySeries, differences, exponent)));
  }

  it("are as many as the page says", () => {
    const page = readFileSync("docs/proofs/exponential.md", "utf8");
    const rows = Array.from(page.matchAll(/^\| (-?\d+) \| ([\d,]+) \| ([\d,]+) \|$/gm), (row) =>
      row.slice(1).map((cell) => BigInt(cell.replace(",", ""))),
    );
    expect(rows).toHaveLength(16);
    expect(rows.map(([from]) => [from, ...openAt(from!)])).toEqual(rows);
  });
});
