import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainer, type Explanation, type UidOutput, type ZeroCause } from "../bindings/explain/index.js";
import { rootCause, UID_OUTPUTS } from "../bindings/explain/zeroCause.js";
import { fromJson } from "../bindings/boundary/input.js";
import type { EpochResult, SparseRows, SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";
import { hostileState, plainState, rowsOf } from "../bindings/testing/index.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");

const U64_MAX = (1n << 64n) - 1n;

type Kind = ZeroCause["kind"];
type Of<K extends Kind> = Extract<ZeroCause, { kind: K }>;

interface Case {
  state: SubnetState;
  result: EpochResult;
  e: Explanation;
  uid: number;
  output: UidOutput;
}

function row(rows: SparseRows<Uint16Array | BigInt64Array>, i: number): [uid: number, value: bigint][] {
  return Array.from({ length: rows.starts[i + 1]! - rows.starts[i]! }, (_, k) => [
    rows.uids[rows.starts[i]! + k]!,
    BigInt(rows.values[rows.starts[i]! + k]!),
  ]);
}

const sum = (values: Iterable<bigint>) => [...values].reduce((a, b) => a + b, 0n);
const count = <T>(items: readonly T[], holds: (item: T) => boolean) => items.filter(holds).length;

/** Which outputs are 0, by the engine's own result. */
const IS_ZERO: Readonly<Record<UidOutput, (result: EpochResult, uid: number) => boolean>> = {
  stake: ({ stake }, uid) => stake[uid] === 0n,
  stakeWeight: ({ stakeWeight }, uid) => stakeWeight[uid] === 0,
  active: ({ active }, uid) => active[uid] === 0,
  activeStake: ({ trace }, uid) => trace!.activeStake[uid] === 0n,
  permit: ({ newValidatorPermits }, uid) => newValidatorPermits[uid] === 0,
  weights: ({ trace }, uid) => row(trace!.weightsNormalized, uid).every(([, value]) => value === 0n),
  consensus: ({ consensus }, uid) => consensus[uid] === 0,
  validatorTrust: ({ validatorTrust }, uid) => validatorTrust[uid] === 0,
  incentive: ({ incentive }, uid) => incentive[uid] === 0,
  heldBonds: ({ trace }, uid) => row(trace!.emaBonds, uid).length === 0,
  dividends: ({ dividends }, uid) => dividends[uid] === 0,
  bonds: ({ bonds }, uid) => row(bonds, uid).every(([, value]) => value === 0n),
  serverEmission: ({ serverEmission }, uid) => serverEmission[uid] === 0n,
  validatorEmission: ({ validatorEmission }, uid) => validatorEmission[uid] === 0n,
  emission: ({ emission }, uid) => emission[uid] === 0n,
};

/** Raw I32F32, where a trace has it. */
const RAW: Partial<Record<UidOutput, (result: EpochResult, uid: number) => bigint>> = {
  stakeWeight: ({ trace }, uid) => trace!.stake[uid]!,
  consensus: ({ trace }, uid) => trace!.consensus[uid]!,
  validatorTrust: ({ trace }, uid) => trace!.validatorTrust[uid]!,
  incentive: ({ trace }, uid) => trace!.incentive[uid]!,
  dividends: ({ trace }, uid) => trace!.dividends[uid]!,
  bonds: ({ trace }, uid) => row(trace!.emaBonds, uid).reduce((most, [, value]) => (value > most ? value : most), 0n),
};

/** What an output can be 0 by: those that are made before it. */
const MADE_OF: Partial<Record<UidOutput, readonly UidOutput[]>> = {
  stakeWeight: ["stake"],
  activeStake: ["stakeWeight", "active"],
  permit: ["stakeWeight"],
  validatorTrust: ["weights"],
  incentive: ["consensus"],
  dividends: ["heldBonds", "activeStake"],
  bonds: ["permit", "heldBonds"],
  serverEmission: ["incentive"],
  validatorEmission: ["dividends", "activeStake", "stakeWeight"],
  emission: ["incentive", "dividends", "activeStake", "stakeWeight"],
};

/** Whether nothing can leave its range: as on any real network. */
function isReal({ alphaStake, taoStake, bondsMovingAverage, weights, n }: SubnetState): boolean {
  const rows = Array.from({ length: n }, (_, i) => sum(row(weights, i).map(([, value]) => value)));
  return sum(alphaStake) + sum(taoStake) < 1n << 62n && bondsMovingAverage <= 1_000_000n && rows.every((total) => total < 1n << 31n);
}

