import type { CheckedState } from "../../boundary/input.js";
import type { RankReports } from "../../types.js";
import { I32F32 } from "../fixed.js";
import { proportionToU16 } from "../proportion.js";
import { fromSparseRows, type Rows } from "../rows.js";
import { maxUpscaleToU16 } from "../upscale.js";

/** What the chain gave besides, up to spec 364. incentive.md 2 */
export function rankReports(
  incentiveX32: readonly bigint[],
  ranksX32: readonly bigint[],
  preRanksX32: readonly bigint[],
  combinedShares: readonly bigint[],
): RankReports {
  return {
    ranks: Uint16Array.from(incentiveX32, proportionToU16),
    trust: Uint16Array.from(ranksX32, (rank, j) => proportionToU16(I32F32.safeDiv(rank, preRanksX32[j]!))),
    pruningScores: Uint16Array.from(maxUpscaleToU16(combinedShares)),
  };
}

/** The stored bond rows of uids without a current permit, which stay as they are where there is no new one either. bonds.md 9 */
export function keptRows({ bonds }: CheckedState, permits: readonly boolean[]): Rows {
  return fromSparseRows(bonds).map((row, uid) => (permits[uid] ? [] : row));
}
