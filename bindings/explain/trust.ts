import type { SubnetState, Yuma } from "../types.js";
import { columnOf } from "./consensus.js";
import { checkUid, traceEpoch, type TracedEpoch } from "./epoch.js";
import { explainWeights, type WeightOutcome } from "./weights.js";

/** A validator's weight on one miner in one epoch. Raw I32F32 unless said otherwise; duplicates together. */
export interface TrustSide {
  /** u16, as stored; null where there is none */
  stored: number | null;
  outcome: WeightOutcome | null;
  weightX32: bigint;
  consensusX32: bigint;
  clippedX32: bigint;
}

/** What one miner added to the change of the trust; the four parts sum to `changeX32`. Raw I32F32. */
export interface TrustChange {
  /** the miner */
  uid: number;
  before: TrustSide;
  after: TrustSide;
  /** the validator stored another weight on it */
  weightX32: bigint;
  /** a mask took the weight away, or no longer does */
  maskX32: bigint;
  /** the same stored weight is another part of its row, as the rest of the row changed */
  rowX32: bigint;
  /** the consensus on the miner moved */
  consensusX32: bigint;
  changeX32: bigint;
  /** why the consensus moved; null where that changed nothing here */
  support: SupportChange | null;
}

/** The stake behind the higher of both consensus weights, before and after. Raw I32F32. */
export interface SupportChange {
  /** the higher of both: supported by kappa in one epoch and not in the other */
  levelX32: bigint;
  kappaX32: { before: bigint; after: bigint };
  beforeX32: bigint;
  afterX32: bigint;
  /** those whose support changed, the largest change first; their `changeX32` sums to after - before */
  voters: VoterChange[];
}

/** What one voter said of a miner, and with which stake, in two epochs. Raw I32F32. */
export interface VoterChange {
  uid: number;
  before: { scoreX32: bigint; stakeX32: bigint };
  after: { scoreX32: bigint; stakeX32: bigint };
  changeX32: bigint;
}

/** Two epochs of one validator. Raw I32F32. */
export interface TrustComparison {
  uid: number;
  before: { block: bigint; trustX32: bigint };
  after: { block: bigint; trustX32: bigint };
  /** the uid was registered between the two: another hotkey */
  reregistered: boolean;
  changeX32: bigint;
  /** every miner with a weight in either epoch, the largest loss first; their changes sum to `changeX32` */
  miners: TrustChange[];
}

/**
 * Why a validator's trust is not what it was: what changed by miner, and by whose doing.
 * @param before an earlier state of the same subnet
 * @throws EpochInputError where a state cannot be a chain state or one of them has no such uid
 * @throws EpochSizeError as `explain`
 */
export function compareTrust(yuma: Yuma, before: SubnetState, after: SubnetState, uid: number): TrustComparison {
  const [earlier, later] = [traceEpoch(yuma, before), traceEpoch(yuma, after)];
  checkUid(earlier.state, uid);
  checkUid(later.state, uid);
  const [from, to] = [earlier, later].map((epoch) => trustSides(epoch, uid));
  const miners = [...new Set([...from!.keys(), ...to!.keys()])].map((miner) => {
    const sides = [side(earlier, from!, miner), side(later, to!, miner)] as const;
    return trustChange(earlier, later, miner, ...sides);
  });
  const [trustBefore, trustAfter] = [earlier, later].map((epoch) => epoch.validatorTrust[uid]!);
  return {
    uid,
    before: { block: earlier.state.currentBlock, trustX32: trustBefore! },
    after: { block: later.state.currentBlock, trustX32: trustAfter! },
    reregistered: earlier.state.blockAtRegistration[uid] !== later.state.blockAtRegistration[uid],
    changeX32: trustAfter! - trustBefore!,
    miners: miners.sort((a, b) => (a.changeX32 < b.changeX32 ? -1 : a.changeX32 > b.changeX32 ? 1 : a.uid - b.uid)),
  };
}

interface Side extends TrustSide {
  /** what counts, entry by entry: a row may name a miner twice */
  entries: readonly bigint[];
}