const run = (state: SubnetState) => yuma.epoch(state, { trace: true });

/** The state changed as the cause says: the output is 0 for another reason then, if at all. */
function gone({ uid, output }: Case, changed: SubnetState, kind: Kind): boolean {
  const zero = explainer(yuma, changed)(uid).zeros.find((one) => one.output === output);
  return zero === undefined || rootCause([zero], output)?.kind !== kind;
}

/** That much more alpha is enough for its stake to count, and a rao less is not. */
function counts({ state, uid }: Case, rao: bigint): boolean {
  const stakeWith = (more: bigint) =>
    run({ ...state, alphaStake: state.alphaStake.with(uid, state.alphaStake[uid]! + more) }).trace!.stake[uid]!;
  return stakeWith(rao) > 0n && stakeWith(rao - 1n) === 0n;
}

const votersOf = ({ state, result }: Case) =>
  Array.from({ length: state.n }, (_, uid) => uid).filter((uid) => result.trace!.activeStake[uid]! > 0n);
const lastOn = (rows: SparseRows<Uint16Array | BigInt64Array>, i: number, j: number) =>
  row(rows, i).findLast(([uid]) => uid === j)?.[1] ?? 0n;
const saturated = (x64: bigint) => (x64 >= 1n << 127n ? (1n << 127n) - 1n : x64);
const totalX64 = ({ alphaStake, taoStake, taoWeight }: SubnetState, uid: number) =>
  saturated(saturated(alphaStake[uid]! << 64n) + ((saturated(taoStake[uid]! << 64n) * (((taoWeight << 32n) / U64_MAX) << 32n)) >> 64n));
const positive = (rows: SparseRows<Uint16Array | BigInt64Array>, uid: number) => row(rows, uid).filter(([, value]) => value > 0n);

