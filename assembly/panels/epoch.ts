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
import { takeRows, zero } from "../rows";
import { averageConstant, averageLiquid, bondsClassic, stakeWeights, storeAverages, weightsForBonds } from "./bonds";
import { KEEP_CLIPPED, KEEP_NOTHING, KEEP_STAKED, clip, median, setScratch } from "./consensus";
import { dividends } from "./dividends";
import { gather } from "./gather";
import { storeBonds } from "./output";
import * as panel from "./panel";
import { NONE, PANEL_ROW_BYTES, fillRows, panelRow } from "./rows";
import { scatter } from "./scatter";
import { layOutSigmoids } from "./sigmoid";

/** The rows, voters first; their active stake as fractions and their validator trust, by slot. */
let table: usize = 0;
let rows: u32 = 0;
let voters: u32 = 0;
let stakes: usize = 0;
let trusts: usize = 0;
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

/** Shares of their columns' bonds, u32, behind one another as the bonds to be stored are. */
let shares: usize = 0;

/** From the weights on. False where a row or a value is of another kind; what has been written then means nothing. */
export function panels(n: u32, bondsCutoff: u64): bool {
  cutoff = bondsCutoff;
  if (!setParameters() || !setVoters(n) || !setRows(n)) return false;
  zero(at.consensusX32, n);
  zero(at.ranksX32, n);
  if (!previous) zero(at.liquidAlphaConsensusX32, n);
  for (let first: u32 = 0; first < n; first += panel.width) {
    if (!runPanel(first, min(first + panel.width, n))) return false;
  }
  if (liquid && !liquidAlphaRuns(n, at.rules, at.consensusX32, at.liquidAlphaConsensusX32)) return false;
  zero(at.validatorTrustX32, n);
  for (let slot: u32 = 0; slot < rows; slot++) put(at.validatorTrustX32, panelRow(table, slot).uid, get(trusts, slot));
  incentive(n, at.ranksX32, at.incentiveX32);
  if (
    !dividends(
      n, table, rows, at.bonds.uids, shares, at.incentiveX32, at.listA, at.activeStakeX32, at.yuma3, at.dividendsX32,
    )
  ) {
    return false;
  }
  storeBonds(n, table, rows, at.listB, at.newValidatorPermits, at.bonds);
  return true;
}

