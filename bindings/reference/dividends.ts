import { I32F32 } from "./fixed.js";
import { columnNormalize, rowSums, scaleRowByColumns, wrappingRowSum, type Row, type Rows } from "./rows.js";

/** Classic mode: bonds (columns summing to one) times incentive, not yet normalised. dividends.md 1. */
export function dividendsClassic(bonds: Rows, incentiveX32: readonly bigint[]): bigint[] {
  return I32F32.normalize(rowSums(bonds, incentiveX32));
}

/** Yuma3: column-normalised bonds times incentive, times the row's active stake (0 on overflow). dividends.md 2. */
function earningsYuma3(bonds: Rows, incentiveX32: readonly bigint[], activeStakeX32: readonly bigint[]): bigint[] {
  return columnNormalize(bonds, incentiveX32.length).map((row, i) => earningYuma3(row, incentiveX32, activeStakeX32[i]!));
}

/** Of one validator, by its shares of the bonds. */
export function earningYuma3(shares: Row, incentiveX32: readonly bigint[], activeStakeX32: bigint): bigint {
  return I32F32.checkedMul(wrappingRowSum(scaleRowByColumns(shares, incentiveX32)), activeStakeX32) ?? 0n;
}

export function dividendsYuma3(bonds: Rows, incentiveX32: readonly bigint[], activeStakeX32: readonly bigint[]): bigint[] {
  return I32F32.normalize(earningsYuma3(bonds, incentiveX32, activeStakeX32));
}
