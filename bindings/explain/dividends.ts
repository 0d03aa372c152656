import { I32F32 } from "../reference/fixed.js";
import type { BondExplanation } from "./bonds.js";
import type { TracedEpoch } from "./epoch.js";

/** What the bonds earned. Raw I32F32. */
export interface DividendsExplanation {
  /** bond share x incentive over all miners */
  bondsX32: bigint;
  /** Yuma3: those are multiplied by the stake that votes; null in classic mode */
  activeStakeX32: bigint | null;
  /** what is normalised */
  earningsX32: bigint;
  /** of all validators */
  totalEarningsX32: bigint;
  /** earnings / total, truncated */
  dividendsX32: bigint;
}

/** A validator's dividends, from the bonds that `explainBonds` found. dividends.md 1, 2 */
export function explainDividends(
  { state, activeStake, earnings, dividends }: TracedEpoch,
  uid: number,
  bonds: readonly BondExplanation[],
): DividendsExplanation {
  return {
    bondsX32: I32F32.saturatingSum(bonds.map(({ dividendX32 }) => dividendX32)),
    activeStakeX32: state.yuma3 ? activeStake[uid]! : null,
    earningsX32: earnings[uid]!,
    totalEarningsX32: I32F32.wrappingSum(earnings),
    dividendsX32: dividends[uid]!,
  };
}
