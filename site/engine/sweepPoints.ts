/** The points of a sweep on WebAssembly. */
import {
  epochDigest,
  YumaError,
  type EpochResult,
  type ResidentState,
  type StateChanges,
  type SubnetState,
  type Yuma,
} from "yuma-consensus";
import { epochBlocks } from "yuma-consensus/simulate";
import type { Document, StateDocument } from "../model/document.js";
import { documentAt, MEASURED, PointMeasure, type PointResult } from "../model/sweep.js";
import { epochsOf, nullState, ofOneMechanism } from "./epochs.js";
import type { PointsRequest } from "./protocol.js";

type RunPoint = (at: Document, measure: PointMeasure) => string;

/** Epoch by epoch as the document is shown; the digest of the last. */
function run(yuma: Yuma, at: Document, measure: PointMeasure): string {
  let last: EpochResult | undefined;
  for (const { state, result } of epochsOf(yuma, at)) {
    last = at.nullConsensus ? ofOneMechanism(state, yuma.subnetEpoch(nullState(state), { digest: true })) : result;
    measure.add(state, last);
  }
  return last!.digest ?? epochDigest(last!);
}

/** Everything of a state that points and epochs change, in place of what it was. */
function changesOf({ n: _, ruleSet: __, ...fields }: SubnetState): StateChanges {
  return { previousConsensus: new Uint16Array(0), lastYumaStepBlock: null, ...fields };
}

/** The same of a state that is run on as it is, without leaving the engine's memory. */
function runOn(resident: ResidentState, { state, epochs }: StateDocument, measure: PointMeasure): string {
  resident.change(changesOf(state));
  let digest = "";
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const last = epoch === epochs;
    const result = resident.run({ outputs: MEASURED, views: true, digest: last, ...(!last && { advance: epochBlocks(state) }) });
    measure.add(state, result);
    digest = result.digest ?? "";
  }
  return digest;
}

function runPoint({ doc, plan }: PointsRequest, point: number, runAt: RunPoint): PointResult {
  const measure = new PointMeasure(plan.measure);
  const digest = runAt(documentAt(doc, plan, point), measure);
  return { point, value: measure.value, digest };
}

/** A point that the package refuses has the refusal in place of a value; the others go on. */
export function runPoints(yuma: Yuma, request: PointsRequest): PointResult[] {
  const { points } = request;
  let resident: ResidentState | undefined;
  const runAt: RunPoint = (at, measure) => {
    if (at.kind === "scenario" || at.nullConsensus) return run(yuma, at, measure);
    resident ??= yuma.resident(at.state);
    return runOn(resident, at, measure);
  };
  const results = points.map((point) => {
    try {
      return runPoint(request, point, runAt);
    } catch (error) {
      if (!(error instanceof YumaError)) throw error;
      return { point, refusal: error.message };
    }
  });
  resident?.close();
  return results;
}
