/** What is the same for every column of an epoch: the parameters, the voters, the rows, and room for all that is computed. */
import { reserve, resetArena, take } from "../arena";
import { comparesWithPrevious, liquidAlphaRuns, sigmoidExponent, widenPrevious } from "../bonds";
import { collectVoters, sumIsPlain } from "../consensus";
import { FULL, isFraction, narrow } from "../fixed/fraction";
import { ONE, saturatingSub } from "../fixed/i32f32";
import { emaAlphaSaturating, emaAlphaWrapping, proportionFromU16 } from "../fixed/proportion";
import { get, normalize, put, wrappingSum } from "../fixed/vector";
import { item, setItem } from "../list";
import * as at from "../memory";
import { takeRows, zero } from "../rows";
import { LIQUID_ALPHA_GATE_SELECTED, has } from "../ruleSets";
import { setScratch } from "./consensus";
import { beginShares, layOutColumns } from "./dividends";
import { layOutPlaces } from "./full/gather";
import { BLOCK, MAX_ROWS, STEP, fillPanels, layOutPanel } from "./panel";
import { NONE, PANEL_ROW_BYTES, fillRows, isMasked, panelRow } from "./rows";
import { layOutSigmoids } from "./sigmoid";
import { layOutLists } from "./sparse/lists";
import { clearTallies, takeTallies } from "./tallies";

/** The rows, voters first; by slot their active stake as fractions, and what is summed up for them. */
export let table: usize = 0;
export let rows: u32 = 0;
export let voters: u32 = 0;
export let places: u32 = 0;
export let stakes: usize = 0;
export let trusts: usize = 0;
export let earnings: usize = 0;
/** under liquid alpha, the alphas of a column's entries */
export let columnAlphas: usize = 0;

/** The voters' stake normalised among them, u32 raw. */
export let voterStake: usize = 0;
export let total: i64 = 0;
export let minority: i64 = 0;

export let liquid: bool = false;
export let previous: bool = false;
export let ratio: i64 = 0;
export let emaAlpha: u64 = 0;
export let emaRest: u64 = 0;
/** the lower bound of the alphas and what is between it and the upper one */
export let low: u64 = 0;
export let range: u64 = 0;
export let exponent: i64 = 0;

/** False where a row or a value is of another kind than panels take. */
export function setUp(n: u32): bool {
  if (!setParameters() || !setVoters(n) || !setRows(n)) return false;
  if (!liquid || liquidAlphaMayRun(n)) return true;
  liquid = false;
  return emaIsFraction();
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
  // Shares of a total that has wrapped may come to more than one together, and so might ranks.
  if (wrappingSum(at.activeStakeX32, n) > ONE) return false;
  voters = collectVoters(n, at.activeStakeX32, at.listA, at.vectorA);
  if (voters < 2) return false;
  normalize(at.vectorA, voters);
  total = wrappingSum(at.vectorA, voters);
  minority = saturatingSub(total, proportionFromU16(<u16>at.kappa));
  // A lane's sum reaches one only where all other voters have no stake.
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
  takeRows(at.bonds, n, at.averagedEntries() + <u64>rows * BLOCK, 2);
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
