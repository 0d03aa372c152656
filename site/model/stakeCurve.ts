/** Who supports which weight on a miner, as the epoch's trace has it. Raw I32F32 where a name ends in X32. */
import type { EpochTrace, FixedRows } from "yuma-consensus";

export interface Vote {
  readonly uid: number;
  /** its normalised weight on the miner, 0 where it has none */
  readonly scoreX32: bigint;
  readonly stakeX32: bigint;
  /** the stake of all that are listed before, and with its own */
  readonly aboveX32: bigint;
  readonly supportX32: bigint;
  /** what the consensus left of the weight */
  readonly clippedX32: bigint;
}

export interface StakeCurve {
  readonly miner: number;
  readonly consensusX32: bigint;
  /** those with stake that votes, the highest score first; of equal scores the larger stake first */
  readonly votes: readonly Vote[];
}

/** The entry of a row on a uid: of duplicates the last, 0 where there is none. */
function entryOf({ starts, uids, values }: FixedRows, row: number, uid: number): bigint {
  const at = uids.subarray(starts[row]!, starts[row + 1]!).lastIndexOf(uid);
  return at < 0 ? 0n : values[starts[row]! + at]!;
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

export function stakeCurve({ activeStake, weightsNormalized, clippedWeights, consensus }: EpochTrace, miner: number): StakeCurve {
  const voters = Array.from(activeStake.keys()).filter((uid) => activeStake[uid]! > 0n);
  const votes = voters.map((uid) => ({
    uid,
    scoreX32: entryOf(weightsNormalized, uid, miner),
    stakeX32: activeStake[uid]!,
    clippedX32: entryOf(clippedWeights, uid, miner),
  }));
  votes.sort((a, b) => descending(a.scoreX32, b.scoreX32) || descending(a.stakeX32, b.stakeX32) || a.uid - b.uid);
  let supportX32 = 0n;
  const listed = votes.map((vote) => {
    const aboveX32 = supportX32;
    supportX32 += vote.stakeX32;
    return { ...vote, aboveX32, supportX32 };
  });
  return { miner, consensusX32: consensus[miner] ?? 0n, votes: listed };
}

export interface Point {
  readonly weightX32: bigint;
  /** of the stake that votes */
  readonly stakeX32: bigint;
}

/** The corners of the curve from weight 0 on: the stake behind a weight or any larger one falls after each score. */
export function corners({ votes }: StakeCurve): Point[] {
  const points: Point[] = [{ weightX32: 0n, stakeX32: votes.at(-1)?.supportX32 ?? 0n }];
  for (const [i, { scoreX32, supportX32 }] of [...votes.entries()].reverse()) {
    // Of equal scores the last one has the support of them all.
    if (votes[i + 1]?.scoreX32 !== scoreX32) points.push({ weightX32: scoreX32, stakeX32: supportX32 });
    if (votes[i - 1]?.scoreX32 !== scoreX32) points.push({ weightX32: scoreX32, stakeX32: votes[i]!.aboveX32 });
  }
  return points;
}

/** Who gives the miner its consensus or more, and who less. */
export function sides({ votes, consensusX32 }: StakeCurve): { supporting: readonly Vote[]; below: readonly Vote[] } {
  const count = votes.filter(({ scoreX32 }) => scoreX32 >= consensusX32).length;
  return { supporting: votes.slice(0, count), below: votes.slice(count) };
}

/** Where the axis of weights ends: a round number, so that it stays while a hand moves a weight. */
export function axisEnd({ votes, consensusX32 }: StakeCurve): number {
  const most = Number(votes[0] !== undefined && votes[0].scoreX32 > consensusX32 ? votes[0].scoreX32 : consensusX32) / 2 ** 32;
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((end) => most <= 0.95 * end) ?? 1;
}

/** The part of the axis that has all weights on the miner, with a margin; null where they are all one. */
export function spread({ votes }: StakeCurve): readonly [start: number, end: number] | null {
  const scores = votes.map(({ scoreX32 }) => Number(scoreX32) / 2 ** 32).filter((score) => score > 0);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const margin = 0.1 * (high - low);
  return margin > 0 ? [Math.max(0, low - margin), Math.min(1, high + margin)] : null;
}
