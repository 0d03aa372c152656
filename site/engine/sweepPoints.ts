/** The points of a sweep on WebAssembly. */
import { epochDigest, YumaError, type EpochResult, type Yuma } from "yuma-consensus";
import { documentAt, PointMeasure, type PointResult } from "../model/sweep.js";
import { epochsOf, nullState, ofOneMechanism } from "./epochs.js";
import type { PointsRequest } from "./protocol.js";

function runPoint(yuma: Yuma, { doc, plan }: PointsRequest, point: number): PointResult {
  const measure = new PointMeasure(plan.measure);
  const at = documentAt(doc, plan, point);
  let last: EpochResult | undefined;
  for (const { state, result } of epochsOf(yuma, at)) {
    last = at.nullConsensus ? ofOneMechanism(state, yuma.subnetEpoch(nullState(state), { digest: true })) : result;
    measure.add(state, last);
  }
  return { point, value: measure.value, digest: last!.digest ?? epochDigest(last!) };
}

/** A point that the package refuses has the refusal in place of a value; the others go on. */
export function runPoints(yuma: Yuma, request: PointsRequest): PointResult[] {
  return request.points.map((point) => {
    try {
      return runPoint(yuma, request, point);
    } catch (error) {
      if (!(error instanceof YumaError)) throw error;
      return { point, refusal: error.message };
    }
  });
}
