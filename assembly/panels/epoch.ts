/**
 * The stages from the weights to the stored bonds over panels of columns in the cache, for states whose rows ascend and
 * whose values are fractions. ../epoch.ts runs them matrix by matrix where that is not so; the results are the same.
 */
import { reserve, resetArena, take } from "../arena";
import { comparesWithPrevious, liquidAlphaRuns, sigmoidExponent, widenPrevious } from "../bonds";
import { collectVoters, sumIsPlain } from "../consensus";
import { FULL, isFraction, narrow, widen } from "../fixed/fraction";
import { ONE, saturatingSub } from "../fixed/i32f32";
import { emaAlphaSaturating, emaAlphaWrapping, proportionFromU16 } from "../fixed/proportion";
import { get, normalize, put, wrappingSum } from "../fixed/vector";
import { incentive } from "../incentive";
import { item, setItem } from "../list";
import * as at from "../memory";
import { averagedEntries } from "../memory";
import { takeRows, zero } from "../rows";
import { LIQUID_ALPHA_GATE_SELECTED, has } from "../ruleSets";
import { averageConstant, averageLiquid, bondsClassic, cut, noAverageIsOne, shareAverages, sharesArePlain, stakeWeights, weightsForBonds } from "./bonds";
import { clip, median, setScratch } from "./consensus";
import { beginShares, dividends, hasRoomForFull, hasRoomForSparse, keepShares, layOutColumns, nextShares } from "./dividends";
import * as full from "./full/gather";
import { layOutPlaces } from "./full/gather";
import { scatter as scatterFull } from "./full/scatter";
import { storeBonds } from "./output";
import {
  BLOCK,
  MAX_ROWS,
  NOBODIES,
  STEP,
  bonds as panelBonds,
  fillPanels,
  isFull,
  layOutPanel,
  slots as panelSlots,
  stride,
  weights as panelWeights,
  width,
} from "./panel";
import { NONE, PANEL_ROW_BYTES, fillRows, findStops, isMasked, panelRow } from "./rows";
import { layOutSigmoids } from "./sigmoid";
import * as sparse from "./sparse/gather";
import { counts, layOutLists, voterCounts } from "./sparse/lists";
import { scatter as scatterSparse } from "./sparse/scatter";
import { clearTallies, takeTallies, tallyOf } from "./tallies";

/** The rows, voters first; by slot their active stake as fractions, and what is summed up for them. */
let table: usize = 0;
let rows: u32 = 0;
let voters: u32 = 0;
let places: u32 = 0;
let stakes: usize = 0;
let trusts: usize = 0;
let earnings: usize = 0;
/** under liquid alpha, the alphas of a column's entries */
let columnAlphas: usize = 0;

/** The voters' stake normalised among them, u32 raw. */
let voterStake: usize = 0;
let total: i64 = 0;
let minority: i64 = 0;

let liquid: bool = false;
let previous: bool = false;
let cutoff: u64 = 0;
let ratio: i64 = 0;
let emaAlpha: u64 = 0;
let emaRest: u64 = 0;
/** the lower bound of the alphas and what is between it and the upper one */
let low: u64 = 0;
let range: u64 = 0;
let exponent: i64 = 0;

/** From the weights on. False where a row or a value is of another kind; what has been written then means nothing. */
export function panels(n: u32, bondsCutoff: u64): bool {
  cutoff = bondsCutoff;
  if (!setParameters() || !setVoters(n) || !setRows(n)) return false;
  if (liquid && !liquidAlphaMayRun(n)) {
    liquid = false;
    if (!emaIsFraction()) return false;
  }
  zero(at.consensusX32, n);
  zero(at.ranksX32, n);
  if (!previous) zero(at.liquidAlphaConsensusX32, n);
  for (let first: u32 = 0; first < n; first += width) {
    const last = min(first + width, n);
    const entries = findStops(table, rows, first, last);
    if (!(isFull(last - first, rows, entries) ? runFull(first, last) : runSparse(first, last, entries))) return false;
  }
  if (liquid && !liquidAlphaRuns(n, at.rules, at.consensusX32, at.liquidAlphaConsensusX32)) return false;
  zero(at.validatorTrustX32, n);
  for (let slot: u32 = 0; slot < rows; slot++) {
    const uid = panelRow(table, slot).uid;
    if (uid != NONE) put(at.validatorTrustX32, uid, tallyOf(trusts, places, slot));
  }
  incentive(n, at.ranksX32, at.incentiveX32);
  if (
    !dividends(
      n, table, rows, at.incentiveX32, at.listA, at.activeStakeX32, at.yuma3, earnings, places, at.dividendsX32,
    )
  ) {
    return false;
  }
  if (at.storesBonds) storeBonds(n, table, rows, at.listB, at.newValidatorPermits, at.bonds);
  return true;
}

