/** Bonds: how weights become lasting claims on a miner's success. bonds.md. */
import { HALF, ONE, fromInteger, mulByFraction, saturatingAdd, saturatingDiv, saturatingMul, saturatingSub } from "./fixed/i32f32";
import { EXP_FAILED, exp, expSafe } from "./fixed/exp";
import { proportionFromU16 } from "./fixed/proportion";
import { inverseOf } from "./fixed/reciprocal";
import { getU64 } from "./fixed/u64";
import { get, put } from "./fixed/vector";
import { Rows, columnNormalize, scaleRows, zero } from "./rows";
import { emaByColumn } from "./history/liquidAlphaByColumn";
import {
  LIQUID_ALPHA_CONSENSUS_SELECTABLE,
  LIQUID_ALPHA_GATE_SELECTED,
  SIGMOID_CLAMPED,
  STEEPNESS_IN_HUNDREDTHS,
  has,
} from "./ruleSets";
import { addUid, clearUids, takeSmallestUid } from "./uidSet";

/** Between the weights (penalty 0) and the clipped weights (penalty one). Scratch and result as `interpolate`. */
export function weightsForBonds(
  n: u32,
  weightsX32: Rows,
  clippedWeightsX32: Rows,
  bondsPenalty: u32,
  from: usize,
  to: usize,
  uids: usize,
  room: Rows,
  weightsForBondsX32: Rows,
): void {
  const ratio = proportionFromU16(<u16>bondsPenalty);
  interpolate(n, weightsX32, clippedWeightsX32, ratio, n, from, to, uids, room, weightsForBondsX32);
}

/**
 * a + ratio x (b - a) at every column; of duplicates the last one; only values above 0 stay, uids ascending.
 * The result is another name for `room`, or at the ends for a or b, untouched. `from` and `to` are scratch vectors.
 */
export function interpolate(
  n: u32,
  a: Rows,
  b: Rows,
  ratio: i64,
  columns: u32,
  from: usize,
  to: usize,
  uids: usize,
  room: Rows,
  result: Rows,
): void {
  if (ratio == 0 || ratio == ONE) {
    result.alias(ratio == 0 ? a : b);
    return;
  }
  result.alias(room);
  zero(from, columns);
  zero(to, columns);
  clearUids(uids);
  room.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    layOutRow(a, i, columns, from, uids);
    layOutRow(b, i, columns, to, uids);
    for (let uid = takeSmallestUid(uids); uid >= 0; uid = takeSmallestUid(uids)) {
      const start = get(from, uid);
      const value = saturatingAdd(start, saturatingMul(ratio, saturatingSub(get(to, uid), start)));
      put(from, uid, 0);
      put(to, uid, 0);
      if (value > 0) room.push(count++, uid, value);
    }
    room.setEnd(i, count);
  }
}

function layOutRow(rows: Rows, row: u32, columns: u32, vector: usize, uids: usize): void {
  const end = rows.end(row);
  for (let entry = rows.start(row); entry < end; entry++) {
    const uid = rows.uid(entry);
    if (uid >= columns) continue;
    put(vector, uid, rows.value(entry));
    addUid(uids, uid);
  }
}

/**
 * Stored bonds less those on uids registered at or after the cutoff: as plain integers in classic mode, as proportions
 * in Yuma3. A uid outside the network counts as registered at block 0. `lastUpdate`, where it is not 0, has a cutoff for
 * each row in place of the one for all.
 */
export function storedBonds(
  n: u32,
  stored: Rows,
  cutoff: u64,
  lastUpdate: usize,
  blockAtRegistration: usize,
  proportions: bool,
  bondsX32: Rows,
): void {
  bondsX32.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const rowCutoff = lastUpdate == 0 ? cutoff : getU64(lastUpdate, i);
    const end = stored.end(i);
    for (let entry = stored.start(i); entry < end; entry++) {
      const uid = stored.uid(entry);
      const registered = uid < n ? getU64(blockAtRegistration, uid) : 0;
      if (rowCutoff <= registered) continue;
      const value = stored.stored(entry);
      bondsX32.push(count++, uid, proportions ? proportionFromU16(value) : fromInteger(value));
    }
    bondsX32.setEnd(i, count);
  }
}

/**
 * Classic mode: stake-weighted weights and old bonds, each column summing to one, averaged. `alphasX32`, where it is not
 * 0, has an alpha for each column in place of the one for all.
 */
