import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain, explainer, type Explanation, type SmallestChange } from "../bindings/explain/index.js";
import { fromJson } from "../bindings/boundary/input.js";
import { explainText, verdict } from "../bindings/report/explainUid.js";
import type { EpochResult, SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";
import { hostileState, plainState, rowsOf } from "../bindings/testing/index.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");
const U64_MAX = (1n << 64n) - 1n;
const ALPHA = 1_000_000_000n;

/** Two validators (60,000 and 40,000 alpha) that agree on one miner. */
const PLAIN: SubnetState = {
  ruleSet: "spec-475",
  n: 3,
  currentBlock: 8_002_520n,
  tempo: 360,
  lastMechanismStepBlock: 8_002_160n,
  lastYumaStepBlock: 8_002_160n,
  activityCutoff: 5_000n,
  lastUpdate: new BigUint64Array(3).fill(8_002_400n),
  blockAtRegistration: BigUint64Array.of(6_000_000n, 6_000_001n, 6_000_002n),
  alphaStake: BigUint64Array.of(60_000n * ALPHA, 40_000n * ALPHA, 0n),
  taoStake: new BigUint64Array(3),
  taoWeight: 3_320_413_933_267_719_290n,
  stakeThreshold: 0n,
  ownerUid: null,
  commitReveal: false,
  validatorPermits: Uint8Array.of(1, 1, 0),
  maxAllowedValidators: 64,
  weights: rowsOf([[[2, 65_535]], [[2, 65_535]], []]),
  bonds: rowsOf([[], [], []]),
  commitBlocks: new BigUint64Array(3).fill(U64_MAX),
  kappa: 32_767,
  bondsPenalty: 0,
  bondsMovingAverage: 900_000n,
  yuma3: false,
  liquidAlpha: false,
  alphaSigmoidSteepness: 1_000,
  alphaLow: 45_875,
  alphaHigh: 58_982,
  raoEmission: 147_600_000_000n,
};

/** What the verdict says: everything in front of the parts. */
const said = (change: Partial<SubnetState>, uid: number) => verdict(explain(yuma, { ...PLAIN, ...change }, uid)).join("\n");
const text = (change: Partial<SubnetState>, uid: number) => explainText(explain(yuma, { ...PLAIN, ...change }, uid), 12);

const APART = { weights: rowsOf([[[2, 65_535]], [[1, 65_535]], []]) };
const YUMA3 = { yuma3: true, liquidAlpha: true };

