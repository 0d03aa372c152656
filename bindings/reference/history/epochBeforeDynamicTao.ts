import type { CheckedState } from "../../boundary/input.js";
import { RULE_SETS } from "../../ruleSets/ruleSets.js";
import type { HistoricEpochResult, EpochOptions, HistoricEpochTrace, StoredRows } from "../../types.js";
import { weightedMedian } from "../consensus.js";
import { I32F32, I64F64 } from "../fixed.js";
import { topK } from "../masks.js";
import { proportionFromU16 } from "../proportion.js";
import {
  dense,
  filterEntries,
  fromSparseRows,
  mapValues,
  toFixedRows,
  toStoredRows,
  wrappingRowSums,
  type Row,
  type Rows,
} from "../rows.js";
import { alphaByColumn, emaByColumn } from "./liquidAlphaByColumn.js";
import type { Operators } from "../operators.js";
import { refuseForeignBonds, refuseForeignWeights } from "./traps.js";
import { modeFor, narrow, normalize, proportionToU16, toI64F64, toU16, toU64, type Mode } from "./mode.js";

/** One epoch as it was up to spec 232: the same flow in another arithmetic. docs/rules, "up to 232" of every page. */
export function epochBeforeDynamicTao(state: CheckedState, options: Pick<EpochOptions, "trace">): HistoricEpochResult {
  const { n } = state;
  const rules = RULE_SETS[state.ruleSet];
  const mode = modeFor(rules);
  const { i32f32 } = mode;
  const toWords = (values: readonly bigint[]) => Uint16Array.from(values, (value) => proportionToU16(value, i32f32));

  const stakeX32 = stake(state.stake!, mode);

  const isActive = Array.from(state.lastUpdate, (block) => mode.addBlocks(block, state.activityCutoff) >= state.currentBlock);
  const permits = Array.from(state.validatorPermits, Boolean);
  const newPermits = topK(stakeX32, state.maxAllowedValidators, new Array<boolean>(n).fill(true));
  const activeStakeX32 = normalize(
    stakeX32.map((value, uid) => (isActive[uid] && permits[uid] ? value : 0n)),
    I32F32,
    i32f32,
  );

  if (rules.foreignWeightsTrap) refuseForeignWeights(state);
  const weightRows = weights(state, permits, i32f32);

  const preRanksX32 = columnSums(weightRows, activeStakeX32, n, i32f32);
  const consensusX32 = consensus(weightRows, activeStakeX32, n, proportionFromU16(state.kappa), i32f32);
  const clippedWeights = clip(weightRows, consensusX32);
  const validatorTrustX32 = wrappingRowSums(clippedWeights);

  const ranksX32 = columnSums(clippedWeights, activeStakeX32, n, i32f32);
  const trustX32 = ranksX32.map((rank, j) => (preRanksX32[j] === 0n ? 0n : i32f32.div(rank, preRanksX32[j]!)));
  const incentiveX32 = normalize(ranksX32, I32F32, i32f32);

  refuseForeignBonds(state);
  const oldBonds = columnNormalize(storedBonds(state), n, i32f32);
  const bondsDelta = columnNormalize(
    mapValues(clippedWeights, ({ value }, i) => i32f32.mul(value, activeStakeX32[i]!)),
    n,
    i32f32,
  );
  const liquid = rules.liquidAlphaByColumn && state.liquidAlpha ? alphaByColumn(consensusX32, state, i32f32.div) : null;
  const averaged =
    liquid === null
      ? ema(bondsDelta, oldBonds, constantAlpha(state.bondsMovingAverage, mode), n, i32f32)
      : emaByColumn(bondsDelta, oldBonds, liquid.alphas);
  const bonds = columnNormalize(averaged, n, i32f32);

  const dividendsX32 = normalize(rowSums(bonds, incentiveX32, i32f32), I32F32, i32f32);
  const emaBonds = columnMaxUpscale(bonds, n, i32f32);

  const { server, validator, combined } = emissionShares(incentiveX32, dividendsX32, stakeX32, activeStakeX32, i32f32);
  const amounts = (shares: readonly bigint[]) =>
    BigUint64Array.from(shares, (share) => toU64(mode.i96f32.mul(share, state.raoEmission << 32n)));

  const result: HistoricEpochResult = {
    ...(rules.stakeWeightReported && { stakeWeight: toWords(stakeX32) }),
    active: Uint8Array.from(isActive, Number),
    consensus: toWords(consensusX32),
    incentive: toWords(incentiveX32),
    dividends: toWords(dividendsX32),
    validatorTrust: toWords(validatorTrustX32),
    ranks: toWords(incentiveX32),
    trust: toWords(trustX32),
    pruningScores: pruningScores(combined, i32f32),
    serverEmission: amounts(server),
    validatorEmission: amounts(validator),
    emission: amounts(combined),
    newValidatorPermits: Uint8Array.from(newPermits, Number),
    bonds: bondsToStore(state.bonds, emaBonds, permits, newPermits, i32f32),
  };
  if (options.trace) {
    const trace: HistoricEpochTrace = {
      stake: BigInt64Array.from(stakeX32),
      activeStake: BigInt64Array.from(activeStakeX32),
      weightsNormalized: toFixedRows(weightRows),
      preRanks: BigInt64Array.from(preRanksX32),
      consensus: BigInt64Array.from(consensusX32),
      clippedWeights: toFixedRows(clippedWeights),
      validatorTrust: BigInt64Array.from(validatorTrustX32),
      ranksBeforeNormalize: BigInt64Array.from(ranksX32),
      trust: BigInt64Array.from(trustX32),
      incentive: BigInt64Array.from(incentiveX32),
      bondsNormalized: toFixedRows(oldBonds),
      bondsDelta: toFixedRows(bondsDelta),
      dividends: BigInt64Array.from(dividendsX32),
      emaBonds: toFixedRows(emaBonds),
    };
    if (liquid !== null) {
      trace.liquidQuantiles = BigInt64Array.from(liquid.quantiles);
      trace.liquidLogistic = BigInt64Array.from(liquid.logistic);
      trace.liquidAlpha = BigInt64Array.from(liquid.alphas);
    }
    result.trace = trace;
  }
  return result;
}

