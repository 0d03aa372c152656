import { RULE_SETS } from "../ruleSets.js";
import { EpochInputError } from "../errors.js";
import { checkState, type CheckedState } from "../input.js";
import { averageClassic, bondsDelta, liquidAlphaConsensus, oldBonds } from "../reference/bonds.js";
import { electorate, type Electorate } from "../reference/consensus.js";
import { earningsClassic, earningsYuma3 } from "../reference/dividends.js";
import { emissionShares, type EmissionShares } from "../reference/emission.js";
import { I32F32 } from "../reference/fixed.js";
import { bondsCutoff, withOwner } from "../reference/masks.js";
import { proportionFromU16 } from "../reference/proportion.js";
import { columnNormalize, columnSums, fromSparseRows, type Rows } from "../reference/rows.js";
import { totalStakes } from "../reference/stake.js";
import type { EpochResult, FixedRows, SubnetState, Yuma } from "../types.js";

/** What an epoch's bonds are made of: whole matrices, raw I32F32. */
export interface BondStages {
  /** a registration at or after this block cleared the bonds on that uid */
  cutoff: bigint;
  old: Rows;
  new: Rows;
  /** as normalised for the dividends */
  shares: Rows;
  averaged: Rows;
  /** column totals of the averaged bonds */
  totals: readonly bigint[];
  /** null where the constant alpha held */
  liquidConsensus: readonly bigint[] | null;
}

/**
 * One epoch with everything that an explanation reads: the engine's own trace, and what the trace leaves out, made by
 * the specification out of it.
 */
export interface TracedEpoch {
  state: CheckedState;
  result: EpochResult;
  /** I64F64 */
  totalsX64: readonly bigint[];
  /** as they masked this epoch's weights */
  permits: readonly boolean[];
  stake: readonly bigint[];
  activeStake: readonly bigint[];
  weights: Rows;
  electorate: Electorate;
  consensus: readonly bigint[];
  clipped: Rows;
  validatorTrust: readonly bigint[];
  ranks: readonly bigint[];
  incentive: readonly bigint[];
  weightsForBonds: Rows;
  bonds: BondStages;
  storedBonds: Rows;
  /** before they are normalised */
  earnings: readonly bigint[];
  dividends: readonly bigint[];
  shares: EmissionShares;
}

/** Runs the epoch once. @throws EpochInputError, EpochSizeError as `yuma.epoch` */
export function traceEpoch(yuma: Yuma, given: SubnetState): TracedEpoch {
  const state = checkState(given);
  const result = yuma.epoch(state, { trace: true });
  const trace = result.trace!;
  const rows = (part: FixedRows) => fromSparseRows(part);
  const values = (part: BigInt64Array) => Array.from(part);
  const activeStake = values(trace.activeStake);
  const consensus = values(trace.consensus);
  const incentive = values(trace.incentive);
  const dividends = values(trace.dividends);
  const stake = values(trace.stake);
  const weightsForBonds = rows(trace.weightsForBonds);
  const storedBonds = rows(trace.emaBonds);
  const bonds = bondStages(state, weightsForBonds, storedBonds, activeStake, consensus);
  return {
    state,
    result,
    totalsX64: totalStakes(state),
    permits: withOwner(Array.from(state.validatorPermits, Boolean), state.ownerUid),
    stake,
    activeStake,
    weights: rows(trace.weightsNormalized),
    electorate: electorate(activeStake, proportionFromU16(state.kappa)),
    consensus,
    clipped: rows(trace.clippedWeights),
    validatorTrust: values(trace.validatorTrust),
    ranks: values(trace.ranksBeforeNormalize),
    incentive,
    weightsForBonds,
    bonds,
    storedBonds,
    earnings: state.yuma3
      ? earningsYuma3(bonds.averaged, incentive, activeStake)
      : earningsClassic(bonds.shares, incentive),
    dividends,
    shares: emissionShares(incentive, dividends, stake, activeStake),
  };
}

function bondStages(
  state: CheckedState,
  weightsForBonds: Rows,
  stored: Rows,
  activeStake: readonly bigint[],
  consensus: readonly bigint[],
): BondStages {
  const averaged = state.yuma3 ? stored : averageClassic(state, weightsForBonds, activeStake);
  return {
    cutoff: bondsCutoff(state, RULE_SETS[state.ruleSet].bondsCutoffFromYumaStep),
    old: oldBonds(state),
    new: state.yuma3 ? weightsForBonds : bondsDelta(weightsForBonds, activeStake, state.n),
    averaged,
    shares: columnNormalize(averaged, state.n),
    totals: columnSums(averaged, new Array<bigint>(state.n).fill(I32F32.ONE), state.n),
    liquidConsensus: liquidAlphaConsensus(state, consensus),
  };
}

/** @throws EpochInputError where the network has no such uid */
export function checkUid({ n }: { n: number }, uid: number): number {
  if (!Number.isInteger(uid) || uid < 0 || uid >= n) {
    throw new EpochInputError("uid", n === 0 ? "a state with uids" : `a uid from 0 to ${n - 1}`, uid);
  }
  return uid;
}
