/** Results as fields of an answer: references to where the kernels left them. output.md 1 */
import { keepArena, resetArena, take } from "../arena";
import { liquidAlphaRan } from "../epoch";
import { cell, high } from "../fixed/cell";
import { liquidByColumnRan, liquidLogistic, liquidQuantiles } from "../history/liquidAlphaByColumn";
import * as at from "../memory";
import { minerBudget, validatorBudget, winner } from "../null";
import { Rows } from "../rows";
import {
  DYNAMIC_TAO,
  LIQUID_ALPHA_BY_COLUMN,
  LIQUID_ALPHA_CONSENSUS_SELECTABLE,
  RANKS_REPORTED,
  STAKE_SUMMED,
  STAKE_WEIGHT_REPORTED,
  has,
} from "../ruleSets";
import * as layout from "./epochLayouts";

/** The answer's first byte, from which references count. */
let base: usize = 0;

export function setBase(address: usize): void {
  base = address;
}

/** The reference at `reference`: so many items from `address` on. */
function refer(reference: usize, address: usize, count: u32): void {
  store<u32>(reference, <u32>(address - base));
  store<u32>(reference, count, 4);
}

/** The same behind a flag. References are aligned to 4. */
function referSometimes(isGiven: bool, field: usize, address: usize, count: u32): void {
  store<u8>(field, isGiven);
  if (isGiven) refer(field + 4, address, count);
}

/** Starts, uids and values of n rows. */
function referRows(reference: usize, rows: Rows): void {
  const count = rows.start(at.n);
  refer(reference, rows.starts, at.n + 1);
  refer(reference + 8, rows.uids, count);
  refer(reference + 16, rows.values, count);
}

function referRowsSometimes(isGiven: bool, field: usize, rows: Rows): void {
  store<u8>(field, isGiven);
  if (isGiven) referRows(field + 4, rows);
}

/** The struct of an epoch's answer. */
export function writeEpoch(struct: usize): void {
  const n = at.n;
  const ranked = has(at.rules, RANKS_REPORTED);
  referSometimes(has(at.rules, STAKE_WEIGHT_REPORTED), struct + layout.EPOCH_OUT_STAKE_WEIGHT, at.stakeWeight, n);
  refer(struct + layout.EPOCH_OUT_ACTIVE, at.active, n);
  refer(struct + layout.EPOCH_OUT_CONSENSUS, at.consensus, n);
  refer(struct + layout.EPOCH_OUT_INCENTIVE, at.incentive, n);
  refer(struct + layout.EPOCH_OUT_DIVIDENDS, at.dividends, n);
  refer(struct + layout.EPOCH_OUT_VALIDATOR_TRUST, at.validatorTrust, n);
  referSometimes(ranked, struct + layout.EPOCH_OUT_RANKS, at.ranks, n);
  referSometimes(ranked, struct + layout.EPOCH_OUT_TRUST, at.trust, n);
  referSometimes(ranked, struct + layout.EPOCH_OUT_PRUNING_SCORES, at.pruningScores, n);
  refer(struct + layout.EPOCH_OUT_SERVER_EMISSION, at.serverEmission, n);
  refer(struct + layout.EPOCH_OUT_VALIDATOR_EMISSION, at.validatorEmission, n);
  refer(struct + layout.EPOCH_OUT_EMISSION, at.emission, n);
  refer(struct + layout.EPOCH_OUT_NEW_VALIDATOR_PERMITS, at.newValidatorPermits, n);
  referSometimes(has(at.rules, DYNAMIC_TAO), struct + layout.EPOCH_OUT_STAKE, at.stake, n);
  referRows(struct + layout.EPOCH_OUT_BONDS, at.bonds);
}

