import { stakeRao, totalStakes } from "../reference/stake.js";
import { checkState } from "../boundary/input.js";
import { checkResult } from "../boundary/result.js";
import type { EpochResult, SubnetState } from "../types.js";

/** A validator and what its emission is measured by. */
export interface Surprise {
  uid: number;
  /** what it got for validating, and what it would have got by its stake alone */
  rao: bigint;
  byStakeRao: bigint;
  /** what all validators got, and the stake of those with a permit, by which that is divided */
  allRao: bigint;
  stakeRao: bigint;
  allStakeRao: bigint;
}

/**
 * Of the validators with a permit in this epoch the one whose emission is furthest, either way and in rao, from what its
 * part of their stake would give it of all that validators got; of equals the lowest uid. Null where none has stake.
 * @throws EpochInputError where the state cannot be a chain state, or the result is none of its epoch
 */
export function mostSurprising(given: SubnetState, result: Pick<EpochResult, "validatorEmission">): Surprise | null {
  const state = checkState(given);
  const { validatorEmission } = checkResult(result, ["validatorEmission"], state.n);
  const validators = Array.from({ length: state.n }, (_, uid) => uid).filter((uid) => state.validatorPermits[uid] === 1);
  const stakes = totalStakes(state).map(stakeRao);
  const sum = (of: (uid: number) => bigint) => validators.reduce((all, uid) => all + of(uid), 0n);
  const allStakeRao = sum((uid) => stakes[uid]!);
  const allRao = sum((uid) => validatorEmission[uid]!);
  if (allStakeRao === 0n) return null;
  const distance = (uid: number) => {
    const apart = validatorEmission[uid]! * allStakeRao - allRao * stakes[uid]!;
    return apart < 0n ? -apart : apart;
  };
  const uid = validators.reduce((most, uid) => (distance(uid) > distance(most) ? uid : most));
  const byStakeRao = (allRao * stakes[uid]!) / allStakeRao;
  return { uid, rao: validatorEmission[uid]!, byStakeRao, allRao, stakeRao: stakes[uid]!, allStakeRao };
}
