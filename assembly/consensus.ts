/** The stake-weighted median of each column, and what exceeds it cut off. consensus.md. */
import { saturatingSub } from "./fixed/i32f32";
import { add, sub } from "./history/mode";
import { get, normalize, put, wrappingSum } from "./fixed/vector";
import { item, setItem } from "./list";
import { Rows, rowSum } from "./rows";

/**
 * Per column the largest weight that a majority of the active stake supports.
 *
 * Only rows with active stake vote. Their scores are laid out by column, so the cost follows the entries. Where all
 * stakes and scores are at least 0 and their sum fits, the answer does not depend on the order of the search and bits
 * of the score find it; wrapped sums of hostile stakes take the literal search.
 *
 * Scratch: `voterStake` and `scores` of n i64, `voters`, `below` and `above` of n u32, and the columns.
 * Every uid of the weights is below `columns`.
 */
export function consensus(
  n: u32,
  weightsX32: Rows,
  activeStakeX32: usize,
  majorityX32: i64,
  columns: u32,
  voterStake: usize,
  scores: usize,
  voters: usize,
  below: usize,
  above: usize,
  columnStarts: usize,
  columnEnds: usize,
  columnVoters: usize,
  columnScores: usize,
  consensusX32: usize,
): void {
  const count = collectVoters(n, activeStakeX32, voters, voterStake);
  normalize(voterStake, count);
  const total = wrappingSum(voterStake, count);
  const minority = saturatingSub(total, majorityX32);
  medians(
    columns, weightsX32, count, total, minority, false, voterStake, scores, voters, below, above,
    columnStarts, columnEnds, columnVoters, columnScores, consensusX32,
  );
}

/** The median of each column among the voters, whose stake is normalised. `wrap`: operators wrap, as up to spec 152. */
export function medians(
  columns: u32,
  weightsX32: Rows,
  count: u32,
  total: i64,
  minority: i64,
  wrap: bool,
  voterStake: usize,
  scores: usize,
  voters: usize,
  below: usize,
  above: usize,
  columnStarts: usize,
  columnEnds: usize,
  columnVoters: usize,
  columnScores: usize,
  consensusX32: usize,
): void {
  const plain = sumIsPlain(voterStake, count);
  const scoresOrdered = layOutColumns(columns, weightsX32, voters, count, columnStarts, columnEnds, columnVoters, columnScores);
  for (let j: u32 = 0; j < columns; j++) {
    const start = item(columnStarts, j);
    const entries = item(columnEnds, j) - start;
    const entryVoters = columnVoters + ((<usize>start) << 1);
    const entryScores = columnScores + ((<usize>start) << 3);
    let median: i64;
    if (plain && scoresOrdered) {
      median = sparseMedian(entries, entryScores, entryVoters, voterStake, count, total, minority);
    } else {
      spread(entries, entryVoters, entryScores, count, scores);
      median = weightedMedian(count, voterStake, scores, minority, 0, total, voters, below, above, wrap);
    }
    put(consensusX32, j, median);
  }
}

/** The rows with active stake above 0, in order, and their stakes. */
export function collectVoters(n: u32, activeStakeX32: usize, voters: usize, voterStake: usize): u32 {
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const stake = get(activeStakeX32, i);
    if (stake <= 0) continue;
    setItem(voters, count, i);
    put(voterStake, count, stake);
    count++;
  }
  return count;
}

/** True where no stake is negative and no partial sum wraps. */
export function sumIsPlain(voterStake: usize, count: u32): bool {
  let sum: i64 = 0;
  for (let v: u32 = 0; v < count; v++) {
    const stake = get(voterStake, v);
    sum += stake;
    if (stake < 0 || sum < 0) return false;
  }
  return true;
}

/**
 * The voters' entries by column, voters ascending; of duplicates in a row the last one. A voter is the position of its
 * row among the voters. True where no score is negative.
 */
function layOutColumns(
  columns: u32,
  weightsX32: Rows,
  voters: usize,
  count: u32,
  columnStarts: usize,
  columnEnds: usize,
  columnVoters: usize,
  columnScores: usize,
): bool {
  memory.fill(columnEnds, 0, (<usize>columns) << 2);
  for (let v: u32 = 0; v < count; v++) {
    const i = item(voters, v);
    const end = weightsX32.end(i);
    for (let entry = weightsX32.start(i); entry < end; entry++) {
      const j = weightsX32.uid(entry);
      setItem(columnEnds, j, item(columnEnds, j) + 1);
    }
  }
  let start: u32 = 0;
  for (let j: u32 = 0; j < columns; j++) {
    const entries = item(columnEnds, j);
    setItem(columnStarts, j, start);
    setItem(columnEnds, j, start);
    start += entries;
  }
  let signs: i64 = 0;
  for (let v: u32 = 0; v < count; v++) {
    const i = item(voters, v);
    const end = weightsX32.end(i);
    for (let entry = weightsX32.start(i); entry < end; entry++) {
      const j = weightsX32.uid(entry);
      const score = weightsX32.value(entry);
      let at = item(columnEnds, j);
      if (at > item(columnStarts, j) && load<u16>(columnVoters + ((<usize>(at - 1)) << 1)) == <u16>v) at--;
      store<u16>(columnVoters + ((<usize>at) << 1), <u16>v);
      put(columnScores, at, score);
      setItem(columnEnds, j, at + 1);
      signs |= score;
    }
  }
  return signs >= 0;
}

