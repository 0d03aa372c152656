import { RULE_SETS, type EpochRules } from "../ruleSets/ruleSets.js";
import type { CheckedState } from "../boundary/input.js";
import { I32F32, U16_MAX } from "./fixed.js";
import { emaByColumn } from "./history/liquidAlphaByColumn.js";
import { bondsCutoff } from "./masks.js";
import { emaAlphaSaturating, emaAlphaWrapping, proportionFromU16, toProportion } from "./proportion.js";
import { columnNormalize, lastValues, mapValues, rowAt, scaleRows, type Row, type Rows } from "./rows.js";

/** Between the weights (penalty 0) and the clipped weights (penalty one). bonds.md 1. */
export function weightsForBonds(weights: Rows, clippedWeights: Rows, bondsPenalty: number, columns: number): Rows {
  return interpolate(weights, clippedWeights, proportionFromU16(bondsPenalty), columns);
}

/**
 * a + ratio x (b - a) at every column; only values above 0 stay, in ascending order of uid.
 * At the ends the rows of a or b are taken as they are, unsorted and with their zeros.
 */
export function interpolate(a: Rows, b: Rows, ratio: bigint, columns: number): Rows {
  if (ratio === 0n) return a;
  if (ratio === I32F32.ONE) return b;
  return a.map((row, i) => {
    const [from, to] = [lastValues(row, columns), lastValues(b[i]!, columns)];
    const either = new Map([...from, ...to]);
    for (const uid of either.keys()) {
      const start = from.get(uid) ?? 0n;
      const step = I32F32.saturatingMul(ratio, I32F32.saturatingSub(to.get(uid) ?? 0n, start));
      either.set(uid, I32F32.saturatingAdd(start, step));
    }
    return positiveEntries(either);
  });
}

/** In ascending order of uid. A column that no row names is 0, and so is what follows from it. */
function positiveEntries(values: ReadonlyMap<number, bigint>): Row {
  return [...values].flatMap(([uid, value]) => (value > 0n ? [{ uid, value }] : [])).sort((a, b) => a.uid - b.uid);
}

/**
 * Stored bonds as integers in I32F32, less those on uids registered at or after the cutoff.
 * A uid outside the network counts as registered at block 0. bonds.md 2.
 */
function storedBonds(state: CheckedState): Rows {
  const cutoff = bondsCutoff(state);
  return Array.from({ length: state.n }, (_, i) => storedBondsRow(state, cutoff, i));
}

/** `cutoff` holds for all rows, or each row has its own: its last update. masks.md 4 */
export function storedBondsRow({ ruleSet, bonds, lastUpdate, blockAtRegistration }: CheckedState, cutoff: bigint, i: number): Row {
  const own = RULE_SETS[ruleSet].bondsCutoffFromTempo ? cutoff : lastUpdate[i]!;
  return rowAt(bonds, i)
    .filter(({ uid }) => own > (blockAtRegistration[uid] ?? 0n))
    .map(({ uid, value }) => ({ uid, value: I32F32.fromInteger(value) }));
}

/** The bonds to start from: each column summing to one in classic mode, proportions under Yuma3. bonds.md 4. */
function oldBonds(state: CheckedState): Rows {
  const stored = storedBonds(state);
  return state.yuma3 ? mapValues(stored, ({ value }) => toProportion(value)) : columnNormalize(stored, state.n);
}

/** Classic mode: what this epoch's weights alone would make the bonds, each column summing to one. bonds.md 3. */
function bondsDelta(weightsForBonds: Rows, activeStakeX32: readonly bigint[], columns: number): Rows {
  return columnNormalize(scaleRows(weightsForBonds, activeStakeX32), columns);
}

/** How fast bonds follow where liquid alpha does not decide it. bonds.md 5. */
export function constantAlpha({ yuma3, bondsMovingAverage }: Pick<CheckedState, "yuma3" | "bondsMovingAverage">): bigint {
  return yuma3 ? emaAlphaWrapping(bondsMovingAverage) : emaAlphaSaturating(bondsMovingAverage);
}

/** Classic mode: stake-weighted weights and old bonds, averaged; its columns no longer sum to one. bonds.md 3. */
function averageClassic(
  state: CheckedState,
  weightsForBonds: Rows,
  activeStakeX32: readonly bigint[],
  alphas: readonly bigint[] | null = null,
): Rows {
  const delta = bondsDelta(weightsForBonds, activeStakeX32, state.n);
  return alphas === null ? ema(delta, oldBonds(state), constantAlpha(state), state.n) : emaByColumn(delta, oldBonds(state), alphas);
}

