import { I32F32 } from "./fixed.js";
import { SATURATING, type Operators } from "./operators.js";
import { wrappingRowSums, type Rows } from "./rows.js";

/**
 * The stake-weighted median search of consensus.md 3. `stake` and `score` have one element per voter in uid order;
 * `lo` and `hi` bound the stake below and the stake up to the current voters.
 * The literal order matters only where stake sums saturate; elsewhere the answer is the score at which the
 * ascending running stake first exceeds `minority`.
 */
export function weightedMedian(
  stake: readonly bigint[],
  score: readonly bigint[],
  minority: bigint,
  lo: bigint,
  hi: bigint,
  { add, sub }: Pick<Operators, "add" | "sub"> = SATURATING,
): bigint {
  const total = (voters: readonly number[]) => voters.reduce((sum, v) => add(sum, stake[v]!), 0n);
  let voters = stake.map((_, v) => v);
  while (voters.length > 0) {
    const pivot = score[voters[voters.length >> 1]!]!;
    if (voters.length === 1) return pivot;
    const below = voters.filter((v) => score[v]! < pivot);
    const above = voters.filter((v) => score[v]! > pivot);
    const upToBelow = add(lo, total(below));
    const upToPivot = sub(hi, total(above));
    if (minority < upToBelow && below.length > 0) {
      voters = below;
      hi = upToBelow;
    } else if (upToPivot <= minority && above.length > 0) {
      voters = above;
      lo = upToPivot;
    } else {
      return pivot;
    }
  }
  return 0n;
}

/** Who votes on the weights: the uids with active stake, and that stake normalised again. consensus.md 1. */
export interface Electorate {
  voters: readonly number[];
  /** raw I32F32, one for each voter */
  stake: readonly bigint[];
  total: bigint;
  minority: bigint;
}

export function electorate(activeStakeX32: readonly bigint[], majority: bigint): Electorate {
  const voters = activeStakeX32.flatMap((value, i) => (value > 0n ? [i] : []));
  const stake = I32F32.normalize(voters.map((i) => activeStakeX32[i]!));
  const total = I32F32.wrappingSum(stake);
  return { voters, stake, total, minority: I32F32.saturatingSub(total, majority) };
}

/** Per column the largest weight that a majority of the active stake supports: 0 where nobody weights it. consensus.md. */
export function consensus(rows: Rows, activeStakeX32: readonly bigint[], columns: number, majority: bigint): bigint[] {
  const { voters, stake, total, minority } = electorate(activeStakeX32, majority);
  const entries = Array.from({ length: columns }, (): [voter: number, value: bigint][] => []);
  voters.forEach((i, voter) => {
    for (const { uid, value } of rows[i]!) entries[uid]?.push([voter, value]);
  });
  return entries.map((column) => {
    if (column.length === 0) return 0n;
    const scores = new Array<bigint>(voters.length).fill(0n);
    for (const [voter, value] of column) scores[voter] = value;
    return weightedMedian(stake, scores, minority, 0n, total);
  });
}

/** Weights cut down to the consensus; where that is 0 or less the entry disappears. consensus.md 4. */
export function clip(rows: Rows, consensusX32: readonly bigint[]): Rows {
  return rows.map((row) =>
    row.flatMap(({ uid, value }) => {
      const limit = consensusX32[uid]!;
      if (value <= limit) return [{ uid, value }];
      return limit > 0n ? [{ uid, value: limit }] : [];
    }),
  );
}

/** The share of its weight that a validator keeps after clipping. consensus.md 5. */
export function validatorTrust(clippedWeights: Rows): bigint[] {
  return wrappingRowSums(clippedWeights);
}
