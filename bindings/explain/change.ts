import type { CheckedState } from "../boundary/input.js";
import { U64_MAX } from "../reference/fixed.js";
import { stakeRao } from "../reference/stake.js";
import { changedState, type WhatIfChanges } from "./changedState.js";
import type { ConsensusChange, StakeMove } from "./consensus.js";
import type { TracedEpoch } from "./epoch.js";
import { canWeigh, consensusRow, ownChange, setNow } from "./ownChange.js";
import type { ExplanationParts } from "./parts.js";
import type { SingleChange, SmallestChange } from "./singleChange.js";
import { smallest } from "./smallest.js";
import type { VerdictCause } from "./verdictCause.js";
import type { UidOutput, Zero, ZeroCause } from "./zeroCause.js";

/** How much is tried for one verdict: entries of all epochs that are run. */
const WORK = 1 << 22;
const RUNS = 160;

/** What stands between a uid and a result. */
type Obstacle = "stake" | "weights" | "alpha" | "kappa";

/** The change for what decided, tried on the engine; null where none of those that are looked for raises the uid's incentive, dividends or emission. */
export function explainChange(
  epoch: TracedEpoch,
  parts: ExplanationParts,
  zeros: readonly Zero[],
  decisive: VerdictCause,
): SmallestChange | null {
  return new Trials(epoch, parts).find(zeros, decisive);
}

class Trials {
  private left: number;

  constructor(
    private readonly epoch: TracedEpoch,
    private readonly parts: ExplanationParts,
  ) {
    const { n, weights, bonds } = epoch.state;
    this.left = Math.min(RUNS, Math.max(4, Math.floor(WORK / (n + weights.values.length + bonds.values.length + 1))));
  }

  find(zeros: readonly Zero[], decisive: VerdictCause): SmallestChange | null {
    if (decisive.kind === "consensus") return this.support(this.parts.consensus.rise);
    if (decisive.kind === "withheld") return null;
    if (decisive.kind !== "zero" && decisive.kind !== "paid by stake") return ownChange(this.epoch, this.parts) ?? this.withoutPenalty();
    const cause = decisive.kind === "zero" ? decisive.cause : decisive.earnedNothing;
    if (cause.kind === "too little support") return this.support(cause.change);
    const first = removing(cause);
    const obstacles = obstaclesOf(this.epoch, zeros, first);
    const { permit } = this.parts;
    const toPermit: SmallestChange | null =
      permit.next || permit.change === null ? null : { kind: "alpha", toward: "the next permit", ...permit.change };
    if (
      (decisive.kind === "zero" && decisive.output === "permit") ||
      cause.kind === "outranked" ||
      cause.kind === "no permit in this epoch"
    )
      return toPermit;
    for (const obstacle of first) {
      const found = obstacles.includes(obstacle) ? this.overcome([obstacle]) : null;
      if (found !== null) return found;
    }
    // Without a permit in this epoch there is nothing to get but one in the next.
    if (first.includes("stake") && toPermit !== null && !permit.current) return toPermit;
    const several = obstacles.flatMap((one, i) => obstacles.slice(i + 1).map((other) => [one, other]));
    if (obstacles.length > 2) several.push([...obstacles]);
    for (const together of several.filter((set) => set.some((one) => first.includes(one)))) {
      const found = this.overcome(together);
      if (found !== null) return found;
    }
    return first.includes("stake") ? toPermit : null;
  }

  /** One change for each obstacle; null where no such changes raise the result. */
  private overcome(obstacles: readonly Obstacle[]): SmallestChange | null {
    const choices = obstacles.map((obstacle) => this.changesFor(obstacle));
    const combinations = choices.reduce<SingleChange[][]>(
      (sets, options) => sets.flatMap((set) => options.map((one) => [...set, one])),
      [[]],
    );
    const working = combinations.find((changes) => this.raises(changes));
    if (working === undefined) return null;
    const least = working.map((_, i) => i).reduce((changes, i) => changes.with(i, this.least(changes, i)), working);
    return least.length === 1 ? least[0]! : { kind: "together", changes: least };
  }

  private changesFor(obstacle: Obstacle): SingleChange[] {
    const { state, totalsX64, bonds } = this.epoch;
    const { uid } = this.parts;
    switch (obstacle) {
      case "weights":
        return this.rows();
      case "alpha": {
        if (bonds.liquidConsensus !== null)
          return [
            { kind: "parameters", values: { alphaHigh: 58_982 } },
            { kind: "parameters", values: { alphaLow: 45_875, alphaHigh: 58_982 } },
          ];
        return [999_999n, 900_000n]
          .filter((value) => value < state.bondsMovingAverage)
          .map((bondsMovingAverage) => ({ kind: "parameters", values: { bondsMovingAverage } }));
      }
      case "kappa":
        return state.kappa === 0 ? [] : [{ kind: "parameters", values: { kappa: 0 } }];
      case "stake": {
        const others = totalsX64.reduce((most, total, other) => (other !== uid && total > most ? total : most), 1n << 64n);
        const upTo = stakeRao(others) > state.stakeThreshold ? stakeRao(others) : state.stakeThreshold;
        return state.alphaStake[uid]! + upTo > U64_MAX ? [] : [{ kind: "alpha", toward: "this result", direction: "gain", alphaRao: upTo }];
      }
    }
  }

