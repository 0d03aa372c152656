import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EpochInputError } from "../bindings/errors.js";
import { compareEpochs, compareTrust, diff, explain, explainer, whatIf, type Explanation } from "../bindings/explain/index.js";
import { fromJson } from "../bindings/boundary/input.js";
import { I32F32 } from "../bindings/reference/fixed.js";
import { reference } from "../bindings/reference/index.js";
import { proportionToU16 } from "../bindings/reference/proportion.js";
import { retentionMap, simulate } from "../bindings/simulate/index.js";
import type { EpochResult, SparseRows, SubnetState, Yuma } from "../bindings/types.js";
import { backendNamed } from "./backends.js";
import { hostileState, plainState } from "../bindings/testing/index.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");

type Row = [uid: number, value: bigint][];

function rowOf(rows: SparseRows<Uint16Array | BigInt64Array>, i: number): Row {
  return Array.from({ length: rows.starts[i + 1]! - rows.starts[i]! }, (_, k) => [
    rows.uids[rows.starts[i]! + k]!,
    BigInt(rows.values[rows.starts[i]! + k]!),
  ]);
}

/** Sums as the chain makes them; plain ones where nothing leaves the range. */
const wrappingSum = (values: readonly bigint[]) => I32F32.wrappingSum(values);
const saturatingSum = (values: readonly bigint[]) => I32F32.saturatingSum(values);

/** Every equation that an explanation claims, against the engine's result and trace: what it says, and what it has to be. */
function claims(result: EpochResult, e: Explanation): Record<string, [unknown, unknown]> {
  const { uid } = e;
  const trace = result.trace!;
  const counted = e.weights.filter(({ outcome }) => outcome === "counts");
  const held = e.bonds.filter(({ averagedX32 }) => averagedX32 > 0n);
  const dividends = e.dividends;
  return {
    stake: [e.stake.totalRao, result.stake[uid]],
    activity: [e.activity.active, e.block <= e.activity.activeThroughBlock],
    "next permit": [e.permit.next, result.newValidatorPermits[uid] === 1],
    "permit by rank": [
      e.permit.next,
      e.permit.nextBecause === "the owner always has one" ||
        (e.permit.rank !== null && (e.permit.rank <= e.permit.seats || e.permit.seats > e.n)),
    ],
    "weights that count": [counted.map(({ uid, weightX32 }) => [uid, weightX32]), rowOf(trace.weightsNormalized, uid)],
    "clipped weights": [
      counted
        .filter(({ weightX32, consensusX32 }) => weightX32 <= consensusX32 || consensusX32 > 0n)
        .map(({ uid, clippedX32 }) => [uid, clippedX32]),
      rowOf(trace.clippedWeights, uid),
    ],
    "trust = sum of clipped weights": [wrappingSum(e.weights.map(({ clippedX32 }) => clippedX32)), trace.validatorTrust[uid]],
    "weight = clipped + cut": [e.weights.map(({ weightX32 }) => weightX32), e.weights.map(({ clippedX32, cutX32 }) => clippedX32 + cutX32)],
    "trust as stored": [proportionToU16(e.validatorTrustX32), result.validatorTrust[uid]],
    consensus: [e.consensus.consensusX32, trace.consensus[uid]],
    "rank = sum of the floors": [saturatingSum(e.incentive.parts.map(({ rankX32 }) => rankX32)), trace.ranksBeforeNormalize[uid]],
    "each rank part": [
      e.incentive.parts.map(({ rankX32 }) => rankX32),
      e.incentive.parts.map(({ activeStakeX32, clippedX32 }) => I32F32.saturate((activeStakeX32 * clippedX32) >> 32n)),
    ],
    "incentive = rank / ranks": [
      e.incentive.totalRankX32 === 0n ? e.incentive.rankX32 : I32F32.safeDiv(e.incentive.rankX32, e.incentive.totalRankX32),
      trace.incentive[uid],
    ],
    "bonds row": [held.map(({ uid, storedX32 }) => [uid, storedX32]), rowOf(trace.emaBonds, uid)],
    "stored bonds": [
      e.permit.next ? held.map(({ uid, storedX32 }) => [uid, BigInt(proportionToU16(storedX32))]) : [],
      rowOf(result.bonds, uid),
    ],
    "bond = kept + added": [
      e.bonds.map(({ keptX32, addedX32, liquidAlpha }) => limited(keptX32 + addedX32, liquidAlpha !== null)),
      e.bonds.map(({ averagedX32 }) => averagedX32),
    ],
    "dividends by miner": [saturatingSum(e.bonds.map(({ dividendX32 }) => dividendX32)), dividends.bondsX32],
    earnings: [
      dividends.activeStakeX32 === null ? dividends.bondsX32 : (I32F32.checkedMul(dividends.bondsX32, dividends.activeStakeX32) ?? 0n),
      dividends.earningsX32,
    ],
    "dividends = earnings / all": [
      dividends.totalEarningsX32 === 0n ? dividends.earningsX32 : I32F32.safeDiv(dividends.earningsX32, dividends.totalEarningsX32),
      trace.dividends[uid],
    ],
    emission: [
      [e.emission.server, e.emission.validator, e.emission.combined].map(({ shareX32 }) => floorRao(shareX32, e.emission.raoEmission)),
      [result.serverEmission[uid], result.validatorEmission[uid], result.emission[uid]],
    ],
    "emission by earnings": [
      e.emission.basis === "earnings" ? e.emission.combined.shareX32 : 0n,
      e.emission.totalX32 === 0n
        ? 0n
        : I32F32.safeDiv(I32F32.saturatingAdd(trace.incentive[uid]!, trace.dividends[uid]!), e.emission.totalX32),
    ],
  };
}