/** Classic mode: the average with each column summing to one again; `alphas` by column where there are any. bonds.md 3. */
export function bondsClassic(
  state: CheckedState,
  weightsForBonds: Rows,
  activeStakeX32: readonly bigint[],
  alphas: readonly bigint[] | null = null,
): Rows {
  return columnNormalize(averageClassic(state, weightsForBonds, activeStakeX32, alphas), state.n);
}

/** Yuma3: the weights themselves averaged with the stored proportions. bonds.md 4. */
export function bondsYuma3(state: CheckedState, weightsForBonds: Rows, liquidConsensus: readonly bigint[] | null): Rows {
  const old = oldBonds(state);
  return liquidConsensus === null
    ? ema(weightsForBonds, old, constantAlpha(state), state.n)
    : emaLiquid(weightsForBonds, old, liquidConsensus, liquidAlphaParameters(state, RULE_SETS[state.ruleSet]));
}

/** alpha x new + (1 - alpha) x old; only values above 0 stay, in ascending order of uid. bonds.md 5. */
export function ema(newRows: Rows, oldRows: Rows, alpha: bigint, columns: number): Rows {
  return newRows.map((row, i) => emaRow(row, oldRows[i]!, alpha, columns));
}

export function emaRow(newRow: Row, oldRow: Row, alpha: bigint, columns: number): Row {
  const sums = new Map<number, bigint>();
  const add = (entries: Row, factor: bigint) => {
    for (const { uid, value } of entries) {
      if (uid < columns) sums.set(uid, I32F32.saturatingAdd(sums.get(uid) ?? 0n, I32F32.saturatingMul(factor, value)));
    }
  };
  add(newRow, alpha);
  add(oldRow, I32F32.saturatingSub(I32F32.ONE, alpha));
  return positiveEntries(sums);
}

export interface LiquidAlphaParameters {
  low: bigint;
  high: bigint;
  /** as an integer in I32F32 */
  steepness: bigint;
  rules: Pick<EpochRules, "steepnessInHundredths" | "sigmoidClamped">;
}

export function liquidAlphaParameters(
  state: Pick<CheckedState, "alphaLow" | "alphaHigh" | "alphaSigmoidSteepness">,
  rules: LiquidAlphaParameters["rules"],
): LiquidAlphaParameters {
  return {
    low: proportionFromU16(state.alphaLow),
    high: proportionFromU16(state.alphaHigh),
    steepness: I32F32.fromInteger(BigInt(state.alphaSigmoidSteepness)),
    rules,
  };
}

/**
 * The consensus that liquid alpha compares with, or null where the constant alpha holds.
 * bonds.md 6, 7.
 */
export function liquidAlphaConsensus(state: CheckedState, current: readonly bigint[]): readonly bigint[] | null {
  if (!state.yuma3 || !state.liquidAlpha) return null;
  const rules = RULE_SETS[state.ruleSet];
  const selected = rules.liquidAlphaConsensusSelectable ? selectConsensus(state, current) : current;
  const gate = rules.liquidAlphaGateSelected ? selected : current;
  return gate.some((value) => value !== 0n) ? selected : null;
}

function selectConsensus(state: CheckedState, current: readonly bigint[]): readonly bigint[] {
  const mode = state.liquidAlphaConsensusMode;
  const usePrevious = mode === "previous" || (mode === "auto" && BigInt(state.bondsPenalty) === U16_MAX);
  if (!usePrevious || state.previousConsensus.length === 0) return current;
  return current.map((_, uid) => proportionFromU16(state.previousConsensus[uid] ?? 0));
}

const HALF = I32F32.ONE >> 1n;
const MINUS_HUNDRED = I32F32.fromInteger(-100n);
const EXP_LIMIT = I32F32.fromInteger(20n);

/** exp of the argument clamped into [-20, 20]; inside the clamp it never fails. numbers.md 6. */
export function expSafe(x: bigint): bigint {
  const clamped = x > EXP_LIMIT ? EXP_LIMIT : x < -EXP_LIMIT ? -EXP_LIMIT : x;
  return I32F32.exp(clamped) ?? (x > 0n ? I32F32.MAX : 0n);
}