/** The struct of a subnet's answer, whose totals are complete; both kinds of subnet have the same. mechanisms.md 3 */
export function writeSubnet(struct: usize, mechanisms: usize, mechanismCount: u32, traces: usize): void {
  const n = at.n;
  const ranked = has(at.rules, RANKS_REPORTED);
  referSometimes(has(at.rules, STAKE_WEIGHT_REPORTED), struct + layout.YUMA_SUBNET_OUT_STAKE_WEIGHT, at.totalStakeWeight, n);
  refer(struct + layout.YUMA_SUBNET_OUT_ACTIVE, at.totalActive, n);
  refer(struct + layout.YUMA_SUBNET_OUT_CONSENSUS, at.totalConsensus, n);
  refer(struct + layout.YUMA_SUBNET_OUT_DIVIDENDS, at.totalDividends, n);
  refer(struct + layout.YUMA_SUBNET_OUT_VALIDATOR_TRUST, at.totalValidatorTrust, n);
  referSometimes(ranked, struct + layout.YUMA_SUBNET_OUT_RANKS, at.totalRanks, n);
  referSometimes(ranked, struct + layout.YUMA_SUBNET_OUT_TRUST, at.totalTrust, n);
  referSometimes(ranked, struct + layout.YUMA_SUBNET_OUT_PRUNING_SCORES, at.totalPruningScores, n);
  refer(struct + layout.YUMA_SUBNET_OUT_SERVER_EMISSION, at.totalServerEmission, n);
  refer(struct + layout.YUMA_SUBNET_OUT_VALIDATOR_EMISSION, at.totalValidatorEmission, n);
  refer(struct + layout.YUMA_SUBNET_OUT_EMISSION, at.totalEmission, n);
  refer(struct + layout.YUMA_SUBNET_OUT_NEW_VALIDATOR_PERMITS, at.totalNewValidatorPermits, n);
  referSometimes(has(at.rules, STAKE_SUMMED), struct + layout.YUMA_SUBNET_OUT_STAKE, at.totalStake, n);
  refer(struct + layout.YUMA_SUBNET_OUT_MECHANISMS, mechanisms, mechanismCount);
  if (traces != 0) refer(struct + layout.YUMA_SUBNET_OUT_TRACE, traces, mechanismCount);
}

/** Room for the vectors of a mechanism's results, which the next mechanism's epoch would overwrite. */
export function mechanismBytes(): u64 {
  return (<u64>at.n) * 20 + 64;
}

/** A vector where nothing overwrites it, behind what is in the arena. */
function copied(vector: usize, bytes: usize): usize {
  const copy = take(bytes);
  memory.copy(copy, vector, bytes);
  return copy;
}

/** The struct of a mechanism's results and copies of its vectors, for which there is room at `room`; without bonds. */
export function writeMechanism(struct: usize, room: usize): void {
  const n = <usize>at.n;
  const amounts = (room + 7) & ~7;
  const incentive = amounts + (n << 4);
  const consensus = (incentive + (n << 1) + 7) & ~7;
  memory.copy(amounts, at.serverEmission, n << 3);
  memory.copy(amounts + (n << 3), at.validatorEmission, n << 3);
  memory.copy(incentive, at.incentive, n << 1);
  memory.copy(consensus, at.consensus, n << 1);
  refer(struct + layout.YUMA_SUBNET_OUT_MECHANISMS_INCENTIVE, incentive, at.n);
  refer(struct + layout.YUMA_SUBNET_OUT_MECHANISMS_CONSENSUS, consensus, at.n);
  refer(struct + layout.YUMA_SUBNET_OUT_MECHANISMS_SERVER_EMISSION, amounts, at.n);
  refer(struct + layout.YUMA_SUBNET_OUT_MECHANISMS_VALIDATOR_EMISSION, amounts + (n << 3), at.n);
}

/** Refers to a mechanism's bonds and keeps them: all of its matrices where a trace refers to those, else the bonds alone. */
export function keepBonds(struct: usize, withMatrices: bool): void {
  if (!withMatrices) {
    // They lie behind what is kept, in this order, and are moved down to it.
    const rows = at.bonds;
    const count = <usize>rows.start(at.n);
    resetArena();
    rows.starts = copied(rows.starts, (<usize>at.n + 1) << 2);
    rows.uids = copied(rows.uids, count << 1);
    rows.values = copied(rows.values, count << 1);
  }
  keepArena();
  referRowsSometimes(true, struct + layout.YUMA_SUBNET_OUT_MECHANISMS_BONDS, at.bonds);
}

/** Bytes of the copies that a trace takes: at most 16 vectors. */
export function traceBytes(): u64 {
  return <u64>at.n << 7;
}

/** One vector of the trace: where the next mechanism's epoch overwrites it, a copy. */
@inline
function traced(vector: usize, copies: bool): usize {
  return copies ? copied(vector, (<usize>at.n) << 3) : vector;
}

