/** What the shaders do for an epoch, by stage. */
import { checkState } from "../../../bindings/boundary/input.js";
import { epochDigest } from "../../../bindings/boundary/canonical.js";
import { ALL, readOutputs } from "../../../bindings/gpu/outputs.js";
import { pack } from "../../../bindings/gpu/pack.js";
import { jobOf } from "../../../bindings/gpu/plan.js";
import { Staging } from "../../../bindings/gpu/staging.js";
import { loadYumaSync } from "../../../bindings/index.js";
import type { EpochResult, SubnetState } from "../../../bindings/types.js";
import { memoryDevice } from "../../../test/gpu/memoryDevice.js";
import { CountingDevice } from "./device.js";
import { nothing, sumOf, type Cost } from "./translate.js";

/** @throws Error where the result is not WebAssembly's */
export function countEpoch(state: SubnetState): ReadonlyMap<string, Cost> {
  const device = new CountingDevice();
  const job = jobOf(checkState(state), 0, "");
  const outputs = device.run(pack([job], ALL, new Staging(memoryDevice(), 2 ** 31)));
  const outcome = readOutputs(outputs, 0, ALL, state.n, job.shape.slots.uids);
  if (!("read" in outcome) || epochDigest(outcome.read as EpochResult) !== epochDigest(loadYumaSync().epoch(state)))
    throw new Error("the shaders, as they are counted, do not give the epoch's result");
  return device.byStage;
}

export function allOf(stages: ReadonlyMap<string, Cost>): Cost {
  return [...stages.values()].reduce((sum, cost) => sumOf(sum, cost), nothing());
}
