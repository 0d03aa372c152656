import { valueAt } from "../values/valueAt.js";
import type { Engine } from "../boundary/engine.js";
import type { HeldState } from "../boundary/resident.js";
import { refuseMeaning, type CheckedNullState, type CheckedState, type CheckedSubnetState } from "../boundary/input.js";
import { ChainTrapError, EpochInputError } from "../errors.js";
import { EPOCH_FUNCTIONS } from "../interface/epochFunctions.js";
import { FLAG, STATUS } from "../interface/message.js";
import { callable, type Callable } from "../interface/moduleFunction.js";
import { WasmState } from "./heldState.js";
import { ModuleInstance, type Refusal } from "./moduleInstance.js";
import { refuseViewsOf } from "./ownMemory.js";
import { TRAPS } from "../ruleSets/ruleSets.js";
import type { EpochOptions, HistoricEpochResult, HistoricEpochTrace, HistoricSubnetEpochResult } from "../types.js";

const CALLS = /* @__PURE__ */ (() => ({
  epoch: callable(EPOCH_FUNCTIONS.epoch),
  yuma: callable(EPOCH_FUNCTIONS.yumaSubnet),
  null: callable(EPOCH_FUNCTIONS.nullSubnet),
}))();

type EpochAnswer = Omit<HistoricEpochResult, "trace"> & { trace: HistoricEpochTrace[] };
type SubnetAnswer = HistoricSubnetEpochResult & { trace: HistoricEpochTrace[] };

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
    // A trace is the caller's own whatever the rest is.
    const views = options.views === true && !options.trace;
    const { trace, digest, ...result } = this.answer<EpochAnswer>(CALLS.epoch, state, options, views);
    return { ...result, ...(options.trace && { trace: trace[0]! }), ...(options.digest && { digest: digest! }) };
  }

  subnetEpoch(state: CheckedSubnetState, options: Omit<EpochOptions, "views">): HistoricSubnetEpochResult {
    const { trace, digest, ...result } = this.answer<SubnetAnswer>(CALLS[state.epochConsensus], state, options, false);
    return { ...result, ...(options.trace && { trace }), ...(options.digest && { digest: digest! }) };
  }

  hold(state: CheckedState): HeldState {
    return new WasmState(this.module, state);
  }

  private answer<T>(
    fn: Callable,
    state: CheckedState | CheckedSubnetState,
    { trace, digest }: EpochOptions,
    views: boolean,
  ): T & { digest?: string } {
    refuseViewsOf(this.exports.memory.buffer, state);
    const flags = (trace ? FLAG.trace : 0) | (digest ? FLAG.digest : 0);
    const answer = this.call<T & object>(fn, state, { flags, views, what: () => sizeOf(state) }, (refusal) => errorOf(state, refusal));
    return digest ? { ...answer.value, digest: answer.digest } : answer.value;
  }
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