function setParameters(): bool {
  liquid = at.yuma3 && at.liquidAlpha;
  ratio = proportionFromU16(<u16>at.bondsPenalty);
  const alpha = at.yuma3 ? emaAlphaWrapping(at.bondsMovingAverage) : emaAlphaSaturating(at.bondsMovingAverage);
  const rest = saturatingSub(ONE, alpha);
  emaAlpha = alpha;
  emaRest = rest;
  if (!liquid && !emaIsFraction()) return false;
  if (liquid && at.alphaLow >= at.alphaHigh) return false;
  low = <u64>proportionFromU16(<u16>at.alphaLow);
  range = narrow(<u64>proportionFromU16(<u16>at.alphaHigh) - low);
  exponent = sigmoidExponent(at.alphaSigmoidSteepness);
  previous = comparesWithPrevious(at.rules, at.liquidAlphaConsensusMode, at.bondsPenalty, at.previousConsensusLength);
  if (previous) {
    widenPrevious(at.n, at.previousConsensus, at.previousConsensusLength, at.liquidAlphaConsensusX32);
  }
  return true;
}

/** Neither the constant alpha nor its rest is one, so that each product with them is below one. */
function emaIsFraction(): bool {
  return emaAlpha < FULL && emaRest < FULL;
}

/**
 * Whether there may be a consensus, without which the constant alpha holds: known before any column is computed, as one is
 * above 0 where the voters that score it above 0 have stake enough. Where the minority has no bearing on that, it may be.
 */
function liquidAlphaMayRun(n: u32): bool {
  if (previous && has(at.rules, LIQUID_ALPHA_GATE_SELECTED)) return liquidAlphaRuns(n, at.rules, 0, at.liquidAlphaConsensusX32);
  if (minority < 0 || minority >= total) return true;
  const need = total - minority;
  zero(at.vectorB, n);
  for (let slot: u32 = 0; slot < voters; slot++) {
    const row = panelRow(table, slot);
    const stake = item(voterStake, slot);
    for (let entry = row.weight; entry < row.weightEnd; entry++) {
      const uid = at.storedWeights.uid(entry);
      if (at.storedWeights.stored(entry) == 0 || isMasked(row, uid, at.blockAtRegistration, at.commitReveal)) continue;
      const scored = get(at.vectorB, uid) + <i64>stake;
      if (scored >= need) return true;
      put(at.vectorB, uid, scored);
    }
  }
  return false;
}

/** Lists the voters in listA, with their stake normalised in vectorA. A single one has nobody to outvote. */
function setVoters(n: u32): bool {
  for (let uid: u32 = 0; uid < n; uid++) if (!isFraction(get(at.activeStakeX32, uid))) return false;
  voters = collectVoters(n, at.activeStakeX32, at.listA, at.vectorA);
  if (voters < 2) return false;
  normalize(at.vectorA, voters);
  total = wrappingSum(at.vectorA, voters);
  minority = saturatingSub(total, proportionFromU16(<u16>at.kappa));
  // A lane could hold all of one only where others' voters have no stake.
  return sumIsPlain(at.vectorA, voters) && (total < ONE || areAllAbove0(at.vectorA, voters));
}

function areAllAbove0(vector: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (get(vector, i) == 0) return false;
  return true;
}

function setRows(n: u32): bool {
  resetArena();
  table = take((<u64>n + 2 * STEP) * <u64>PANEL_ROW_BYTES);
  if (!reserve()) return false;
  rows = fillRows(n, at.listA, voters, at.activeStakeX32, table);
  if (rows > MAX_ROWS) return false;
  const stored = storedEntries();
  if (!fillPanels(n, rows, stored)) return false;
  places = rows + STEP;
  stakes = take((<u64>places) << 2);
  trusts = takeTallies(places);
  earnings = takeTallies(places);
  if (liquid) {
    columnAlphas = take((<u64>places) << 2);
    layOutSigmoids(rows);
  }
  voterStake = take((<u64>places) << 2);
  setScratch(take((<u64>places) << 2));
  layOutPanel(n, rows);
  layOutPlaces();
  layOutLists();
  takeRows(at.bonds, n, averagedEntries() + <u64>rows * BLOCK, 2);
  layOutColumns(n);
  if (!reserve()) return false;

  beginShares(n);
  clearTallies(trusts, places);
  memory.fill(stakes, 0, (<usize>places) << 2);
  memory.fill(voterStake, 0, (<usize>places) << 2);
  memory.fill(at.listB, 0xff, (<usize>n) << 2);
  for (let slot: u32 = 0; slot < rows; slot++) {
    const uid = panelRow(table, slot).uid;
    if (uid == NONE) continue;
    setItem(stakes, slot, <u32>narrow(get(at.activeStakeX32, uid)));
    setItem(at.listB, uid, slot);
  }
  for (let voter: u32 = 0; voter < voters; voter++) setItem(voterStake, voter, <u32>get(at.vectorA, voter));
  let start: u32 = 0;
  for (let uid: u32 = 0; uid < n; uid++) {
    const slot = item(at.listB, uid);
    if (slot == NONE) continue;
    const row = panelRow(table, slot);
    row.resultStart = start;
    row.resultEnd = start;
    // Blocks of results are written whole.
    start += min(row.weightEnd - row.weight + row.bondEnd - row.bond, n) + BLOCK;
  }
  for (let slot: u32 = 0; slot < rows; slot++) {
    const row = panelRow(table, slot);
    if (row.uid == NONE) row.resultEnd = start;
  }
  return true;
}

