import type { HistoricEconomics } from "../../economics/history/types.js";
import { accumulateHotkey195, drainHotkey195, emitThroughHotkey127, shouldDrainHotkey195 } from "./accounts.js";
import { inheritedStake195 } from "./inheritedStake.js";
import { distribute233, dividendDistribution233, immuneOwnerHotkeys306, parentChild233, validatorPool257 } from "./payout.js";
import { alphaSplit233, generateEmission127, generateEmission195 } from "./pending.js";
import { flowShares334, flowShares411, movingPrice233, poolPrice233, priceShares233, priceShares261, priceShares421 } from "./shares.js";
import { poolSell233, subnetTerms233, subnetTerms298, subnetTerms342 } from "./terms.js";

/** The economics that only old specs had; inputs come checked. */
export const historicReferenceEconomics: HistoricEconomics = {
  priceShares233,
  priceShares261,
  priceShares421,
  flowShares334,
  flowShares411,
  movingPrice233,
  poolPrice233,
  subnetTerms233,
  subnetTerms298,
  subnetTerms342,
  poolSell233,
  alphaSplit233,
  generateEmission127,
  generateEmission195,
  parentChild233,
  dividendDistribution233,
  validatorPool257: (input) => ({ y: validatorPool257(input) }),
  distribute233,
  immuneOwnerHotkeys306: (input) => ({ hotkeys: immuneOwnerHotkeys306(input) }),
  accumulateHotkey195,
  drainHotkey195,
  shouldDrainHotkey195,
  emitThroughHotkey127,
  inheritedStake195: (input) => ({ stake: inheritedStake195(input) }),
};
