import { I32F32 } from "./fixed.js";
import { columnNormalize, rowSums, scaleColumns, wrappingRowSums, type Rows } from "./rows.js";

/** Classic mode: bonds (columns summing to one) times incentive. epoch.md 4.10. */
export function dividendsClassic(bonds: Rows, incentiveX32: readonly bigint[]): bigint[] {
  return I32F32.normalize(rowSums(bonds, incentiveX32));
}

/** Yuma3: column-normalised bonds times incentive, times the row's active stake (0 on overflow). epoch.md 4.10. */
export function dividendsYuma3(bonds: Rows, incentiveX32: readonly bigint[], activeStakeX32: readonly bigint[]): bigint[] {
  const columns = incentiveX32.length;
  const shares = wrappingRowSums(scaleColumns(columnNormalize(bonds, columns), incentiveX32));
  return I32F32.normalize(shares.map((share, i) => I32F32.checkedMul(share, activeStakeX32[i]!) ?? 0n));
}