/** A column as one score for each voter, 0 where there is no entry. */
function spread(entries: u32, entryVoters: usize, entryScores: usize, count: u32, scores: usize): void {
  memory.fill(scores, 0, (<usize>count) << 3);
  for (let k: u32 = 0; k < entries; k++) put(scores, load<u16>(entryVoters + ((<usize>k) << 1)), get(entryScores, k));
}

/**
 * The lowest score at which the running stake exceeds `minority`: the lowest of all where `minority` is negative, the
 * highest where it is not below the total. Voters without an entry score 0. Reorders the entries.
 *
 * Splits by the highest bit in which scores still differ and follows one side: at most a pass for each bit of a score,
 * and mostly over half as many entries each time.
 * Proof: docs/proofs/median.md
 */
export function sparseMedian(
  entries: u32,
  scores: usize,
  voters: usize,
  voterStake: usize,
  count: u32,
  total: i64,
  minority: i64,
): i64 {
  let present: i64 = 0;
  for (let k: u32 = 0; k < entries; k++) present += get(voterStake, load<u16>(voters + ((<usize>k) << 1)));
  const someAbsent = entries < count;
  let running = total - present;
  if (someAbsent && (minority < running || minority < 0)) return 0;
  if (entries == 0) return 0;
  // A minority below 0 asks for the lowest score, one of the whole stake or more for the highest.
  let start: u32 = 0;
  let end = entries;
  let bit = highestDifference(scores, start, end);
  while (bit != 0) {
    let belowStake: i64 = 0;
    let middle = start;
    for (let k = start; k < end; k++) {
      if ((get(scores, k) & bit) != 0) continue;
      belowStake += get(voterStake, load<u16>(voters + ((<usize>k) << 1)));
      swapEntries(scores, voters, k, middle++);
    }
    if (minority < 0 || minority < running + belowStake) {
      end = middle;
    } else {
      running += belowStake;
      start = middle;
    }
    bit = highestDifference(scores, start, end);
  }
  return get(scores, start);
}

/** The highest bit in which the scores differ, 0 where they are all equal. */
function highestDifference(scores: usize, start: u32, end: u32): i64 {
  const first = get(scores, start);
  let difference: i64 = 0;
  for (let k = start + 1; k < end; k++) difference |= get(scores, k) ^ first;
  return difference == 0 ? 0 : <i64>1 << (63 - clz(difference));
}

@inline
function swapEntries(scores: usize, voters: usize, a: u32, b: u32): void {
  const score = get(scores, a);
  put(scores, a, get(scores, b));
  put(scores, b, score);
  const voterA = voters + ((<usize>a) << 1);
  const voterB = voters + ((<usize>b) << 1);
  const voter = load<u16>(voterA);
  store<u16>(voterA, load<u16>(voterB));
  store<u16>(voterB, voter);
}

/**
 * The search as the chain writes it: pivots by position, sums in list order that saturate, or `wrap` as up to spec 152. `lo` is the stake below the
 * current voters, `hi` the stake up to them. `current`, `below` and `above` are scratch lists of `count` u32.
 */
export function weightedMedian(
  count: u32,
  stake: usize,
  scores: usize,
  minority: i64,
  lo: i64,
  hi: i64,
  current: usize,
  below: usize,
  above: usize,
  wrap: bool,
): i64 {
  for (let v: u32 = 0; v < count; v++) setItem(current, v, v);
  while (count > 0) {
    const pivot = get(scores, item(current, count >> 1));
    if (count == 1) return pivot;
    let belowCount: u32 = 0;
    let aboveCount: u32 = 0;
    let belowStake: i64 = 0;
    let aboveStake: i64 = 0;
    for (let k: u32 = 0; k < count; k++) {
      const voter = item(current, k);
      const score = get(scores, voter);
      if (score < pivot) {
        setItem(below, belowCount++, voter);
        belowStake = add(belowStake, get(stake, voter), wrap);
      } else if (score > pivot) {
        setItem(above, aboveCount++, voter);
        aboveStake = add(aboveStake, get(stake, voter), wrap);
      }
    }
    const upToBelow = add(lo, belowStake, wrap);
    const upToPivot = sub(hi, aboveStake, wrap);
    const emptied = current;
    if (minority < upToBelow && belowCount > 0) {
      current = below;
      below = emptied;
      count = belowCount;
      hi = upToBelow;
    } else if (upToPivot <= minority && aboveCount > 0) {
      current = above;
      above = emptied;
      count = aboveCount;
      lo = upToPivot;
    } else {
      return pivot;
    }
  }
  return 0;
}

/** Weights cut down to the consensus; where that is 0 or less the entry disappears. */
export function clip(n: u32, weightsX32: Rows, consensusX32: usize, clippedWeightsX32: Rows): void {
  clippedWeightsX32.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const end = weightsX32.end(i);
    for (let entry = weightsX32.start(i); entry < end; entry++) {
      const j = weightsX32.uid(entry);
      const limit = get(consensusX32, j);
      const value = weightsX32.value(entry);
      if (value <= limit) clippedWeightsX32.push(count++, j, value);
      else if (limit > 0) clippedWeightsX32.push(count++, j, limit);
    }
    clippedWeightsX32.setEnd(i, count);
  }
}

/** The share of its weight that a validator keeps after clipping. */
export function validatorTrust(n: u32, clippedWeightsX32: Rows, validatorTrustX32: usize): void {
  for (let i: u32 = 0; i < n; i++) put(validatorTrustX32, i, rowSum(clippedWeightsX32, i));
}