export function bondsClassic(
  n: u32,
  weightsForBondsX32: Rows,
  activeStakeX32: usize,
  bondsX32: Rows,
  emaAlpha: i64,
  alphasX32: usize,
  sums: usize,
  reciprocals: usize,
  uids: usize,
  bondsDeltaX32: Rows,
  emaBondsX32: Rows,
): void {
  columnNormalize(n, bondsX32, n, sums, reciprocals);
  bondsDeltaX32.starts = weightsForBondsX32.starts;
  bondsDeltaX32.uids = weightsForBondsX32.uids;
  scaleRows(n, weightsForBondsX32, activeStakeX32, bondsDeltaX32.values);
  columnNormalize(n, bondsDeltaX32, n, sums, reciprocals);
  if (alphasX32 != 0) emaByColumn(n, bondsDeltaX32, bondsX32, alphasX32, sums, uids, emaBondsX32);
  else ema(n, bondsDeltaX32, bondsX32, emaAlpha, n, sums, uids, emaBondsX32);
  columnNormalize(n, emaBondsX32, n, sums, reciprocals);
}

/** alpha x new + (1 - alpha) x old; only values above 0 stay, uids ascending. */
export function ema(n: u32, newRows: Rows, oldRows: Rows, alpha: i64, columns: u32, sums: usize, uids: usize, result: Rows): void {
  const rest = saturatingSub(ONE, alpha);
  zero(sums, columns);
  clearUids(uids);
  result.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    addScaledRow(newRows, i, alpha, columns, sums, uids);
    addScaledRow(oldRows, i, rest, columns, sums, uids);
    for (let uid = takeSmallestUid(uids); uid >= 0; uid = takeSmallestUid(uids)) {
      const value = get(sums, uid);
      put(sums, uid, 0);
      if (value > 0) result.push(count++, uid, value);
    }
    result.setEnd(i, count);
  }
}

function addScaledRow(rows: Rows, row: u32, factor: i64, columns: u32, sums: usize, uids: usize): void {
  const end = rows.end(row);
  for (let entry = rows.start(row); entry < end; entry++) {
    const uid = rows.uid(entry);
    if (uid >= columns) continue;
    put(sums, uid, saturatingAdd(get(sums, uid), saturatingMul(factor, rows.value(entry))));
    addUid(uids, uid);
  }
}

const MODE_PREVIOUS: u32 = 1;
const MODE_AUTO: u32 = 2;

/** Whether liquid alpha compares with the stored consensus rather than this epoch's. bonds.md 7. */
export function comparesWithPrevious(rules: u32, mode: u32, bondsPenalty: u32, previousLength: u32): bool {
  const selectable = has(rules, LIQUID_ALPHA_CONSENSUS_SELECTABLE);
  return selectable && previousLength > 0 && (mode == MODE_PREVIOUS || (mode == MODE_AUTO && bondsPenalty == 65_535));
}

/** The stored consensus as raw proportions, 0 where it is too short. */
export function widenPrevious(n: u32, previous: usize, previousLength: u32, resultX32: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    const stored = uid < previousLength ? load<u16>(previous + ((<usize>uid) << 1)) : 0;
    put(resultX32, uid, proportionFromU16(stored));
  }
}

/** Whether liquid alpha runs: not where all is 0, this epoch's consensus or the one compared with. */
export function liquidAlphaRuns(n: u32, rules: u32, consensusX32: usize, selectedX32: usize): bool {
  return anyNonzero(has(rules, LIQUID_ALPHA_GATE_SELECTED) ? selectedX32 : consensusX32, n);
}

/** Selects the consensus that liquid alpha compares with; false where the constant alpha holds instead. */
export function liquidAlphaConsensus(
  n: u32,
  rules: u32,
  enabled: bool,
  mode: u32,
  bondsPenalty: u32,
  consensusX32: usize,
  previous: usize,
  previousLength: u32,
  selectedX32: usize,
): bool {
  if (!enabled) return false;
  if (comparesWithPrevious(rules, mode, bondsPenalty, previousLength)) widenPrevious(n, previous, previousLength, selectedX32);
  else memory.copy(selectedX32, consensusX32, (<usize>n) << 3);
  return liquidAlphaRuns(n, rules, consensusX32, selectedX32);
}

function anyNonzero(vector: usize, count: u32): bool {
  for (let i: u32 = 0; i < count; i++) if (get(vector, i) != 0) return true;
  return false;
}

const MINUS_HUNDRED: i64 = fromInteger(-100);

@inline
function clamp01(x: i64): i64 {
  return x < 0 ? 0 : x > ONE ? ONE : x;
}

/** The sigmoid's factor in the exponent, from hundredths. */
export function sigmoidExponent(steepness: i32): i64 {
  return saturatingDiv(fromInteger(steepness), MINUS_HUNDRED);
}

/** The argument of the sigmoid's exponential, from what is bought or sold against the consensus. */
@inline
export function sigmoidArgument(consensus: i64, weight: i64, bond: i64, exponent: i64): i64 {
  const difference = clamp01(weight >= bond ? saturatingSub(weight, consensus) : saturatingSub(bond, weight));
  return mulByFraction(exponent, difference - HALF);
}

/** One over one more than the exponential. Proof: docs/proofs/exponential.md */
@inline
export function sigmoidOf(growth: i64): i64 {
  return <i64>inverseOf(<u64>(ONE + growth));
}

