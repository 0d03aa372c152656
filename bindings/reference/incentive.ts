import { I32F32 } from "./fixed.js";
import { columnSums, type Rows } from "./rows.js";

/** Stake-weighted sum of the clipped weights on each uid. incentive.md 1. */
export function ranks(clippedWeights: Rows, activeStakeX32: readonly bigint[], columns: number): bigint[] {
  return columnSums(clippedWeights, activeStakeX32, columns);
}

export function incentive(ranksX32: readonly bigint[]): bigint[] {
  return I32F32.normalize(ranksX32);
}