/** stake.md, before 233 */
function stake(rao: BigUint64Array, mode: Mode): bigint[] {
  return normalize(Array.from(rao, toI64F64), I64F64, mode.i64f64).map(narrow);
}

/** weights.md 2, 3: every self-weight goes, and there is no commit-reveal. */
function weights(state: CheckedState, permits: readonly boolean[], { div }: Operators): Rows {
  const counted = filterEntries(
    fromSparseRows(state.weights),
    (j, i) => j < state.n && permits[i]! && i !== j && state.lastUpdate[i]! > state.blockAtRegistration[j]!,
  );
  return mapValues(counted, ({ value }) => value << 32n).map((row) => {
    const sum = I32F32.wrappingSum(row.map(({ value }) => value));
    return sum > 0n ? row.map(({ uid, value }) => ({ uid, value: div(value, sum) })) : row;
  });
}

/** consensus.md 1 to 3 */
function consensus(rows: Rows, activeStakeX32: readonly bigint[], columns: number, majority: bigint, operators: Operators): bigint[] {
  const voters = activeStakeX32.flatMap((value, i) => (value > 0n ? [i] : []));
  const votes = normalize(
    voters.map((i) => activeStakeX32[i]!),
    I32F32,
    operators,
  );
  const total = I32F32.wrappingSum(votes);
  const minority = operators.sub(total, majority);
  const scores = voters.map((i) => dense(rows[i]!, columns));
  return Array.from({ length: columns }, (_, j) =>
    weightedMedian(
      votes,
      scores.map((score) => score[j]!),
      minority,
      0n,
      total,
      operators,
    ),
  );
}

/** consensus.md 4 */
function clip(rows: Rows, consensusX32: readonly bigint[]): Rows {
  return rows.map((row) =>
    row.flatMap(({ uid, value }): Row => {
      const limit = consensusX32[uid]!;
      if (value <= limit) return [{ uid, value }];
      return limit > 0n ? [{ uid, value: limit }] : [];
    }),
  );
}

/** incentive.md 1 */
function columnSums(rows: Rows, factors: readonly bigint[], columns: number, { add, mul }: Operators): bigint[] {
  const sums = new Array<bigint>(columns).fill(0n);
  rows.forEach((row, i) => {
    for (const { uid, value } of row) sums[uid] = add(sums[uid]!, mul(factors[i]!, value));
  });
  return sums;
}

/** Integers, less those that the row's last update is not newer than. masks.md 4 */
function storedBonds(state: CheckedState): Rows {
  const kept = filterEntries(fromSparseRows(state.bonds), (j, i) => state.lastUpdate[i]! > state.blockAtRegistration[j]!);
  return mapValues(kept, ({ value }) => value << 32n);
}