function trustSides(epoch: TracedEpoch, uid: number): Map<number, Side> {
  const sides = new Map<number, Side>();
  for (const entry of explainWeights(epoch, uid)) {
    const so = sides.get(entry.uid);
    sides.set(entry.uid, {
      stored: entry.stored,
      outcome: entry.outcome,
      consensusX32: entry.consensusX32,
      weightX32: (so?.weightX32 ?? 0n) + entry.weightX32,
      clippedX32: (so?.clippedX32 ?? 0n) + entry.clippedX32,
      entries: [...(so?.entries ?? []), entry.weightX32],
    });
  }
  return sides;
}

function side(epoch: TracedEpoch, sides: Map<number, Side>, miner: number): Side {
  const consensusX32 = epoch.consensus[miner] ?? 0n;
  return sides.get(miner) ?? { stored: null, outcome: null, weightX32: 0n, consensusX32, clippedX32: 0n, entries: [] };
}

function clippedAt(entries: readonly bigint[], consensusX32: bigint): bigint {
  return entries.reduce((sum, weight) => sum + (weight < consensusX32 ? weight : consensusX32), 0n);
}

/** First the weight moves under the old consensus, then the consensus over the new weight: together the whole change. */
function trustChange(earlier: TracedEpoch, later: TracedEpoch, uid: number, before: Side, after: Side): TrustChange {
  const own = clippedAt(after.entries, before.consensusX32) - before.clippedX32;
  const masked = [before, after].some(({ outcome }) => outcome !== null && outcome !== "counts");
  const cause = masked ? "mask" : before.stored === after.stored ? "row" : "weight";
  const consensusX32 = after.clippedX32 - clippedAt(after.entries, before.consensusX32);
  return {
    uid,
    before: withoutEntries(before),
    after: withoutEntries(after),
    weightX32: cause === "weight" ? own : 0n,
    maskX32: cause === "mask" ? own : 0n,
    rowX32: cause === "row" ? own : 0n,
    consensusX32,
    changeX32: after.clippedX32 - before.clippedX32,
    support: consensusX32 === 0n ? null : supportChange(earlier, later, uid),
  };
}

function withoutEntries({ entries: _, ...side }: Side): TrustSide {
  return side;
}

function supportChange(earlier: TracedEpoch, later: TracedEpoch, miner: number): SupportChange {
  const [was, is] = [earlier, later].map((epoch) => epoch.consensus[miner] ?? 0n);
  const levelX32 = was! > is! ? was! : is!;
  const [from, to] = [earlier, later].map((epoch) => votes(epoch, miner));
  const none = { scoreX32: 0n, stakeX32: 0n };
  const behind = ({ scoreX32, stakeX32 }: typeof none) => (scoreX32 >= levelX32 ? stakeX32 : 0n);
  const total = (list: Map<number, typeof none>) => [...list.values()].reduce((sum, vote) => sum + behind(vote), 0n);
  const voters = [...new Set([...from!.keys(), ...to!.keys()])].map((uid): VoterChange => {
    const [before, after] = [from!.get(uid) ?? none, to!.get(uid) ?? none];
    return { uid, before, after, changeX32: behind(after) - behind(before) };
  });
  const size = (value: bigint) => (value < 0n ? -value : value);
  return {
    levelX32,
    kappaX32: { before: kappaX32(earlier), after: kappaX32(later) },
    beforeX32: total(from!),
    afterX32: total(to!),
    voters: voters
      .filter(({ changeX32 }) => changeX32 !== 0n)
      .sort((a, b) => (size(a.changeX32) > size(b.changeX32) ? -1 : size(a.changeX32) < size(b.changeX32) ? 1 : a.uid - b.uid)),
  };
}

function kappaX32({ electorate: { total, minority } }: TracedEpoch): bigint {
  return total - minority;
}

function votes(epoch: TracedEpoch, miner: number): Map<number, { scoreX32: bigint; stakeX32: bigint }> {
  const scores = columnOf(epoch, miner);
  return new Map(epoch.electorate.voters.map((uid, v) => [uid, { scoreX32: scores[uid]!, stakeX32: epoch.electorate.stake[v]! }]));
}
