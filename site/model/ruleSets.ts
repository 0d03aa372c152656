/** What a rule set reads, as far as the page says which of its controls have no effect. A test holds it to the library. */
import type { RuleSet, SubnetState } from "yuma-consensus";
import type { Hyperparameters } from "yuma-consensus/simulate";

/** The first spec whose rule set reads a field; what is not named is read by all. */
const READ_FROM: Readonly<Record<string, number>> = {
  liquidAlpha: 154,
  alphaLow: 154,
  alphaHigh: 154,
  alphaStake: 233,
  taoStake: 233,
  bondsPenalty: 233,
  tempo: 257,
  yuma3: 273,
  stakeThreshold: 273,
  alphaSigmoidSteepness: 273,
  commitReveal: 297,
  commitBlocks: 297,
  lastMechanismStepBlock: 425,
  liquidAlphaConsensusMode: 446,
};

export function specOf(ruleSet: RuleSet): number {
  return Number(ruleSet.slice("spec-".length));
}

export function reads(ruleSet: RuleSet, field: string): boolean {
  return specOf(ruleSet) >= (READ_FROM[field] ?? 0);
}

/** What decides which parameters count. */
export interface RulesAtHand extends Pick<SubnetState, "yuma3" | "liquidAlpha"> {
  readonly ruleSet: RuleSet;
  readonly isNull: boolean;
}

/** Liquid alpha goes with Yuma3 since there is that, and before had one alpha for each column. bonds.md 10 */
function hasLiquidAlpha({ ruleSet, yuma3, liquidAlpha }: RulesAtHand): boolean {
  return liquidAlpha && reads(ruleSet, "liquidAlpha") && (yuma3 || !reads(ruleSet, "yuma3"));
}

const OF_LIQUID_ALPHA: readonly string[] = ["alphaLow", "alphaHigh", "alphaSigmoidSteepness", "liquidAlphaConsensusMode"];
const OF_NULL: readonly string[] = ["raoEmission", "tempo", "activityCutoff", "stakeThreshold"];

/** Why a parameter has no effect under the rules at hand; null where it has one. */
export function withoutEffect(name: keyof Hyperparameters, rules: RulesAtHand): string | null {
  if (rules.isNull) return OF_NULL.includes(name) ? null : "no effect: Null consensus does not read it";
  if (name !== "tempo" && !reads(rules.ruleSet, name)) return `no effect: ${rules.ruleSet} does not read it`;
  if (OF_LIQUID_ALPHA.includes(name) && !hasLiquidAlpha(rules)) return "no effect without liquid alpha";
  if (name === "bondsMovingAverage" && hasLiquidAlpha(rules)) return "no effect while liquid alpha says how fast bonds follow";
  return null;
}
