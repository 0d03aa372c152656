/**
 * Where everything lies that an epoch reads and writes. What is given stays in the message (state.ts); the rest
 * is laid out behind it, once for all of an epoch.
 *
 * Suffixes carry the format: X32 raw I32F32 (i64), X64 raw I64F64 (16-byte cells), none for plain integers.
 */
import { keepArena, reserve, resetArena, take } from "./arena";
import { CELL_BYTES } from "./fixed/cell";
import { ROWS_BYTES, Rows, takeRows } from "./rows";
import { BOND_ROWS_KEPT, has } from "./ruleSets";
import { bondsPenalty, n, rules, storedBonds, storedWeights } from "./state";
import { UID_SET_BYTES } from "./uidSet";

export * from "./state";

// Raw bits of the stages.

export let totalStakesX64: usize = 0;
export let keptStakesX64: usize = 0;
export let stakeX32: usize = 0;
export let activeStakeX32: usize = 0;
export const weightsX32: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export let consensusX32: usize = 0;
export const clippedWeightsX32: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export let validatorTrustX32: usize = 0;
export let ranksX32: usize = 0;
export let incentiveX32: usize = 0;
export const interpolatedWeightsX32: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export const weightsForBondsX32: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export let liquidAlphaConsensusX32: usize = 0;
export const bondsX32: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export const bondsDeltaX32: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export const emaBondsX32: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export let dividendsX32: usize = 0;

// What only old rule sets have: raw I32F32, then u16.

export let preRanksX32: usize = 0;
export let trustX32: usize = 0;
export let columnAlphasX32: usize = 0;
export let ranks: usize = 0;
export let trust: usize = 0;
export let pruningScores: usize = 0;

// Results: proportions u16, flags u8, amounts u64.

export let stakeWeight: usize = 0;
export let active: usize = 0;
export let consensus: usize = 0;
export let incentive: usize = 0;
export let dividends: usize = 0;
export let validatorTrust: usize = 0;
export let serverEmission: usize = 0;
export let validatorEmission: usize = 0;
export let emission: usize = 0;
export let newValidatorPermits: usize = 0;
export let stake: usize = 0;
export const bonds: Rows = changetype<Rows>(memory.data(ROWS_BYTES));

// Null consensus: shares as I64F64 cells, reports raw I32F32.

export let incentiveSharesX64: usize = 0;
export let dividendSharesX64: usize = 0;

// Terms summed over the mechanisms of a subnet, laid out one behind another in this order: mechanisms.ts clears them at once.

export let totalStakeWeight: usize = 0;
export let totalActive: usize = 0;
export let totalConsensus: usize = 0;
export let totalDividends: usize = 0;
export let totalValidatorTrust: usize = 0;
export let totalServerEmission: usize = 0;
export let totalValidatorEmission: usize = 0;
export let totalEmission: usize = 0;
export let totalNewValidatorPermits: usize = 0;
export let totalStake: usize = 0;
export let totalRanks: usize = 0;
export let totalTrust: usize = 0;
export let totalPruningScores: usize = 0;

// Scratch: three vectors and three lists of one element a uid, and a set.

export let vectorA: usize = 0;
export let vectorB: usize = 0;
export let vectorC: usize = 0;
export let listA: usize = 0;
export let listB: usize = 0;
export let listC: usize = 0;
export let permits: usize = 0;
export let uids: usize = 0;
/** the counted weights by column: u32 starts, u32 ends, u16 voters, i64 scores */
export let columnStarts: usize = 0;
export let columnEnds: usize = 0;
export let columnVoters: usize = 0;
export let columnScores: usize = 0;

/**
 * Lays out the buffers and results of n uids behind what is in the arena, and grows memory where needed. False where it
 * does not fit into 32-bit memory. Leaves what lies in the buffers undefined.
 */
