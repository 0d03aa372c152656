import type { CoinbaseBlockInput, CoinbaseBlockOutput } from "../economics/types.js";
import { saturatingAddU64 } from "./fixed.js";
import { blockEmission } from "./halving.js";
import { alphaSplit } from "./pending.js";
import { priceShares } from "./shares.js";
import { subnetTerms } from "./terms.js";

/** A block's coinbase, where the pools accept what they are given and no alpha is bought. terms.md 2 */
export function coinbaseBlock(input: CoinbaseBlockInput): CoinbaseBlockOutput {
  const { rootTao, taoWeight, ownerCut } = input;
  const { emission } = blockEmission(input.issuance);
  const { emissionsX32, rootSellFlag } = priceShares({ blockEmission: emission, subnets: input.subnets });
  const subnets = new Map(input.subnets.map((subnet) => [subnet.netuid, subnet]));
  return {
    blockEmission: emission,
    rootSellFlag,
    subnets: emissionsX32.map(([netuid, taoEmissionX32]) => {
      const { alphaIn, alphaOut, priceX64, ownerCutEnabled } = subnets.get(netuid)!;
      const alphaIssuance = saturatingAddU64(alphaIn, alphaOut);
      const terms = subnetTerms({ taoEmissionX32, alphaIssuance, priceX64, rootTao, taoWeight });
      const split = alphaSplit({
        alphaOutX32: terms.alphaOutX32,
        alphaIssuanceAfterMint: saturatingAddU64(saturatingAddU64(alphaIssuance, terms.alphaInU64), terms.alphaOutU64),
        ownerCut,
        ownerCutEnabled,
        rootTao,
        taoWeight,
      });
      return [
        netuid,
        {
          emissionX32: taoEmissionX32,
          taoIn: terms.taoInU64,
          alphaIn: terms.alphaInU64,
          alphaOut: terms.alphaOutU64,
          excessTao: terms.excessTaoU64,
          owner: split.ownerCutU64,
          server: split.serverU64,
          validator: split.validatorU64,
          rootAlpha: split.rootAlphaU64,
        },
      ];
    }),
  };
}
