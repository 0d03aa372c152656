import { RULE_SETS, RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import { EpochInputError } from "../errors.js";
import { checkState, type CheckedState } from "../boundary/input.js";
import { constantAlpha, emaRow, liquidAlphaConsensus, storedBondsRow } from "../reference/bonds.js";
import { electorate, type Electorate } from "../reference/consensus.js";
import { earningYuma3 } from "../reference/dividends.js";
import { emissionShares, type EmissionShares } from "../reference/emission.js";
import { bondsCutoff, withOwner } from "../reference/masks.js";
import { proportionFromU16, toProportion } from "../reference/proportion.js";
import { columnTotals, divideRow, rowAt, rowSum, scaleRow, toFixedRows, type Row } from "../reference/rows.js";
import { totalStakes } from "../reference/stake.js";
import { checkYuma } from "../boundary/result.js";
import type { EpochResult, EpochTrace, FixedRows, SubnetState, Yuma } from "../types.js";

/** Rows that are made where they are read, and not kept: a network holds millions of entries. */
type RowReader = (uid: number) => Row;

/** What an epoch's bonds are made of, raw I32F32: each validator's row. */
interface BondStages {
  /** a registration at or after this block cleared the bonds on that uid */
  cutoff: bigint;
  old: RowReader;
  new: RowReader;
  /** as normalised for the dividends */
  shares: RowReader;
  averaged: RowReader;
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
  /** the same epoch with something changed, without a trace */
  rerun: (changes: Partial<CheckedState>) => EpochResult;
  /** I64F64 */
  totalsX64: readonly bigint[];
  /** as they masked this epoch's weights */
  permits: readonly boolean[];
  stake: readonly bigint[];
  activeStake: readonly bigint[];
  weights: FixedRows;
  electorate: Electorate;
  consensus: readonly bigint[];
  clipped: FixedRows;
  validatorTrust: readonly bigint[];
  ranks: readonly bigint[];
  incentive: readonly bigint[];
  weightsForBonds: FixedRows;
  bonds: BondStages;
  storedBonds: FixedRows;
  /** before they are normalised */
  earnings: readonly bigint[];
  dividends: readonly bigint[];
  shares: EmissionShares;
}

/** Runs the epoch once. @throws EpochInputError, EpochSizeError as `yuma.epoch` */
export function traceEpoch(yuma: Yuma, given: SubnetState): TracedEpoch {
  const engine = checkYuma(yuma);
  const state = checkState(given);
  const explained = RULE_SET_IDS.filter((id) => RULE_SETS[id].ownerPrivileged);
  if (!explained.includes(state.ruleSet)) {
    throw new EpochInputError("ruleSet", `a rule set that can be explained (${explained.join(", ")})`, state.ruleSet);
  }
  // All of which give all of it.
  const result = engine.epoch(state, { trace: true });
  const { trace } = result;
  const values = (part: BigInt64Array) => Array.from(part);
  const activeStake = values(trace.activeStake);
  const consensus = values(trace.consensus);
  const incentive = values(trace.incentive);
  const dividends = values(trace.dividends);
  const stake = values(trace.stake);
  const bonds = bondStages(state, trace, activeStake, consensus);
  return {
    state,
    result,
    rerun: (changes) => yuma.epoch({ ...state, ...changes }),
    totalsX64: totalStakes(state),
    permits: withOwner(Array.from(state.validatorPermits, Boolean), state.ownerUid),
    stake,
    activeStake,
    weights: trace.weightsNormalized,
    electorate: electorate(activeStake, proportionFromU16(state.kappa)),
    consensus,
    clipped: trace.clippedWeights,
    validatorTrust: values(trace.validatorTrust),
    ranks: values(trace.ranksBeforeNormalize),
    incentive,
    weightsForBonds: trace.weightsForBonds,
    bonds,
    storedBonds: trace.emaBonds,
    earnings: activeStake.map((own, uid) => {
      const shares = bonds.shares(uid);
      return state.yuma3 ? earningYuma3(shares, incentive, own) : rowSum(shares, incentive);
    }),
    dividends,
    shares: emissionShares(incentive, dividends, stake, activeStake),
  };
}

function bondStages(state: CheckedState, trace: EpochTrace, activeStake: readonly bigint[], consensus: readonly bigint[]): BondStages {
  const { n, yuma3 } = state;
  const cutoff = bondsCutoff(state);
  const stored: RowReader = (uid) => storedBondsRow(state, cutoff, uid);
  const weights: RowReader = (uid) => rowAt(trace.weightsForBonds, uid);
  const normalized =
    (rows: RowReader, totals = columnTotals(each(n, rows), n)): RowReader =>
    (uid) =>
      divideRow(rows(uid), totals);
  const old = yuma3 ? (uid: number) => stored(uid).map(({ uid, value }) => ({ uid, value: toProportion(value) })) : normalized(stored);
  const now = yuma3 ? weights : normalized((uid) => scaleRow(weights(uid), activeStake[uid]!));
  const averaged: RowReader = yuma3
    ? (uid) => rowAt(trace.emaBonds, uid)
    : kept(n, (uid) => emaRow(now(uid), old(uid), constantAlpha(state), n));
  const totals = columnTotals(each(n, averaged), n);
  return {
    cutoff,
    old,
    new: now,
    averaged,
    totals,
    shares: normalized(averaged, totals),
    liquidConsensus: liquidAlphaConsensus(state, consensus),
  };
}

/** Rows that are read more than once and take long to make: as raw bits, which are a tenth of the entries' size. */
function kept(n: number, rows: RowReader): RowReader {
  const packed = Array.from({ length: n }, (_, uid) => toFixedRows([rows(uid)]));
  return (uid) => rowAt(packed[uid]!, 0);
}

function* each(n: number, rows: RowReader): Iterable<Row> {
  for (let uid = 0; uid < n; uid++) yield rows(uid);
}

/** @throws EpochInputError where the network has no such uid */
export function checkUid({ n }: { n: number }, uid: number): number {
  if (!Number.isInteger(uid) || uid < 0 || uid >= n) {
    throw new EpochInputError("uid", n === 0 ? "a state with uids" : `a uid from 0 to ${n - 1}`, uid);
  }
  return uid;
}