/** Whether what a cause says is so: by its numbers, and where something can be changed by changing it. */
const HOLDS: { readonly [K in Kind]: (cause: Of<K>, at: Case) => boolean } = {
  follows: ({ from }, { output, e, result, uid }) =>
    from.length > 0 &&
    from.every((other) => {
      const zero = e.zeros.find((one) => one.output === other);
      const raw = RAW[other]?.(result, uid) ?? 0n;
      return zero !== undefined && raw === 0n && MADE_OF[output]!.includes(other);
    }),
  "nothing staked": (_, { state, uid }) => state.alphaStake[uid] === 0n && state.taoStake[uid] === 0n,
  "TAO counts for nothing": (_, { state, uid }) =>
    state.alphaStake[uid] === 0n && state.taoStake[uid]! > 0n && totalX64(state, uid) < 1n << 64n,
  "below the threshold": (cause, at) =>
    cause.thresholdRao === at.state.stakeThreshold &&
    cause.totalRao === at.result.stake[at.uid] &&
    cause.totalRao < cause.thresholdRao &&
    at.uid !== at.state.ownerUid &&
    gone(at, { ...at.state, stakeThreshold: 0n }, cause.kind) &&
    (cause.change === null || counts(at, cause.change.alphaRao)),
  "too small beside all stake": (cause, { state, uid, result }) => {
    const counted = Array.from({ length: state.n }, (_, other) => other).filter(
      (other) => result.stake[other]! >= state.stakeThreshold || other === state.ownerUid,
    );
    const all = sum(counted.map((other) => totalX64(state, other)));
    const own = totalX64(state, uid);
    return counted.includes(uid) && own > 0n && own << 32n < all && cause.totalRao === own >> 64n && cause.allRao === all >> 64n;
  },
  "too small beside the others": ({ partX32, wholeX32 }, { output, result, uid, state }) => {
    const trace = result.trace!;
    const known: Partial<Record<UidOutput, [bigint, bigint]>> = {
      incentive: [trace.ranksBeforeNormalize[uid]!, sum(trace.ranksBeforeNormalize)],
      serverEmission: [trace.incentive[uid]!, sum(trace.incentive) + sum(trace.dividends)],
      validatorEmission: [trace.dividends[uid]!, sum(trace.incentive) + sum(trace.dividends)],
    };
    const [part, whole] = known[output] ?? [partX32, wholeX32];
    return partX32 > 0n && partX32 << 32n < wholeX32 && partX32 === part && (wholeX32 === whole || !isReal(state));
  },
  "truncated to u16": ({ valueX32 }, { output, result, uid }) =>
    valueX32 > 0n && (valueX32 * 65_535n) >> 32n === 0n && RAW[output]!(result, uid) === valueX32,
  overflow: (_, { state }) => !isReal(state),
  inactive: (cause, at) =>
    at.state.lastUpdate[at.uid]! + at.state.activityCutoff < at.state.currentBlock &&
    cause.activeThroughBlock === at.state.lastUpdate[at.uid]! + at.state.activityCutoff &&
    gone(at, { ...at.state, lastUpdate: at.state.lastUpdate.with(at.uid, at.state.currentBlock) }, cause.kind),
  "no permit in this epoch": (cause, at) =>
    at.state.validatorPermits[at.uid] === 0 &&
    at.uid !== at.state.ownerUid &&
    cause.next === (at.result.newValidatorPermits[at.uid] === 1) &&
    gone(at, { ...at.state, validatorPermits: at.state.validatorPermits.with(at.uid, 1) }, cause.kind),
  "no seats": (_, { state, result }) =>
    state.maxAllowedValidators === 0 && count([...result.newValidatorPermits], (flag) => flag === 1) <= 1,
  outranked: (cause, { state, uid, result }) => {
    const stakes = result.trace!.stake;
    const ahead = count([...stakes.keys()], (other) => stakes[other]! > stakes[uid]! || (stakes[other] === stakes[uid] && other > uid));
    const seats = (maxAllowedValidators: number) => run({ ...state, maxAllowedValidators }).newValidatorPermits[uid];
    const byRank = cause.rank === ahead + 1 && cause.seats === state.maxAllowedValidators && cause.rank > cause.seats;
    const tie = cause.tie === (stakes[cause.lastIn.uid] === stakes[uid]) && (!cause.tie || cause.lastIn.uid > uid);
    return byRank && tie && seats(cause.rank) === 1 && seats(cause.rank - 1) === 0;
  },
  "no stored weights": (_, { state, uid }) => row(state.weights, uid).length === 0,
  "no stored weight counts": ({ outcomes }, { state, uid, result }) => {
    const entries = row(state.weights, uid);
    const of = (holds: (uid: number) => boolean) => count(entries, ([miner]) => holds(miner)) || undefined;
    const inside = (j: number) => j < state.n && (j !== uid || uid === state.ownerUid);
    const registered = (j: number) => state.blockAtRegistration[j]!;
    return (
      row(result.trace!.weightsNormalized, uid).length === 0 &&
      sum(Object.values(outcomes).map(BigInt)) === BigInt(entries.length) &&
      outcomes["uid outside the network"] === of((j) => j >= state.n) &&
      outcomes["weight on itself"] === of((j) => j === uid && j < state.n && uid !== state.ownerUid) &&
      outcomes["set before the miner registered"] === of((j) => inside(j) && state.lastUpdate[uid]! < registered(j)) &&
      outcomes["set in the block in which the miner registered"] === of((j) => inside(j) && state.lastUpdate[uid]! === registered(j))
    );
  },
  "its stored weights are 0": (cause, at) => {
    const { weights } = at.state;
    const ones = { ...weights, values: weights.values.map((value) => (value === 0 ? 1 : value)) };
    return row(at.result.trace!.weightsNormalized, at.uid).length > 0 && gone(at, { ...at.state, weights: ones }, cause.kind);
  },
  "no consensus on its miners": ({ miners, nobodyVotes }, at) => {
    const weights = positive(at.result.trace!.weightsNormalized, at.uid);
    return (
      new Set(weights.map(([miner]) => miner)).size === miners &&
      miners > 0 &&
      weights.every(([miner]) => at.result.trace!.consensus[miner]! <= 0n) &&
      nobodyVotes === (votersOf(at).length === 0)
    );
  },
  "nobody votes": ({ staked, inactive, withoutPermit }, at) => {
    const { state, result } = at;
    const some = Array.from({ length: state.n }, (_, uid) => uid).filter((uid) => result.trace!.stake[uid]! > 0n);
    const permit = (uid: number) => state.validatorPermits[uid] === 1 || uid === state.ownerUid;
    return (
      votersOf(at).length === 0 &&
      some.length === staked &&
      count(some, (uid) => result.active[uid] === 0) === inactive &&
      count(some, (uid) => result.active[uid] === 1 && !permit(uid)) === withoutPermit &&
      (staked === inactive + withoutPermit || !isReal(state))
    );
  },
  "nobody who votes scores it": ({ weights }, at) => {
    const { state, result, uid } = at;
    const named = count(
      Array.from({ length: state.n }, (_, i) => i),
      (i) => row(state.weights, i).some(([miner]) => miner === uid),
    );
    const scored = votersOf(at).some((i) => lastOn(result.trace!.weightsNormalized, i, uid) > 0n);
    return (
      votersOf(at).length > 0 &&
      !scored &&
      named === Number(sum(Object.values(weights).map(BigInt))) &&
      (weights.counts === undefined || !isReal(state))
    );
  },
  "too little support": ({ supportX32, kappaX32 }, at) => {
    const voters = votersOf(at);
    const supporters = voters.filter((i) => lastOn(at.result.trace!.weightsNormalized, i, at.uid) > 0n);
    return supporters.length > 0 && supportX32 < kappaX32 && run({ ...at.state, kappa: 0 }).trace!.consensus[at.uid]! > 0n;
  },
  "products too small": ({ products }, { output, e, result, uid }) => {
    if (output === "dividends")
      return (
        products > 0 &&
        result.trace!.dividends[uid] === 0n &&
        e.bonds.some(({ incentiveX32, shareX32 }) => incentiveX32 > 0n && shareX32 >= 0n)
      );
    const { clippedWeights, activeStake } = result.trace!;
    const parts = [...activeStake.keys()].flatMap((i) =>
      row(clippedWeights, i)
        .filter(([miner]) => miner === uid)
        .map(([, value]) => (value * activeStake[i]!) >> 32n),
    );
    return output === "incentive" && parts.length === products && parts.every((part) => part === 0n) && result.trace!.consensus[uid]! > 0n;
  },
  "no bonds": ({ bought, kept }, { state, uid, result }) => {
    const { weightsNormalized, weightsForBonds, activeStake } = result.trace!;
    const stored = row(state.bonds, uid).filter(([miner, value]) => miner < state.n && value > 0n);
    const average = state.bondsMovingAverage;
    const boughtHolds: Record<typeof bought, boolean> = {
      "no weights": positive(weightsNormalized, uid).length === 0,
      "its weights are cut to 0": positive(weightsNormalized, uid).length > 0 && positive(weightsForBonds, uid).length === 0,
      "no stake that votes": !state.yuma3 && activeStake[uid] === 0n,
      "alpha is 0":
        average === 1_000_000n || (state.yuma3 && state.liquidAlpha && state.alphaLow === 0 && state.alphaHigh === 0) || !isReal(state),
      "too small": positive(weightsForBonds, uid).length > 0,
      "alpha is no fraction": average > 1_000_000n,
    };
    const keptHolds: Record<typeof kept, boolean> = {
      "none stored": stored.length === 0,
      "the miners registered": stored.length > 0,
      "no weight on the miners":
        state.yuma3 && state.liquidAlpha && stored.some(([miner]) => !row(weightsForBonds, uid).some(([other]) => other === miner)),
      "alpha is one": average === 0n || !isReal(state),
      "too small": stored.length > 0,
      "alpha is no fraction": average > 1_000_000n,
    };
    return boughtHolds[bought] && keptHolds[kept];
  },
  "its miners earn nothing": ({ miners, nobodyEarns }, { uid, result }) => {
    const held = new Set(row(result.trace!.emaBonds, uid).map(([miner]) => miner));
    return (
      held.size === miners &&
      [...held].every((miner) => result.trace!.incentive[miner] === 0n) &&
      nobodyEarns === result.trace!.incentive.every((value) => value === 0n)
    );
  },
  "nothing to give out": (_, { state }) => state.raoEmission === 0n,
  "less than one rao": ({ shareX32, raoEmission }, { state }) =>
    raoEmission === state.raoEmission && raoEmission > 0n && shareX32 > 0n && shareX32 * raoEmission < 1n << 32n,
};

