import type { RuleSet } from "../types.js";

/**
 * What differs between the rule sets of the epoch, as switches that the specification, the kernels and the shaders ask
 * for by name. `docs/rules/rule-sets.md` says what each does; a field that a rule set does not read is another matter
 * (`bindings/boundary/input.ts`).
 */
export interface EpochRules {
  /** runtime version that names the rules (rules/table.ts says where they hold) */
  readonly spec: number;
  /** Null consensus exists. null.md */
  readonly nullConsensus: boolean;
  /** the bonds cutoff counts from the last Yuma epoch where known. masks.md 4 */
  readonly bondsCutoffFromYumaStep: boolean;
  /** the cutoff counts from the last epoch where known, else from a tempo before this block. masks.md 4 */
  readonly bondsCutoffFromLastStep: boolean;
  /** one cutoff for all rows; without it bonds are masked as weights are, row by row. masks.md 4 */
  readonly bondsCutoffFromTempo: boolean;
  /** what must not be all zero for liquid alpha to run is the consensus that it compares with. bonds.md 8 */
  readonly liquidAlphaGateSelected: boolean;
  /** liquid alpha may compare with the stored consensus. bonds.md 7 */
  readonly liquidAlphaConsensusSelectable: boolean;
  /** an emission split of another length than the mechanisms' counts, cut or padded with zeros. mechanisms.md 1 */
  readonly shortSplitPadded: boolean;
  /** the owner is exempt from the stake threshold and always permitted. stake.md 2, masks.md 2 */
  readonly ownerPrivileged: boolean;
  /** the exponent of the sigmoid is clamped to 20 either way. bonds.md 6 */
  readonly sigmoidClamped: boolean;
  /** ranks, trust and pruning scores are given. incentive.md 2 */
  readonly ranksReported: boolean;
  /** a subnet's `stake` is summed over its mechanisms and given. mechanisms.md 3 */
  readonly stakeSummed: boolean;
  /** a subnet may have several mechanisms. mechanisms.md */
  readonly mechanisms: boolean;
  /** the bond row of a uid that neither has nor had a permit stays as it is. bonds.md 9 */
  readonly bondRowsKept: boolean;
  /** a bond entry on a uid outside the network aborts. output.md 4 */
  readonly foreignBondsTrap: boolean;
  /** weights older than a pending commit's target are dropped. masks.md 3 */
  readonly commitRevealMask: boolean;
  /** the sigmoid's steepness is signed and in hundredths; without it unsigned and plain. bonds.md 6 */
  readonly steepnessInHundredths: boolean;
  /** Yuma3 can be switched on, with liquid alpha for each cell. bonds.md 4 */
  readonly yuma3: boolean;
  /** nobody without stake gets a permit. lists.md 5 */
  readonly permitsNeedStake: boolean;
  /** liquid alpha has one alpha for each column, in the classic average. bonds.md 10 */
  readonly liquidAlphaByColumn: boolean;
  /** the owner's weight on itself counts. weights.md 2 */
  readonly ownerSelfWeight: boolean;
  /** stake is alpha and weighted TAO, bonds have a penalty, conversions clamp. stake.md 1, bonds.md 1, numbers.md 5 */
  readonly dynamicTao: boolean;
  /** `stakeWeight` is given. output.md 1 */
  readonly stakeWeightReported: boolean;
  /** operators wrap instead of clamping. numbers.md 4 */
  readonly operatorsWrap: boolean;
  /** a weight entry on a uid outside the network in a permitted row aborts. output.md 4 */
  readonly foreignWeightsTrap: boolean;
}

const SPEC_475: EpochRules = {
  spec: 475,
  nullConsensus: true,
  bondsCutoffFromYumaStep: true,
  bondsCutoffFromLastStep: true,
  bondsCutoffFromTempo: true,
  liquidAlphaGateSelected: true,
  liquidAlphaConsensusSelectable: true,
  shortSplitPadded: false,
  ownerPrivileged: true,
  sigmoidClamped: true,
  ranksReported: false,
  stakeSummed: true,
  mechanisms: true,
  bondRowsKept: false,
  foreignBondsTrap: false,
  commitRevealMask: true,
  steepnessInHundredths: true,
  yuma3: true,
  permitsNeedStake: true,
  liquidAlphaByColumn: false,
  ownerSelfWeight: true,
  dynamicTao: true,
  stakeWeightReported: true,
  operatorsWrap: false,
  foreignWeightsTrap: false,
};

