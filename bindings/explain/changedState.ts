import { checkState, type CheckedState } from "../boundary/input.js";
import { withRow } from "../boundary/withRow.js";
import type { StoredRow, SubnetState } from "../types.js";
import { checkUid } from "./epoch.js";

/** The scalars of a state that may be otherwise. */
export const SCALARS = [
  "ruleSet",
  "currentBlock",
  "activityCutoff",
  "taoWeight",
  "stakeThreshold",
  "ownerUid",
  "commitReveal",
  "tempo",
  "lastMechanismStepBlock",
  "lastYumaStepBlock",
  "maxAllowedValidators",
  "kappa",
  "bondsPenalty",
  "bondsMovingAverage",
  "yuma3",
  "liquidAlpha",
  "alphaSigmoidSteepness",
  "alphaLow",
  "alphaHigh",
  "liquidAlphaConsensusMode",
  "raoEmission",
] as const;

export type Scalar = (typeof SCALARS)[number];

/** A stored row: pairs of a uid and a u16, in stored order. */
export type WhatIfRow = readonly (readonly [uid: number, value: number])[];

/** What the uid itself has. */
interface Own {
  /** block of its last weight setting */
  lastUpdate: bigint;
  blockAtRegistration: bigint;
  /** rao */
  alphaStake: bigint;
  /** rao */
  taoStake: bigint;
  /** block of its pending commit, 2^64-1 for none */
  commitBlock: bigint;
  /** whether the epoch before gave it one */
  permit: boolean;
  /** its row; the block of its last weight setting stays as it is */
  weights: WhatIfRow;
  bonds: WhatIfRow;
}

/** What would be otherwise: scalars of the state under their own names, and what the uid itself has. */
export type WhatIfChanges = Partial<Pick<CheckedState, Scalar> & Own>;

/** How what the uid itself has is put into a state. */
const OWN: { readonly [Name in keyof Own]: (state: CheckedState, uid: number, value: Own[Name]) => Partial<CheckedState> } = {
  lastUpdate: ({ lastUpdate }, uid, value) => ({ lastUpdate: lastUpdate.with(uid, value) }),
  blockAtRegistration: ({ blockAtRegistration }, uid, value) => ({ blockAtRegistration: blockAtRegistration.with(uid, value) }),
  alphaStake: ({ alphaStake }, uid, value) => ({ alphaStake: alphaStake.with(uid, value) }),
  taoStake: ({ taoStake }, uid, value) => ({ taoStake: taoStake.with(uid, value) }),
  commitBlock: ({ commitBlocks }, uid, value) => ({ commitBlocks: commitBlocks.with(uid, value) }),
  permit: ({ validatorPermits }, uid, value) => ({ validatorPermits: validatorPermits.with(uid, Number(value)) }),
  weights: ({ weights }, uid, value) => ({ weights: withRow(weights, uid, rowOf(value)) }),
  bonds: ({ bonds }, uid, value) => ({ bonds: withRow(bonds, uid, rowOf(value)) }),
};

/** The state with the changes made, which are taken as they are; the given one is left untouched. @throws EpochInputError */
export function changedState(given: SubnetState, uid: number, changes: WhatIfChanges): CheckedState {
  const asGiven = checkState(given);
  checkUid(asGiven, uid);
  // What the new rule set does not read counts for nothing; what only it reads is still in what was given.
  const state =
    changes.ruleSet === undefined ? asGiven : checkState(Object.create(given, { ruleSet: { value: changes.ruleSet } }) as SubnetState);
  const changed = { ...state };
  for (const [name, value] of Object.entries(changes)) {
    const own = OWN[name as keyof Own] as ((state: CheckedState, uid: number, value: unknown) => Partial<CheckedState>) | undefined;
    Object.assign(changed, own === undefined ? { [name]: value } : own(changed, uid, value));
  }
  return changed;
}

function rowOf(entries: WhatIfRow): StoredRow {
  return { uids: Uint16Array.from(entries, ([miner]) => miner), values: Uint16Array.from(entries, ([, value]) => value) };
}