/** Bonds at or below 0 are not kept; under liquid alpha none is above one. */
function limited(bond: bigint, liquid: boolean): bigint {
  return bond <= 0n ? 0n : liquid && bond > I32F32.ONE ? I32F32.ONE : I32F32.saturate(bond);
}

function floorRao(shareX32: bigint, rao: bigint): bigint {
  const amount = (shareX32 * rao) >> 32n;
  return amount < 0n ? 0n : amount > (1n << 64n) - 1n ? (1n << 64n) - 1n : amount;
}

/** The curve crosses kappa at the consensus: the stake behind it reaches kappa, and that behind any higher score does not. */
function crosses({ votes, consensusX32, kappaX32, supportX32, aboveX32, totalX32, median }: Explanation["consensus"]): boolean {
  if (votes.length === 0) return consensusX32 === 0n && median.length === 0;
  const adds = votes.at(-1)!.supportX32 === totalX32;
  const lowest = votes.at(-1)!.scoreX32 === consensusX32;
  // No stake at all is less than a kappa of 0.
  const highest = votes[0]!.scoreX32 === consensusX32;
  return adds && median.length > 0 && (aboveX32 < kappaX32 || highest) && (supportX32 >= kappaX32 || lowest);
}

function failures(state: SubnetState, uids: readonly number[]): string[] {
  const result = yuma.epoch(state, { trace: true });
  const explained = explainer(yuma, state);
  return uids.flatMap((uid) => {
    const e = explained(uid);
    const wrong = Object.entries(claims(result, e)).filter(([, [got, expected]]) => show(got) !== show(expected));
    const uncrossed = crosses(e.consensus) ? [] : [`uid ${uid}: the curve does not cross`];
    return [...wrong.map(([name, [got, expected]]) => `uid ${uid}: ${name}: ${show(got)} is not ${show(expected)}`), ...uncrossed];
  });
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? String(item) : item));
}

const all = (n: number) => Array.from({ length: n }, (_, uid) => uid);
const FILES = ["adversarial", "basic", "commitreveal", "edge", "liquid", "modes", "owner", "registration", "series", "stake", "unsorted"];

