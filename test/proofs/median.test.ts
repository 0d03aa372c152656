import { describe, expect, it } from "vitest";
import { KERNELS } from "../fixed/kernels.js";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, FULL, ONE } from "./numbers.js";

interface Column {
  /** of each voter; undefined where its row has no entry, which scores 0 */
  scores: (bigint | undefined)[];
  /** of each voter, raw, below one */
  stakes: bigint[];
}

/** The statement: the lowest score up to which the stake exceeds the minority; the highest where none does. */
function medianOf({ scores, stakes }: Column, minority: bigint): bigint {
  const order = scores.map((score, k) => ({ score: score ?? 0n, stake: stakes[k]! })).sort((a, b) => (a.score < b.score ? -1 : 1));
  let running = 0n;
  for (const [k, { score, stake }] of order.entries()) {
    running += stake;
    if (order[k + 1]?.score !== score && running > minority) return score;
  }
  return order.at(-1)!.score;
}

/** The rule itself, as the chain searches. consensus.md 3 */
function search({ scores, stakes }: Column, minority: bigint): bigint {
  let current = scores.map((score, k) => ({ score: score ?? 0n, stake: stakes[k]! }));
  let lo = 0n;
  let hi = total(stakes);
  for (;;) {
    if (current.length === 1) return current[0]!.score;
    const pivot = current[current.length >> 1]!.score;
    const below = current.filter(({ score }) => score < pivot);
    const above = current.filter(({ score }) => score > pivot);
    const upToBelow = lo + total(below.map(({ stake }) => stake));
    const upToPivot = hi - total(above.map(({ stake }) => stake));
    if (minority < upToBelow && below.length > 0) {
      current = below;
      hi = upToBelow;
    } else if (upToPivot <= minority && above.length > 0) {
      current = above;
      lo = upToPivot;
    } else {
      return pivot;
    }
  }
}

function total(stakes: readonly bigint[]): bigint {
  return stakes.reduce((sum, stake) => sum + stake, 0n);
}

/** The minorities at which the answer of a column changes, one on either side, and those that no stake reaches. */
function minoritiesOf({ stakes, scores }: Column): bigint[] {
  const sums = new Set<bigint>([-1n, 0n, total(stakes) - 1n, total(stakes), total(stakes) + 1n, -ONE]);
  const order = scores.map((score, k) => ({ score: score ?? 0n, stake: stakes[k]! })).sort((a, b) => (a.score < b.score ? -1 : 1));
  let running = 0n;
  for (const { stake } of order) {
    running += stake;
    for (const off of [-1n, 0n, 1n]) sums.add(running + off);
  }
  return [...sums];
}

/** Every column of so many voters whose scores and stakes are of a few kinds: with ties, gaps, no stake, and both ends. */
function* everyColumn(voters: number): Generator<Column> {
  const SCORES = [undefined, 0n, 1n, 2n, FULL - 1n, FULL];
  const STAKES = [0n, 1n, 5n];
  for (let choice = 0; choice < (SCORES.length * STAKES.length) ** voters; choice++) {
    let rest = choice;
    const scores: (bigint | undefined)[] = [];
    const stakes: bigint[] = [];
    for (let voter = 0; voter < voters; voter++) {
      scores.push(SCORES[rest % SCORES.length]);
      rest = Math.floor(rest / SCORES.length);
      stakes.push(STAKES[rest % STAKES.length]!);
      rest = Math.floor(rest / STAKES.length);
    }
    if (total(stakes) > 0n) yield { scores, stakes };
  }
}

/** Scores of many shapes: near one another, spread by powers of two, of few values, with a long tail. */
function drawnColumn(draw: Draw, voters: number): Column {
  const kind = draw.below(5n);
  const scores = Array.from({ length: voters }, () => {
    if (draw.below(4n) === 0n) return undefined;
    if (kind === 0n) return draw.below(ONE);
    if (kind === 1n) return draw.ofAnyLength(32);
    if (kind === 2n) return 0x8000_0000n + draw.below(3n);
    if (kind === 3n) return draw.below(8n) === 0n ? draw.ofAnyLength(32) : 65_535n + draw.below(40n);
    return FULL - draw.ofAnyLength(32) + 1n;
  });
  const shares = Array.from({ length: voters }, () => (draw.below(6n) === 0n ? 0n : draw.ofAnyLength(40)));
  const sum = total(shares) || 1n;
  return { scores, stakes: shares.map((share) => (share * (ONE - 1n)) / sum) };
}

describe.each(PROOF_KERNELS)("the median of a panel on %s", (_, kernels) => {
  function found({ scores, stakes }: Column, minority: bigint): bigint {
    kernels.call("reset");
    const voters = scores.length;
    const there = scores.flatMap((score, voter) => (score === undefined ? [] : [{ score, voter }]));
    // Behind the voters' entries lie, up to a whole step, others' scores.
    const entries = [
      ...there.map(({ score }) => Number(score)),
      ...Array.from({ length: (4 - (there.length % 4)) % 4 }, (_, k) => [7, 2 ** 32 - 1, 0][k]!),
    ];
    const scratch = kernels.list32(new Uint32Array(voters + 4));
    kernels.call("setScratch", scratch);
    const padded = [...stakes.map(Number), 0, 0, 0, 0];
    const slots = kernels.list16(there.map(({ voter }) => voter));
    const sum = total(stakes);
    const answer = kernels.call("medianOf", there.length, kernels.list32(entries), slots, kernels.list32(padded), voters, sum, minority);
    return BigInt.asUintN(64, answer);
  }

  function check(column: Column): void {
    for (const minority of minoritiesOf(column)) {
      const expected = medianOf(column, minority);
      const answer = found(column, minority);
      if (answer !== expected) expect([column, minority, answer]).toEqual([column, minority, expected]);
    }
  }

  it("is that of the statement for every column of two and of three voters", () => {
    for (const column of everyColumn(2)) check(column);
    for (const column of everyColumn(3)) check(column);
  });

  it("is that of the statement at every minority where it changes, for columns of all shapes", () => {
    const draw = new Draw(81n);
    for (let k = 0; k < 400; k++) check(drawnColumn(draw, 2 + Number(draw.below(40n))));
  });

  it("is that of the statement where the stakes fill one, all above 0", () => {
    const draw = new Draw(82n);
    for (let voters = 2; voters < 12; voters++) {
      // All but one of the first voter's, at least 1 of each other's.
      const stakes = [ONE - BigInt(voters - 1), ...Array.from({ length: voters - 1 }, () => 1n)];
      for (let k = 0; k < 20; k++) check({ scores: drawnColumn(draw, voters).scores, stakes });
    }
  });
});