/** Weights and bonds of the rows. */
function storedEntries(): u64 {
  let stored: u64 = 0;
  for (let slot: u32 = 0; slot < rows; slot++) {
    const row = panelRow(table, slot);
    stored += <u64>(row.weightEnd - row.weight) + <u64>(row.bondEnd - row.bond);
  }
  return stored;
}

function runFull(first: u32, last: u32): bool {
  if (!hasRoomForFull(last - first, rows)) return false;
  full.gather(first, last, table, rows, liquid, cutoff);
  for (let uid = first; uid < last; uid++) {
    const start = <usize>(uid - first) * <usize>stride;
    const fits = ASC_FEATURE_SIMD
      ? runColumn<v128>(true, uid, start, rows, voters)
      : runColumn<u64>(true, uid, start, rows, voters);
    if (!fits) return false;
  }
  if (at.storesBonds) scatterFull(table, rows, first, last - first, at.bonds.uids, at.bonds.values);
  return true;
}

function runSparse(first: u32, last: u32, found: u64): bool {
  if (!hasRoomForSparse(last - first, found)) return false;
  sparse.gather(first, table, rows, voters, liquid, cutoff);
  for (let uid = first; uid < last; uid++) {
    const column = uid - first;
    const start = <usize>column * <usize>stride;
    const count = item(counts, column);
    if (count == 0) continue;
    const fits = ASC_FEATURE_SIMD
      ? runColumn<v128>(false, uid, start, count, item(voterCounts, column))
      : runColumn<u64>(false, uid, start, count, item(voterCounts, column));
    if (!fits) return false;
  }
  if (at.storesBonds) scatterSparse(table, rows, at.bonds.uids, at.bonds.values);
  return true;
}

/** A column of so many entries, of which so many are voters'; it begins at the entry `start` of the panel. */
@inline
function runColumn<T>(inFull: bool, uid: u32, start: usize, count: u32, voterCount: u32): bool {
  const weights = panelWeights + (start << 2);
  const bonds = panelBonds + (start << 1);
  const slots = panelSlots + (start << 1);
  const shares = nextShares;
  // Columns end with a whole step.
  const length = (count + NOBODIES) & ~NOBODIES;

  const consensus = median<T>(voterCount, weights, slots, voterStake, voters, total, minority);
  put(at.consensusX32, uid, widen(consensus));
  // With a bonds penalty of one, what clipping leaves is what the bonds follow.
  const follows = ratio == ONE && !liquid;
  const keepsStaked = follows && !at.yuma3;
  let staked: u64;
  if (consensus == FULL) {
    staked = keepsStaked
      ? clip<T>(inFull, false, true, length, weights, slots, consensus, stakes, trusts, places)
      : clip<T>(inFull, false, false, length, weights, slots, consensus, stakes, trusts, places);
  } else {
    staked = keepsStaked
      ? clip<T>(inFull, true, true, length, weights, slots, consensus, stakes, trusts, places)
      : clip<T>(inFull, true, false, length, weights, slots, consensus, stakes, trusts, places);
  }
  put(at.ranksX32, uid, staked);
  if (!follows) {
    // Where there is a consensus, a penalty of one leaves no entry without what it had.
    if (ratio == ONE && consensus != 0) cut<T>(length, weights, consensus);
    else if (!weightsForBonds(count, weights, bonds, consensus, ratio, liquid)) return false;
    if (!at.yuma3) staked = stakeWeights<T>(inFull, length, weights, slots, stakes);
  }
  if (!at.yuma3) {
    if (!bondsClassic<T>(at.storesBonds, length, weights, staked, bonds, emaAlpha, emaRest, shares)) return false;
  } else {
    if (!average<T>(uid, length, weights, follows ? consensus : FULL, bonds) || !shareAverages<T>(length, weights, shares)) return false;
  }
  keepShares(uid, inFull, length, slots, sharesArePlain);
  return true;
}

/** Yuma3: weights, cut down to a limit, and old bonds averaged. */
@inline
function average<T>(uid: u32, length: u32, weights: usize, limit: u64, bonds: usize): bool {
  if (liquid) {
    if (!previous) put(at.liquidAlphaConsensusX32, uid, get(at.consensusX32, uid));
    return averageLiquid<T>(length, weights, bonds, get(at.liquidAlphaConsensusX32, uid), low, range, exponent, columnAlphas);
  }
  if (noAverageIsOne(limit, emaAlpha, emaRest)) {
    return averageConstant<T>(true, length, weights, limit, bonds, emaAlpha, emaRest);
  }
  return averageConstant<T>(false, length, weights, limit, bonds, emaAlpha, emaRest);
}
