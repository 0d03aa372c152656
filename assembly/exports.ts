/** What a host sees: the arena's addresses and the epochs. */
export { arenaBytes } from "./arena";
export * from "./memory";
export { epoch, liquidAlphaRan, panelsRan, trapped } from "./epoch";
export { liquidByColumnRan, liquidLogistic, liquidQuantiles } from "./history/liquidAlphaByColumn";
export { minerBudget, nullEpoch, validatorBudget, winner } from "./null";
export { addToTotals, beginTotals, emissionParts, emissionSplit, splitEmission } from "./mechanisms";

/** Whether this module was compiled with SIMD. */
export const HAS_SIMD: bool = ASC_FEATURE_SIMD;
