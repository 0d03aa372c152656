/** What a rule set reads, as far as the page says which of its controls have no effect. A test holds it to the library. */
import { NEWEST_RULE_SET, type RuleSet, type SubnetState } from "yuma-consensus";
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

/** Whether the rules are those before dynamic TAO, with one stake for each uid in place of alpha and TAO. */
export function readsStake({ ruleSet = NEWEST_RULE_SET }: Pick<SubnetState, "ruleSet">): boolean {
  return !reads(ruleSet, "alphaStake");
}

/** Alpha, or the one stake that there was before: what the state's rule set reads. rao */
export function stakeOf(state: Pick<SubnetState, "ruleSet" | "alphaStake" | "stake">): BigUint64Array {
  return readsStake(state) ? state.stake! : state.alphaStake;
}

/** The state with another stake of that kind. */
export function withStakes(state: SubnetState, stakes: BigUint64Array): SubnetState {
  return readsStake(state) ? { ...state, stake: stakes } : { ...state, alphaStake: stakes };
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