// Each is what the next newer one is, but for what is named.
const SPEC_452: EpochRules = { ...SPEC_475, spec: 452, nullConsensus: false, bondsCutoffFromYumaStep: false };
const SPEC_446: EpochRules = { ...SPEC_452, spec: 446, liquidAlphaGateSelected: false };
const SPEC_425: EpochRules = { ...SPEC_446, spec: 425, liquidAlphaConsensusSelectable: false, shortSplitPadded: true };
const SPEC_397: EpochRules = { ...SPEC_425, spec: 397, bondsCutoffFromLastStep: false };
const SPEC_365: EpochRules = { ...SPEC_397, spec: 365, ownerPrivileged: false };
const SPEC_320: EpochRules = { ...SPEC_365, spec: 320, sigmoidClamped: false, ranksReported: true, stakeSummed: false };
const SPEC_297: EpochRules = { ...SPEC_320, spec: 297, mechanisms: false, bondRowsKept: true, foreignBondsTrap: true };
const SPEC_283: EpochRules = { ...SPEC_297, spec: 283, commitRevealMask: false };
const SPEC_273: EpochRules = { ...SPEC_283, spec: 273, steepnessInHundredths: false };
const SPEC_257: EpochRules = { ...SPEC_273, spec: 257, yuma3: false, permitsNeedStake: false, liquidAlphaByColumn: true };
const SPEC_252: EpochRules = { ...SPEC_257, spec: 252, bondsCutoffFromTempo: false };
const SPEC_233: EpochRules = { ...SPEC_252, spec: 233, ownerSelfWeight: false };
const SPEC_195: EpochRules = { ...SPEC_233, spec: 195, dynamicTao: false };
const SPEC_154: EpochRules = { ...SPEC_195, spec: 154, stakeWeightReported: false };
const SPEC_153: EpochRules = { ...SPEC_154, spec: 153, liquidAlphaByColumn: false };
const SPEC_144: EpochRules = { ...SPEC_153, spec: 144, operatorsWrap: true };
const SPEC_127: EpochRules = { ...SPEC_144, spec: 127, foreignWeightsTrap: true };

/** From the oldest to the newest. */
export const RULE_SETS: Readonly<Record<RuleSet, EpochRules>> = {
  "spec-127": SPEC_127,
  "spec-144": SPEC_144,
  "spec-153": SPEC_153,
  "spec-154": SPEC_154,
  "spec-195": SPEC_195,
  "spec-233": SPEC_233,
  "spec-252": SPEC_252,
  "spec-257": SPEC_257,
  "spec-273": SPEC_273,
  "spec-283": SPEC_283,
  "spec-297": SPEC_297,
  "spec-320": SPEC_320,
  "spec-365": SPEC_365,
  "spec-397": SPEC_397,
  "spec-425": SPEC_425,
  "spec-446": SPEC_446,
  "spec-452": SPEC_452,
  "spec-475": SPEC_475,
};

/** The switches in the order of their bits in the word that kernels and shaders are given. */
export const RULE_SWITCHES = Object.keys(SPEC_475).filter((name) => name !== "spec") as readonly Exclude<keyof EpochRules, "spec">[];

/** The switches of a rule set as the word that kernels and shaders are given. */
export const RULE_WORDS = Object.fromEntries(
  Object.entries(RULE_SETS).map(([id, rules]) => [id, RULE_SWITCHES.reduce((word, name, bit) => word + Number(rules[name]) * 2 ** bit, 0)]),
) as Readonly<Record<RuleSet, number>>;

/** What a state of another time may trap on, in the order of the kernels' numbers from 1 on. output.md 4 */
export const TRAPS = ["a weight on a uid outside the network, in a row with a permit", "a bond on a uid outside the network"] as const;

/** All rule sets of the epoch, the oldest first. rule-sets.md 1 */
export const RULE_SET_IDS = Object.keys(RULE_SETS) as readonly RuleSet[];

/** The rule set of a state that names none. */
export const NEWEST_RULE_SET: RuleSet = "spec-475";
