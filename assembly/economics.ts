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
export {
  ALPHA_SPLIT_CELLS,
  COINBASE_AMOUNTS,
  SUBNET_TERMS_CELLS,
  alphaSplit,
  coinbaseBlock,
  distribute,
  dividendDistribution,
  movingPrice,
  parentChild,
  recycledCount,
  rootProportion,
  selfContribution,
  subnetTerms,
  takeSplit,
  validatorAlpha,
  withheld,
} from "./coinbase";
export {
  blockCap,
  blocksUntilNextAuto,
  blocksUntilNextEpochOld,
  deferredBeforeDrain,
  nextEpochStart,
  scheduleBlock,
  shouldRun,
} from "./schedule";
