import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, narrow, numbers, widen } from "./numbers.js";

function proportion(stored: number): bigint {
  return (BigInt(stored) * ONE) / 65_535n;
}

/** The rule itself: alpha x weight + (1 - alpha) x bond, each floored. bonds.md 4 */
function averageOf(weight: bigint, bond: number, alpha: bigint): bigint {
  return (alpha * weight) / ONE + ((ONE - alpha) * proportion(bond)) / ONE;
}

/** From the least to the greatest that is neither one nor no fraction, with its rest. */
const ALPHAS = (draw: Draw) => [
  2n,
  3n,
  ONE / 10n,
  ONE / 2n,
  ONE - 3n,
  ONE - 2n,
  ...Array.from({ length: 60 }, () => draw.between(2n, ONE - 2n)),
];

describe.each(PROOF_KERNELS)("averages on %s", (_, kernels) => {
  /** Whether the bound says that no average is one or 2^32 - 1. */
  function ruledOut(limit: bigint, alpha: bigint): boolean {
    return (kernels.call("noAverageIsOne", limit, alpha, ONE - alpha) as unknown) === 1;
  }

  /** The averages in place of a column's weights; nothing where one is no fraction. */
  function averaged(
    plain: boolean,
    weights: readonly bigint[],
    limit: bigint,
    bonds: readonly number[],
    alpha: bigint,
  ): Uint32Array | undefined {
    kernels.call("reset");
    const list = kernels.list32(numbers(weights));
    const fits = kernels.call("averages", Number(plain), weights.length, list, limit, kernels.list16(bonds), alpha, ONE - alpha) as unknown;
    return fits === 1 ? kernels.read32(list, weights.length) : undefined;
  }

  it("are the rule's with and without the handling of one, at the limit where it may be left out", () => {
    const draw = new Draw(101n);
    let [plain, other] = [0, 0];
    for (const alpha of ALPHAS(draw)) {
      // The greatest limit that is ruled out, and beside it.
      let [low, high] = [0n, FULL];
      while (low < high) {
        const middle = (low + high + 1n) / 2n;
        if (ruledOut(middle, alpha)) low = middle;
        else high = middle - 1n;
      }
      // Of a weight of the limit and a bond of one.
      expect(averageOf(low, 65_535, alpha)).toBeLessThan(FULL);
      expect(low + 1n === FULL || averageOf(low + 1n, 65_535, alpha) >= FULL).toBe(true);
      for (const limit of [0n, 1n, ONE / 3n, low - 1n, low, low + 1n, FULL - 1n, FULL].filter((some) => some >= 0n && some <= FULL)) {
        const weights = [0n, 1n, limit, FULL, draw.below(ONE), limit > 0n ? limit - 1n : 0n, FULL - 1n, draw.ofAnyLength(32)];
        const bonds = [0, 65_535, 65_535, 65_535, Number(draw.below(65_536n)), 65_534, 1, 32_768];
        const expected = weights.map((weight, k) => averageOf(widen(weight < limit ? weight : limit), bonds[k]!, alpha));
        for (const isPlain of ruledOut(limit, alpha) ? [true, false] : [false]) {
          const found = averaged(isPlain, weights, limit, bonds, alpha);
          if (isPlain) plain++;
          else other++;
          if (isPlain && expected.some((average) => average >= FULL)) expect([limit, alpha, expected]).toEqual("below 2^32 - 1");
          if (expected.some((average) => average === FULL)) expect([limit, alpha, found]).toEqual([limit, alpha, undefined]);
          else expect([limit, alpha, Array.from(found!, BigInt)]).toEqual([limit, alpha, expected.map(narrow)]);
        }
      }
    }
    expect(plain).toBeGreaterThan(200);
    expect(other).toBeGreaterThan(400);
  });

  it("are shared out exactly afterwards, whether or not the quotients are known at once", () => {
    const draw = new Draw(102n);
    for (let k = 0; k < 1_500; k++) {
      const alpha = draw.between(2n, ONE - 2n);
      const count = 4 * Number(draw.between(1n, 6n));
      // Two alike and nothing else have halves, which are whole; so have columns of one entry.
      const few = draw.below(3n);
      const weights = Array.from({ length: count }, (_unused, row) =>
        few === 0n && row > 1 ? 0n : few === 1n && row > 0 ? 0n : draw.ofAnyLength(32),
      );
      if (few === 0n) weights[1] = weights[0]!;
      const bonds = weights.map((weight) => (few < 2n || weight === 0n ? 0 : Number(draw.below(65_536n))));
      const limit = draw.below(2n) === 0n ? FULL : draw.ofAnyLength(32);
      const found = averaged(ruledOut(limit, alpha), weights, limit, bonds, alpha);
      if (found === undefined) continue;
      const averages = Array.from(found, (average) => widen(BigInt(average)));
      const total = averages.reduce((sum, average) => sum + average, 0n) || 1n;
      const shares = kernels.list32(new Uint32Array(count));
      const fits = kernels.call("sharesOfAverages", count, kernels.list32(found), shares) as unknown;
      const expected = averages.map((average) => (average * ONE) / total);
      expect([k, fits]).toEqual([k, Number(!(expected.includes(FULL) || (total > ONE && (ONE * ONE) / total === FULL)))]);
      if (fits !== 1) continue;
      expect([k, Array.from(kernels.read32(shares, count), BigInt)]).toEqual([k, expected.map(narrow)]);
      // What is said to be plain is multiplied and summed as below one.
      if (kernels.constant("sharesArePlain") === 1) expect([k, expected.includes(ONE)]).toEqual([k, false]);
    }
  });
});

