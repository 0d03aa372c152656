import type { Economics } from "../economics/methods.js";
import { coinbaseBlock } from "./coinbase.js";
import { blockEmission } from "./halving.js";
import { historicReferenceEconomics } from "./history/economics.js";
import { movingPrice } from "./movingPrice.js";
import { distribute, dividendDistribution, dividendDistribution475, parentChild, selfContribution, takeSplit, withheld } from "./payout.js";
import { alphaSplit } from "./pending.js";
import { rootEpoch } from "./root.js";
import { rootProportion } from "./rootProportion.js";
import { schedule, schedule475, scheduleOld, scheduleSim, scheduleSim475 } from "./schedule.js";
import { checkedSqrt, flowShares, gatedShares, powNormalize, priceShares, safePow } from "./shares.js";
import { subnetTerms } from "./terms.js";

/** The economics by the executable specification; inputs come checked. */
export const referenceEconomics: Economics = {
  backend: "reference",
  blockEmission: ({ issuance }) => blockEmission(issuance),
  rootEpoch,
  priceShares,
  gatedShares,
  flowShares,
  powNormalize: ({ flowsX64, pX64 }) => ({ flowsX64: powNormalize(flowsX64, pX64) }),
  safePow: ({ valX64, pX64 }) => ({ yX64: safePow(valX64, pX64) }),
  checkedSqrt: ({ xX64, epsilonX64 }) => ({ yX64: checkedSqrt(xX64, epsilonX64) }),
  rootProportion: ({ rootTao, alphaIssuance, taoWeight }) => ({ yX32: rootProportion(rootTao, alphaIssuance, taoWeight) }),
  subnetTerms,
  alphaSplit,
  coinbaseBlock,
  movingPrice,
  dividendDistribution,
  dividendDistribution475,
  selfContribution: (input) => ({ y: selfContribution(input) }),
  parentChild,
  takeSplit: ({ dividendsX32, take }) => takeSplit(dividendsX32, take),
  withheld: (input) => ({ yX32: withheld(input.withheld, input.total) }),
  distribute,
  schedule,
  schedule475,
  scheduleOld: (input) => ({ blocksUntilNextEpoch: scheduleOld(input) }),
  scheduleSim,
  scheduleSim475,
  ...historicReferenceEconomics,
};