describe.each(PROOF_KERNELS)("the median by bits on %s", (_, kernels) => {
  it("is that of the statement at every minority where it changes, of fractions and of any other numbers", () => {
    const draw = new Draw(85n);
    const columns = [...everyColumn(2), ...Array.from({ length: 300 }, () => drawnColumn(draw, 2 + Number(draw.below(40n))))];
    for (const { scores, stakes } of columns) {
      const wide = scores.map((score) => (score === undefined ? undefined : score << draw.below(32n)));
      for (const minority of minoritiesOf({ scores: wide, stakes })) {
        kernels.call("reset");
        const there = wide.flatMap((score, voter) => (score === undefined ? [] : [{ score, voter }]));
        const answer = kernels.call(
          "sparseMedian",
          there.length,
          kernels.list64(there.map(({ score }) => score)),
          kernels.list16(there.map(({ voter }) => voter)),
          kernels.list64(stakes),
          stakes.length,
          total(stakes),
          minority,
        );
        const expected = medianOf({ scores: wide, stakes }, minority);
        if (answer !== expected) expect([wide, stakes, minority, answer]).toEqual([wide, stakes, minority, expected]);
      }
    }
  });
});

describe.each(KERNELS)("the chain's own search on %s", (_, kernels) => {
  it("finds the median of the statement wherever no stake is negative", () => {
    const draw = new Draw(83n);
    const columns = [...everyColumn(2), ...Array.from({ length: 300 }, () => drawnColumn(draw, 2 + Number(draw.below(20n))))];
    for (const column of columns) {
      for (const minority of minoritiesOf(column)) {
        const expected = medianOf(column, minority);
        if (search(column, minority) !== expected)
          expect([column, minority, search(column, minority)]).toEqual([column, minority, expected]);
        kernels.call("reset");
        const list = (values: readonly bigint[]) => {
          const address = kernels.integer(0n, 8 * values.length);
          values.forEach((value, k) => kernels.put(address + 8 * k, value, 8));
          return address;
        };
        const count = column.scores.length;
        const lists = [0, 1, 2].map(() => kernels.integer(0n, 4 * count));
        const scores = list(column.scores.map((score) => score ?? 0n));
        const answer = kernels.call("weightedMedian", count, list(column.stakes), scores, minority, 0n, total(column.stakes), ...lists, 0);
        if (answer !== expected) expect([column, minority, answer]).toEqual([column, minority, expected]);
      }
    }
  });
});

/** The search for the next score, by the statement's own sums; how many rounds it takes. docs/proofs/median.md */
function roundsOf({ scores, stakes }: Column, minority: bigint): number {
  const need = total(stakes) - minority;
  const entries = scores.map((score, k) => ({ score: score ?? 0n, stake: stakes[k]! }));
  const from = (limit: bigint) => total(entries.filter(({ score }) => score >= limit).map(({ stake }) => stake));
  if (from(1n) < need) return 0;
  const positive = entries.map(({ score }) => score).filter((score) => score > 0n);
  const lowest = (list: bigint[]) => list.reduce((a, b) => (a < b ? a : b));
  const highest = (list: bigint[]) => list.reduce((a, b) => (a > b ? a : b));
  let low = entries.every(({ score }) => score > 0n) ? lowest(positive) : 1n;
  let high = highest(positive);
  let lowStake = from(1n);
  let highStake = 0n;
  let rounds = 0;
  for (; low < high; rounds++) {
    const span = high - low;
    const share = rounds < 6 ? Number(lowStake - need) / Number(lowStake - highStake) : 0.5;
    const pivot = low + 1n + BigInt(Number(span - 1n) * share + 2 ** 52 - 2 ** 52);
    expect(pivot > low && pivot <= high && from(low) >= need && highStake < need).toBe(true);
    const stake = from(pivot);
    if (stake >= need) {
      low = lowest(positive.filter((score) => score >= pivot));
      lowStake = stake;
    } else {
      high = highest(positive.filter((score) => score < pivot));
      highStake = stake;
    }
    if (rounds >= 6) expect(high - low <= span / 2n).toBe(true);
  }
  return rounds;
}

it("keeps its invariants, halves the span after six rounds, and ends after at most 38 and as many as there are scores", () => {
  const draw = new Draw(84n);
  let most = 0;
  for (let k = 0; k < 60; k++) {
    const column = drawnColumn(draw, 30);
    for (const minority of minoritiesOf(column).filter((some) => some >= 0n && some < total(column.stakes))) {
      const rounds = roundsOf(column, minority);
      expect(rounds).toBeLessThanOrEqual(Math.min(38, new Set(column.scores).size));
      most = Math.max(most, rounds);
    }
  }
  expect(most).toBeGreaterThan(6);
});
