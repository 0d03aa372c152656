/**
 * Why a number is what it is: one uid's result taken apart, from the engine's trace, in parts that add up in raw bits.
 *
 * @module
 */
import type { RuleSet, SubnetState, Yuma } from "../types.js";
import { explainBonds, type BondExplanation } from "./bonds.js";
import { explainConsensus, type ConsensusExplanation } from "./consensus.js";
import { explainDividends, type DividendsExplanation } from "./dividends.js";
import { explainEmission, type EmissionExplanation } from "./emission.js";
import { checkUid, traceEpoch, type TracedEpoch } from "./epoch.js";
import { explainIncentive, type IncentiveExplanation } from "./incentive.js";
import { explainActivity, explainPermit, type ActivityExplanation, type PermitExplanation } from "./masks.js";
import { explainStake, type StakeExplanation } from "./stake.js";
import { explainIdle, type Idle } from "./idle.js";
import { explainVerdict, type Verdict } from "./verdict.js";
import { explainWeights, type WeightExplanation } from "./weights.js";
import { explainZeros, type Zero } from "./zeros.js";

export type Mode = "classic" | "yuma3" | "liquid alpha";

/** The parts of an explanation. Raw I32F32 where a name ends in X32. */
export interface ExplanationParts {
  uid: number;
  n: number;
  block: bigint;
  ruleSet: RuleSet;
  /** "liquid alpha" only where it really ran: with some consensus to compare with */
  mode: Mode;
  stake: StakeExplanation;
  activity: ActivityExplanation;
  permit: PermitExplanation;
  /** as a validator, in stored order */
  weights: WeightExplanation[];
  /** the sum of the clipped weights */
  validatorTrustX32: bigint;
  /** as a miner */
  consensus: ConsensusExplanation;
  incentive: IncentiveExplanation;
  /** as a validator, by miner */
  bonds: BondExplanation[];
  /** which consensus liquid alpha compared with; null where the alpha is the constant one */
  liquidAlphaConsensus: "of this epoch" | "stored by the epoch before" | null;
  /** registrations at or after this block cleared the bonds on a miner */
  bondsCutoff: bigint;
  dividends: DividendsExplanation;
  emission: EmissionExplanation;
}

/** One uid of one epoch, as a validator and as a miner. */
export interface Explanation extends ExplanationParts {
  /** what it got, what decided that, and what would have altered it */
  verdict: Verdict;
  /** every output of the uid that is 0, in the order of the epoch, and why */
  zeros: Zero[];
  /** what the state sets without any effect on this epoch, whatever the uid */
  idle: Idle[];
}

/**
 * Where one uid's result comes from.
 * @param uid from 0 to n - 1
 * @throws EpochInputError where the state cannot be a chain state, or has no such uid
 * @throws EpochSizeError where the state does not fit into memory
 */
export function explain(yuma: Yuma, state: SubnetState, uid: number): Explanation {
  return explainer(yuma, state)(uid);
}

/** The same for several uids: the epoch runs once. @throws EpochInputError, EpochSizeError as `explain` */
export function explainer(yuma: Yuma, state: SubnetState): (uid: number) => Explanation {
  const epoch = traceEpoch(yuma, state);
  let idle: Idle[] | undefined;
  return (uid) => explainUid(epoch, checkUid(epoch.state, uid), (idle ??= explainIdle(epoch)));
}

function explainUid(epoch: TracedEpoch, uid: number, idle: readonly Idle[]): Explanation {
  const { state } = epoch;
  const bonds = explainBonds(epoch, uid);
  const parts: ExplanationParts = {
    uid,
    n: state.n,
    block: state.currentBlock,
    ruleSet: state.ruleSet,
    mode: !state.yuma3 ? "classic" : epoch.bonds.liquidConsensus === null ? "yuma3" : "liquid alpha",
    stake: explainStake(epoch, uid),
    activity: explainActivity(epoch, uid),
    permit: explainPermit(epoch, uid),
    weights: explainWeights(epoch, uid),
    validatorTrustX32: epoch.validatorTrust[uid]!,
    consensus: explainConsensus(epoch, uid),
    incentive: explainIncentive(epoch, uid),
    bonds,
    liquidAlphaConsensus:
      epoch.bonds.liquidConsensus === null
        ? null
        : epoch.bonds.liquidConsensus === epoch.consensus
          ? "of this epoch"
          : "stored by the epoch before",
    bondsCutoff: epoch.bonds.cutoff,
    dividends: explainDividends(epoch, uid, bonds),
    emission: explainEmission(epoch, uid),
  };
  const zeros = explainZeros(epoch, parts);
  return { verdict: explainVerdict(epoch, parts, zeros), ...parts, zeros, idle: idle.map((one) => ({ ...one })) };
}

export { diff } from "../diff/index.js";
export { compareEpochs } from "./compare.js";
export { compareTrust } from "./trust.js";
export * from "../errors.js";
export type * from "../diff/index.js";
export type * from "./bonds.js";
export type * from "./change.js";
export type { WhatIfChanges, WhatIfRow } from "./changedState.js";
export type * from "./compare.js";
export type * from "./consensus.js";
export type * from "./dividends.js";
export type * from "./emission.js";
export type * from "./incentive.js";
export type * from "./masks.js";
export type * from "./stake.js";
export type * from "./heldBonds.js";
export type * from "./idle.js";
export type { Cause } from "./transition.js";
export type * from "./trust.js";
export type * from "./verdict.js";
export type * from "./weights.js";
export { whatIf } from "./whatIf.js";
export type * from "./whatIf.js";
export type * from "./zeros.js";