const seen = new Map<Kind, number>();

/** Zeros without a cause, causes without a zero, and causes that are not so. */
function failures(state: SubnetState, uids: readonly number[]): string[] {
  const result = run(state);
  const explained = explainer(yuma, state);
  return uids.flatMap((uid) => {
    const e = explained(uid);
    const expected = UID_OUTPUTS.filter((output) => IS_ZERO[output](result, uid));
    const named = e.zeros.map(({ output }) => output);
    const incomplete = named.join() === expected.join() ? [] : [`uid ${uid}: explained ${named.join()}; zero are ${expected.join()}`];
    const wrong = e.zeros.filter(({ output, cause }) => {
      seen.set(cause.kind, (seen.get(cause.kind) ?? 0) + 1);
      const holds = HOLDS[cause.kind] as (cause: ZeroCause, at: Case) => boolean;
      return !holds(cause, { state, result, e, uid, output });
    });
    const rootless = e.zeros.filter(({ output }) => rootCause(e.zeros, output)!.kind === "follows");
    return [
      ...incomplete,
      ...[...wrong, ...rootless].map(
        (zero) => `uid ${uid}: ${JSON.stringify(zero, (_, value) => (typeof value === "bigint" ? String(value) : value))}`,
      ),
    ];
  });
}

const all = (n: number) => Array.from({ length: n }, (_, uid) => uid);
const FILES = ["adversarial", "basic", "commitreveal", "edge", "liquid", "modes", "owner", "registration", "series", "stake", "unsorted"];

