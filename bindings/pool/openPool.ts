import { version } from "../../package.json";
import { copyOf } from "../boundary/copyOf.js";
import { BackendUnavailableError } from "../errors.js";
import { checkState, checkSubnetState } from "../boundary/input.js";
import type { EpochResult, Requested, SubnetEpochResult, SubnetEpochState, SubnetState } from "../types.js";
import { chooseBackend } from "../wasm/webAssembly.js";
import { connect, isWorker } from "./connect.js";
import { LOAD, WorkerLostError } from "./errors.js";
import type { Host } from "./host.js";
import { inOrder } from "./inOrder.js";
import { checkEpochOptions, checkPoolOptions, checkStates, checkSubnetEpochOptions } from "./input.js";
import { Scheduler } from "./scheduler.js";
import type { Pool, PoolEpochOptions, PoolOptions, PoolWorkerLike } from "./types.js";

/** How many states are pulled ahead for each worker: one that it runs, and one to follow at once. */
const STATES_AHEAD = 2;

const DEFAULT_TIMEOUT_MILLISECONDS = 30_000;

/** `createPool` on a host. */
export async function openPool(options: PoolOptions, host: Host): Promise<Pool> {
  const { size: named, backend: build, worker, timeoutMilliseconds = DEFAULT_TIMEOUT_MILLISECONDS } = checkPoolOptions(options);
  const backend = chooseBackend(build);
  const size = named ?? host.parallelism;
  const make = makerOf(worker, host);
  const scheduler = new Scheduler(size, (events) => connect(make(), events));
  const close = () => scheduler.close();

  const start = <Trace extends boolean, Digest extends boolean>(
    state: SubnetState,
    { trace, digest, signal }: PoolEpochOptions,
    path?: string,
  ) => {
    const checked = copyOf(checkState(state, path));
    return scheduler.run({ backend, call: "epoch", state: checked, options: { trace, digest } }, signal, path) as Promise<
      Requested<EpochResult, Trace, Digest>
    >;
  };

  const silence = new AbortController();
  const told = `no answer within ${timeoutMilliseconds} ms (timeoutMilliseconds)`;
  const timer = setTimeout(() => silence.abort(new WorkerLostError("", LOAD, told)), timeoutMilliseconds);
  try {
    const found = await scheduler.run({ backend, call: "load" }, silence.signal);
    if (found !== version) throw new WorkerLostError("", LOAD, `it is not the worker of version ${version}`);
  } catch (error) {
    await close();
    throw error;
  } finally {
    clearTimeout(timer);
  }

  const pool: Omit<Pool, typeof Symbol.asyncDispose> = {
    size,
    backend,
    epoch: async (state, given = {}) => start(state, checkEpochOptions(given)),
    subnetEpoch: async <Trace extends boolean>(state: SubnetEpochState, given: Omit<PoolEpochOptions<Trace>, "digest"> = {}) => {
      const { trace, signal } = checkSubnetEpochOptions(given);
      const checked = copyOf(checkSubnetState(state));
      return scheduler.run({ backend, call: "subnetEpoch", state: checked, options: { trace } }, signal) as Promise<
        Requested<SubnetEpochResult, Trace>
      >;
    },
    epochs<Trace extends boolean, Digest extends boolean>(
      states: Iterable<SubnetState> | AsyncIterable<SubnetState>,
      given: PoolEpochOptions<Trace, Digest> = {},
    ) {
      const { signal: outer, ...flags } = checkEpochOptions(given);
      checkStates(states);
      const startAt = (state: SubnetState, index: number, signal: AbortSignal) =>
        start<Trace, Digest>(state, { ...flags, signal }, `states[${index}]`);
      return inOrder(states, startAt, STATES_AHEAD * size, outer);
    },
    close,
  };
  return { ...pool, ...(Symbol.asyncDispose && { [Symbol.asyncDispose]: close }) };
}

/** @throws BackendUnavailableError where the host would have to start workers and has none */
function makerOf(worker: PoolOptions["worker"], host: Host): () => PoolWorkerLike {
  if (typeof worker === "function") return worker;
  if (isWorker(worker)) return () => worker;
  if (!host.available) throw new BackendUnavailableError("this host has no worker threads");
  return worker === undefined ? () => host.start() : () => host.startAt(worker as string | URL);
}
