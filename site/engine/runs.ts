/** All epochs of a document, and the one that is looked at. What was run is kept, so that a hand that moves time runs one epoch. */
import type { EpochResult, HistoricEpochResult, SubnetState, Yuma } from "yuma-consensus";
import type { SimulatedEpoch } from "yuma-consensus/simulate";
import { epochsIn, uidsIn, type Document } from "../model/document.js";
import { stakeOf } from "../model/ruleSets.js";
import { epochsOf, nullState, ofOneMechanism } from "./epochs.js";
import type { Played, Series, Shown } from "./protocol.js";

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

function emptySeries(n: number, epochs: number): Series {
  const shorts = () => new Uint16Array(n * epochs);
  return {
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
}

function shownOf(yuma: Yuma, doc: Document, state: SubnetState, epoch: number): Shown {
  const run: EpochResult = doc.nullConsensus
    ? ofOneMechanism(state, yuma.subnetEpoch(nullState(state), { digest: true }))
    : yuma.epoch(state, { trace: true, digest: true });
  const { trace = null, digest = "", ...result } = run;
  return { epoch, state, result, trace, digest };
}

/** Entries of states: some tens of megabytes of each document. */
const MOST_ENTRIES = 2 ** 22;

interface Run {
  readonly number: number;
  readonly series: Series;
  readonly states: readonly SubnetState[];
}

/** The documents that were run last, by their numbers. */
export class Runs {
  private kept: readonly Run[] = [];

  /** @param most entries of the states that are kept of a document */
  constructor(private readonly most = MOST_ENTRIES) {}

  /** @param number the document's, null for one to run and forget. @throws YumaError */
  play(yuma: Yuma, doc: Document, epoch: number, number: number | null): Played {
    const at = Math.min(epoch, epochsIn(doc) - 1);
    const held = this.kept.find((run) => run.number === number);
    if (held !== undefined) return { series: held.series, shown: shownOf(yuma, doc, held.states[at]!, at) };
    const series = emptySeries(uidsIn(doc), epochsIn(doc));
    const states: SubnetState[] = [];
    let [wanted, entries]: [SubnetState | undefined, number] = [undefined, 0];
    for (const simulated of epochsOf(yuma, doc)) {
      const { state, result } = simulated;
      fill(series, simulated, doc.nullConsensus ? ofOneMechanism(state, yuma.subnetEpoch(nullState(state))) : result);
      if (simulated.epoch === at) wanted = state;
      // Weights are shared by the epochs that they stay in; bonds are each epoch's own.
      entries += 8 * state.n + state.bonds.uids.length;
      if (entries <= this.most) states.push(state);
    }
    // The document and what it is compared with.
    if (number !== null && entries <= this.most) this.kept = [{ number, series, states }, ...this.kept.slice(0, 1)];
    return { series, shown: shownOf(yuma, doc, wanted!, at) };
  }
}
