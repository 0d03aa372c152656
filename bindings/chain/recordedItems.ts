import type { ItemName } from "./items.js";

export const PLAIN: readonly ItemName[] = ["TaoWeight", "StakeThreshold", "SubnetOwnerCut"];

/** What there is once for a subnet, at B-1. chain-reading.md 2 and 4 */
export const OF_SUBNET_BEFORE: readonly ItemName[] = [
  "NetworksAdded",
  "SubnetworkN",
  "Tempo",
  "ActivityCutoff",
  "ActivityCutoffFactorMilli",
  "SubnetOwnerHotkey",
  "ValidatorPermit",
  "MaxAllowedValidators",
  "Kappa",
  "BondsPenalty",
  "BondsMovingAverage",
  "Yuma3On",
  "LiquidAlphaOn",
  "AlphaValues",
  "AlphaSigmoidSteepness",
  "CommitRevealWeightsEnabled",
  "RevealPeriodEpochs",
  "SubnetEpochIndex",
  "LastMechansimStepBlock",
  "LastYumaStepBlock",
  "LiquidAlphaConsensusMode",
  "SubnetEpochConsensus",
  "Consensus",
  "MechanismCountCurrent",
  "MechanismEmissionSplit",
  "PendingEmission",
  "PendingAlphaSwapped",
  "PendingServerEmission",
  "PendingValidatorEmission",
  "PendingRootAlphaDivs",
  "OwnerCutEnabled",
  "SubnetAlphaIn",
  "SubnetAlphaOut",
  "FirstEmissionBlockNumber",
  "SubtokenEnabled",
  "NetworkRegistrationAllowed",
];

/** The same at B. chain-reading.md 5 */
export const OF_SUBNET_AFTER: readonly ItemName[] = [
  "SubnetworkN",
  "SubnetOwnerHotkey",
  "BondsResetOn",
  "Active",
  "Emission",
  "Consensus",
  "Dividends",
  "ValidatorTrust",
  "StakeWeight",
  "ValidatorPermit",
  "Rank",
  "Trust",
  "PruningScores",
  "LastMechansimStepBlock",
  "BlocksSinceLastStep",
  "LastEpochBlock",
  "SubnetEpochIndex",
  "PendingEpochAt",
  "PendingEmission",
  "PendingAlphaSwapped",
  "PendingServerEmission",
  "PendingValidatorEmission",
  "PendingRootAlphaDivs",
  "SubnetAlphaInEmission",
  "SubnetAlphaOutEmission",
];

export const OF_MECHANISM_BEFORE: readonly ItemName[] = ["LastUpdate", "ConsensusByMechanism"];
export const OF_MECHANISM_AFTER: readonly ItemName[] = ["LastUpdate", "Incentive", "ConsensusByMechanism"];

export const COMMITS: readonly ItemName[] = ["WeightCommits", "TimelockedWeightCommits", "CRV3WeightCommitsV2"];
