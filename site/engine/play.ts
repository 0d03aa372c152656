/** Runs documents. It is the worker's work, and is a module of its own so that tests run it without one. */
import type { EpochResult, HistoricEpochResult, NullSubnetState, SubnetEpochResult, SubnetState, Yuma } from "yuma-consensus";
import { diff } from "yuma-consensus/explain";
import { explainInWords } from "yuma-consensus/explain/text";
import { runScenario, simulate, type SimulatedEpoch } from "yuma-consensus/simulate";
import { epochsIn, uidsIn, type Document } from "../model/document.js";
import type { Answer, ExplainRequest, Parted, Played, PlayRequest, Request, Series, Shown } from "./protocol.js";

function epochsOf(yuma: Yuma, doc: Document): Iterable<SimulatedEpoch> {
  return doc.kind === "scenario" ? runScenario(yuma, doc.scenario, doc.variant) : simulate(yuma, doc.state, { epochs: doc.epochs });
}

/** What a Null epoch makes of the same state: half of the emission to the miners, half to the validators, nothing to root. */
export function nullState(state: SubnetState): NullSubnetState {
  const { n, currentBlock, activityCutoff, blockAtRegistration, alphaStake, taoStake, taoWeight, stakeThreshold, ownerUid, commitReveal } =
    state;
  const { lastUpdate, weights, bonds, commitBlocks, raoEmission } = state;
  return {
    ruleSet: "spec-475",
    epochConsensus: "null",
    n,
    currentBlock,
    activityCutoff,
    blockAtRegistration,
    alphaStake,
    taoStake,
    taoWeight,
    stakeThreshold,
    ownerUid,
    commitReveal,
    minerBudget: raoEmission / 2n,
    localDividendBudget: raoEmission - raoEmission / 2n,
    rootBudget: 0n,
    emissionSplit: null,
    mechanisms: [{ lastUpdate, weights, bonds, commitBlocks }],
  };
}

/** A subnet's result in the shape of an epoch's: there is one mechanism. */
function ofOneMechanism(state: SubnetState, result: SubnetEpochResult): EpochResult {
  const { mechanisms, trace: _, ...shared } = result;
  return { ...shared, incentive: mechanisms[0]!.incentive, bonds: state.bonds };
}

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

/** @throws YumaError, DocumentError */
export function answer(yuma: Yuma, request: Request): Answer {
  return request.kind === "play" ? playBoth(yuma, request) : explained(yuma, request);
}
