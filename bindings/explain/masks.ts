import { saturatingAddU64 } from "../reference/fixed.js";
import type { TracedEpoch } from "./epoch.js";
import { permitChange, type AlphaChange } from "./stake.js";

/** Blocks that decide whether a uid is active. masks.md 1 */
export interface ActivityExplanation {
  /** whether its weights and stake count */
  active: boolean;
  /** block */
  lastUpdate: bigint;
  /** blocks */
  activityCutoff: bigint;
  /** the last block at which it is active without setting weights again */
  activeThroughBlock: bigint;
}

/** Whether a uid is active, and until when. masks.md 1 */
export function explainActivity({ state, result }: TracedEpoch, uid: number): ActivityExplanation {
  return {
    active: result.active[uid] === 1,
    lastUpdate: state.lastUpdate[uid]!,
    activityCutoff: state.activityCutoff,
    activeThroughBlock: saturatingAddU64(state.lastUpdate[uid]!, state.activityCutoff),
  };
}

/** A uid at the edge of the seats. */
export interface Seat {
  /** whose */
  uid: number;
  /** raw I32F32 */
  stakeX32: bigint;
}

/** A uid's permits, now and next, among the stakes that compete for them, raw I32F32. masks.md 2 */
export interface PermitExplanation {
  /** whether its weights counted in this epoch, and why */
  current: boolean;
  /** the reason */
  currentBecause: "the owner always has one" | "given by the epoch before" | "not given by the epoch before";
  /** whether its weights count in the next */
  next: boolean;
  nextBecause:
    | "the owner always has one"
    | "among the largest stakes"
    | "fewer uids than seats"
    | "no stake that is counted"
    | "outranked"
    | "outranked by an equal stake of a higher uid";
  /** 1 is the largest stake; of equal ones the higher uid comes first; null without stake that is counted */
  rank: number | null;
  ranked: number;
  /** most permits */
  seats: number;
  /** the smallest stake with a seat by stake, and the largest without; null where there is none */
  lastIn: Seat | null;
  firstOut: Seat | null;
  /** of alpha stake, that turns the next permit; null for the owner, and where none can */
  change: AlphaChange | null;
}

/** Whether a uid has a permit, will have one, and what stake would change that. masks.md 2 */
export function explainPermit(epoch: TracedEpoch, uid: number): PermitExplanation {
  const { state, result, stake, permits } = epoch;
  const owner = uid === state.ownerUid;
  const seats = state.maxAllowedValidators;
  const ranking = stake
    .map((stakeX32, other): Seat => ({ uid: other, stakeX32 }))
    .sort((a, b) => (a.stakeX32 > b.stakeX32 ? -1 : a.stakeX32 < b.stakeX32 ? 1 : b.uid - a.uid));
  const held = ({ stakeX32 }: Seat) => stakeX32 !== 0n;
  const place = stake[uid] === 0n ? -1 : ranking.findIndex((seat) => seat.uid === uid);
  const next = result.newValidatorPermits[uid] === 1;
  const lastIn = ranking.slice(0, seats).findLast(held) ?? null;
  return {
    current: permits[uid]!,
    currentBecause: owner ? "the owner always has one" : permits[uid] ? "given by the epoch before" : "not given by the epoch before",
    next,
    nextBecause: owner
      ? "the owner always has one"
      : place < 0
        ? "no stake that is counted"
        : !next
          ? lastIn?.stakeX32 === stake[uid]
            ? "outranked by an equal stake of a higher uid"
            : "outranked"
          : seats > state.n
            ? "fewer uids than seats"
            : "among the largest stakes",
    rank: place < 0 ? null : place + 1,
    ranked: ranking.filter(held).length,
    seats,
    lastIn,
    firstOut: ranking.slice(seats).find(held) ?? null,
    change: permitChange(epoch, uid),
  };
}