/** The struct of a trace. There is room for the copies, which a subnet's mechanisms need. */
export function writeTrace(struct: usize, copies: bool): void {
  const n = at.n;
  const dynamicTao = has(at.rules, DYNAMIC_TAO);
  memory.fill(struct, 0, layout.EPOCH_OUT_TRACE_SIZE);
  refer(struct + layout.EPOCH_OUT_TRACE_STAKE, traced(at.stakeX32, copies), n);
  refer(struct + layout.EPOCH_OUT_TRACE_ACTIVE_STAKE, traced(at.activeStakeX32, copies), n);
  referRows(struct + layout.EPOCH_OUT_TRACE_WEIGHTS_NORMALIZED, at.weightsX32);
  referSometimes(has(at.rules, RANKS_REPORTED), struct + layout.EPOCH_OUT_TRACE_PRE_RANKS, traced(at.preRanksX32, copies), n);
  refer(struct + layout.EPOCH_OUT_TRACE_CONSENSUS, traced(at.consensusX32, copies), n);
  referRows(struct + layout.EPOCH_OUT_TRACE_CLIPPED_WEIGHTS, at.clippedWeightsX32);
  refer(struct + layout.EPOCH_OUT_TRACE_VALIDATOR_TRUST, traced(at.validatorTrustX32, copies), n);
  refer(struct + layout.EPOCH_OUT_TRACE_RANKS_BEFORE_NORMALIZE, traced(at.ranksX32, copies), n);
  referSometimes(!dynamicTao, struct + layout.EPOCH_OUT_TRACE_TRUST, traced(at.trustX32, copies), n);
  refer(struct + layout.EPOCH_OUT_TRACE_INCENTIVE, traced(at.incentiveX32, copies), n);
  referRowsSometimes(dynamicTao, struct + layout.EPOCH_OUT_TRACE_WEIGHTS_FOR_BONDS, at.weightsForBondsX32);
  referRowsSometimes(!dynamicTao, struct + layout.EPOCH_OUT_TRACE_BONDS_NORMALIZED, at.bondsX32);
  referRowsSometimes(!dynamicTao, struct + layout.EPOCH_OUT_TRACE_BONDS_DELTA, at.bondsDeltaX32);
  refer(struct + layout.EPOCH_OUT_TRACE_DIVIDENDS, traced(at.dividendsX32, copies), n);
  referRows(struct + layout.EPOCH_OUT_TRACE_EMA_BONDS, at.emaBondsX32);
  const byColumn = has(at.rules, LIQUID_ALPHA_BY_COLUMN) && liquidByColumnRan;
  if (byColumn && !dynamicTao) {
    referSometimes(true, struct + layout.EPOCH_OUT_TRACE_LIQUID_QUANTILES, copied(liquidQuantiles, 16), 2);
    referSometimes(true, struct + layout.EPOCH_OUT_TRACE_LIQUID_LOGISTIC, copied(liquidLogistic, 16), 2);
  }
  if (byColumn) referSometimes(true, struct + layout.EPOCH_OUT_TRACE_LIQUID_ALPHA, traced(at.columnAlphasX32, copies), n);
  const compared = liquidAlphaRan && has(at.rules, LIQUID_ALPHA_CONSENSUS_SELECTABLE);
  if (compared) {
    referSometimes(true, struct + layout.EPOCH_OUT_TRACE_LIQUID_ALPHA_CONSENSUS, traced(at.liquidAlphaConsensusX32, copies), n);
  }
}

/** The struct of a Null epoch's trace. null.md */
export function writeNullTrace(struct: usize): void {
  const n = at.n;
  memory.fill(struct, 0, layout.NULL_SUBNET_OUT_TRACE_SIZE);
  store<u8>(struct + layout.NULL_SUBNET_OUT_TRACE_WINNER, winner >= 0);
  if (winner >= 0) store<u16>(struct + layout.NULL_SUBNET_OUT_TRACE_WINNER_VALUE, <u16>winner);
  refer(struct + layout.NULL_SUBNET_OUT_TRACE_STAKE, traced(at.stakeX32, true), n);
  // Weights are held as integers in I64F64; dividend shares are the raw bits of the stake themselves.
  const shares = copied(at.incentiveSharesX64, (<usize>n) << 4);
  for (let uid: u32 = 0; uid < n; uid++) {
    const share = high(cell(shares, uid));
    store<i64>(cell(shares, uid), share);
    store<i64>(cell(shares, uid), share >> 63, 8);
  }
  refer(struct + layout.NULL_SUBNET_OUT_TRACE_INCENTIVE_SHARES, shares, n);
  refer(struct + layout.NULL_SUBNET_OUT_TRACE_DIVIDEND_SHARES, copied(at.dividendSharesX64, (<usize>n) << 4), n);
  refer(struct + layout.NULL_SUBNET_OUT_TRACE_INCENTIVE, traced(at.incentiveX32, true), n);
  refer(struct + layout.NULL_SUBNET_OUT_TRACE_DIVIDENDS, traced(at.dividendsX32, true), n);
  store<u64>(struct + layout.NULL_SUBNET_OUT_TRACE_MINER_BUDGET, minerBudget);
  store<u64>(struct + layout.NULL_SUBNET_OUT_TRACE_VALIDATOR_BUDGET, validatorBudget);
}

/** Refers to the trace of an epoch, of which there is one. */
export function writeTraceReference(struct: usize, trace: usize): void {
  refer(struct + layout.EPOCH_OUT_TRACE, trace, 1);
}
