/** Ranks and incentive. incentive.md 1. */
import { normalize } from "./fixed/vector";
import { Rows, columnSums } from "./rows";

/** Stake-weighted sum of the clipped weights on each uid, rows ascending. */
export function ranks(n: u32, clippedWeightsX32: Rows, activeStakeX32: usize, ranksX32: usize): void {
  columnSums(n, clippedWeightsX32, activeStakeX32, n, ranksX32);
}

export function incentive(n: u32, ranksX32: usize, incentiveX32: usize): void {
  memory.copy(incentiveX32, ranksX32, (<usize>n) << 3);
  normalize(incentiveX32, n);
}
