import { I32F32 } from "./fixed.js";
import { columnNormalize, rowSums, scaleColumns, wrappingRowSums, type Rows } from "./rows.js";

/** Classic mode: bonds (columns summing to one) times incentive, not yet normalised. epoch.md 4.10. */
export function earningsClassic(bonds: Rows, incentiveX32: readonly bigint[]): bigint[] {
  return rowSums(bonds, incentiveX32);
}

export function dividendsClassic(bonds: Rows, incentiveX32: readonly bigint[]): bigint[] {
  return I32F32.normalize(earningsClassic(bonds, incentiveX32));
}

/** Yuma3: column-normalised bonds times incentive, times the row's active stake (0 on overflow). epoch.md 4.10. */
export function earningsYuma3(bonds: Rows, incentiveX32: readonly bigint[], activeStakeX32: readonly bigint[]): bigint[] {
  const shares = wrappingRowSums(scaleColumns(columnNormalize(bonds, incentiveX32.length), incentiveX32));
  return shares.map((share, i) => I32F32.checkedMul(share, activeStakeX32[i]!) ?? 0n);
}

export function dividendsYuma3(bonds: Rows, incentiveX32: readonly bigint[], activeStakeX32: readonly bigint[]): bigint[] {
  return I32F32.normalize(earningsYuma3(bonds, incentiveX32, activeStakeX32));
}
