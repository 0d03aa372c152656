import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../bindings/reference/null.js";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

describeBackends("null", (backend) => {
  itGivesTheVectors(backend, "newer-rules/epoch-null");
});

describe("apportion", () => {
  it("gives out the whole budget, to the unit", () => {
    const shares = fc.array(fc.bigInt(0n, 1n << 127n), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(shares, fc.bigInt(0n, (1n << 64n) - 1n), (list, budget) => {
        const paid = apportion(list, budget).reduce((sum, payout) => sum + payout, 0n);
        expect(paid).toBe(list.some((share) => share > 0n) ? budget : 0n);
      }),
    );
  });
});
