/** The module of the economics around the epoch: halving, root, shares, coinbase, schedule. */
export { arenaBytes } from "./arena";
export { allocate, reset } from "./heap";
export { blockEmission, halvingResidual } from "./halving";
export { ROOT_EXP_OVERFLOW, ROOT_NO_STAKE, rootEpoch } from "./root";
export {
  checkedSqrt,
  flowEma,
  flowShares,
  gate,
  powNormalize,
  safePow,
  shareEmissions,
  sharesByPrice,
  updateBar,
  weightByBurn,
} from "./shares";
export { rootProportion } from "./rootProportion";
export { subnetTerms } from "./terms";
export { alphaSplit } from "./pending";
export { coinbaseBlock } from "./coinbase";
export { movingPrice } from "./movingPrice";
export {
  distribute,
  dividendDistribution,
  parentChild,
  recycledCount,
  selfContribution,
  takeSplit,
  validatorAlpha,
  withheld,
} from "./payout";
export {
  blockCap,
  blocksUntilNextAuto,
  blocksUntilNextEpochOld,
  deferredBeforeDrain,
  nextEpochStart,
  scheduleBlock,
  shouldRun,
} from "./schedule";

export { flowAverages334, movingPrice233, poolPrice233, priceShares233, priceShares421 } from "./history/shares";
export {
  poolSell233,
  subnetTerms233,
  subnetTerms298,
  subnetTerms342,
} from "./history/terms";
export {
  GENERATED_EPOCH,
  GENERATED_SKIPPED,
  alphaSplit233,
  generateEmission127,
  generateEmission195,
} from "./history/pending";
export {
  distribute233,
  dividendDistribution233,
  epochAmount,
  immuneOwnerHotkeys306,
  parentChild233,
  validatorPool,
  validatorPool257,
} from "./history/payout";
export {
  accumulateHotkey195,
  drainHotkey195,
  emitThroughHotkey127,
  hotkeyHash,
  shouldDrainHotkey195,
  toOwner,
  toOwnerAfter,
  untouchableAdded,
} from "./history/accounts";
export { inheritedStake195 } from "./history/inheritedStake";
