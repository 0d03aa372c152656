import { EpochInputError } from "../errors.js";
import { LIQUID_ALPHA_CONSENSUS_MODES, checkOptions } from "../boundary/input.js";
import { boolean, integer, oneOf, type Kind } from "../boundary/kinds.js";
import { RULE_SETS, RULE_SET_IDS, type EpochRules } from "../ruleSets/ruleSets.js";
import type { LiquidAlphaConsensusMode, RuleSet } from "../types.js";
import { isArray, mapped } from "../values/arrays.js";

/** Which states are generated. What is not given is drawn. */
export interface StateOptions {
  /**
   * The rule sets to draw from, at least one. Default of states: those from spec-397 on, under which no epoch aborts; of
   * subnets: all that have mechanisms, from spec-320 on.
   */
  readonly ruleSets?: readonly RuleSet[];
  /** fewest uids, 0 to 256; default: 0 */
  readonly minUids?: number;
  /** most uids, 0 to 256; default: 12 of plain states, 9 of hostile ones, 6 of subnets, and no fewer than `minUids` */
  readonly maxUids?: number;
  /** whether Yuma3 is on; default: either */
  readonly yuma3?: boolean;
  /** whether liquid alpha is on; default: either */
  readonly liquidAlpha?: boolean;
  /** which consensus liquid alpha compares with; default: any */
  readonly liquidAlphaConsensusMode?: LiquidAlphaConsensusMode;
}

export interface SubnetOptions extends StateOptions {
  /** default: either, as far as the rule sets have it */
  readonly epochConsensus?: "yuma" | "null";
  /** most mechanisms of a subnet, 1 to 16; default: 4 */
  readonly maxMechanisms?: number;
}

/** As many as a subnet has on the main network. Weights and bonds are a matrix each. */
const MOST_UIDS = 256;
const MOST_MECHANISMS = 16;

const uids = integer(0, MOST_UIDS, `a number of uids from 0 to ${MOST_UIDS}`);
const ruleSet = oneOf(RULE_SET_IDS);

const ruleSets: Pick<Kind<readonly RuleSet[]>, "check"> = {
  check(value, path) {
    if (!isArray(value) || value.length === 0) throw new EpochInputError(path, "an array of at least one rule set", value);
    return mapped(value, (item, i) => ruleSet.check(item, `${path}[${i}]`, 0));
  },
};

const STATE_OPTIONS = {
  ruleSets,
  minUids: uids,
  maxUids: uids,
  yuma3: boolean,
  liquidAlpha: boolean,
  liquidAlphaConsensusMode: oneOf(LIQUID_ALPHA_CONSENSUS_MODES),
};

const SUBNET_OPTIONS = {
  ...STATE_OPTIONS,
  epochConsensus: oneOf(["yuma", "null"] as const),
  maxMechanisms: integer(1, MOST_MECHANISMS, `a number of mechanisms from 1 to ${MOST_MECHANISMS}`),
};

type WithSize<O extends StateOptions> = O & Required<Pick<StateOptions, "ruleSets" | "minUids" | "maxUids">>;

/** Defaults filled in. @throws EpochInputError */
export function stateOptions(options: StateOptions, usualMost: number): WithSize<StateOptions> {
  return withSize(checkOptions<StateOptions>(options, STATE_OPTIONS), usualMost, ruleSetsWith("ownerPrivileged"));
}

/** @throws EpochInputError */
export function subnetOptions(options: SubnetOptions, usualMost: number): WithSize<SubnetOptions> {
  return withSize(checkOptions<SubnetOptions>(options, SUBNET_OPTIONS), usualMost, ruleSetsWith("mechanisms"));
}

function ruleSetsWith(rule: Exclude<keyof EpochRules, "spec">): readonly RuleSet[] {
  return RULE_SET_IDS.filter((id) => RULE_SETS[id][rule]);
}

function withSize<O extends StateOptions>(options: O, usualMost: number, usualRuleSets: readonly RuleSet[]): WithSize<O> {
  const { ruleSets = usualRuleSets, minUids = 0, maxUids = Math.max(minUids, usualMost) } = options;
  if (maxUids < minUids) throw new EpochInputError("options.maxUids", `at least options.minUids, ${minUids}`, maxUids);
  return { ...options, ruleSets, minUids, maxUids };
}
