import type { UidOutput, ZeroCause } from "./zeroCause.js";

/** The one cause that decided what a uid got. Raw I32F32 where a name ends in X32. */
export type VerdictCause =
  /** an output is 0, or will be in the next epoch */
  | { kind: "zero"; output: UidOutput; cause: ZeroCause }
  /**
   * of a validator's weights this one lies furthest above the consensus; only where without the bonds penalty, which takes
   * the cut to the bonds, its emission would be other by more than `DECIDING_PERCENT`
   */
  | { kind: "cut"; miner: number; cutX32: bigint; totalCutX32: bigint; withoutPenaltyRao: bigint }
  /**
   * its row: with the consensus in its place, set in this block, its emission would be larger by more than `DECIDING_PERCENT`.
   * `miner`: where its weights lie furthest above the consensus; nothing is cut where `totalCutX32` is 0
   */
  | { kind: "votes"; validatorTrustX32: bigint; miner: number; cutX32: bigint; totalCutX32: bigint; asConsensusRao: bigint }
  /** its part of the dividends is less than that of the stake that votes by more than `DECIDING_PERCENT`, and its row does not decide */
  | { kind: "bonds"; activeStakeX32: bigint; dividendsX32: bigint; asConsensusRao: bigint }
  /** any other validator gets its part by its stake that votes and by its bonds; those on this miner paid the most */
  | { kind: "stake"; activeStakeX32: bigint; miner: number; dividendX32: bigint; bondsX32: bigint }
  /** a miner's consensus: the largest weight that stake of kappa supports */
  | { kind: "consensus"; consensusX32: bigint; supportX32: bigint; kappaX32: bigint }
  /** nobody earned anything, so that the emission goes by stake */
  | { kind: "paid by stake"; basis: "active stake" | "stake"; earnedNothing: ZeroCause }
  /** the uid is the owner's, whose incentive the chain pays to nobody */
  | { kind: "withheld"; rao: bigint };
