import { valueAt } from "../values/valueAt.js";
import type { Engine } from "../boundary/engine.js";
import type { HeldState } from "../boundary/resident.js";
import { refuseMeaning, type CheckedNullState, type CheckedState, type CheckedSubnetState } from "../boundary/input.js";
import { ChainTrapError, EpochInputError } from "../errors.js";
import { callableFor, callableOf, stateIn } from "../interface/epochFunctions.js";
import { FLAG, STATUS, functionOf } from "../interface/message.js";
import { WasmState } from "./heldState.js";
import { ModuleInstance, type CallOptions, type Refusal } from "./moduleInstance.js";
import { refuseViewsOf } from "./ownMemory.js";
import { TRAPS } from "../ruleSets/ruleSets.js";
import type { EpochOptions, HistoricEpochResult, HistoricEpochTrace, HistoricSubnetEpochResult } from "../types.js";

type EpochAnswer = Omit<HistoricEpochResult, "trace"> & { trace: HistoricEpochTrace[] };
type SubnetAnswer = HistoricSubnetEpochResult & { trace: HistoricEpochTrace[] };
interface Answer {
  value: EpochAnswer | SubnetAnswer;
  digest: string;
}

/** The epoch's module behind the interface that every host has. */
export class WasmEngine extends ModuleInstance implements Engine {
  readonly refusesItself = true;

  constructor(
    readonly backend: string,
    module: WebAssembly.Module,
  ) {
    super(module);
  }

  epoch(state: CheckedState, options: EpochOptions): HistoricEpochResult {
    return this.epochOf(state, options) as HistoricEpochResult;
  }

  subnetEpoch(state: CheckedSubnetState, options: Omit<EpochOptions, "views">): HistoricSubnetEpochResult {
    return this.epochOf(state, options) as HistoricSubnetEpochResult;
  }

  hold(state: CheckedState): HeldState {
    return new WasmState(this.module, state);
  }

  /** What a message asks for that `writeInput` made of a checked state: it goes into the module as it is. */
  answerTo(message: Uint8Array, options: EpochOptions): HistoricEpochResult | HistoricSubnetEpochResult {
    const call = callOptions(options, () => stateIn(message));
    const write = (input: Uint8Array) => input.set(message);
    const explain = (refusal: Refusal) => errorOf(stateIn(message), refusal);
    return resultOf(this.callWith(callableOf(functionOf(message))!, message.length, write, call, explain), options);
  }

  private epochOf(state: CheckedState | CheckedSubnetState, options: EpochOptions): HistoricEpochResult | HistoricSubnetEpochResult {
    refuseViewsOf(this.exports.memory.buffer, state);
    const call = callOptions(options, () => state);
    return resultOf(
      this.call(callableFor(state), state, call, (refusal) => errorOf(state, refusal)),
      options,
    );
  }
}

function callOptions({ trace, digest, views }: EpochOptions, state: () => CheckedState | CheckedSubnetState): CallOptions {
  const flags = (trace ? FLAG.trace : 0) | (digest ? FLAG.digest : 0);
  // A trace is the caller's own whatever the rest is.
  return { flags, views: views === true && !trace, what: () => sizeOf(state()) };
}

/** Without what was not asked for. A subnet has a trace for each of its mechanisms. */
function resultOf({ value, digest: made }: Answer, options: EpochOptions): HistoricEpochResult | HistoricSubnetEpochResult {
  const { trace, ...result } = value;
  return {
    ...result,
    ...(options.trace && { trace: "mechanisms" in value ? trace : trace[0] }),
    ...(options.digest && { digest: made }),
  } as HistoricEpochResult | HistoricSubnetEpochResult;
}

function sizeOf(state: CheckedState | CheckedSubnetState): string {
  const mechanisms = "mechanisms" in state ? state.mechanisms : [state];
  const sum = (rows: "weights" | "bonds") => mechanisms.reduce((count, mechanism) => count + mechanism[rows].uids.length, 0);
  return `an epoch of ${state.n} uids with ${sum("weights")} weights and ${sum("bonds")} bonds`;
}

/** What the module refused, as the boundary of the other backends says it. */
function errorOf(state: CheckedState | CheckedSubnetState, { status, offset, path }: Refusal): Error {
  if (status === STATUS.trapped) return new ChainTrapError(TRAPS[offset - 1]!);
  const [, rows, index] = /^(.*)\.starts\[(\d+)\]$/.exec(path) ?? [];
  if (rows !== undefined)
    return startsError(valueAt(state, rows) as CheckedNullState["mechanisms"][number]["weights"], rows, Number(index));
  if (path.startsWith("validatorPermits[")) return new EpochInputError(path, "0 or 1", valueAt(state, path));
  try {
    refuseMeaning(state);
  } catch (error) {
    return error as Error;
  }
  return new EpochInputError(path, "what docs/interface.md says", valueAt(state, path));
}

function startsError({ starts, uids }: CheckedNullState["mechanisms"][number]["weights"], rows: string, i: number): EpochInputError {
  const least = i === 0 ? 0 : starts[i - 1]!;
  const expected = i === 0 ? "0" : starts[i]! < least ? `at least ${least}` : `${uids.length}`;
  return new EpochInputError(`${rows}.starts[${i}]`, expected, starts[i]);
}
