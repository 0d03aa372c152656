import type { SubnetState, Yuma } from "../types.js";
import { explainBonds } from "./bonds.js";
import { explainConsensus } from "./consensus.js";
import { explainDividends } from "./dividends.js";
import { explainEmission } from "./emission.js";
import { checkUid, traceEpoch, type TracedEpoch } from "./epoch.js";
import { explainIncentive } from "./incentive.js";
import { explainActivity, explainPermit } from "./masks.js";
import { explainStake } from "./stake.js";
import { explainIdle, type Idle } from "./idle.js";
import { explainVerdict, type Verdict } from "./verdict.js";
import { explainWeights } from "./weights.js";
import { explainZeros } from "./zeros.js";
import type { Zero } from "./zeroCause.js";

import type { ExplanationParts } from "./parts.js";

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
