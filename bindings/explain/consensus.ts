import { electorate, weightedMedian, type Electorate } from "../reference/consensus.js";
import { U64_MAX } from "../reference/fixed.js";
import { proportionFromU16 } from "../reference/proportion.js";
import { activeStake, stake } from "../reference/stake.js";
import type { TracedEpoch } from "./epoch.js";
import { smallest } from "./smallest.js";
import { withStake } from "./stake.js";

/** One voter on a miner. Raw I32F32. */
export interface Vote {
  /** the validator */
  uid: number;
  /** its normalised weight on the miner; 0 where it has none */
  scoreX32: bigint;
  /** its part of the stake that votes, normalised */
  stakeX32: bigint;
  /** the stake of this voter and of all that score higher, or as high and are listed before */
  supportX32: bigint;
}

/**
 * Alpha stake that would have to move from one voter to another: one rao less leaves the consensus as it is. Stakes are
 * truncated to 2^-32 of all stake, so that within a few such units of it single smaller amounts may move it as well.
 */
export interface StakeMove {
  from: number;
  to: number;
  alphaRao: bigint;
  /** raw I32F32: the consensus then */
  consensusX32: bigint;
}

/** What would have moved the consensus to another score. */
export interface ConsensusChange {
  /** the nearest score there */
  scoreX32: bigint;
  /** the stake behind that score or a higher one */
  supportX32: bigint;
  /** from the largest voter on the one side to the largest on the other; null where all of its alpha is not enough */
  move: StakeMove | null;
  /** the kappa (u16) from which on, down for a rise and up for a fall, the consensus is another; null where none is */
  kappa: number | null;
}

/** A miner's consensus: who votes for which weight, and how much stake would have to move for another. consensus.md 3 */
export interface ConsensusExplanation {
  /** raw I32F32 */
  consensusX32: bigint;
  /** by score, the highest first; of equal scores the larger stake first */
  votes: Vote[];
  /** u16 and raw I32F32: the stake that has to support a weight */
  kappa: number;
  kappaX32: bigint;
  /** all stake that votes; truncation leaves it a little short of one */
  totalX32: bigint;
  /** the stake behind the consensus, and behind any higher score: kappa lies between */
  supportX32: bigint;
  aboveX32: bigint;
  /** those who score exactly the consensus: they form the median */
  median: number[];
  rise: ConsensusChange | null;
  fall: ConsensusChange | null;
}

/** How the voters' stakes decided a miner's consensus. */
export function explainConsensus(epoch: TracedEpoch, uid: number): ConsensusExplanation {
  const { state } = epoch;
  const consensusX32 = epoch.consensus[uid]!;
  const votes = votesOn(epoch, uid);
  const support = (from: (score: bigint) => boolean) =>
    votes.reduce((sum, { scoreX32, stakeX32 }) => (from(scoreX32) ? sum + stakeX32 : sum), 0n);
  const higher = votes.filter(({ scoreX32 }) => scoreX32 > consensusX32).at(-1)?.scoreX32;
  const lower = votes.find(({ scoreX32 }) => scoreX32 < consensusX32)?.scoreX32;
  const column = new Column(epoch, uid);
  return {
    consensusX32,
    votes,
    kappa: state.kappa,
    kappaX32: proportionFromU16(state.kappa),
    totalX32: epoch.electorate.total,
    supportX32: support((score) => score >= consensusX32),
    aboveX32: support((score) => score > consensusX32),
    median: votes.filter(({ scoreX32 }) => scoreX32 === consensusX32).map((vote) => vote.uid),
    rise:
      higher === undefined
        ? null
        : {
            scoreX32: higher,
            supportX32: support((score) => score >= higher),
            move: column.move(
              (score) => score < higher,
              (now) => now > consensusX32,
            ),
            kappa: column.kappa(-1, (now) => now > consensusX32),
          },
    fall:
      lower === undefined
        ? null
        : {
            scoreX32: lower,
            supportX32: support((score) => score >= lower),
            move: column.move(
              (score) => score >= consensusX32,
              (now) => now < consensusX32,
            ),
            kappa: column.kappa(1, (now) => now < consensusX32),
          },
  };
}

function votesOn(epoch: TracedEpoch, uid: number): Vote[] {
  const { voters, stake: stakes } = epoch.electorate;
  const scores = columnOf(epoch, uid);
  const order = voters
    .map((_, v) => v)
    .sort((a, b) => descending(scores[voters[a]!]!, scores[voters[b]!]!) || descending(stakes[a]!, stakes[b]!));
  let supportX32 = 0n;
  return order.map((v) => {
    supportX32 += stakes[v]!;
    return { uid: voters[v]!, scoreX32: scores[voters[v]!]!, stakeX32: stakes[v]!, supportX32 };
  });
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** The score of every uid on one miner: of duplicates the last, 0 where there is none. */
export function columnOf({ weights, activeStake }: TracedEpoch, uid: number): bigint[] {
  return activeStake.map((_, i) => {
    for (let at = weights.starts[i + 1]! - 1; at >= weights.starts[i]!; at--) if (weights.uids[at] === uid) return weights.values[at]!;
    return 0n;
  });
}

/** One miner's column, to be decided anew by other stakes or another kappa. */
class Column {
  private readonly scores: readonly bigint[];

  constructor(
    private readonly epoch: TracedEpoch,
    uid: number,
  ) {
    this.scores = columnOf(epoch, uid);
  }

  private decide({ voters, stake: stakes, total, minority }: Electorate): bigint {
    const scores = voters.map((voter) => this.scores[voter]!);
    return weightedMedian(stakes, scores, minority, 0n, total);
  }

  /** From the voter with the most alpha on the side that loses, to the one with the most stake on the other. */
  move(loses: (score: bigint) => boolean, changed: (consensus: bigint) => boolean): StakeMove | null {
    const { state, totalsX64, permits, result } = this.epoch;
    const { voters } = this.epoch.electorate;
    const largest = (some: number[], of: (uid: number) => bigint) =>
      some.reduce<number | null>((best, uid) => (best === null || of(uid) > of(best) ? uid : best), null);
    const from = largest(
      voters.filter((uid) => loses(this.scores[uid]!)),
      (uid) => state.alphaStake[uid]!,
    );
    const to = largest(
      voters.filter((uid) => !loses(this.scores[uid]!)),
      (uid) => totalsX64[uid]!,
    );
    if (from === null || to === null) return null;
    const active = Array.from(result.active, Boolean);
    const after = (rao: bigint) => {
      const less = withStake(state, totalsX64, from, state.alphaStake[from]! - rao);
      const totals = withStake(state, less, to, state.alphaStake[to]! + rao);
      return this.decide(electorate(activeStake(stake(state, totals, state.ownerUid), active, permits), proportionFromU16(state.kappa)));
    };
    const room = U64_MAX - state.alphaStake[to]!;
    const most = state.alphaStake[from]! < room ? state.alphaStake[from]! : room;
    const alphaRao = smallest(0n, most, (rao) => changed(after(rao)));
    return alphaRao === null ? null : { from, to, alphaRao, consensusX32: after(alphaRao) };
  }

  /** The nearest kappa below (-1) or above (1) with another consensus. */
  kappa(sign: 1 | -1, changed: (consensus: bigint) => boolean): number | null {
    const { state, activeStake: stakes } = this.epoch;
    const at = (step: bigint) => state.kappa + sign * Number(step);
    const step = smallest(0n, BigInt(sign > 0 ? 65_535 - state.kappa : state.kappa), (value) =>
      changed(this.decide(electorate(stakes, proportionFromU16(at(value))))),
    );
    return step === null ? null : at(step);
  }
}