/** The alpha between the bounds; the lower one where they are the wrong way round. */
@inline
function alphaOf(sigmoid: i64, low: i64, high: i64): i64 {
  const alpha = saturatingAdd(low, saturatingMul(sigmoid, saturatingSub(high, low)));
  return max(min(alpha, high), low);
}

/** How fast one bond follows its weight: a sigmoid of what is bought or sold against the consensus. */
export function liquidAlpha(consensus: i64, weight: i64, bond: i64, low: i64, high: i64, exponent: i64): i64 {
  return alphaOf(sigmoidOf(expSafe(sigmoidArgument(consensus, weight, bond, exponent))), low, high);
}

/** The same up to spec 364, where the exponent was not clamped: its exponential is 0 where it fails, on both sides. */
function liquidAlphaUnclamped(consensus: i64, weight: i64, bond: i64, low: i64, high: i64, exponent: i64): i64 {
  const growth = exp(sigmoidArgument(consensus, weight, bond, exponent));
  const sigmoid = saturatingDiv(ONE, saturatingAdd(ONE, growth == EXP_FAILED ? 0 : growth));
  return alphaOf(sigmoid, low, high);
}

/**
 * What a cursor sees that walks the columns in ascending order over a row in stored order: an entry hides those behind
 * it with a uid not above its own. The vector is zero elsewhere.
 */
export function layOutCursorValues(rows: Rows, row: u32, columns: u32, vector: usize): void {
  let last: i32 = -1;
  const end = rows.end(row);
  for (let entry = rows.start(row); entry < end; entry++) {
    const uid = rows.uid(entry);
    if (<i32>uid <= last) continue;
    last = uid;
    if (uid < columns) put(vector, uid, rows.value(entry));
  }
}

/** Zeroes the vector where a row has entries. */
function clearRow(rows: Rows, row: u32, columns: u32, vector: usize): void {
  const end = rows.end(row);
  for (let entry = rows.start(row); entry < end; entry++) {
    const uid = rows.uid(entry);
    if (uid < columns) put(vector, uid, 0);
  }
}

/** Yuma3 with liquid alpha: an alpha for each cell, computed only where the new row has an entry. */
export function emaLiquid(
  n: u32,
  newRows: Rows,
  oldRows: Rows,
  consensusX32: usize,
  alphaLow: u32,
  alphaHigh: u32,
  steepness: i32,
  rules: u32,
  seenWeights: usize,
  seenBonds: usize,
  alphas: usize,
  result: Rows,
): void {
  const low = proportionFromU16(<u16>alphaLow);
  const high = proportionFromU16(<u16>alphaHigh);
  const exponent = has(rules, STEEPNESS_IN_HUNDREDTHS) ? sigmoidExponent(steepness) : -fromInteger(steepness);
  const clamped = has(rules, SIGMOID_CLAMPED);
  zero(seenWeights, n);
  zero(seenBonds, n);
  result.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    layOutCursorValues(newRows, i, n, seenWeights);
    layOutCursorValues(oldRows, i, n, seenBonds);
    const end = newRows.end(i);
    for (let entry = newRows.start(i); entry < end; entry++) {
      const uid = newRows.uid(entry);
      const consensus = get(consensusX32, uid);
      const weight = get(seenWeights, uid);
      const bond = get(seenBonds, uid);
      const alpha = clamped
        ? liquidAlpha(consensus, weight, bond, low, high, exponent)
        : liquidAlphaUnclamped(consensus, weight, bond, low, high, exponent);
      put(alphas, uid, alpha);
    }
    clearRow(newRows, i, n, seenWeights);
    clearRow(oldRows, i, n, seenBonds);
    count = emaAlphaRow(newRows, oldRows, i, n, alphas, seenBonds, result, count);
    result.setEnd(i, count);
  }
}

/**
 * The average of one row with an alpha for each column. A bond without an entry in the new row disappears; the order is
 * the new row's. `old` is zero on entry and on return. Returns the count of entries so far.
 */
export function emaAlphaRow(
  newRows: Rows,
  oldRows: Rows,
  row: u32,
  columns: u32,
  alphas: usize,
  old: usize,
  result: Rows,
  count: u32,
): u32 {
  const oldEnd = oldRows.end(row);
  for (let entry = oldRows.start(row); entry < oldEnd; entry++) {
    if (oldRows.uid(entry) < columns) put(old, oldRows.uid(entry), oldRows.value(entry));
  }
  const end = newRows.end(row);
  for (let entry = newRows.start(row); entry < end; entry++) {
    const uid = newRows.uid(entry);
    const alpha = get(alphas, uid);
    const kept = saturatingMul(saturatingSub(ONE, alpha), get(old, uid));
    const added = max(saturatingMul(alpha, newRows.value(entry)), 0);
    const value = min(saturatingAdd(kept, added), ONE);
    if (value > 0) result.push(count++, uid, value);
  }
  clearRow(oldRows, row, columns, old);
  return count;
}