function setParameters(): bool {
  liquid = at.yuma3 && at.liquidAlpha;
  ratio = proportionFromU16(<u16>at.bondsPenalty);
  const alpha = at.yuma3 ? emaAlphaWrapping(at.bondsMovingAverage) : emaAlphaSaturating(at.bondsMovingAverage);
  const rest = saturatingSub(ONE, alpha);
  // Neither is one, so that each product with them is below one.
  if (!liquid && !(<u64>alpha < FULL && <u64>rest < FULL)) return false;
  emaAlpha = alpha;
  emaRest = rest;
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

/** Lists the voters in listA, with their stake normalised in vectorA. A single one has nobody to outvote. */
function setVoters(n: u32): bool {
  for (let uid: u32 = 0; uid < n; uid++) if (!isFraction(get(at.activeStakeX32, uid))) return false;
  voters = collectVoters(n, at.activeStakeX32, at.listA, at.vectorA);
  if (voters < 2) return false;
  normalize(at.vectorA, voters);
  total = wrappingSum(at.vectorA, voters);
  minority = saturatingSub(total, proportionFromU16(<u16>at.kappa));
  return sumIsPlain(at.vectorA, voters);
}

function setRows(n: u32): bool {
  resetArena();
  table = take(<u64>n * <u64>PANEL_ROW_BYTES);
  if (!reserve()) return false;
  rows = fillRows(n, at.listA, voters, at.activeStakeX32, table);
  if (rows > panel.MAX_ROWS || !panel.fillPanels(n, rows, storedEntries())) return false;
  const withNobodies = <u64>rows + panel.NOBODIES;
  stakes = take(withNobodies << 2);
  trusts = take(withNobodies << 3);
  if (liquid) {
    columnAlphas = take(withNobodies << 2);
    layOutSigmoids(rows);
  }
  voterStake = take((<u64>voters) << 2);
  const voterSteps = <u64>voters + panel.NOBODIES;
  setScratch(take(voterSteps << 2), take(voterSteps << 2));
  panel.layOutPanel(n, rows);
  const results = at.averagedEntries();
  takeRows(at.bonds, n, results, 2);
  shares = take(results << 2);
  if (!reserve()) return false;

  zero(trusts, rows + panel.NOBODIES);
  memory.fill(stakes, 0, (<usize>(rows + panel.NOBODIES)) << 2);
  for (let slot: u32 = 0; slot < rows; slot++) setItem(stakes, slot, <u32>narrow(get(at.activeStakeX32, panelRow(table, slot).uid)));
  for (let voter: u32 = 0; voter < voters; voter++) setItem(voterStake, voter, <u32>get(at.vectorA, voter));
  memory.fill(at.listB, 0xff, (<usize>n) << 2);
  for (let slot: u32 = 0; slot < rows; slot++) setItem(at.listB, panelRow(table, slot).uid, slot);
  let start: u32 = 0;
  for (let uid: u32 = 0; uid < n; uid++) {
    const slot = item(at.listB, uid);
    if (slot == NONE) continue;
    const row = panelRow(table, slot);
    row.resultStart = start;
    row.resultEnd = start;
    start += min(row.weightEnd - row.weight + row.bondEnd - row.bond, n);
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

function runPanel(first: u32, last: u32): bool {
  panel.beginPanel(first, last, cutoff);
  gather(first, last, table, rows, voters, liquid);
  for (let uid = first; uid < last; uid++) {
    const column = uid - first;
    if (item(panel.counts, column) == 0) continue;
    const fits = ASC_FEATURE_SIMD ? runColumn<v128>(uid, column) : runColumn<u64>(uid, column);
    if (!fits) return false;
  }
  scatter(table, rows, first, last - first, at.bonds.uids, shares, at.bonds.values);
  return true;
}

function runColumn<T>(uid: u32, column: u32): bool {
  const start = <usize>column * <usize>panel.stride;
  const count = item(panel.counts, column);
  const weights = panel.weights + (start << 2);
  const slots = panel.slots + (start << 1);
  const bonds = panel.bonds + (start << 1);

  const consensus = median<T>(item(panel.voterCounts, column), weights, slots, voterStake, voters, total, minority);
  put(at.consensusX32, uid, widen(consensus));
  // With a bonds penalty of one, what clipping leaves is what the bonds follow; under liquid alpha not where that is nothing.
  const follows = ratio == ONE && !(liquid && consensus == 0);
  const keeps = !follows ? KEEP_NOTHING : at.yuma3 ? KEEP_CLIPPED : KEEP_STAKED;
  let staked = clip<T>(count, weights, slots, consensus, stakes, trusts, keeps);
  put(at.ranksX32, uid, staked);
  if (keeps == KEEP_NOTHING) {
    if (!weightsForBonds(count, weights, bonds, consensus, ratio, liquid)) return false;
    if (!at.yuma3) staked = stakeWeights<T>(count, weights, slots, stakes);
  }
  if (!at.yuma3) return bondsClassic<T>(count, weights, staked, bonds, slots, emaAlpha, emaRest);
  if (liquid) {
    if (!previous) put(at.liquidAlphaConsensusX32, uid, widen(consensus));
    if (!averageLiquid<T>(count, weights, bonds, get(at.liquidAlphaConsensusX32, uid), low, range, exponent, columnAlphas)) return false;
  } else {
    if (!averageConstant<T>(count, weights, bonds, emaAlpha, emaRest)) return false;
  }
  return storeAverages<T>(count, weights, bonds, slots);
}