describe("every zero says why, and the cause is one", () => {
  it.each([...FILES.map((file) => `epoch/${file}`), "newer-rules/epoch-liquid-mode"])("for every uid of the vectors of %s", (file) => {
    const wrong = readVectors(file).flatMap((vector, i) => {
      const state = fromJson(vector.in);
      return failures(
        state,
        all(state.n).filter((uid) => uid < 12),
      ).map((text) => `${vector.name ?? i}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it("for plain and for hostile random states", () => {
    const holds = (state: SubnetState) => {
      expect(failures(state, all(state.n))).toEqual([]);
    };
    fc.assert(fc.property(plainState(), holds), { numRuns: 150 });
    fc.assert(fc.property(hostileState(), holds), { numRuns: 300 });
  });

  it("for what vectors and chance rarely bring", () => {
    const base = fromJson(readVectors("epoch/basic").find(({ in: { n } }) => n === 8)?.in ?? readVectors("epoch/basic")[0]!.in);
    const one = (change: Partial<SubnetState>) => expect(failures({ ...base, ...change }, all(base.n))).toEqual([]);
    one({ raoEmission: 0n });
    one({ raoEmission: 1n });
    one({ weights: rowsOf(all(base.n).map(() => [])) });
    one({ weights: rowsOf(all(base.n).map((uid) => [[uid, 5]])) });
    one({ weights: rowsOf(all(base.n).map((uid) => [[(uid + 1) % base.n, 0]])), bonds: rowsOf(all(base.n).map(() => [])) });
    one({ bondsMovingAverage: 1_000_000n, bonds: rowsOf(all(base.n).map(() => [])) });
    one({
      alphaStake: base.alphaStake.map((_, uid) => (uid === 0 ? 1n << 61n : 1_000n)),
      taoStake: base.taoStake.map(() => 0n),
      stakeThreshold: 0n,
    });
    one({ alphaStake: base.alphaStake.map(() => 0n), taoStake: base.taoStake.map(() => 1n), taoWeight: 1n << 40n, stakeThreshold: 0n });
    one({ maxAllowedValidators: 0 });
    // An incentive of 2^-32, and so of nothing where incentive and dividends together are two.
    const [large, small] = [65_535_000_000_000n, 1_000_000_000n];
    const rows = all(base.n).map((uid): [number, number][] =>
      uid > 1 ? [] : [[2, 65_535], ...(uid === 1 ? [[3, 1] as [number, number]] : [])],
    );
    one({
      alphaStake: base.alphaStake.map((_, uid) => (uid === 0 ? large : uid === 1 ? small : 0n)),
      taoStake: base.taoStake.map(() => 0n),
      stakeThreshold: 0n,
      validatorPermits: base.validatorPermits.map((_, uid) => (uid < 2 ? 1 : 0)),
      lastUpdate: base.lastUpdate.map(() => base.currentBlock),
      blockAtRegistration: base.blockAtRegistration.map(() => 0n),
      commitReveal: false,
      ownerUid: null,
      kappa: 0,
      weights: rowsOf(rows),
    });
  });

  it("and each kind of cause was met", () => {
    const kinds = (Object.keys(HOLDS) as Kind[]).filter((kind) => !seen.has(kind));
    expect(kinds).toEqual([]);
  });
});
