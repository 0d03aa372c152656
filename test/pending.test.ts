import fc from "fast-check";
import { expect, it } from "vitest";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

const u64 = fc.oneof(fc.bigInt(0n, 1n << 55n), fc.bigInt(0n, (1n << 64n) - 1n));
const u16 = fc.integer({ min: 0, max: 65_535 });

describeBackends("pending", (backend) => {
  itGivesTheVectors(backend, "economics/alpha_split");
  itGivesTheVectors(backend, "economics/withheld");

  const { economics } = backend;

  it("the split of alpha never exceeds what is split", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 1n << 62n),
        u64,
        u16,
        fc.boolean(),
        u64,
        u64,
        (alphaOutX32, alphaIssuanceAfterMint, ownerCut, ownerCutEnabled, rootTao, taoWeight) => {
          const split = economics.alphaSplit({ alphaOutX32, alphaIssuanceAfterMint, ownerCut, ownerCutEnabled, rootTao, taoWeight });
          expect(split.ownerCutX32 + split.serverX32 + split.totalValidatorX32).toBe(alphaOutX32);
          expect(split.validatorX32 + split.rootAlphaX32).toBe(split.totalValidatorX32);
          expect(split.ownerCutU64 + split.serverU64 + split.validatorU64 + split.rootAlphaU64 <= split.alphaCreated).toBe(true);
        },
      ),
    );
  });
});
