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
