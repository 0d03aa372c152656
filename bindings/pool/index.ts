/**
 * Many epochs at once: the same engine on worker threads. Nothing of the core needs it.
 *
 * @example
 * const pool = await createPool();
 * for await (const { dividends } of pool.epochs(states)) console.log(dividends);
 * await pool.close();
 *
 * @module yuma-consensus/pool
 */
import { nodeHost } from "./nodeHost.js";
import { openPool } from "./openPool.js";
import type { Pool, PoolOptions } from "./types.js";
import { webHost } from "./webHost.js";

/**
 * A pool of workers, one of which has started: threads in Node, Bun and Deno, else Web Workers.
 * @throws EpochInputError where the options are bad
 * @throws BackendUnavailableError where the host has no WebAssembly, not the named build's features, or no workers
 * @throws WorkerLostError where the host refuses to start the worker, or its script is not this version's worker
 */
export async function createPool(options: PoolOptions = {}): Promise<Pool> {
  return openPool(options, (await nodeHost()) ?? webHost);
}

export { PoolClosedError, WorkerLostError } from "./errors.js";
export * from "../errors.js";
export type * from "./types.js";
export type * from "../types.js";
