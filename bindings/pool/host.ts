import type { PoolWorkerLike } from "./types.js";

/** What makes workers; none is connected yet. */
export interface Host {
  /** whether it has workers at all */
  readonly available: boolean;
  readonly parallelism: number;
  /** the package's own worker */
  start(): PoolWorkerLike;
  /** a worker whose script is at an address, as the host writes them */
  startAt(address: string | URL): PoolWorkerLike;
}
