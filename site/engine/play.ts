/** Runs documents. It is the worker's work, and is a module of its own so that tests run it without one. */
import type { EpochResult, HistoricEpochResult, SubnetState, Yuma } from "yuma-consensus";
import { diff } from "yuma-consensus/explain";
import { explainInWords } from "yuma-consensus/explain/text";
import { neededUtility, type SimulatedEpoch } from "yuma-consensus/simulate";
import { epochsIn, uidsIn, type Document } from "../model/document.js";
import { stakeOf } from "../model/ruleSets.js";
import { epochsOf, nullState, ofOneMechanism } from "./epochs.js";
import { runPoints } from "./sweepPoints.js";
import type {
  Answer,
  BondsRequest,
  ExplainRequest,
  Parted,
  Played,
  PlayRequest,
  Request,
  RetentionRequest,
  Series,
  Shown,
} from "./protocol.js";

function run(yuma: Yuma, doc: Document, state: SubnetState): EpochResult {
  if (doc.nullConsensus) return ofOneMechanism(state, yuma.subnetEpoch(nullState(state), { digest: true }));
  return yuma.epoch(state, { trace: true, digest: true });
}

/** Up to spec-154 there is no stake weight; the series have zeros there. */
function fill(series: Series, { epoch, state }: Pick<SimulatedEpoch, "epoch" | "state">, result: HistoricEpochResult): void {
  const at = epoch * state.n;
  series.consensus.set(result.consensus, at);
  series.incentive.set(result.incentive, at);
  series.dividends.set(result.dividends, at);
  series.validatorTrust.set(result.validatorTrust, at);
  series.emission.set(result.emission, at);
  series.validatorEmission.set(result.validatorEmission, at);
  series.alphaStake.set(stakeOf(state), at);
  if (result.stakeWeight !== undefined) series.stakeWeight.set(result.stakeWeight, at);
}

/** Runs every epoch of a document, and the one that is looked at once more with its trace. @throws YumaError */
export function play(yuma: Yuma, doc: Document, epoch: number): Played {
  const [n, epochs] = [uidsIn(doc), epochsIn(doc)];
  const shorts = () => new Uint16Array(n * epochs);
  const series: Series = {
    n,
    epochs,
    stakeWeight: shorts(),
    consensus: shorts(),
    incentive: shorts(),
    dividends: shorts(),
    validatorTrust: shorts(),
    emission: new BigUint64Array(n * epochs),
    validatorEmission: new BigUint64Array(n * epochs),
    alphaStake: new BigUint64Array(n * epochs),
  };
  const wanted = Math.min(epoch, epochs - 1);
  let shown: SubnetState | undefined;
  for (const simulated of epochsOf(yuma, doc)) {
    const result = doc.nullConsensus ? ofOneMechanism(simulated.state, yuma.subnetEpoch(nullState(simulated.state))) : simulated.result;
    fill(series, simulated, result);
    if (simulated.epoch === wanted) shown = simulated.state;
  }
  const state = shown!;
  const { trace = null, digest = "", ...result } = run(yuma, doc, state);
  return { series, shown: { epoch: wanted, state, result, trace, digest } };
}

function partedAt(yuma: Yuma, a: Shown, b: Shown): Parted | null {
  if (a.trace === null || b.trace === null) return null;
  const { inputs, stages } = diff({ yuma, state: a.state }, { yuma, state: b.state });
  const names = [...new Set(stages.map(({ stage }) => stage))];
  return {
    inputs: inputs.map(({ field }) => field),
    stages: names.map((stage) => ({ stage, fields: stages.filter((part) => part.stage === stage).map(({ field }) => field) })),
  };
}

function playBoth(yuma: Yuma, { doc, against, epoch }: PlayRequest): Answer {
  const played = play(yuma, doc, epoch);
  const other = against === null ? null : play(yuma, against, epoch);
  return { kind: "play", played, against: other, parted: other === null ? null : partedAt(yuma, played.shown, other.shown) };
}

function explained(yuma: Yuma, { state, uid }: ExplainRequest): Answer {
  return { kind: "explain", words: explainInWords(yuma, state, uid) };
}

/** A validator's stored bond on a miner after each epoch, zero where there is none. */
function bondsOf(yuma: Yuma, { doc, validator, miner }: BondsRequest["of"]): Uint16Array {
  return Uint16Array.from(epochsOf(yuma, doc), ({ state, result }) => {
    const { starts, uids, values } = doc.nullConsensus ? state.bonds : result.bonds;
    const at = uids.subarray(starts[validator]!, starts[validator + 1]!).lastIndexOf(miner);
    return at === -1 ? 0 : values[starts[validator]! + at]!;
  });
}

function bonds(yuma: Yuma, { of, against }: BondsRequest): Answer {
  return { kind: "bonds", bonds: bondsOf(yuma, of), against: against === null ? null : bondsOf(yuma, against) };
}

function retention(yuma: Yuma, { majorStake, options }: RetentionRequest): Answer {
  return { kind: "retention", utility: neededUtility(yuma, majorStake, options) };
}

/** @throws YumaError, DocumentError */
export function answer(yuma: Yuma, request: Request): Answer {
  switch (request.kind) {
    case "play":
      return playBoth(yuma, request);
    case "explain":
      return explained(yuma, request);
    case "bonds":
      return bonds(yuma, request);
    case "points":
      return { kind: "points", results: runPoints(yuma, request) };
    case "retention":
      return retention(yuma, request);
  }
}
