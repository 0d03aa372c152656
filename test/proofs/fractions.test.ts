import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE, narrow, numbers, widen } from "./numbers.js";

const MARKS = [0n, 1n, 2n, 3n, 65_534n, 65_535n, 65_536n, 65_537n, ONE / 2n - 1n, ONE / 2n, ONE / 2n + 1n, FULL - 2n, FULL - 1n, FULL];
/** Both sides of every power of two. */
const POWERS = Array.from({ length: 32 }, (_, bit) => [-1n, 0n, 1n].map((off) => (1n << BigInt(bit)) + off)).flat();

type Pair = readonly [bigint, bigint];

/** Every pair of marks, and for seeded factors the fractions at which floor(a x b) steps, with their neighbours. */
function pairs(): Pair[] {
  const draw = new Draw(21n);
  const ends = [...MARKS, ...POWERS].filter((mark) => mark <= FULL);
  const every = ends.flatMap((a) => ends.map((b): Pair => [a, b]));
  const factors = [...ends, ...Array.from({ length: 2_000 }, () => draw.ofAnyLength(32))].filter((b) => b > 0n);
  const steps = factors.flatMap((b) =>
    Array.from({ length: 6 }, () => (draw.between(0n, b) * ONE + b - 1n) / b).flatMap((step) =>
      [-1n, 0n, 1n].map((off): Pair => [step + off, b]).filter(([a]) => a >= 0n && a <= FULL),
    ),
  );
  return [...every, ...steps];
}

const PAIRS = pairs();

describe.each(PROOF_KERNELS)("fractions in 32 bits on %s", (_, kernels) => {
  /** All differences of one operation on some pairs from what it stands for. */
  function differences(operation: string, some: readonly Pair[], expected: (a: bigint, b: bigint) => bigint): unknown[] {
    kernels.call("reset");
    const [a, b] = [kernels.list32(numbers(some.map(([first]) => first))), kernels.list32(numbers(some.map(([, second]) => second)))];
    const results = kernels.list32(new Uint32Array(some.length));
    kernels.call("fractions", kernels.constant(operation) as number, a, b, some.length, results);
    const found = kernels.read32(results, some.length);
    return some.flatMap(([first, second], k) => {
      const right = expected(first, second);
      return BigInt(found[k]!) === right ? [] : [{ first, second, found: found[k], right }];
    });
  }

  const product = (a: bigint, b: bigint) => narrow((widen(a) * widen(b)) / ONE);

  it("multiply as the rule does, on both sides of every step", () => {
    expect(PAIRS.length).toBeGreaterThan(40_000);
    expect(differences("PRODUCT", PAIRS, product)).toEqual([]);
  });

  it("are scaled by a factor below one as the rule does", () => {
    const below = PAIRS.filter(([, factor]) => factor !== FULL);
    expect(differences("SCALED", below, product)).toEqual([]);
  });

  it("never give 2^32 - 1 as a product unless it is one", () => {
    expect(PAIRS.filter(([a, b]) => (widen(a) * widen(b)) / ONE === FULL)).toEqual([]);
  });

  it("add up to at most one, and show the sum that is none", () => {
    const draw = new Draw(22n);
    const firsts = [...MARKS, ...POWERS, ...Array.from({ length: 2_000 }, () => draw.below(ONE))].filter((a) => a < FULL);
    const sums = firsts.flatMap((a) => [0n, 1n, 2n, 3n].map((short): Pair => [a, ONE - a - short])).filter(([, b]) => b >= 0n && b < FULL);
    const fractions = sums.filter(([a, b]) => a + b !== FULL);
    expect(differences("ADDED", fractions, (a, b) => narrow(a + b))).toEqual([]);
    expect(differences("SUM_IS_NONE", sums, (a, b) => (a + b === FULL ? FULL : 0n))).toEqual([]);
    expect(sums.length - fractions.length).toBeGreaterThan(1_000);
  });

  it("are complemented, but 1 raw and one", () => {
    const some = PAIRS.filter(([a]) => a !== 1n && a !== FULL);
    expect(differences("COMPLEMENT", some, (a) => narrow(ONE - a))).toEqual([]);
  });

  it("are stored as every u16, on both sides of each of its 65,535 steps", () => {
    const some = Array.from({ length: 65_536 }, (_, stored) => (BigInt(stored) * ONE + 65_534n) / 65_535n)
      .flatMap((step) => [step - 2n, step - 1n, step, step + 1n])
      .filter((raw) => raw >= 0n && raw <= ONE && raw !== FULL);
    expect(some.length).toBeGreaterThan(262_000);
    expect(
      differences(
        "TO_U16",
        some.map((raw): Pair => [narrow(raw), 0n]),
        (fraction) => (widen(fraction) * 65_535n) / ONE,
      ),
    ).toEqual([]);
  });

  it("come from every u16 as its proportion", () => {
    const all = Array.from({ length: 65_536 }, (_, stored): Pair => [BigInt(stored), 0n]);
    expect(differences("FROM_U16", all, (stored) => narrow((stored * ONE) / 65_535n))).toEqual([]);
  });

  it("sum raw, one as 2^32", () => {
    const draw = new Draw(23n);
    for (let length = 4; length <= 4_096; length *= 4) {
      const list = Array.from({ length }, (_, k) => (k % 3 === 0 ? FULL : draw.below(FULL)));
      kernels.call("reset");
      const sum = kernels.call("sumOfFractions", kernels.list32(numbers(list)), length);
      expect(BigInt.asUintN(64, sum)).toBe(list.reduce((total, fraction) => total + widen(fraction), 0n));
    }
  });
});
