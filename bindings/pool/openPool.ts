import { version } from "../../package.json";
import { BackendUnavailableError } from "../errors.js";
import { checkState, checkSubnetState, type CheckedState, type CheckedSubnetState } from "../boundary/input.js";
import type { EpochOptions, EpochResult, Requested, SubnetEpochResult, SubnetEpochState, SubnetState } from "../types.js";
import { chooseBackend } from "../wasm/webAssembly.js";
import { connect, isWorker } from "./connect.js";
import { LOAD, WorkerLostError } from "./errors.js";
import type { Host } from "./host.js";
import { inOrder } from "./inOrder.js";
import { checkEpochOptions, checkIterable, checkPoolOptions, checkSubnetEpochOptions } from "./input.js";
import { MessageMemory } from "./messageMemory.js";
import { residentState } from "./resident.js";
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
  const memory = new MessageMemory(STATES_AHEAD * size);
  const scheduler = new Scheduler(size, memory, (events) => connect(make(), events));
  const close = () => scheduler.close();

  const run = (state: CheckedState | CheckedSubnetState, options: EpochOptions, what: string, signal?: AbortSignal, path = "") => {
    return scheduler.run({ request: { backend, call: "epoch", message: memory.write(state), options }, what, path }, signal);
  };

  const start = <Trace extends boolean, Digest extends boolean>(
    state: SubnetState,
    { trace, digest, signal }: PoolEpochOptions,
    path?: string,
  ) => {
    const checked = checkState(state, path);
    return run(checked, { trace, digest }, `an epoch of ${checked.n} uids`, signal, path) as Promise<Requested<EpochResult, Trace, Digest>>;
  };

  const silence = new AbortController();
  const told = `no answer within ${timeoutMilliseconds} ms (timeoutMilliseconds)`;
  const timer = setTimeout(() => silence.abort(new WorkerLostError("", LOAD, told)), timeoutMilliseconds);
  try {
    const found = await scheduler.run({ request: { backend, call: "load" }, what: LOAD, path: "" }, silence.signal);
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
      const checked = checkSubnetState(state);
      return run(checked, { trace }, `the epoch of a subnet of ${checked.n} uids`, signal) as Promise<Requested<SubnetEpochResult, Trace>>;
    },
    epochs<Trace extends boolean, Digest extends boolean>(
      states: Iterable<SubnetState> | AsyncIterable<SubnetState>,
      given: PoolEpochOptions<Trace, Digest> = {},
    ) {
      const { signal: outer, ...flags } = checkEpochOptions(given);
      checkIterable(states, "states");
      const startAt = (state: SubnetState, index: number, signal: AbortSignal) =>
        start<Trace, Digest>(state, { ...flags, signal }, `states[${index}]`);
      return inOrder(states, startAt, STATES_AHEAD * size, outer);
    },
    resident: (state) => residentState(state, { backend, memory, scheduler, ahead: STATES_AHEAD * size }),
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
