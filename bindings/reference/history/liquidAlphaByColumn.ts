import { I32F32 } from "../fixed.js";
import { proportionFromU16 } from "../proportion.js";
import type { Row, Rows } from "../rows.js";

/** Divides in the way of the time: a quotient that does not fit is clamped before dynamic TAO, 0 from then on. */
export type Divide = (a: bigint, b: bigint) => bigint;

/** How fast the bonds on each uid follow, and what that was fitted on; all raw I32F32. bonds.md 10 */
export interface AlphaByColumn {
  /** of the consensus, at a quarter and three quarters */
  quantiles: readonly [low: bigint, high: bigint];
  /** slope and offset of the exponent */
  logistic: readonly [a: bigint, b: bigint];
  alphas: readonly bigint[];
}

/** The value that `quarters` quarters of the values lie up to, between two of them where it falls there. bonds.md 10.2 */
function quantile(ascending: readonly bigint[], quarters: number): bigint {
  const position = quarters * (ascending.length - 1);
  const below = ascending[position >> 2]!;
  const fraction = position & 3;
  if (fraction === 0) return below;
  const step = I32F32.saturatingSub(ascending[(position >> 2) + 1]!, below);
  return I32F32.saturatingAdd(below, I32F32.saturatingMul(step, (BigInt(fraction) * I32F32.ONE) / 4n));
}

/** ln(1 / x - 1); 0 where there is none. */
function logit(x: bigint, divide: Divide): bigint {
  return I32F32.ln(I32F32.saturatingSub(divide(I32F32.ONE, x), I32F32.ONE)) ?? 0n;
}

/** The logistic curve that has the low alpha at the low quantile and the high one at the high. bonds.md 10.3 */
function logisticOf(low: bigint, high: bigint, alphaLow: bigint, alphaHigh: bigint, divide: Divide): readonly [bigint, bigint] {
  if (high <= low || alphaLow === 0n || alphaHigh === 0n) return [0n, 0n];
  const atLow = logit(alphaLow, divide);
  const a = divide(I32F32.saturatingSub(logit(alphaHigh, divide), atLow), I32F32.saturatingSub(low, high));
  return [a, I32F32.saturatingAdd(atLow, I32F32.saturatingMul(a, low))];
}

/** Null where the constant alpha holds. bonds.md 10.1 */
export function alphaByColumn(
  consensusX32: readonly bigint[],
  bounds: { readonly alphaLow: number; readonly alphaHigh: number },
  divide: Divide,
): AlphaByColumn | null {
  if (consensusX32.every((value) => value === 0n)) return null;
  const ascending = [...consensusX32].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const [low, high] = [quantile(ascending, 1), quantile(ascending, 3)];
  if (high === 0n) return null;
  const [alphaLow, alphaHigh] = [proportionFromU16(bounds.alphaLow), proportionFromU16(bounds.alphaHigh)];
  const [a, b] = logisticOf(low, high, alphaLow, alphaHigh, divide);
  const alphas = consensusX32.map((value) => {
    // Fails on both sides: a column far below the low quantile gets the high alpha.
    const growth = I32F32.exp(I32F32.saturatingSub(b, I32F32.saturatingMul(a, value))) ?? 0n;
    const sigmoid = divide(I32F32.ONE, I32F32.saturatingAdd(I32F32.ONE, growth));
    const capped = sigmoid < alphaHigh ? sigmoid : alphaHigh;
    return capped > alphaLow ? capped : alphaLow;
  });
  return { quantiles: [low, high], logistic: [a, b], alphas };
}

/**
 * The average of rows with an alpha for each column: of duplicates in the new row the last counts, old ones accumulate;
 * only values above 0, in ascending order. bonds.md 10.5
 */
export function emaByColumn(newRows: Rows, oldRows: Rows, alphas: readonly bigint[]): Rows {
  return newRows.map((row, i) => {
    const values = new Array<bigint>(alphas.length).fill(0n);
    for (const { uid, value } of row) if (uid < alphas.length) values[uid] = I32F32.saturatingMul(alphas[uid]!, value);
    for (const { uid, value } of oldRows[i]!) {
      if (uid >= alphas.length) continue;
      const kept = I32F32.saturatingMul(I32F32.saturatingSub(I32F32.ONE, alphas[uid]!), value);
      values[uid] = I32F32.saturatingAdd(values[uid]!, kept);
    }
    return values.flatMap((value, uid): Row => (value > 0n ? [{ uid, value }] : []));
  });
}
