import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { FULL, numbers, widen } from "./numbers.js";

/** As many as uids can name. */
const COLUMNS = 65_536;

describe.each(PROOF_KERNELS)("sums by slot on %s", (_, kernels) => {
  it("of 65,536 columns of the largest fractions do not overflow, as halves and whole", () => {
    const fractions = [FULL - 1n, 0xffffn, 0xffff_0000n, 0n, 0xfffe_ffffn, 1n, 65_536n, FULL - 1n];
    for (const plain of [1, 0]) {
      kernels.call("reset");
      const places = fractions.length + 4;
      const tallies = kernels.call("allocate", 16 * places) >>> 0;
      kernels.call("addColumns", tallies, places, plain, kernels.list32(numbers(fractions)), fractions.length, COLUMNS);
      fractions.forEach((fraction, slot) => {
        expect([slot, BigInt.asUintN(64, kernels.call("tallyOf", tallies, places, slot))]).toEqual([slot, fraction * BigInt(COLUMNS)]);
      });
    }
  });

  it("count one as 2^32 where columns may have it, and both kinds together", () => {
    kernels.call("reset");
    const tallies = kernels.call("allocate", 16 * 8) >>> 0;
    const some = [FULL, 3n, FULL - 1n, 65_537n];
    const plain = [7n, FULL - 1n, 65_535n, 65_536n];
    kernels.call("addColumns", tallies, 8, 0, kernels.list32(numbers(some)), 4, 1_000);
    kernels.call("addColumns", tallies, 8, 1, kernels.list32(numbers(plain)), 4, 3_000);
    some.forEach((fraction, slot) => {
      const expected = widen(fraction) * 1_000n + plain[slot]! * 3_000n;
      expect([slot, BigInt.asUintN(64, kernels.call("tallyOf", tallies, 8, slot))]).toEqual([slot, expected]);
    });
  });
});

it("one more column of halves than uids can name would not fit, and one fewer does", () => {
  const most = 65_535n;
  expect(most * BigInt(COLUMNS)).toBeLessThan(1n << 32n);
  expect(most * BigInt(COLUMNS + 2)).toBeGreaterThan(1n << 32n);
});

it("a lane of stored values is emptied before it overflows", () => {
  // panels/rows.ts: 0x7fff times two u16.
  expect(0x7fffn * 2n * 65_535n).toBeLessThan(1n << 32n);
  expect(0x8001n * 2n * 65_535n).toBeGreaterThan(1n << 32n);
});
