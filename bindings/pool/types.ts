/// <reference lib="esnext.disposable" preserve="true" />
import type {
  EpochOptions,
  EpochResult,
  HostType,
  Requested,
  ResidentOptions,
  StateChanges,
  SubnetEpochResult,
  SubnetEpochState,
  SubnetState,
  WasmBackend,
} from "../types.js";

/** A Web Worker, or one of node:worker_threads, as far as a pool needs it. */
export interface PoolWorkerLike {
  /** Sends a message; the buffers go with it and are the sender's no more. */
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  /** Ends the worker at once. */
  terminate(): unknown;
}

/** How many workers, of which engine, and where they come from. */
export interface PoolOptions {
  /** how many workers at most, 1 to 1024; default: the parallelism that the host reports */
  size?: number;
  /** default: "wasm" (with SIMD) where the host has it, else "wasm-scalar" */
  backend?: WasmBackend;
  /**
   * where the workers come from: the address of yuma-consensus/pool/worker, as the host's `Worker` takes it, or a
   * function that makes a new worker of that script, or one such worker, which makes a pool of size 1. The pool ends
   * them. Default: in Node, Bun and Deno a script that is part of the package, elsewhere worker.js beside this file,
   * which Vite, webpack and others find when they bundle
   */
  worker?: string | HostType<"URL"> | PoolWorkerLike | (() => PoolWorkerLike);
  /** how long the first worker may take to start and answer, 1 to 2147483647; default: 30000. Epochs have no limit */
  timeoutMilliseconds?: number;
}

/** What a result holds besides, and what ends the call. */
export interface PoolEpochOptions<Trace extends boolean = boolean, Digest extends boolean = boolean>
  extends Omit<EpochOptions<Trace, Digest>, "views"> {
  /** rejects the call with the signal's reason as soon as it aborts */
  signal?: HostType<"AbortSignal">;
}

/** What is read of an epoch of a resident state, and what ends the call. */
export interface PoolResidentOptions<Output extends string = string, Trace extends boolean = boolean, Digest extends boolean = boolean>
  extends PoolEpochOptions<Trace, Digest>,
    Pick<ResidentOptions<Output>, "outputs"> {}

type EpochOutput = Exclude<keyof EpochResult, "trace" | "digest">;

type PartialResult<Output extends EpochOutput, Trace extends boolean, Digest extends boolean> = Requested<
  Pick<EpochResult, Output | "trace" | "digest">,
  Trace,
  Digest
>;

/**
 * A state that stays with the workers, for many epochs that differ from it in little: it goes to each worker once, and then
 * only what differs. A worker keeps the one that it ran last, with the memory of an epoch of its size, until it runs
 * another or the pool is closed.
 *
 * Every epoch is of the state as it was given, with the fields that are given in place of its own; what was changed for
 * another epoch counts for nothing. What the rule set does not read is checked and has no effect.
 */
export interface PoolResidentState {
  /** number of uids, which stays */
  readonly n: number;
  /**
   * As `Pool.epoch` of the state with other fields (hyperparameters, blocks, stakes, rows), the same to the last bit.
   * @throws EpochInputError where a field is not of its kind, would change the size or the rules, or is none
   * @throws as `Pool.epoch`
   */
  epoch<Output extends EpochOutput, Trace extends boolean, Digest extends boolean>(
    fields?: StateChanges,
    options?: PoolResidentOptions<Output, Trace, Digest>,
  ): Promise<PartialResult<Output, Trace, Digest>>;
  /**
   * The epochs of any number of changes, in their order, as `Pool.epochs`. An error's path names the change (`changes[3].kappa`).
   * @throws as `Pool.epochs`
   */
  epochs<Output extends EpochOutput, Trace extends boolean, Digest extends boolean>(
    changes: Iterable<StateChanges> | AsyncIterable<StateChanges>,
    options?: PoolResidentOptions<Output, Trace, Digest>,
  ): AsyncGenerator<PartialResult<Output, Trace, Digest>, void, undefined>;
}

/**
 * Engines on worker threads, one epoch at a time on each. Workers start when they are needed and keep the memory of
 * their largest epoch until the pool is closed. Under Node, Bun and Deno a pool that has nothing to do does not keep the
 * process alive.
 *
 * A state is checked and copied when it is handed over: its arrays stay the caller's and may change at once.
 */
export interface Pool {
  /** how many workers there are at most */
  readonly size: number;
  /** name of every worker's backend: "wasm" or "wasm-scalar" */
  readonly backend: WasmBackend;
  /**
   * As `Yuma.epoch`, the same to the last bit. A call that is aborted before its turn never starts; the result of one
   * that is running is thrown away, and its worker takes the next when done.
   * @throws EpochInputError where the state cannot be a chain state, before anything is sent to a worker
   * @throws EpochSizeError where the state does not fit into memory
   * @throws WorkerLostError where the worker died with it; another takes its place for the calls that follow
   * @throws PoolClosedError where the pool is closed
   * @throws the signal's reason where it aborted
   */
  epoch<Trace extends boolean, Digest extends boolean>(
    state: SubnetState,
    options?: PoolEpochOptions<Trace, Digest>,
  ): Promise<Requested<EpochResult, Trace, Digest>>;
  /**
   * As `Yuma.subnetEpoch`, the same to the last bit.
   * @throws as `epoch`
   */
  subnetEpoch<Trace extends boolean>(
    state: SubnetEpochState,
    options?: Omit<PoolEpochOptions<Trace>, "digest">,
  ): Promise<Requested<SubnetEpochResult, Trace>>;
  /**
   * The epochs of any number of states, in their order. When the consumer has taken k results, at most k + 2 x `size`
   * states have been pulled from the source, and none before the first result is asked for.
   *
   * What fails fails in its turn: every result before it is delivered first, and the error's path names the state
   * (`states[3].kappa`); what the source throws comes through as it is. Only the signal ends everything at once.
   * Leaving the loop throws away what is running and closes the source.
   * @throws EpochInputError at once where the options are bad or the states cannot be iterated
   * @throws as `epoch` while iterating
   */
  epochs<Trace extends boolean, Digest extends boolean>(
    states: Iterable<SubnetState> | AsyncIterable<SubnetState>,
    options?: PoolEpochOptions<Trace, Digest>,
  ): AsyncGenerator<Requested<EpochResult, Trace, Digest>, void, undefined>;
  /**
   * A copy of the state, for epochs that differ from it in little.
   * @throws EpochInputError where the state cannot be a chain state
   * @throws EpochSizeError where the host has no memory for it
   */
  resident(state: SubnetState): PoolResidentState;
  /** Ends the workers; what was pending is rejected with a PoolClosedError. May be called again. */
  close(): Promise<void>;
  /** `close`, for `await using`, on hosts that have the symbol. */
  [Symbol.asyncDispose](): Promise<void>;
}
