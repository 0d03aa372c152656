/** A state as another rule set would have had it. */
import { stakeRao, totalStake } from "../reference/stake.js";
import { UNREAD } from "../ruleSets/fields.js";
import { NEWEST_RULE_SET, RULE_SETS } from "../ruleSets/ruleSets.js";
import type { RuleSet, SubnetState } from "../types.js";

type Stakes = Pick<SubnetState, "n" | "alphaStake" | "taoStake" | "taoWeight">;

/** One stake for each uid, rao: the floor of alpha and weighted TAO, as the epoch's own output `stake`. stake.md 1 */
export function singleStake({ n, alphaStake, taoStake, taoWeight }: Stakes): BigUint64Array {
  return BigUint64Array.from({ length: n }, (_, uid) => stakeRao(totalStake(alphaStake[uid]!, taoStake[uid]!, taoWeight)));
}

const NONE = new BigUint64Array(0);

function allZero(list: BigUint64Array = NONE): boolean {
  return list.every((value) => value === 0n);
}

/** `notes` say in words what was made up, where something was. */
export interface StateUnderRules {
  state: SubnetState;
  notes: string[];
}

/**
 * A state under another rule set. Stake was one number up to spec-195 and is alpha and weighted TAO from spec-233 on: the
 * one that the state lacks is made of the other. What else its own rule set does not read counts as it stands there.
 */
export function underRules(given: SubnetState, ruleSet: RuleSet): StateUnderRules {
  const own = given.ruleSet ?? NEWEST_RULE_SET;
  const state: SubnetState = { ...given, ruleSet };
  const notes: string[] = [];
  const { dynamicTao } = RULE_SETS[ruleSet];
  if (!dynamicTao && state.stake === undefined) {
    state.stake = singleStake(state);
    notes.push(`stake, which ${ruleSet} reads: made of alphaStake and weighted taoStake, rounded down`);
  } else if (
    dynamicTao &&
    !RULE_SETS[own].dynamicTao &&
    state.stake !== undefined &&
    allZero(state.alphaStake) &&
    allZero(state.taoStake)
  ) {
    Object.assign(state, { alphaStake: state.stake, taoStake: new BigUint64Array(state.n), taoWeight: 0n });
    notes.push(`alphaStake, which ${ruleSet} reads: made of stake; no taoStake, and a taoWeight of 0`);
  }
  const without = [...UNREAD[own].keys()].filter((name) => !UNREAD[ruleSet].has(name) && !STAKES.includes(name));
  if (without.length > 0)
    notes.push(`${without.join(", ")}: read by ${ruleSet} and not by ${own}; 0, off or none where the state does not give it`);
  return { state, notes };
}

const STAKES = ["stake", "alphaStake", "taoStake", "taoWeight"];
