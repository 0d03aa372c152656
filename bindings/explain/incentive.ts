import { I32F32 } from "../reference/fixed.js";
import type { TracedEpoch } from "./epoch.js";

/** What one validator adds to a miner's rank. Raw I32F32. */
export interface RankPart {
  /** the validator */
  uid: number;
  activeStakeX32: bigint;
  clippedX32: bigint;
  /** floor of the product of both */
  rankX32: bigint;
}

/** A miner's rank by validator, raw I32F32. incentive.md 1, 2 */
export interface IncentiveExplanation {
  /** the largest first; their `rankX32` sums to the miner's */
  parts: RankPart[];
  rankX32: bigint;
  /** of all miners */
  totalRankX32: bigint;
  /** rank / total, truncated */
  incentiveX32: bigint;
}

/** A miner's rank by validator. */
export function explainIncentive({ clipped, activeStake, ranks, incentive }: TracedEpoch, uid: number): IncentiveExplanation {
  const { starts, uids, values } = clipped;
  const parts = activeStake.flatMap((activeStakeX32, i): RankPart[] => {
    const own: RankPart[] = [];
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const clippedX32 = values[at]!;
      if (uids[at] === uid) own.push({ uid: i, activeStakeX32, clippedX32, rankX32: I32F32.saturatingMul(activeStakeX32, clippedX32) });
    }
    return own;
  });
  return {
    parts: parts.sort((a, b) => (a.rankX32 > b.rankX32 ? -1 : a.rankX32 < b.rankX32 ? 1 : a.uid - b.uid)),
    rankX32: ranks[uid]!,
    totalRankX32: I32F32.wrappingSum(ranks),
    incentiveX32: incentive[uid]!,
  };
}
