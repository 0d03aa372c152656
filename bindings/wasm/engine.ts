import { lengthOf } from "../values/arrays.js";
import { valueAt } from "../values/valueAt.js";
import type { Engine } from "../boundary/engine.js";
import type { HeldState } from "../boundary/resident.js";
import {
  fitState,
  fitSubnetState,
  fittedByName,
  refuseMeaning,
  type CheckedNullState,
  type CheckedState,
  type CheckedSubnetState,
  type FittedState,
} from "../boundary/input.js";
import { ChainTrapError, EpochInputError } from "../errors.js";
import type { Message } from "../interface/codec.js";
import { EPOCH_FUNCTIONS, callableFor, callableOf, stateIn } from "../interface/epochFunctions.js";
import { FLAG, STATUS, functionOf } from "../interface/message.js";
import { callableByPlace, type Callable } from "../interface/moduleFunction.js";
import { WasmState } from "./heldState.js";
import { ModuleInstance, type CallOptions, type Refusal } from "./moduleInstance.js";
import { hasViewOf, refuseViewsOf } from "./ownMemory.js";
import { TRAPS } from "../ruleSets/ruleSets.js";
import type { EpochOptions, HistoricEpochResult, HistoricEpochTrace, HistoricSubnetEpochResult } from "../types.js";

const EPOCH = /* @__PURE__ */ (() => callableByPlace(EPOCH_FUNCTIONS.epoch))();

type EpochAnswer = Omit<HistoricEpochResult, "trace"> & { trace: HistoricEpochTrace[] };
type SubnetAnswer = HistoricSubnetEpochResult & { trace: HistoricEpochTrace[] };
interface Answer {
  value: EpochAnswer | SubnetAnswer;
  digest: string;
}

/** The epoch's module behind the interface that every host has. */
export class WasmEngine extends ModuleInstance implements Engine<FittedState, CheckedSubnetState> {
  /** The module refuses what is wrong in what fits into a message. */
  readonly reads = { state: fitState, subnetState: fitSubnetState };

  constructor(
    readonly backend: string,
    module: WebAssembly.Module,
  ) {
    super(module);
  }

  epoch(state: FittedState, options: EpochOptions): HistoricEpochResult {
    return this.answer(EPOCH, state, () => fittedByName(state), options) as HistoricEpochResult;
  }

  subnetEpoch(state: CheckedSubnetState, options: Omit<EpochOptions, "views">): HistoricSubnetEpochResult {
    return this.answer(callableFor(state), state, () => state, options) as HistoricSubnetEpochResult;
  }

  hold(state: CheckedState): HeldState {
    return new WasmState(this.module, state);
  }

  /** What a message asks for that `writeInput` made of a checked state: it goes into the module as it is. */
  answerTo(message: Uint8Array, options: EpochOptions): HistoricEpochResult | HistoricSubnetEpochResult {
    const call = callOptions(options, () => stateIn(message));
    const write = ({ bytes }: Message) => bytes.set(message);
    const explain = (refusal: Refusal) => errorOf(stateIn(message), refusal);
    return resultOf(this.callWith(callableOf(functionOf(message))!, message.length, write, call, explain), options);
  }

  /** `named`: what is given, by the names of its fields */
  private answer(
    fn: Callable,
    given: FittedState | CheckedSubnetState,
    named: () => CheckedState | CheckedSubnetState,
    options: EpochOptions,
  ): HistoricEpochResult | HistoricSubnetEpochResult {
    const memory = this.viewedMemory;
    if (memory !== undefined && hasViewOf(memory, given)) refuseViewsOf(memory, named());
    return resultOf(
      this.call(fn, given, callOptions(options, named), (refusal) => errorOf(named(), refusal)),
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
  const { trace, ...result } = value as Answer["value"] & { digest?: string };
  if (options.digest) result.digest = made;
  if (!options.trace) return result as HistoricEpochResult | HistoricSubnetEpochResult;
  return { ...result, trace: "mechanisms" in value ? trace : trace[0] } as HistoricEpochResult | HistoricSubnetEpochResult;
}

function sizeOf(state: CheckedState | CheckedSubnetState): string {
  const mechanisms = "mechanisms" in state ? state.mechanisms : [state];
  const sum = (rows: "weights" | "bonds") => mechanisms.reduce((count, mechanism) => count + lengthOf(mechanism[rows].uids), 0);
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
  const expected = i === 0 ? "0" : starts[i]! < least ? `at least ${least}` : `${lengthOf(uids)}`;
  return new EpochInputError(`${rows}.starts[${i}]`, expected, starts[i]);
}