  /** What the uid could have set: what it has once more, the consensus, the miner that earns the most, all others. */
  private rows(): SingleChange[] {
    const { state, incentive } = this.epoch;
    const { uid, weights } = this.parts;
    const others = incentive.flatMap((_, other) => (canWeigh(state, uid, other) ? [other] : []));
    if (others.length === 0) return [];
    const agreed = consensusRow(this.epoch, uid);
    const best = others.reduce((a, b) => (incentive[b]! > incentive[a]! ? b : a));
    const alike = others.map((other) => [other, 65_535] as const);
    return [
      ...(weights.length === 0
        ? []
        : [{ kind: "set weights", as: "stored", row: weights.map((one) => [one.uid, one.stored] as const) } as const]),
      // A consensus on one miner alone is the row that follows.
      ...(agreed.length < 2 ? [] : [{ kind: "set weights", as: "the consensus", row: agreed } as const]),
      { kind: "set weights", as: "one miner", row: [[best, 65_535]] },
      ...(alike.length === 1 ? [] : [{ kind: "set weights", as: "all others alike", row: alike } as const]),
    ];
  }

  /** The least of one change that still does it together with the others. */
  private least(changes: readonly SingleChange[], at: number): SingleChange {
    const change = changes[at]!;
    const raises = (other: SingleChange) => this.raises(changes.with(at, other));
    if (change.kind === "alpha") {
      const withRao = (alphaRao: bigint): SingleChange => ({ ...change, alphaRao });
      return withRao(smallest(0n, change.alphaRao, (rao) => rao === change.alphaRao || raises(withRao(rao)))!);
    }
    if (change.kind !== "parameters" || change.values.kappa === undefined) return change;
    const { kappa } = this.epoch.state;
    const lowered = (by: bigint): SingleChange => ({ kind: "parameters", values: { kappa: kappa - Number(by) } });
    return lowered(smallest(0n, BigInt(kappa), (by) => by === BigInt(kappa) || raises(lowered(by)))!);
  }

  private raises(changes: readonly SingleChange[]): boolean {
    const { state } = this.epoch;
    const { uid } = this.parts;
    const all: WhatIfChanges = {};
    for (const change of changes) Object.assign(all, changesOf(state, uid, change));
    return this.raisesAs(changedState(state, uid, all));
  }

  private raisesAs(state: Partial<CheckedState>): boolean {
    if (this.left <= 0) return false;
    this.left--;
    const { uid } = this.parts;
    const [is, would] = [this.epoch.result, this.epoch.rerun(state)];
    return (
      would.incentive[uid]! > is.incentive[uid]! || would.dividends[uid]! > is.dividends[uid]! || would.emission[uid]! > is.emission[uid]!
    );
  }

  /** Of what would move the consensus that which moves the result. */
  private support(change: ConsensusChange | null): SmallestChange | null {
    if (change === null) return null;
    const move = change.move !== null && this.raisesAs(moved(this.epoch.state, change.move)) ? change.move : null;
    const kappa = change.kappa !== null && this.raisesAs({ kappa: change.kappa }) ? change.kappa : null;
    return move === null && kappa === null ? null : { kind: "support", change: { ...change, move, kappa } };
  }

  /** What no uid can do by itself, and so the last. */
  private withoutPenalty(): SmallestChange | null {
    const change: SingleChange = { kind: "parameters", values: { bondsPenalty: 0 } };
    return this.epoch.state.bondsPenalty > 0 && this.raises([change]) ? change : null;
  }
}

function changesOf(state: CheckedState, uid: number, change: SingleChange): WhatIfChanges {
  if (change.kind === "set weights") return setNow(state, change.row);
  if (change.kind === "alpha")
    return { alphaStake: state.alphaStake[uid]! + (change.direction === "gain" ? change.alphaRao : -change.alphaRao) };
  return change.kind === "parameters" ? change.values : {};
}

function moved({ alphaStake }: CheckedState, { from, to, alphaRao }: StakeMove): Partial<CheckedState> {
  return { alphaStake: alphaStake.with(from, alphaStake[from]! - alphaRao).with(to, alphaStake[to]! + alphaRao) };
}

/** What would have to give way first, for a cause to hold no longer; one of these is part of every change. */
function removing(cause: ZeroCause): readonly Obstacle[] {
  switch (cause.kind) {
    case "nothing staked":
    case "TAO counts for nothing":
    case "below the threshold":
    case "too small beside all stake":
    case "too small beside the others":
      return ["stake"];
    case "inactive":
    case "no stored weights":
    case "no stored weight counts":
    case "its stored weights are 0":
      return ["weights"];
    case "no bonds":
      return ["alpha"];
    case "no consensus on its miners":
      return cause.nobodyVotes ? ["stake", "weights"] : ["weights", "kappa"];
    case "its miners earn nothing":
      return cause.nobodyEarns ? [] : ["weights"];
    default:
      return [];
  }
}

function obstaclesOf({ state, bonds }: TracedEpoch, zeros: readonly Zero[], first: readonly Obstacle[]): Obstacle[] {
  const zero = (output: UidOutput) => zeros.some((one) => one.output === output);
  const noAlpha = bonds.liquidConsensus === null ? state.bondsMovingAverage >= 1_000_000n : state.alphaLow === 0 || state.alphaHigh === 0;
  const standing: Readonly<Record<Obstacle, boolean>> = {
    stake: zero("stakeWeight") || first.includes("stake"),
    weights: zero("active") || zero("weights") || first.includes("weights"),
    alpha: zero("heldBonds") && noAlpha,
    kappa: zero("validatorTrust") && state.kappa > 0,
  };
  return (Object.keys(standing) as Obstacle[]).filter((obstacle) => standing[obstacle]);
}
