import fc from "fast-check";
import { expect, it } from "vitest";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

const u64 = fc.oneof(fc.bigInt(0n, 1n << 55n), fc.bigInt(0n, (1n << 64n) - 1n));
const u16 = fc.integer({ min: 0, max: 65_535 });

describeBackends("payout", (backend) => {
  for (const name of ["dividend_distribution", "self_contribution", "parent_child", "take_split", "distribute"]) {
    itGivesTheVectors(backend, `economics/${name}`);
  }
  itGivesTheVectors(backend, "newer-rules/econ-dividend-distribution-475");

  const { economics } = backend;

  it("a take and its rest never exceed the dividends", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 1n << 90n), u16, (dividendsX32, take) => {
        const split = economics.takeSplit({ dividendsX32, take });
        const lost = (dividendsX32 >> 32n) - split.take - split.rest;
        expect(lost === 0n || lost === 1n).toBe(true);
      }),
    );
  });

  it("parents and child together never get more than there is", () => {
    const parent = fc.record({
      id: fc.integer({ min: 1, max: 99 }),
      alphaStake: u64,
      rootStake: u64,
      proportion: u64,
      sameOwner: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.bigInt(0n, 1n << 62n),
        u64,
        fc.array(parent, { maxLength: 6 }),
        u16,
        u64,
        u64,
        (dividends, selfContribution, parents, childkeyTake, ckBurn, taoWeight) => {
          // Above one together, burn and take are charged twice over; the chain's limits forbid it.
          fc.pre(BigInt(childkeyTake) * ((1n << 64n) - 1n) + ckBurn * 65_535n <= 65_535n * ((1n << 64n) - 1n));
          const { tuples, recycled } = economics.parentChild({
            hotkey: 0,
            dividends,
            selfContribution,
            parents,
            childkeyTake,
            ckBurn,
            taoWeight,
          });
          const given = tuples.reduce((sum, [, rao]) => sum + rao, 0n) + recycled.reduce((sum, rao) => sum + rao, 0n);
          expect(given <= dividends).toBe(true);
          // Lost: below one rao for each floor.
          expect(dividends - given <= BigInt(tuples.length + recycled.length)).toBe(true);
        },
      ),
    );
  });
});