describe("an explanation opens with what the uid got, the one cause, and the smallest change", () => {
  it.each<[string, Partial<SubnetState>, number, string]>([
    [
      "no stored weights",
      { weights: rowsOf([[[2, 65_535]], [], []]) },
      1,
      "As a validator it got nothing. No weights are stored for it. Setting weights now,",
    ],
    [
      "inactive",
      { lastUpdate: BigUint64Array.of(8_002_400n, 7_000_000n, 0n) },
      1,
      "It is inactive: its weights counted through block 7005000, and this is block 8002520. Setting weights now,",
    ],
    [
      "too small a stake beside a whale",
      { alphaStake: BigUint64Array.of(60_000n * ALPHA, 1_000n, 0n) },
      1,
      "Its stake of 0.000001 is less than 2^-32 of all 60,000.000001 that is counted, and truncated to nothing. ",
    ],
    [
      "below the threshold",
      { stakeThreshold: 50_000n * ALPHA },
      1,
      "Its stake of 40,000 is below the threshold of 50,000. 10,000 alpha more (one rao less is not enough) would change that",
    ],
    [
      "the owner's uid",
      { ownerUid: 2 },
      2,
      "The uid is the owner's, and the chain pays the incentive of the owner's uids (73.8) to nobody.",
    ],
    [
      "weights of the block of the registration",
      { blockAtRegistration: BigUint64Array.of(6_000_000n, 6_000_001n, 8_002_400n) },
      0,
      "none of its stored weights counts: 1 set in the block in which the miner registered. Setting weights now,",
    ],
    [
      "a tie for a seat",
      { alphaStake: BigUint64Array.of(20_000n * ALPHA, 20_000n * ALPHA, 0n), maxAllowedValidators: 1 },
      0,
      "It has no permit in the next epoch: its stake is number 2 for one seat; uid 1, the last one in, has as much, and of equal stakes the higher uid stays.",
    ],
    ["outranked", { maxAllowedValidators: 1 }, 1, "its stake is number 2 for one seat; uid 0, the last one in, has 0.600000"],
    [
      "no permit",
      { validatorPermits: Uint8Array.of(1, 0, 0) },
      1,
      "As a validator it got nothing. The epoch before gave it no permit; this one does, for the next.",
    ],
    [
      "a weight on itself alone",
      APART,
      1,
      "None of its stored weights counts: 1 weight on itself. Setting weights now, on uid 2 alone, would change that.",
    ],
    [
      "too little support",
      { weights: rowsOf([[], [[2, 65_535]], []]) },
      2,
      "0.400000 of the stake that votes gives it a weight, and kappa asks for 0.499992. It would rise if",
    ],
    ["weights that nobody shares", { weights: rowsOf([[], [[2, 65_535]], []]) }, 1, "there is no consensus on its one miner."],
    ["nothing to give out", { raoEmission: 0n }, 0, "There is no emission to give out (raoEmission is 0)."],
    ["a miner that nobody weighs", { weights: rowsOf([[], [], []]) }, 2, "Nobody who votes gives it a weight; stored on it: none."],
    [
      "a miner",
      {},
      2,
      "As a miner it got 73.8 of 147.6 alpha (incentive 1.000000). Its consensus is 1.000000: 1.000000 of the stake that votes gives it that weight or more",
    ],
    [
      "a validator",
      {},
      0,
      "As a validator it got 44.280000006 of 147.6 alpha (dividends 0.600000). Its stake decides: it has 0.600000 of the stake that votes, by which it holds its bonds; of what those earned",
    ],
    ["no stake where nobody has any", { alphaStake: new BigUint64Array(3) }, 1, "As a validator it got nothing. Nothing is staked to it."],
    [
      "no weights, and bonds that never move",
      { weights: rowsOf([[[2, 65_535]], [], []]), bondsMovingAverage: 1_000_000n },
      1,
      "on uid 2 alone, together with setting bondsMovingAverage to 999999 would change that.",
    ],
    [
      "bonds that never move",
      { bondsMovingAverage: 1_000_000n },
      1,
      "(alpha is 0), and of old bonds it kept none (none stored). Setting bondsMovingAverage to 999999 would change that.",
    ],
    [
      "a liquid alpha of 0",
      { ...YUMA3, alphaLow: 0, alphaHigh: 0 },
      1,
      "bought none (alpha is 0), and of old bonds it kept none (none stored). Setting alphaHigh to 58982 would change that.",
    ],
    [
      "dust and inactive",
      { alphaStake: BigUint64Array.of(60_000n * ALPHA, 1_000n, 0n), lastUpdate: BigUint64Array.of(8_002_400n, 7_000_000n, 0n) },
      1,
      " together with setting weights now, with the row that is stored, would change that.",
    ],
    [
      "an owner without stake or weights",
      { weights: rowsOf([[[1, 65_535]], [[0, 65_535]], []]), ownerUid: 2 },
      2,
      " together with setting weights now, ",
    ],
    [
      "all that kappa asks for",
      { weights: rowsOf([[[2, 65_535]], [[0, 65_535]], []]), kappa: 65_535 },
      0,
      "there is no consensus on its one miner. Setting kappa to 39321 would change that.",
    ],
    ["liquid alpha without Yuma3", { liquidAlpha: true }, 1, "liquidAlpha has no effect: Yuma3 is off."],
    [
      "alphaLow above alphaHigh",
      { ...YUMA3, alphaLow: 58_982, alphaHigh: 45_875 },
      1,
      "alphaHigh has no effect: alphaLow is above alphaHigh, which the chain refuses to set: alpha is alphaLow for every bond.",
    ],
    [
      "commit-reveal without commits",
      { commitReveal: true },
      1,
      "commitReveal has no effect: no weight was committed before its miner registered.",
    ],
  ])("%s", (_, change, uid, expected) => {
    expect(said(change, uid)).toContain(expected);
  });

  it("names no switch that is off, or that works", () => {
    expect(said({}, 1)).not.toContain("no effect");
    expect(said(YUMA3, 1)).not.toContain("no effect");
  });

  it("says further down of every zero why it is 0, and of what is set that it has no effect", () => {
    const shown = text({ weights: rowsOf([[[2, 65_535]], [], []]) }, 1);
    expect(shown).toContain("\n  weights that count 0: no weights are stored for it\n");
    expect(shown).toContain("\n  validator trust 0: follows from weights that count 0\n");
    expect(shown).toContain("\n  alphaSigmoidSteepness, alphaLow, alphaHigh, liquidAlphaConsensusMode: liquid alpha is off");
    expect(text({ alphaStake: BigUint64Array.of(60_000n * ALPHA, 1_000n, 0n) }, 1)).toContain("0.000001 alpha: there is no threshold\n");
    expect(text({ ownerUid: 2 }, 0)).toContain(
      "of all incentive 1.000000 falls to uid 2, the owner's: the chain pays that (73.8) to nobody",
    );
    expect(text({ ...YUMA3, alphaLow: 50_000, alphaHigh: 50_000 }, 1)).toContain("  alphaLow is alphaHigh: alpha is that for every bond");
    expect(text({ ...YUMA3, alphaLow: 58_982, alphaHigh: 45_875 }, 1)).not.toContain("alpha is liquid");
  });
});

