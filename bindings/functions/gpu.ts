/** The functions that have a form on the GPU, whole batches of them: the epoch alone. */
import { GpuBatchError, GpuDeviceLostError, GpuScopeError, GpuSelfTestError, GpuUnavailableError } from "../gpu/errors.js";
import { SUBNET_REASON, TRACE_REASON, checkScope } from "../gpu/register.js";
import type { Gpu } from "../gpu/types.js";
import { EpochInputError, InternalError, UnknownFunctionError, YumaError } from "../errors.js";
import { fromJson, type CheckedState } from "../boundary/input.js";
import type { EpochResult, SubnetState } from "../types.js";
import { EPOCH_OUTPUTS } from "../boundary/epochOutputs.js";
import { FUNCTIONS, type Evaluation } from "./index.js";
import type { Request } from "./request.js";

/** The answers in order; what cannot be answered is an error in its place. */
export async function evaluateOnGpu(gpu: Gpu, requests: readonly Request[]): Promise<(Evaluation | YumaError)[]> {
  const states = requests.map(stateOf);
  const good = states.filter((state) => !(state instanceof YumaError)) as SubnetState[];
  const results = await epochsOnGpu(gpu, good);
  return states.map((state) => {
    if (state instanceof YumaError) return state;
    const result = results.shift()!;
    return result instanceof YumaError ? result : { out: EPOCH_OUTPUTS.epoch.toJson(result) };
  });
}

function stateOf({ fn, in: input, trace }: Request): SubnetState | YumaError {
  try {
    if (typeof fn !== "string" || !FUNCTIONS.includes(fn)) throw new UnknownFunctionError(fn, FUNCTIONS);
    if (fn !== "epoch") throw new GpuScopeError("fn", `${fn}: ${SUBNET_REASON}`);
    if (trace) throw new GpuScopeError("trace", TRACE_REASON);
    if (typeof input !== "object" || input === null || Array.isArray(input)) throw new EpochInputError("in", "an object", input);
    const state = fromJson(input) as CheckedState;
    checkScope(state, "");
    return state;
  } catch (error) {
    return asYumaError(error);
  }
}

/**
 * The results of a batch, without the adapter's name; the states that it ends for run alone and have their own errors.
 * @throws GpuSelfTestError, GpuUnavailableError where the device is not to be used
 */
export async function epochsOnGpu(gpu: Gpu, states: readonly SubnetState[]): Promise<(EpochResult | YumaError)[]> {
  const results = await gpu.epochBatch(states).catch((error: unknown) => {
    if (error instanceof GpuSelfTestError || error instanceof GpuUnavailableError) throw error;
    const done = error instanceof GpuBatchError ? error.results : new Array<undefined>(states.length).fill(undefined);
    const again = (state: SubnetState) => (error instanceof GpuDeviceLostError ? error : gpu.epoch(state).catch(asYumaError));
    return Promise.all(states.map((state, i) => done[i] ?? again(state)));
  });
  return results.map((result) => {
    if (result instanceof YumaError) return result;
    const { adapter: _, ...rest } = result;
    return rest;
  });
}

function asYumaError(error: unknown): YumaError {
  return error instanceof YumaError ? error : new InternalError(error);
}
