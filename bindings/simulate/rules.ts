import { EpochInputError } from "../errors.js";
import { LIQUID_ALPHA_CONSENSUS_MODES, type Fields } from "../boundary/input.js";
import { boolean, i16, integer, oneOf, u16, u64 } from "../boundary/kinds.js";
import { NEWEST_RULE_SET, RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import type { SubnetState } from "../types.js";
import type { Hyperparameters, Rules, Scenario, Variant } from "./types.js";

export const HYPERPARAMETERS: Fields<Hyperparameters> = {
  ruleSet: oneOf(RULE_SET_IDS),
  tempo: integer(1, 65_535, "a number of blocks from 1 to 65535"),
  activityCutoff: u64,
  stakeThreshold: u64,
  maxAllowedValidators: u16,
  kappa: u16,
  bondsPenalty: u16,
  bondsMovingAverage: u64,
  alphaSigmoidSteepness: i16,
  alphaLow: u16,
  alphaHigh: u16,
  liquidAlphaConsensusMode: oneOf(LIQUID_ALPHA_CONSENSUS_MODES),
  raoEmission: u64,
  bondsReset: boolean,
};

/** What holds where a scenario says nothing; the number of validators is the most that get a permit. */
export const DEFAULTS: Omit<Hyperparameters, "maxAllowedValidators" | "bondsMovingAverage" | "bondsReset"> = {
  ruleSet: NEWEST_RULE_SET,
  tempo: 360,
  activityCutoff: 5_000n,
  stakeThreshold: 0n,
  kappa: 32_767, // one half
  bondsPenalty: 65_535, // one
  alphaSigmoidSteepness: 1_000,
  alphaLow: 45_875, // 0.7
  alphaHigh: 58_982, // 0.9
  liquidAlphaConsensusMode: "auto",
  raoEmission: 1_000_000_000n,
};

type RuleSwitches = Pick<SubnetState, "yuma3" | "liquidAlpha"> & Pick<Hyperparameters, "bondsMovingAverage" | "bondsReset">;

/** The switches of each, and the pace that the chain's own studies give it: 0.1 an epoch, or 0.025. */
export const RULES: Readonly<Record<Rules, RuleSwitches>> = {
  yuma2: { yuma3: false, liquidAlpha: false, bondsMovingAverage: 900_000n, bondsReset: false },
  yuma3: { yuma3: true, liquidAlpha: false, bondsMovingAverage: 975_000n, bondsReset: true },
  "yuma3-liquid": { yuma3: true, liquidAlpha: true, bondsMovingAverage: 975_000n, bondsReset: true },
};

export const RULE_NAMES = Object.keys(RULES) as readonly Rules[];

/** The chain refuses to set them in the other order. @throws EpochInputError */
export function checkAlphas({ alphaLow, alphaHigh }: Pick<Hyperparameters, "alphaLow" | "alphaHigh">, path: string): void {
  if (alphaLow > alphaHigh) throw new EpochInputError(path, `at most alphaHigh (${alphaHigh}), as the chain has it`, alphaLow);
}

/** The same of what holds in each epoch of a scenario under a variant. @throws EpochInputError */
export function checkAlphaOrder(
  { hyperparameters, changes }: Pick<Scenario, "hyperparameters" | "changes">,
  variant: Pick<Variant, "hyperparameters">,
): void {
  const held = { ...DEFAULTS, ...hyperparameters, ...variant.hyperparameters };
  const sorted = [...changes].sort((a, b) => a.epoch - b.epoch);
  if (sorted[0]?.epoch !== 0) checkAlphas(held, "alphaLow");
  sorted.forEach(({ epoch, hyperparameters: changed }, i) => {
    Object.assign(held, changed);
    if (sorted[i + 1]?.epoch !== epoch) checkAlphas(held, "alphaLow");
  });
}
