/** What the result panes of the page work out before they draw: the rows, the curve, the differences and the changes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadYuma, type EpochResult } from "../../bindings/index.js";
import { explain } from "../../bindings/explain/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { readScenario, runScenario } from "../../bindings/simulate/index.js";
import { alpha, exactAlpha, share, signed } from "../../site/model/amounts.js";
import { bondsOf, grid } from "../../site/model/bondRows.js";
import { named } from "../../site/model/naming.js";
import { changedColumns, found, largest, sorted, total } from "../../site/model/resultColumns.js";
import { differingFields, STAGES, standingOf } from "../../site/model/stages.js";
import { axisEnd, corners, sides, spread, stakeCurve } from "../../site/model/stakeCurve.js";
import { outlooks, waysOf } from "../../site/model/ways.js";
import { STAGE_PARTS } from "../../bindings/diff/index.js";

const yuma = await loadYuma();

function shownOf(name: string, epoch: number, rules = "yuma3") {
  const scenario = readScenario(SCENARIOS[name]);
  const variant = scenario.variants.find((one) => one.rules === rules)!;
  for (const simulated of runScenario(yuma, scenario, variant))
    if (simulated.epoch === epoch) {
      const { trace, ...result } = yuma.epoch(simulated.state, { trace: true });
      return { state: simulated.state, result, trace };
    }
  throw new Error(`${name} has no epoch ${epoch}`);
}

const shown = shownOf("late-majority-twice-copier", 1);
const nameOf = (uid: number) => ["Ada", "Bo", "Cy", "Server 1", "Server 2"][uid]!;

test("numbers are written to four digits, rao exactly where it is asked for", () => {
  expect([share(65_535), share(0), share(32_767)]).toEqual(["1.0000", "0.0000", "0.5000"]);
  expect([1_234_567_890_999n, 49_999n, 50_000n, 999_999_950_000n].map(alpha)).toEqual(["1,234.5679", "0.0000", "0.0001", "1,000.0000"]);
  expect([exactAlpha(1_234_500_000_001n), exactAlpha(2_000_000_000n)]).toEqual(["1,234.500000001", "2"]);
});

test("a difference has its sign, and one too small to be seen is not written as none", () => {
  const write = (size: number | bigint) => share(Number(size));
  expect([signed(0, write), signed(65_535, write), signed(-6_554, write), signed(-1, write)]).toEqual([
    "0",
    "+1.0000",
    "−0.1000",
    "−<0.0001",
  ]);
  expect(signed(-5n, (rao) => alpha(BigInt(rao)))).toBe("−<0.0001");
});

test("rows are sorted by any column both ways, of equal values the lower uid first", () => {
  const result = { ...shown.result, incentive: Uint16Array.of(5, 9, 5, 0, 9), emission: BigUint64Array.of(1n, 3n, 2n, 3n, 0n) };
  const uids = [4, 3, 2, 1, 0];
  expect(sorted(uids, { by: "incentive", isAscending: false }, result)).toEqual([1, 4, 0, 2, 3]);
  expect(sorted(uids, { by: "incentive", isAscending: true }, result)).toEqual([3, 0, 2, 1, 4]);
  expect(sorted(uids, { by: "emission", isAscending: false }, result)).toEqual([1, 3, 2, 0, 4]);
  expect(sorted(uids, { by: "uid", isAscending: true }, result)).toEqual([0, 1, 2, 3, 4]);
  expect(uids).toEqual([4, 3, 2, 1, 0]);
});

test("a search takes a part of a name, or a whole number", () => {
  const name = (uid: number) => (uid < 2 ? ["Server 2", "Big one"][uid]! : `uid ${uid}`);
  const uids = [0, 1, 2, 12, 20];
  expect(found(uids, "  ", name)).toEqual(uids);
  expect(found(uids, "2", name)).toEqual([2]);
  expect(found(uids, "uid 12", name)).toEqual([12]);
  expect(found(uids, "BIG", name)).toEqual([1]);
  expect(found(uids, "nobody", name)).toEqual([]);
});

test("what changed is told by column, and a uid that was not there is no change", () => {
  const { result } = shown;
  const was: EpochResult = { ...result, dividends: result.dividends.with(1, 7), active: Uint8Array.of(1, 0) };
  expect(changedColumns(0, result, result)).toEqual([]);
  expect(changedColumns(1, result, was).map(({ id }) => id)).toEqual(["dividends", "active"]);
  expect(changedColumns(3, result, was)).toEqual([]);
  expect(largest({ id: "dividends", heading: "", unit: "share" }, result, was)).toBe(Math.max(...result.dividends, ...was.dividends));
  expect(total(BigUint64Array.of(2n ** 63n, 2n ** 63n))).toBe(2n ** 64n);
});

test("the stake curve is that of explain, whoever is the miner", () => {
  for (const name of ["late-majority-twice-copier", Object.keys(SCENARIOS)[0]!]) {
    const { state, trace } = shownOf(name, 3);
    for (let miner = 0; miner < state.n; miner++) {
      const { consensus } = explain(yuma, state, miner);
      const curve = stakeCurve(trace, miner);
      expect(curve.consensusX32).toBe(consensus.consensusX32);
      expect(curve.votes.map(({ uid, scoreX32 }) => [uid, scoreX32])).toEqual(consensus.votes.map(({ uid, scoreX32 }) => [uid, scoreX32]));
      for (const { scoreX32, clippedX32 } of curve.votes)
        expect(clippedX32).toBe(scoreX32 < curve.consensusX32 ? scoreX32 : curve.consensusX32);
      const { supporting, below } = sides(curve);
      expect(supporting.length + below.length).toBe(curve.votes.length);
      expect(supporting.every(({ scoreX32 }) => scoreX32 >= curve.consensusX32)).toBe(true);
      expect(below.every(({ scoreX32 }) => scoreX32 < curve.consensusX32)).toBe(true);
    }
  }
});

test("the curve falls in steps from all stake to none", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.bigInt(1n, 100n)), { minLength: 1, maxLength: 9 }), (voters) => {
      const n = voters.length;
      const rows = {
        starts: Uint32Array.from({ length: n + 2 }, (_, i) => Math.min(i, n)),
        uids: new Uint16Array(n).fill(n),
        values: BigInt64Array.from(voters, ([score]) => BigInt(score) << 28n),
      };
      const activeStake = BigInt64Array.from([...voters.map(([, stake]) => stake), 0n]);
      const curve = stakeCurve({ ...shown.trace, weightsNormalized: rows, clippedWeights: rows, activeStake }, n);
      const points = corners(curve);
      const all = voters.reduce((sum, [, stake]) => sum + stake, 0n);
      expect(points[0]).toEqual({ weightX32: 0n, stakeX32: all });
      expect(points.at(-1)!.stakeX32).toBe(0n);
      // Left of a score, and right of it: the stake of all who score so much, and more.
      for (const [score] of voters) {
        const weight = BigInt(score) << 28n;
        const here = points.filter(({ weightX32 }) => weightX32 === weight).map(({ stakeX32 }) => stakeX32);
        const stakeOf = (is: (one: number) => boolean) => voters.reduce((sum, [one, stake]) => (is(one) ? sum + stake : sum), 0n);
        expect(here.at(-2)).toBe(stakeOf((one) => one >= score));
        expect(here.at(-1)).toBe(stakeOf((one) => one > score));
      }
      for (const [i, { weightX32, stakeX32 }] of points.slice(1).entries()) {
        expect(weightX32 >= points[i]!.weightX32).toBe(true);
        expect(stakeX32 <= points[i]!.stakeX32).toBe(true);
      }
    }),
  );
});

test("the axis ends beyond every weight, and stays while one moves a little", () => {
  const curve = (score: number, consensus = 0) => ({
    miner: 0,
    consensusX32: BigInt(Math.round(consensus * 2 ** 32)),
    votes: [{ uid: 0, scoreX32: BigInt(Math.round(score * 2 ** 32)), stakeX32: 1n, aboveX32: 0n, supportX32: 1n, clippedX32: 0n }],
  });
  expect([0, 0.0095, 0.0096, 0.3, 0.31, 0.48, 1].map((score) => axisEnd(curve(score)))).toEqual([0.01, 0.01, 0.02, 0.5, 0.5, 1, 1]);
  expect(axisEnd(curve(0.1, 0.4))).toBe(0.5);
  expect(spread(curve(0.5))).toBe(null);
});

test("stages are those of diff, in its order, and the first that differs is lit", () => {
  expect(STAGES.map(({ id }) => id)).toEqual(Object.keys(STAGE_PARTS));
  for (const [i, { reads }] of STAGES.entries())
    for (const read of reads) expect(STAGES.findIndex(({ id }) => id === read)).toBeLessThan(i);
  const parted = {
    inputs: ["kappa"],
    stages: [
      { stage: "consensus", fields: ["consensus", "consensus", "clippedWeights"] },
      { stage: "bonds", fields: ["bonds"] },
    ],
  };
  expect(["stake", "consensus", "incentive", "bonds"].map((stage) => standingOf(stage, parted))).toEqual([
    "the same",
    "parts first",
    "the same",
    "differs",
  ]);
  expect(standingOf("stake", null)).toBe(null);
  expect(differingFields("consensus", parted)).toEqual(["consensus", "clippedWeights"]);
  expect(differingFields("stake", parted)).toEqual([]);
});

test("names take the place of uids, but not in a title's count", () => {
  expect(named("moved from uid 0 to uid 1.", nameOf)).toBe("moved from Ada to Bo.");
  expect(named("uid 3 of 5 at block 9, uid 3, the last", nameOf)).toBe("uid 3 of 5 at block 9, Server 1, the last");
});

test("bonds of a validator: now or before, the largest first; absent is 0", () => {
  const rows = (uids: number[], values: number[]) => ({
    starts: Uint32Array.of(0, uids.length, uids.length),
    uids: Uint16Array.from(uids),
    values: Uint16Array.from(values),
  });
  const [now, was] = [rows([3, 1], [10, 20]), rows([4, 1], [30, 20])];
  expect(bondsOf(0, now, was)).toEqual([
    { miner: 4, now: 0, was: 30 },
    { miner: 1, now: 20, was: 20 },
    { miner: 3, now: 10, was: 0 },
  ]);
  expect(bondsOf(0, now, null)[0]).toEqual({ miner: 1, now: 20, was: null });
  expect([...grid(now, [0, 1], [1, 2, 3])]).toEqual([20, 0, 10, 0, 0, 0]);
});

test("what would have to change comes in steps, with stake rounded up to what the document holds", () => {
  const { state } = shown;
  const place = { state, uid: 2, nameOf, grain: 1_000_000_000n };
  const { verdict, consensus } = explain(yuma, state, 2);
  expect(outlooks(place, verdict, consensus)).toEqual([
    {
      heading: "To get more",
      ways: [{ label: "set weights now: Server 1 alone", steps: [{ kind: "row", uid: 2, row: [[3, 65_535]], isNow: true }] }],
    },
  ]);
  expect(waysOf(place, null)).toEqual([]);
  const alphaChange = { kind: "alpha", toward: "this result", direction: "gain", alphaRao: 1_500_000_000n } as const;
  const given = { kind: "stake", uid: 2, rao: state.alphaStake[2]! + 2_000_000_000n };
  expect(waysOf(place, alphaChange)).toEqual([{ label: "give Cy 2 alpha more", steps: [given] }]);
  const setNow = { kind: "set weights", as: "one miner", row: [[3, 65_535]] } as const;
  expect(waysOf(place, { kind: "together", changes: [alphaChange, setNow] })).toEqual([
    {
      label: "give Cy 2 alpha more, and set weights now: Server 1 alone",
      steps: [given, { kind: "row", uid: 2, row: [[3, 65_535]], isNow: true }],
    },
  ]);
  expect(waysOf(place, { kind: "weight", miner: 4, upTo: 9, emissionRao: 1n })[0]!.steps).toEqual([
    {
      kind: "row",
      uid: 2,
      row: [
        [3, 0],
        [4, 9],
      ],
      isNow: false,
    },
  ]);
});

test("the votes of a validator that lost by them are what would have to change, and make what was promised", () => {
  const first = shownOf("late-majority-twice-copier", 0).state;
  const row = (uid: number, second: number) =>
    [
      [3, 65_535],
      [4, second],
    ].map(([miner, value]) => ({ uid, miner: miner!, value: value! }));
  const entries = [...row(0, 0), ...row(1, 32_768), ...row(2, 0)];
  const weights = {
    starts: Uint32Array.of(0, 2, 4, 6, 6, 6),
    uids: Uint16Array.from(entries, ({ miner }) => miner),
    values: Uint16Array.from(entries, ({ value }) => value),
  };
  const { verdict, consensus } = explain(yuma, { ...first, weights }, 1);
  const place = { state: { ...first, weights }, uid: 1, nameOf, grain: 1n };
  const off = [
    [3, 65_535],
    [4, 0],
  ];
  expect(outlooks(place, verdict, consensus)).toEqual([
    { heading: "To get more", ways: [{ label: "take the weight off Server 2", steps: [{ kind: "row", uid: 1, row: off, isNow: false }] }] },
  ]);
  // Made, it is what the verdict says that it would get.
  const without = { ...weights, values: weights.values.with(3, 0) };
  expect(verdict.change).toMatchObject({ emissionRao: yuma.epoch({ ...first, weights: without }).emission[1] });
  const agreed = [[3, 65_535]] as const;
  expect(waysOf(place, { kind: "vote as the consensus", row: agreed, emissionRao: 1n })).toEqual([
    { label: "vote as the consensus", steps: [{ kind: "row", uid: 1, row: [[3, 65_535]], isNow: true }] },
  ]);
  const penalty = { kind: "parameters", values: { bondsPenalty: 0 } } as const;
  expect(waysOf(place, penalty)[0]!.steps).toEqual([{ kind: "parameter", name: "bondsPenalty", value: 0 }]);
});

test("a miner is told both what would raise its consensus and what would lower it", () => {
  const place = { state: shown.state, uid: 3, nameOf, grain: 1n };
  const { verdict, consensus } = explain(yuma, shown.state, 3);
  const found = outlooks(place, verdict, consensus);
  expect(found.map(({ heading }) => heading)).toEqual(["To lower its consensus to 0.0000"]);
  const { move } = consensus.fall!;
  expect(found[0]!.ways[0]!.steps).toEqual([
    { kind: "stake", uid: move!.from, rao: shown.state.alphaStake[move!.from]! - move!.alphaRao },
    { kind: "stake", uid: move!.to, rao: shown.state.alphaStake[move!.to]! + move!.alphaRao },
  ]);
  // The steps do what they say, exactly.
  const alphaStake = shown.state.alphaStake.slice();
  for (const step of found[0]!.ways[0]!.steps) if (step.kind === "stake") alphaStake[step.uid] = step.rao;
  expect(yuma.epoch({ ...shown.state, alphaStake }).consensus[3]).toBe(0);
});
