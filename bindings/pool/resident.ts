import { copyOf } from "../boundary/copyOf.js";
import { checkState } from "../boundary/input.js";
import { OUTPUTS, checkChanges, type ResultPart } from "../boundary/resident.js";
import type { StateChanges, SubnetState, WasmBackend } from "../types.js";
import { inOrder } from "./inOrder.js";
import { checkIterable, checkResidentOptions } from "./input.js";
import type { MessageMemory } from "./messageMemory.js";
import type { Request } from "./messages.js";
import type { Scheduler } from "./scheduler.js";
import type { PoolResidentOptions, PoolResidentState } from "./types.js";

/** What of a pool a resident state needs. */
interface Workers {
  readonly backend: WasmBackend;
  readonly memory: MessageMemory;
  readonly scheduler: Scheduler;
  /** how many changes are pulled ahead */
  readonly ahead: number;
}

/** `Pool.resident`. */
export function residentState(state: SubnetState, { backend, memory, scheduler, ahead }: Workers): PoolResidentState {
  const checked = checkState(state);
  const { n, ruleSet } = checked;
  const message = memory.write(checked);
  const kept = { handOver: () => memory.again(message) };

  const start = (
    fields: StateChanges,
    { outputs = OUTPUTS, trace = false, digest = false, signal }: PoolResidentOptions<ResultPart>,
    path = "",
  ): Promise<unknown> => {
    const options = { outputs, trace, digest, views: false, stored: [] };
    const request: Request = { backend, call: "resident", changes: copyOf(checkChanges(fields, { n, ruleSet }, path)), options };
    return scheduler.run({ request, what: `an epoch of ${n} uids`, path, kept }, signal);
  };

  return {
    n,
    epoch: async (fields: StateChanges = {}, given: object = {}) => start(fields, checkResidentOptions(given)) as never,
    epochs(changes: Iterable<StateChanges> | AsyncIterable<StateChanges>, given: object = {}) {
      const { signal: outer, ...options } = checkResidentOptions(given);
      checkIterable(changes, "changes");
      const startAt = (one: StateChanges, index: number, signal: AbortSignal) => start(one, { ...options, signal }, `changes[${index}]`);
      return inOrder(changes, startAt, ahead, outer) as never;
    },
  };
}