describe("the parts sum to the total in raw bits", () => {
  it.each([...FILES.map((file) => `epoch/${file}`), "newer-rules/epoch-liquid-mode"])("for every uid of all vectors of %s", (file) => {
    const vectors = readVectors(file);
    const wrong = vectors.flatMap((vector, i) => {
      const state = fromJson(vector.in);
      return failures(state, all(state.n)).map((text) => `${vector.name ?? i}: ${text}`);
    });
    expect(vectors.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it.each([
    ["epoch/medium", 8],
    ["epoch/largesparse", 64],
  ])("for one uid in some of %s", (file, step) => {
    const states = readVectors(file as string)
      .map((vector) => fromJson(vector.in))
      .filter(({ n }) => n <= 1_024);
    expect(states.length).toBeGreaterThan(0);
    const some = (n: number) => all(n).filter((uid) => uid < 8 || uid % (step as number) === 3);
    expect(states.flatMap((state) => failures(state, some(state.n)))).toEqual([]);
  });

  it("for plain and for hostile random states", () => {
    const holds = (state: SubnetState) => {
      expect(failures(state, all(state.n))).toEqual([]);
    };
    fc.assert(fc.property(plainState(), holds), { numRuns: 150 });
    fc.assert(fc.property(hostileState(), holds), { numRuns: 300 });
  });

  it("whatever engine made the trace", () => {
    const state = fromJson(readVectors("epoch/liquid")[0]!.in);
    for (const name of ["wasm-scalar", "reference"] as const)
      expect(explain(backendNamed(name).yuma, state, 0)).toEqual(explain(yuma, state, 0));
  });
});

describe("a caller's own engine is asked for a result", () => {
  const state = fromJson(readVectors("epoch/basic")[0]!.in);
  const result = reference.epoch(state, { trace: true });
  const { stake: _, ...unstaked } = result;
  const given: [unknown, string][] = [
    [1, "yuma.epoch(): expected an object, got 1"],
    [undefined, "yuma.epoch(): expected an object, got nothing"],
    [Promise.resolve(result), "yuma.epoch().stakeWeight: expected the fields stakeWeight, "],
    [unstaked, "yuma.epoch().stake: expected a BigUint64Array, got nothing"],
    [{ ...result, emission: new BigUint64Array(state.n + 1) }, `yuma.epoch().emission: expected length ${state.n}, got ${state.n + 1}`],
    [{ ...result, trace: undefined }, "yuma.epoch().trace: expected an object, got nothing"],
    [
      { ...result, trace: { ...result.trace, ranksBeforeNormalize: [] } },
      `yuma.epoch().trace.ranksBeforeNormalize: expected a BigInt64Array of length ${state.n}, got []`,
    ],
    [
      { ...result, trace: { ...result.trace, emaBonds: result.bonds } },
      "yuma.epoch().trace.emaBonds.values: expected a BigInt64Array, got ",
    ],
  ];
  it.each(given)("%#: %s", (answer, message) => {
    const yuma = { backend: "own", epoch: () => answer, subnetEpoch: () => answer } as unknown as Yuma;
    const calls: (() => unknown)[] = [
      () => explain(yuma, state, 0),
      () => whatIf(yuma, state, 0, {}),
      () => compareEpochs(yuma, state, state, 0),
      () => compareTrust(yuma, state, state, 0),
    ];
    for (const call of calls) {
      expect(call).toThrow(EpochInputError);
      expect(call).toThrow(message);
    }
    expect(() => diff({ yuma: reference, state }, { yuma, state })).toThrow(`b.${message}`);
    if (!message.includes("trace")) {
      expect(() => [...simulate(yuma, state, { epochs: 2 })]).toThrow(message);
      expect(() => [...retentionMap(yuma)]).toThrow(/^yuma\.epoch\(\)/);
    }
  });
});
