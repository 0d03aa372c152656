import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { CheckedState } from "../boundary/input.js";
import { I64F64, U64_MAX } from "../reference/fixed.js";
import { newValidatorPermits } from "../reference/masks.js";
import { taoWeightX32 } from "../reference/proportion.js";
import { stake, stakeRao, totalStake } from "../reference/stake.js";
import type { TracedEpoch } from "./epoch.js";
import { smallest } from "./smallest.js";

/** A change of one uid's alpha stake: exactly this many rao more or less, and one rao less of it changes nothing. */
export interface AlphaChange {
  direction: "gain" | "lose";
  alphaRao: bigint;
}

/** A uid's stake: rao, and shares in raw I32F32. stake.md 1 to 4 */
export interface StakeExplanation {
  alphaRao: bigint;
  taoRao: bigint;
  /** raw I32F32: the fraction of the TAO that counts */
  taoWeightX32: bigint;
  /** alpha and weighted TAO, floor */
  totalRao: bigint;
  thresholdRao: bigint;
  /** whether the stake is counted, and why */
  counted: "at or above the threshold" | "the owner is exempt" | "below the threshold";
  /** what would make it fall below the threshold, or reach it; null where it cannot */
  toThreshold: AlphaChange | null;
  /** raw I32F32: of all stake that is counted */
  stakeX32: bigint;
  /** raw I32F32: of the stake that votes */
  activeStakeX32: bigint;
}

/** A uid's stake, from rao to its share. stake.md 1 to 4 */
export function explainStake(epoch: TracedEpoch, uid: number): StakeExplanation {
  const { state, result } = epoch;
  const totalRao = result.stake[uid]!;
  const reaches = totalRao >= state.stakeThreshold;
  return {
    alphaRao: state.alphaStake[uid]!,
    taoRao: state.taoStake[uid]!,
    taoWeightX32: taoWeightX32(state.taoWeight),
    totalRao,
    thresholdRao: state.stakeThreshold,
    counted: reaches ? "at or above the threshold" : uid === state.ownerUid ? "the owner is exempt" : "below the threshold",
    toThreshold: uid === state.ownerUid ? null : alphaChange(epoch, uid, ({ totalX64 }) => stakeRao(totalX64) >= state.stakeThreshold),
    stakeX32: epoch.stake[uid]!,
    activeStakeX32: epoch.activeStake[uid]!,
  };
}

/** The change of alpha stake that gives the uid a permit of the next epoch, or takes it; null for the owner, and where none can. */
export function permitChange(epoch: TracedEpoch, uid: number): AlphaChange | null {
  const { state } = epoch;
  if (uid === state.ownerUid) return null;
  return alphaChange(
    epoch,
    uid,
    ({ stakes }) => newValidatorPermits(stakes(), state.maxAllowedValidators, state.ownerUid, RULE_SETS[state.ruleSet])[uid]!,
  );
}

/** The alpha that would make the uid's stake count: it reaches the threshold, and 2^-32 of all stake, below which a part is nothing. */
export function visibleChange(epoch: TracedEpoch, uid: number): AlphaChange | null {
  return alphaChange(epoch, uid, ({ stakes }) => stakes()[uid] !== 0n);
}

interface ChangedStake {
  totalX64: bigint;
  stakes: () => readonly bigint[];
}

/** The smallest change of a uid's alpha stake that turns a condition that more stake can only fulfil. */
function alphaChange(epoch: TracedEpoch, uid: number, fulfilled: (changed: ChangedStake) => boolean): AlphaChange | null {
  const { state, totalsX64 } = epoch;
  const at = (alphaRao: bigint) => {
    const totals = withStake(state, totalsX64, uid, alphaRao);
    return fulfilled({ totalX64: totals[uid]!, stakes: () => stake(state, totals, state.ownerUid) });
  };
  const alphaRao = state.alphaStake[uid]!;
  const highest = highestAlpha(state, totalsX64, uid);
  // Beyond it the stakes wrap, and more is no longer more.
  if (alphaRao > highest) return null;
  const direction = at(alphaRao) ? "lose" : "gain";
  const rao =
    direction === "lose"
      ? smallest(0n, alphaRao, (less) => !at(alphaRao - less))
      : smallest(0n, highest - alphaRao, (more) => at(alphaRao + more));
  return rao === null ? null : { direction, alphaRao: rao };
}

/** All totals with another alpha stake of one uid. */
export function withStake(state: CheckedState, totalsX64: readonly bigint[], uid: number, alphaRao: bigint): bigint[] {
  return totalsX64.with(uid, totalStake(alphaRao, state.taoStake[uid]!, state.taoWeight));
}

/** The most alpha that a uid can have so that neither its total nor the sum of all saturates or wraps. */
function highestAlpha(state: CheckedState, totalsX64: readonly bigint[], uid: number): bigint {
  const tao = totalStake(0n, state.taoStake[uid]!, state.taoWeight);
  const others = totalsX64.reduce((sum, total, other) => (other === uid ? sum : sum + total), 0n);
  const room = (I64F64.MAX - tao - others) >> 64n;
  return room < 0n ? -1n : room > U64_MAX ? U64_MAX : room;
}
