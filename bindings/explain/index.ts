/**
 * Why a number is what it is: one uid's result taken apart, from the engine's trace, in parts that add up in raw bits.
 *
 * @module yuma-consensus/explain
 */
export { diff } from "../diff/index.js";
export { explain, explainer } from "./explain.js";
export { compareEpochs } from "./compare.js";
export { mostSurprising, type Surprise } from "./mostSurprising.js";
export { compareTrust } from "./trust.js";
export * from "../errors.js";
export type * from "../diff/index.js";
export type * from "./bonds.js";
export type { WhatIfChanges, WhatIfRow } from "./changedState.js";
export type * from "./compare.js";
export type * from "./consensus.js";
export type * from "./dividends.js";
export type * from "./emission.js";
export type * from "./incentive.js";
export type * from "./explain.js";
export type * from "./masks.js";
export type * from "./parts.js";
export type * from "./singleChange.js";
export type * from "./stake.js";
export type * from "./heldBonds.js";
export type * from "./idle.js";
export type { Cause } from "./transition.js";
export type * from "./trust.js";
export type * from "./verdict.js";
export type * from "./verdictCause.js";
export type * from "./weights.js";
export { whatIf } from "./whatIf.js";
export type * from "./whatIf.js";
export type * from "./zeroCause.js";
