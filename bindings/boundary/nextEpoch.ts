/** What the chain stores of an epoch for the next one. */
import { NEWEST_RULE_SET, RULE_SETS } from "../ruleSets/ruleSets.js";
import type { EpochResult, SubnetState } from "../types.js";

/** Fields of the state, each with the output that becomes it. */
export const STORED = {
  validatorPermits: "newValidatorPermits",
  bonds: "bonds",
  previousConsensus: "consensus",
} as const satisfies Partial<Record<keyof SubnetState, keyof EpochResult>>;

export type StoredPart = (typeof STORED)[keyof typeof STORED];

export const STORED_PARTS: readonly StoredPart[] = Object.values(STORED);

type Blocks = Pick<SubnetState, "currentBlock" | "lastMechanismStepBlock" | "lastYumaStepBlock">;

/** The blocks of the next epoch's state, `blocks` after the one that ran. */
export function nextBlocks(
  { currentBlock, ruleSet = NEWEST_RULE_SET }: Pick<SubnetState, "currentBlock" | "ruleSet">,
  blocks: bigint,
): Blocks {
  const keepsYumaStep = currentBlock > 0n && RULE_SETS[ruleSet].bondsCutoffFromYumaStep;
  return {
    currentBlock: currentBlock + blocks,
    lastMechanismStepBlock: currentBlock,
    ...(keepsYumaStep && { lastYumaStepBlock: currentBlock }),
  };
}