/** The state with the verdict's change made. */
function made(state: SubnetState, uid: number, change: SmallestChange): SubnetState {
  const withRow = (row: readonly (readonly [number, number])[]) => {
    const { starts, uids, values } = state.weights;
    const rows = Array.from({ length: state.n }, (_, i): [number, number][] =>
      Array.from(uids.subarray(starts[i]!, starts[i + 1]!), (miner, k) => [miner, values[starts[i]! + k]!]),
    );
    return rowsOf(
      rows.with(
        uid,
        row.map(([miner, value]) => [miner, value]),
      ),
    );
  };
  const withAlpha = (who: number, rao: bigint, from = state) => ({
    ...from,
    alphaStake: from.alphaStake.with(who, from.alphaStake[who]! + rao),
  });
  switch (change.kind) {
    case "together":
      return change.changes.reduce((so, one) => made(so, uid, one), state);
    case "set weights":
    case "vote as the consensus":
      return {
        ...state,
        weights: withRow(change.row),
        lastUpdate: state.lastUpdate.with(uid, state.currentBlock),
        commitBlocks: state.commitBlocks.with(uid, U64_MAX),
      };
    case "alpha":
      return withAlpha(uid, change.direction === "gain" ? change.alphaRao : -change.alphaRao);
    case "more stake":
      return withAlpha(uid, change.alphaRao);
    case "weight": {
      const { starts, uids, values } = state.weights;
      const row = Array.from(
        uids.subarray(starts[uid]!, starts[uid + 1]!),
        (miner, k) => [miner, miner === change.miner ? change.upTo : values[starts[uid]! + k]!] as const,
      );
      return { ...state, weights: withRow(row) };
    }
    case "parameters":
      return { ...state, ...change.values };
    case "support": {
      const { move, kappa } = change.change;
      return move === null ? { ...state, kappa: kappa! } : withAlpha(move.to, move.alphaRao, withAlpha(move.from, -move.alphaRao));
    }
  }
}

const raised = (is: EpochResult, wouldBe: EpochResult, uid: number) =>
  wouldBe.incentive[uid]! > is.incentive[uid]! ||
  wouldBe.dividends[uid]! > is.dividends[uid]! ||
  wouldBe.emission[uid]! > is.emission[uid]!;

/** The consensus as the uid can set it: no weight on itself, nor on what registered in this block. */
const agreed = ({ blockAtRegistration, currentBlock }: SubnetState, { consensus }: EpochResult, uid: number) =>
  Array.from(consensus, (value, miner) => [miner, value] as const).filter(
    ([miner, value]) => value > 0 && miner !== uid && blockAtRegistration[miner]! < currentBlock,
  );