/** lists.md 3 */
function columnNormalize(rows: Rows, columns: number, { add, div }: Operators): Rows {
  const totals = new Array<bigint>(columns).fill(0n);
  for (const { uid, value } of rows.flat()) totals[uid] = add(totals[uid]!, value);
  return mapValues(rows, ({ uid, value }) => (totals[uid] === 0n ? value : div(value, totals[uid]!)));
}

/** lists.md 4 */
function columnMaxUpscale(rows: Rows, columns: number, { div }: Operators): Rows {
  const maxima = new Array<bigint>(columns).fill(0n);
  for (const { uid, value } of rows.flat()) if (value > maxima[uid]!) maxima[uid] = value;
  return mapValues(rows, ({ uid, value }) => (maxima[uid] === 0n ? value : div(value, maxima[uid]!)));
}

/** bonds.md 5.1 */
function constantAlpha(bondsMovingAverage: bigint, { i64f64, i32f32 }: Mode): bigint {
  return i32f32.sub(I32F32.ONE, narrow(i64f64.div(toI64F64(bondsMovingAverage), toI64F64(1_000_000n))));
}

/** bonds.md 5.2 */
function ema(newRows: Rows, oldRows: Rows, alpha: bigint, columns: number, { add, sub, mul }: Operators): Rows {
  const rest = sub(I32F32.ONE, alpha);
  return newRows.map((row, i) => {
    const sums = new Array<bigint>(columns).fill(0n);
    for (const { uid, value } of row) sums[uid] = add(sums[uid]!, mul(alpha, value));
    for (const { uid, value } of oldRows[i]!) sums[uid] = add(sums[uid]!, mul(rest, value));
    return sums.flatMap((value, uid): Row => (value > 0n ? [{ uid, value }] : []));
  });
}

/** dividends.md 1 */
function rowSums(rows: Rows, factors: readonly bigint[], { add, mul }: Operators): bigint[] {
  return rows.map((row) => row.reduce((sum, { uid, value }) => add(sum, mul(factors[uid]!, value)), 0n));
}

/** emission.md 1 */
function emissionShares(
  incentiveX32: readonly bigint[],
  dividendsX32: readonly bigint[],
  stakeX32: readonly bigint[],
  activeStakeX32: readonly bigint[],
  operators: Operators,
): { server: readonly bigint[]; validator: readonly bigint[]; combined: readonly bigint[] } {
  const combined = incentiveX32.map((value, uid) => operators.add(value, dividendsX32[uid]!));
  const total = I32F32.wrappingSum(combined);
  if (total !== 0n) {
    const share = (values: readonly bigint[]) => values.map((value) => operators.div(value, total));
    return { server: share(incentiveX32), validator: share(dividendsX32), combined: share(combined) };
  }
  const byStake = I32F32.wrappingSum(activeStakeX32) === 0n ? stakeX32 : activeStakeX32;
  return { server: incentiveX32, validator: byStake, combined: byStake };
}

const U16_MAX_X32 = 65_535n << 32n;

/** lists.md 6 */
function pruningScores(shares: readonly bigint[], operators: Operators): Uint16Array {
  const { mul, div } = operators;
  const maximum = shares.reduce((one, other) => (one > other ? one : other), shares[0] ?? 0n);
  if (maximum === 0n) return Uint16Array.from(shares, (share) => proportionToU16(share, operators));
  const scale =
    maximum > 32_768n << 32n
      ? (share: bigint) => mul(share, div(U16_MAX_X32, maximum))
      : (share: bigint) => div(mul(share, U16_MAX_X32), maximum);
  return Uint16Array.from(shares, (share) => toU16(I32F32.round(scale(share))));
}

/** A row with neither permit stays as it was. bonds.md 9 */
function bondsToStore(
  stored: StoredRows,
  averaged: Rows,
  permits: readonly boolean[],
  newPermits: readonly boolean[],
  operators: Operators,
): StoredRows {
  const before = fromSparseRows(stored);
  return toStoredRows(
    averaged.map((row, uid): Row => {
      if (newPermits[uid]) return row.map((entry) => ({ uid: entry.uid, value: BigInt(proportionToU16(entry.value, operators)) }));
      return permits[uid] ? [] : before[uid]!;
    }),
  );
}
