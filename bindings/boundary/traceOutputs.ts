import { around, i128, i64, list, optional, raw, sometimes, u16, u64, type Quantities, type Quantity } from "./quantities.js";
import { toJson } from "./jsonForm.js";

/** Raw bits of each uid, of each entry of a matrix: typed arrays. */
const each = (): Quantity<any> => around(raw("I32F32"), list(i64()) as never, "list of i64", { as: "vector", of: "i64" }, toJson);
const matrix = (): Quantity<any> =>
  around(raw("I32F32"), list(i64()) as never, "list of rows [[uid, i64], ...]", { as: "rows", of: "i64" }, toJson);

/** The parts of a trace in the order of the flow. What a rule set or a mode does not have is left out. */
export const TRACE_OUTPUTS = /* @__PURE__ */ ((): Quantities => ({
  stake: each(),
  activeStake: each(),
  weightsNormalized: matrix(),
  preRanks: sometimes(each()),
  consensus: each(),
  clippedWeights: matrix(),
  validatorTrust: each(),
  ranksBeforeNormalize: each(),
  trust: sometimes(each()),
  incentive: each(),
  weightsForBonds: sometimes(matrix()),
  bondsNormalized: sometimes(matrix()),
  bondsDelta: sometimes(matrix()),
  dividends: each(),
  emaBonds: matrix(),
  liquidQuantiles: sometimes(each()),
  liquidLogistic: sometimes(each()),
  liquidAlpha: sometimes(each()),
  liquidAlphaConsensus: sometimes(each()),
}))();

/** The integers of a Null epoch. null.md */
export const NULL_TRACE_OUTPUTS = /* @__PURE__ */ ((): Quantities => ({
  winner: optional(u16("null: no uids")),
  stake: each(),
  incentiveShares: list(i128()),
  dividendShares: list(i128()),
  incentive: each(),
  dividends: each(),
  minerBudget: u64("rao"),
  validatorBudget: u64("rao"),
}))();