/** What is wrong with the cause or the change: made, the uid gets more, or a permit where that is what it says. */
function changeFault(state: SubnetState, { uid, weights, stake, dividends, verdict: { cause, change } }: Explanation): string | null {
  const is = yuma.epoch(state);
  const paid = is.emission[uid]!;
  if (["votes", "cut", "bonds", "stake"].includes(cause.kind)) {
    causes.add(cause.kind);
    const decides = (other: bigint) => (paid > other ? paid - other : other - paid) * 20n > paid;
    const without = weights.some(({ cutX32 }) => cutX32 > 0n) ? yuma.epoch({ ...state, bondsPenalty: 0 }).emission[uid]! : paid;
    const row = agreed(state, is, uid);
    const voting =
      row.length === 0 ? paid : yuma.epoch(made(state, uid, { kind: "vote as the consensus", row, emissionRao: 0n })).emission[uid]!;
    const votesDecide = voting > paid && decides(voting) && voting >= without;
    const expected = votesDecide ? "votes" : decides(without) ? "cut" : cause.kind === "bonds" ? "bonds" : "stake";
    if (cause.kind !== expected) return `not "${cause.kind}" but "${expected}" decides`;
    if ((cause.kind === "bonds") !== (["bonds", "stake"].includes(cause.kind) && dividends.dividendsX32 * 20n < stake.activeStakeX32 * 19n))
      return "the dividends beside the stake";
    if ((cause.kind === "votes" || cause.kind === "bonds") && cause.asConsensusRao !== voting) return "another emission as the consensus";
    if (cause.kind === "cut" && cause.withoutPenaltyRao !== without) return "another emission without the penalty";
    const most = change !== null && "emissionRao" in change ? change.emissionRao : paid;
    if (voting > most) return "voting as the consensus gives more";
    if (change === null && without > paid) return "the bonds penalty gives more";
  }
  if (change === null) return null;
  kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
  const wouldBe = yuma.epoch(made(state, uid, change));
  if ("emissionRao" in change && (wouldBe.emission[uid] !== change.emissionRao || change.emissionRao <= paid)) return "another emission";
  if (change.kind === "alpha" && change.toward === "the next permit")
    return wouldBe.newValidatorPermits[uid] === 1 && is.newValidatorPermits[uid] === 0 ? null : "no permit";
  if (!raised(is, wouldBe, uid)) return "nothing is gained";
  if (change.kind === "support" && change.change.move !== null && change.change.kappa !== null)
    return raised(is, yuma.epoch({ ...state, kappa: change.change.kappa }), uid) ? null : "nothing is gained by kappa";
  if (change.kind !== "alpha") return null;
  return raised(is, yuma.epoch(made(state, uid, { ...change, alphaRao: change.alphaRao - 1n })), uid) ? "one rao less is enough" : null;
}

const kinds = new Map<string, number>();
const causes = new Set<string>();

describe("by the verdict's change, when made, the uid gets more", () => {
  const failures = (state: SubnetState) => {
    const explained = explainer(yuma, state);
    return Array.from({ length: state.n }, (_, uid) => explained(uid)).flatMap((one) => {
      const sentences = verdict(one)[0]!;
      const wellFormed = !/undefined|NaN|null|\[object/.test(sentences) && sentences.endsWith(".");
      if (!wellFormed) return [`uid ${one.uid}: ${sentences}`];
      const fault = changeFault(state, one);
      return fault === null ? [] : [`uid ${one.uid}: ${fault}: ${sentences}`];
    });
  };

  it.each(["basic", "registration", "stake", "owner"])("for the uids of epoch/%s", (file) => {
    const wrong = readVectors(`epoch/${file}`)
      .filter(({ in: { n } }) => Number(n) <= 24)
      .flatMap((vector, i) => failures(fromJson(vector.in)).map((one) => `${vector.name ?? i}: ${one}`));
    expect(wrong).toEqual([]);
  });

  it("for random states, and a sentence for every hostile one", () => {
    const altering = (state: SubnetState) => {
      expect(failures(state)).toEqual([]);
    };
    const worded = (state: SubnetState) => {
      const explained = explainer(yuma, state);
      for (let uid = 0; uid < state.n; uid++) expect(verdict(explained(uid))[0]).not.toMatch(/undefined|NaN|\[object/);
    };
    fc.assert(fc.property(plainState(), altering), { numRuns: 80 });
    fc.assert(fc.property(hostileState(), altering), { numRuns: 80 });
    fc.assert(fc.property(hostileState(), worded), { numRuns: 80 });
  });

  it("and each kind of change was met, and of cause for a validator that earns", () => {
    expect(
      ["set weights", "vote as the consensus", "weight", "alpha", "together", "parameters", "support", "more stake"].filter(
        (kind) => !kinds.has(kind),
      ),
    ).toEqual([]);
    expect(["votes", "cut", "bonds", "stake"].filter((kind) => !causes.has(kind))).toEqual([]);
  });
});
