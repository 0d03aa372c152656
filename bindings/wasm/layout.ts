/**
 * Which exported global of the WebAssembly module holds the address of what: the names of `assembly/memory.ts` with
 * the arrays they are read and written as. All vectors have one element a uid.
 */

import type { EpochRules } from "../ruleSets/ruleSets.js";
import type { HistoricEpochResult } from "../types.js";

export interface VectorType<T> {
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T & { slice(): T };
}

export type ResultVector = Exclude<keyof HistoricEpochResult, "bonds" | "trace" | "digest">;

export const STATE_SCALARS = [
  "currentBlock",
  "activityCutoff",
  "tempo",
  "lastMechanismStepBlock",
  "taoWeight",
  "stakeThreshold",
  "maxAllowedValidators",
  "kappa",
  "bondsPenalty",
  "bondsMovingAverage",
  "yuma3",
  "liquidAlpha",
  "alphaSigmoidSteepness",
  "alphaLow",
  "alphaHigh",
  "commitReveal",
  "raoEmission",
] as const;

/** The scalars that a Null epoch reads. */
export const NULL_STATE_SCALARS = ["currentBlock", "activityCutoff", "taoWeight", "stakeThreshold", "commitReveal"] as const;

export const SHARED_VECTORS = ["blockAtRegistration", "alphaStake", "taoStake"] as const;

export const RESULT_VECTORS: Readonly<Record<ResultVector, VectorType<Uint8Array | Uint16Array | BigUint64Array>>> = {
  stakeWeight: Uint16Array,
  active: Uint8Array,
  consensus: Uint16Array,
  incentive: Uint16Array,
  dividends: Uint16Array,
  validatorTrust: Uint16Array,
  ranks: Uint16Array,
  trust: Uint16Array,
  pruningScores: Uint16Array,
  serverEmission: BigUint64Array,
  validatorEmission: BigUint64Array,
  emission: BigUint64Array,
  newValidatorPermits: Uint8Array,
  stake: BigUint64Array,
};

export const RESULT_NAMES = Object.keys(RESULT_VECTORS) as readonly ResultVector[];

/** Whether the epoch of a rule set gives a list. output.md 1 */
export function isGiven(name: ResultVector, { stakeWeightReported, dynamicTao, ranksReported }: EpochRules): boolean {
  if (name === "stakeWeight") return stakeWeightReported;
  if (name === "stake") return dynamicTao;
  return ranksReported || !(name === "ranks" || name === "trust" || name === "pruningScores");
}

/** The terms summed over a subnet's mechanisms. */
export const TOTAL_VECTORS = {
  stakeWeight: "totalStakeWeight",
  active: "totalActive",
  consensus: "totalConsensus",
  dividends: "totalDividends",
  validatorTrust: "totalValidatorTrust",
  ranks: "totalRanks",
  trust: "totalTrust",
  pruningScores: "totalPruningScores",
  serverEmission: "totalServerEmission",
  validatorEmission: "totalValidatorEmission",
  emission: "totalEmission",
  newValidatorPermits: "totalNewValidatorPermits",
  stake: "totalStake",
} as const;

export const TOTAL_NAMES = Object.keys(TOTAL_VECTORS) as readonly (keyof typeof TOTAL_VECTORS)[];

/** Raw I32F32 by part of the trace. */
export const TRACE_VECTORS = {
  stake: "stakeX32",
  activeStake: "activeStakeX32",
  preRanks: "preRanksX32",
  consensus: "consensusX32",
  validatorTrust: "validatorTrustX32",
  ranksBeforeNormalize: "ranksX32",
  trust: "trustX32",
  incentive: "incentiveX32",
  dividends: "dividendsX32",
} as const;

export const TRACE_ROWS = {
  weightsNormalized: "weightsX32",
  clippedWeights: "clippedWeightsX32",
  weightsForBonds: "weightsForBondsX32",
  bondsNormalized: "bondsX32",
  bondsDelta: "bondsDeltaX32",
  emaBonds: "emaBondsX32",
} as const;

/** The parts of a trace in the order in which an epoch makes them, which is that of the JSON form. */
export const TRACE_PARTS = [
  "stake",
  "activeStake",
  "weightsNormalized",
  "preRanks",
  "consensus",
  "clippedWeights",
  "validatorTrust",
  "ranksBeforeNormalize",
  "trust",
  "incentive",
  "weightsForBonds",
  "bondsNormalized",
  "bondsDelta",
  "dividends",
  "emaBonds",
] as const satisfies readonly (keyof typeof TRACE_VECTORS | keyof typeof TRACE_ROWS)[];

export type TracePart = (typeof TRACE_PARTS)[number];

/** Whether the epoch of a rule set has a part. */
export function isTraced(part: TracePart, { ranksReported, dynamicTao }: EpochRules): boolean {
  if (part === "preRanks") return ranksReported;
  if (part === "weightsForBonds") return dynamicTao;
  return !dynamicTao || !(part === "trust" || part === "bondsNormalized" || part === "bondsDelta");
}
