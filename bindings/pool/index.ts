/**
 * Many epochs at once: the same engine on worker threads. Nothing of the core needs it.
 *
 * @example
 * const pool = await createPool();
 * for await (const { dividends } of pool.epochs(states)) console.log(dividends);
 * await pool.close();
 *
 * @module
 */
import { copyOf } from "../copyOf.js";
import { checkState, checkSubnetState } from "../input.js";
import type { EpochResult, SubnetEpochResult, SubnetState } from "../types.js";
import { chooseBackend } from "../webAssembly.js";
import { chooseHost } from "./host.js";
import { inOrder } from "./inOrder.js";
import { checkEpochOptions, checkPoolOptions, checkStates, checkSubnetEpochOptions } from "./input.js";
import { Scheduler } from "./scheduler.js";
import type { Pool, PoolEpochOptions, PoolOptions } from "./types.js";

/** How many states are pulled ahead for each worker: one that it runs, and one to follow at once. */
const STATES_AHEAD = 2;

/**
 * A pool of workers, one of which has started.
 * @throws EpochInputError where the options are bad
 * @throws BackendUnavailableError where the host has no WebAssembly, not the named build's features, or no workers
 * @throws WorkerLostError where the host refuses to start the worker
 */
export async function createPool(options: PoolOptions = {}): Promise<Pool> {
  const { size: named, backend: build } = checkPoolOptions(options);
  const backend = chooseBackend(build);
  const host = await chooseHost();
  const size = named ?? host.parallelism;
  const scheduler = new Scheduler(size, host);
  const close = () => scheduler.close();

  const start = (state: SubnetState, { trace, digest, signal }: PoolEpochOptions, path?: string) => {
    const checked = copyOf(checkState(state, path));
    return scheduler.run({ backend, call: "epoch", state: checked, options: { trace, digest } }, signal, path) as Promise<EpochResult>;
  };

  try {
    await scheduler.run({ backend, call: "load" });
  } catch (error) {
    await close();
    throw error;
  }

  const pool: Omit<Pool, typeof Symbol.asyncDispose> = {
    size,
    backend,
    epoch: async (state, given = {}) => start(state, checkEpochOptions(given)),
    subnetEpoch: async (state, given = {}) => {
      const { trace, signal } = checkSubnetEpochOptions(given);
      const checked = copyOf(checkSubnetState(state));
      return scheduler.run({ backend, call: "subnetEpoch", state: checked, options: { trace } }, signal) as Promise<SubnetEpochResult>;
    },
    epochs(states, given = {}) {
      const { signal: outer, ...flags } = checkEpochOptions(given);
      checkStates(states);
      const startAt = (state: SubnetState, index: number, signal: AbortSignal) => start(state, { ...flags, signal }, `states[${index}]`);
      return inOrder(states, startAt, STATES_AHEAD * size, outer);
    },
    close,
  };
  return { ...pool, ...(Symbol.asyncDispose && { [Symbol.asyncDispose]: close }) };
}

export { PoolClosedError, WorkerLostError } from "./errors.js";
export * from "../errors.js";
export type * from "./types.js";
export type * from "../types.js";
export type { WasmBackend } from "../webAssembly.js";
