import fc from "fast-check";
import { expect, it } from "vitest";
import type { PriceSubnet } from "../bindings/economics/types.js";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

const ONE_X64 = 1n << 64n;

const subnets: fc.Arbitrary<PriceSubnet[]> = fc.uniqueArray(
  fc.record({
    netuid: fc.integer({ min: 1, max: 128 }),
    mechanism: fc.integer({ min: 0, max: 1 }),
    movingPriceX32: fc.oneof(fc.bigInt(0n, 1n << 33n), fc.bigInt(-(1n << 40n), 1n << 95n)),
    minerBurnedX32: fc.bigInt(0n, 1n << 32n),
    emissionEnabled: fc.boolean(),
  }),
  { selector: ({ netuid }) => netuid, maxLength: 40 },
);

describeBackends("shares", (backend) => {
  itGivesTheVectors(backend, "economics/price_shares");
  itGivesTheVectors(backend, "economics/flow_shares");
  itGivesTheVectors(backend, "economics/pow_normalize");
  itGivesTheVectors(backend, "economics/safe_pow");
  itGivesTheVectors(backend, "economics/checked_sqrt");
  itGivesTheVectors(backend, "newer-rules/econ-gated-shares");

  it("never give out more than there is, and nothing to a disabled subnet", () => {
    fc.assert(
      fc.property(subnets, fc.bigInt(0n, 1_000_000_000n), (list, blockEmission) => {
        const gated = { block: 7n, rank: 2, quantileX64: 0n, exponentX64: 3n * ONE_X64, storedBarX64: 0n, minerBurnWeighting: true };
        for (const { sharesX64, emissionsX32 } of [
          backend.economics.priceShares({ blockEmission, subnets: list }),
          backend.economics.gatedShares({ ...gated, blockEmission, subnets: list }),
        ]) {
          expect(sharesX64.reduce((sum, [, share]) => sum + share, 0n) <= ONE_X64).toBe(true);
          expect(emissionsX32.reduce((sum, [, rao]) => sum + rao, 0n) <= blockEmission << 32n).toBe(true);
          const disabled = new Set(list.filter(({ emissionEnabled }) => !emissionEnabled).map(({ netuid }) => netuid));
          for (const [netuid, rao] of emissionsX32) if (disabled.has(netuid)) expect(rao).toBe(0n);
        }
      }),
    );
  });

  it("the gate's trap: just above 1056.6 times the bar a share is all but shut out", () => {
    const at = (price: bigint) => {
      const prices = [1n, price].map(
        (movingPriceX32, i): PriceSubnet => ({ netuid: i + 1, mechanism: 1, movingPriceX32, minerBurnedX32: 0n, emissionEnabled: true }),
      );
      const { sharesX64 } = backend.economics.gatedShares({
        blockEmission: 500_000_000n,
        subnets: prices,
        block: 0n,
        rank: 2,
        quantileX64: 0n,
        exponentX64: 3n * ONE_X64,
        storedBarX64: 0n,
        minerBurnWeighting: true,
      });
      return Number(sharesX64[1]![1] >> 32n) / 2 ** 32;
    };
    expect(at(1_056n)).toBeGreaterThan(0.99);
    expect(at(1_057n)).toBeLessThan(0.001);
  });
});
