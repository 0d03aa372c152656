import fc from "fast-check";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { SubnetState } from "../types.js";
import { stateOptions, type StateOptions } from "./options.js";
import { HOSTILE, PLAIN, mechanism, previousConsensus, shared, yuma, type Manner } from "./parts.js";
import { u64s } from "./values.js";

/**
 * States of one mechanism, for `epoch`, of everything that the boundary lets through: stakes and emissions up to 2^64-1 rao,
 * whose sums wrap; rows in any order, with duplicates, explicit zeros and uids outside the network, beside sorted ones; block
 * numbers on either side of each other and around 2^63 and 2^64; a bonds moving average of more than one; an owner outside
 * the network, a consensus of another length than `n`, no uids at all. Under rule sets before spec-320 an epoch of such a
 * state may abort, as the chain's own would have (ChainTrapError).
 *
 * @returns states of new arrays; they shrink towards few uids, and values to zero
 * @throws EpochInputError where an option is not as `StateOptions` says
 */
export function hostileState(options: StateOptions = {}): fc.Arbitrary<SubnetState> {
  return stateOf(HOSTILE, stateOptions(options, 9));
}

/**
 * States of one mechanism as real networks hold them: each stake at most 21 million tokens (in rao), rows ascending by uid
 * and without duplicates, a bonds moving average of at most one (a million ppm). Parameters take any value of their kind, and
 * block numbers are as hostile as in `hostileState`: no order of them is assumed.
 *
 * @throws EpochInputError where an option is not as `StateOptions` says
 */
export function plainState(options: StateOptions = {}): fc.Arbitrary<SubnetState> {
  return stateOf(PLAIN, stateOptions(options, 12));
}

function stateOf(manner: Manner, options: ReturnType<typeof stateOptions>): fc.Arbitrary<SubnetState> {
  const { ruleSets, minUids, maxUids } = options;
  // One stake for each hotkey is what the older ones read in place of two.
  const withStake = ruleSets.some((id) => !RULE_SETS[id].dynamicTao);
  return fc.tuple(fc.integer({ min: minUids, max: maxUids }), fc.constantFrom(...ruleSets)).chain(([n, ruleSet]) =>
    fc.record({
      ...shared(n, manner),
      ...yuma(n, ruleSet, manner, options),
      ...mechanism(n, manner),
      ...previousConsensus(n),
      raoEmission: manner.rao,
      ...(withStake && { stake: u64s(n, manner.rao) }),
    }),
  );
}