export function layOut(): bool {
  const uidCount = <u64>n;

  totalStakesX64 = take(uidCount * <u64>CELL_BYTES);
  keptStakesX64 = take(uidCount * <u64>CELL_BYTES);
  stakeX32 = take(uidCount << 3);
  activeStakeX32 = take(uidCount << 3);
  consensusX32 = take(uidCount << 3);
  validatorTrustX32 = take(uidCount << 3);
  ranksX32 = take(uidCount << 3);
  incentiveX32 = take(uidCount << 3);
  liquidAlphaConsensusX32 = take(uidCount << 3);
  dividendsX32 = take(uidCount << 3);

  preRanksX32 = take(uidCount << 3);
  trustX32 = take(uidCount << 3);
  columnAlphasX32 = take(uidCount << 3);
  ranks = take(uidCount << 1);
  trust = take(uidCount << 1);
  pruningScores = take(uidCount << 1);

  stakeWeight = take(uidCount << 1);
  active = take(uidCount);
  consensus = take(uidCount << 1);
  incentive = take(uidCount << 1);
  dividends = take(uidCount << 1);
  validatorTrust = take(uidCount << 1);
  serverEmission = take(uidCount << 3);
  validatorEmission = take(uidCount << 3);
  emission = take(uidCount << 3);
  newValidatorPermits = take(uidCount);
  stake = take(uidCount << 3);

  incentiveSharesX64 = take(uidCount * <u64>CELL_BYTES);
  dividendSharesX64 = take(uidCount * <u64>CELL_BYTES);

  totalStakeWeight = take(uidCount << 1);
  totalActive = take(uidCount);
  totalConsensus = take(uidCount << 1);
  totalDividends = take(uidCount << 1);
  totalValidatorTrust = take(uidCount << 1);
  totalServerEmission = take(uidCount << 3);
  totalValidatorEmission = take(uidCount << 3);
  totalEmission = take(uidCount << 3);
  totalNewValidatorPermits = take(uidCount);
  totalStake = take(uidCount << 3);
  totalRanks = take(uidCount << 1);
  totalTrust = take(uidCount << 1);
  totalPruningScores = take(uidCount << 1);

  vectorA = take(uidCount << 3);
  vectorB = take(uidCount << 3);
  vectorC = take(uidCount << 3);
  listA = take(uidCount << 2);
  listB = take(uidCount << 2);
  listC = take(uidCount << 2);
  permits = take(uidCount);
  uids = take(<u64>UID_SET_BYTES);
  columnStarts = take(uidCount << 2);
  columnEnds = take(uidCount << 2);

  keepArena();
  return reserve();
}

/** The buffers of the general path, a matrix for each stage. False where they do not fit. */
export function layOutMatrices(): bool {
  const uidCount = <u64>n;
  const weightEntries = <u64>storedWeights.start(n);
  const bondEntries = <u64>storedBonds.start(n);
  resetArena();
  takeRows(weightsX32, uidCount, weightEntries, 8);
  takeRows(clippedWeightsX32, uidCount, weightEntries, 8);
  takeRows(interpolatedWeightsX32, uidCount, bondsPenalty == 0 || bondsPenalty == 65_535 ? 0 : weightEntries, 8);
  takeRows(bondsX32, uidCount, bondEntries, 8);
  bondsDeltaX32.values = take(weightEntries << 3);
  takeRows(emaBondsX32, uidCount, averagedEntries(), 8);
  takeRows(bonds, uidCount, averagedEntries(), 2);
  // The columns are read for the last time before the first bond is written.
  columnVoters = emaBondsX32.uids;
  columnScores = emaBondsX32.values;
  return reserve();
}

/**
 * Room for the averaged bonds: liquid alpha gives at most an entry a weight, duplicates too; else one a column that
 * occurs. Rows that are kept as they were have their duplicates as well.
 */
export function averagedEntries(): u64 {
  const weightEntries = <u64>storedWeights.start(n);
  const bondEntries = <u64>storedBonds.start(n);
  if (has(rules, BOND_ROWS_KEPT)) return weightEntries + bondEntries;
  return max(weightEntries, min(weightEntries + bondEntries, <u64>n * <u64>n));
}
