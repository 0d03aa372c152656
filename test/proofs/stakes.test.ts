import { describe, expect, it } from "vitest";
import { KERNELS } from "../fixed/kernels.js";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, ONE, divisors, steps } from "./numbers.js";

const U64_MAX = (1n << 64n) - 1n;
const I64_MAX = (1n << 63n) - 1n;
const I64F64_MAX = (1n << 127n) - 1n;

describe.each(PROOF_KERNELS)("stakes as shares of their sum on %s", (_, kernels) => {
  /** Of two stakes, which have any sum. */
  function check(own: bigint, other: bigint): void {
    kernels.call("reset");
    const cells = kernels.integer(own, 16);
    kernels.integer(other, 16);
    const results = kernels.integer(0n, 16);
    kernels.call("normalizeToI32F32", cells, 2, results);
    const sum = BigInt.asIntN(128, own + other);
    [own, other].forEach((stake, k) => {
      const found = BigInt.asIntN(64, kernels.readInteger(results + 8 * k, 8));
      const expected = share(BigInt.asIntN(128, stake), sum);
      if (found !== expected) expect([own, other, k, found]).toEqual([own, other, k, expected]);
    });
  }

  /** The rule: stake.md 3. trunc in I64F64, 0 where that does not fit; then the floor, clamped. */
  function share(stake: bigint, sum: bigint): bigint {
    const quotient = sum === 0n ? stake : (stake << 64n) / sum;
    const fitting = quotient > I64F64_MAX || quotient < -I64F64_MAX - 1n ? 0n : quotient;
    const floored = fitting >> 32n;
    return floored > I64_MAX ? I64_MAX : floored < -I64_MAX - 1n ? -I64_MAX - 1n : floored;
  }

  it("are exact where a share steps, of sums of every length", () => {
    const draw = new Draw(41n);
    let compared = 0;
    for (const sum of divisors((1n << 125n) - 1n, 400, 42n)) {
      for (const own of steps(sum, sum, 6, draw)) {
        check(own, sum - own);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(25_000);
  });

  it("are the rule's own division where a sum leaves no room, is negative, or wraps", () => {
    const draw = new Draw(43n);
    for (const sum of [1n << 125n, (1n << 126n) + 1n, I64F64_MAX, 1n << 127n, (1n << 127n) + 5n, (1n << 128n) - 1n, 0n, 1n << 128n])
      for (const own of [0n, 1n, sum / 2n, sum - 1n, sum, draw.below(1n << 63n) << 32n].filter((part) => part >= 0n && part <= I64F64_MAX))
        check(own, BigInt.asUintN(128, sum - own));
  });
});

it("an estimate from the upper halves is at most two below the share, and each happens", () => {
  const draw = new Draw(44n);
  const short = new Set<bigint>();
  for (const sum of divisors((1n << 125n) - 1n, 2_000, 45n)) {
    const shift = 128n - BigInt(sum.toString(2).length);
    const leading = ((sum << shift) >> 96n) + 1n;
    for (const own of [...steps(sum, sum, 10, draw), sum]) {
      const estimate = ((own << shift) >> 64n) / leading;
      short.add((own * ONE) / sum - estimate);
    }
  }
  expect([...short].sort()).toEqual([0n, 1n, 2n]);
});

describe.each(KERNELS)("a total stake on %s", (_, kernels) => {
  /** The rule: stake.md 1. Both enter I64F64 saturating, the product floors, the sum saturates. */
  function total(alpha: bigint, tao: bigint, weight: bigint): bigint {
    const cell = (rao: bigint) => (rao > I64_MAX ? I64F64_MAX : rao << 64n);
    const sum = cell(alpha) + ((cell(tao) * ((weight * ONE) / U64_MAX)) >> 32n);
    return sum > I64F64_MAX ? I64F64_MAX : sum;
  }

  it("is the rule's, on both sides of where it saturates", () => {
    const draw = new Draw(46n);
    const weights = [
      0n,
      1n,
      ONE - 1n,
      ONE,
      1n << 63n,
      U64_MAX - ONE,
      U64_MAX - 1n,
      U64_MAX,
      ...Array.from({ length: 40 }, () => draw.ofAnyLength(64)),
    ];
    const amounts = [0n, 1n, ONE, I64_MAX - 1n, I64_MAX, 1n << 63n, U64_MAX, ...Array.from({ length: 10 }, () => draw.ofAnyLength(64))];
    let compared = 0;
    for (const weight of weights) {
      for (const tao of amounts) {
        // What is just enough to reach 2^63 with it.
        const rest = (1n << 63n) - (((tao > I64_MAX ? 1n << 63n : tao) * ((weight * ONE) / U64_MAX)) >> 32n);
        for (const alpha of [...amounts, rest - 1n, rest, rest + 1n].filter((rao) => rao >= 0n && rao <= U64_MAX)) {
          kernels.call("reset");
          const result = kernels.integer(0n, 16);
          kernels.call("totalStake", alpha, tao, weight, result);
          if (kernels.readCell(result) !== total(alpha, tao, weight))
            expect([alpha, tao, weight, kernels.readCell(result)]).toEqual([alpha, tao, weight, total(alpha, tao, weight)]);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  it("takes the upper half of TAO's weight, and one more of the full one", () => {
    const draw = new Draw(47n);
    const halves = [0n, 1n, 2n, ONE / 2n, ONE - 2n, ONE - 1n, ...Array.from({ length: 100 }, () => draw.below(ONE))];
    for (const upper of halves)
      for (const lower of halves) {
        const weight = upper * ONE + lower;
        const found = BigInt.asUintN(64, kernels.call("taoWeightX32", weight));
        if (found !== (weight * ONE) / U64_MAX) expect([weight, found]).toEqual([weight, (weight * ONE) / U64_MAX]);
      }
  });
});