function clamp01(x: bigint): bigint {
  return x < 0n ? 0n : x > I32F32.ONE ? I32F32.ONE : x;
}

/** What is bought above the consensus, or sold below the bond, within 0 and one. bonds.md 6. */
export function alphaDifference(consensus: bigint, weight: bigint, bond: bigint): { side: "buys" | "sells"; difference: bigint } {
  return weight >= bond
    ? { side: "buys", difference: clamp01(I32F32.saturatingSub(weight, consensus)) }
    : { side: "sells", difference: clamp01(I32F32.saturatingSub(bond, weight)) };
}

/** The exponential of the sigmoid. Without the clamp it is 0 where it fails, whatever the sign of its argument. bonds.md 6.3 */
function sigmoidGrowth(difference: bigint, { steepness, rules }: LiquidAlphaParameters): bigint {
  const fromHalf = I32F32.saturatingSub(difference, HALF);
  const exponent = rules.steepnessInHundredths
    ? I32F32.saturatingMul(I32F32.saturatingDiv(steepness, MINUS_HUNDRED)!, fromHalf)
    : I32F32.saturatingMul(-I32F32.ONE, I32F32.saturatingMul(steepness, fromHalf));
  return rules.sigmoidClamped ? expSafe(exponent) : (I32F32.exp(exponent) ?? 0n);
}

/** How fast one bond follows its weight: a sigmoid of what is bought or sold against the consensus. bonds.md 6. */
export function liquidAlpha(consensus: bigint, weight: bigint, bond: bigint, parameters: LiquidAlphaParameters): bigint {
  const { low, high } = parameters;
  const { difference } = alphaDifference(consensus, weight, bond);
  const growth = sigmoidGrowth(difference, parameters);
  const sigmoid = I32F32.saturatingDiv(I32F32.ONE, I32F32.saturatingAdd(I32F32.ONE, growth))!;
  const alpha = I32F32.saturatingAdd(low, I32F32.saturatingMul(sigmoid, I32F32.saturatingSub(high, low)));
  const capped = alpha < high ? alpha : high;
  return capped > low ? capped : low;
}

/**
 * What a cursor sees that walks the columns in ascending order over a row in stored order: an entry hides those behind
 * it with a uid not above its own. For a sorted row without duplicates this is the row itself. bonds.md 6.
 */
export function cursorValues(row: Row, columns: number): bigint[] {
  const values = new Array<bigint>(columns).fill(0n);
  let last = -1;
  for (const { uid, value } of row) {
    if (uid <= last) continue;
    last = uid;
    if (uid < columns) values[uid] = value;
  }
  return values;
}

/** The alpha of every column of one row. */
export function liquidAlphaRow(newRow: Row, oldRow: Row, consensus: readonly bigint[], parameters: LiquidAlphaParameters): bigint[] {
  const weights = cursorValues(newRow, consensus.length);
  const bonds = cursorValues(oldRow, consensus.length);
  return consensus.map((value, j) => liquidAlpha(value, weights[j]!, bonds[j]!, parameters));
}

/** The chain evaluates every alpha; only those at the new row's entries count. */
function emaLiquid(newRows: Rows, oldRows: Rows, consensus: readonly bigint[], parameters: LiquidAlphaParameters): Rows {
  return newRows.map((row, i) => {
    const [weights, bonds] = [row, oldRows[i]!].map((seen) => cursorValues(seen, consensus.length)) as [bigint[], bigint[]];
    return emaAlphaRow(row, oldRows[i]!, (uid) => liquidAlpha(consensus[uid]!, weights[uid]!, bonds[uid]!, parameters));
  });
}

/**
 * The average of one row with an alpha for each column. A bond without an entry in the new row disappears;
 * the order is the new row's. bonds.md 6.
 */
export function emaAlphaRow(newRow: Row, oldRow: Row, alphaOf: (uid: number) => bigint): Row {
  const old = lastValues(oldRow);
  return newRow.flatMap(({ uid, value }) => {
    const alpha = alphaOf(uid);
    const kept = I32F32.saturatingMul(I32F32.saturatingSub(I32F32.ONE, alpha), old.get(uid) ?? 0n);
    const added = I32F32.saturatingMul(alpha, value);
    const sum = I32F32.saturatingAdd(kept, added > 0n ? added : 0n);
    const bond = sum < I32F32.ONE ? sum : I32F32.ONE;
    return bond > 0n ? [{ uid, value: bond }] : [];
  });
}