describe.each(PROOF_KERNELS)("a share of one on %s", (_, kernels) => {
  it("is not taken for one below it, whether its average is one or less", () => {
    for (const [weight, bond] of [
      [FULL, 65_535],
      [FULL, 0],
      [5n, 0],
    ] as const) {
      kernels.call("reset");
      const averages = kernels.list32([Number(weight), 0, 0, 0]);
      expect(kernels.call("averages", 0, 4, averages, FULL, kernels.list16([bond, 0, 0, 0]), ONE / 2n, ONE / 2n)).toBe(1);
      const shares = kernels.list32([0, 0, 0, 0]);
      expect(kernels.call("sharesOfAverages", 4, averages, shares)).toBe(1);
      expect([weight, bond, kernels.read32(shares, 1)[0]]).toEqual([weight, bond, Number(FULL)]);
      expect([weight, bond, kernels.constant("sharesArePlain")]).toEqual([weight, bond, 0]);
    }
  });
});

describe.each(PROOF_KERNELS)("averages of shares in classic mode on %s", (_, kernels) => {
  interface Column {
    /** of new weights and of old bonds, each with its total */
    newShares: bigint[];
    bonds: number[];
    bondTotal: bigint;
  }

  /** Stake-weighted weights that sum to at most one, and bonds of u16; none of either is all of its total, unless it may. */
  function drawnColumn(draw: Draw, mayBeAll: boolean): Column {
    const count = 4 * Number(draw.between(1n, 3n));
    const kind = draw.below(3n);
    const drawn = (most: bigint): bigint[] => {
      // One has nearly all of it, or some are alike, or they are of all lengths.
      if (kind === 0n) return [most - draw.below(3n), ...Array.from({ length: count - 1 }, (_unused, k) => (k === 0 ? 1n : 0n))];
      const bits = most.toString(2).length - 5;
      return Array.from({ length: count }, () => (kind === 1n ? draw.below(3n) : draw.ofAnyLength(bits)));
    };
    const isAll = (list: readonly bigint[]) => list.filter((value) => value > 0n).length === 1;
    for (;;) {
      const weights = mayBeAll && draw.below(4n) === 0n ? [7n, ...Array.from({ length: count - 1 }, () => 0n)] : drawn(ONE - 2n);
      const bonds = mayBeAll && draw.below(4n) === 0n ? [9n, ...Array.from({ length: count - 1 }, () => 0n)] : drawn(65_535n);
      if (!mayBeAll && (isAll(weights) || isAll(bonds))) continue;
      const [weightTotal, bondTotal] = [weights, bonds].map((list) => list.reduce((sum, value) => sum + value, 0n) || 1n) as [
        bigint,
        bigint,
      ];
      return { newShares: weights.map((weight) => (weight * ONE) / weightTotal), bonds: bonds.map(Number), bondTotal };
    }
  }

  it("are the rule's, and below 2^32 - 1 where no share is one", () => {
    const draw = new Draw(103n);
    let largest = 0n;
    for (const alpha of [...ALPHAS(draw), ...ALPHAS(draw)]) {
      for (let k = 0; k < 40; k++) {
        const mayBeAll = k % 2 === 1;
        const { newShares, bonds, bondTotal } = drawnColumn(draw, mayBeAll);
        const expected = newShares.map(
          (share, row) => (share * alpha) / ONE + (((BigInt(bonds[row]!) * ONE) / bondTotal) * (ONE - alpha)) / ONE,
        );
        const greatest = expected.reduce((a, b) => (a > b ? a : b));
        if (!mayBeAll && greatest > largest) largest = greatest;
        for (const plain of mayBeAll ? [0] : [0, 1]) {
          kernels.call("reset");
          const list = kernels.list32(numbers(newShares.map(narrow)));
          const results = kernels.list32(new Uint32Array(newShares.length));
          const stored = kernels.list16(bonds);
          const fits = kernels.call(
            "averagesOfShares",
            plain,
            bonds.length,
            list,
            stored,
            bondTotal,
            alpha,
            ONE - alpha,
            results,
          ) as unknown;
          expect([plain, alpha, expected, fits]).toEqual([plain, alpha, expected, Number(!expected.includes(FULL))]);
          if (fits === 1)
            expect([plain, alpha, Array.from(kernels.read32(results, bonds.length), BigInt)]).toEqual([plain, alpha, expected.map(narrow)]);
        }
      }
    }
    // One part lacks 1, the other 2, as bonds of u16 and shares with 32 bits cannot both be so near to one.
    expect(largest).toBe(FULL - 2n);
  });
});

it.each(PROOF_KERNELS)("a limit of one is never ruled out, whatever the alpha, on %s", (_, kernels) => {
  const draw = new Draw(104n);
  for (const alpha of ALPHAS(draw)) {
    expect(((FULL * alpha) >> 32n) + ONE - alpha).toBe(FULL);
    expect(kernels.call("noAverageIsOne", FULL, alpha, ONE - alpha)).toBe(0);
  }
});

it("the bound is tight: where it fails by the least, an average may be 2^32 - 1", () => {
  const alpha = ONE / 2n;
  const limit = FULL - 1n;
  expect((limit * alpha) / ONE + ONE - alpha).toBe(FULL);
  expect(averageOf(limit, 65_535, alpha)).toBe(FULL);
});
