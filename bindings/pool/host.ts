import { BackendUnavailableError } from "../errors.js";
import type { Reply, Request } from "./messages.js";
import { nodeHost } from "./nodeHost.js";
import { webHost } from "./webHost.js";

/** A worker as the pool sees it. */
export interface PoolWorker {
  post(request: Request, transfer: ArrayBuffer[]): void;
  /** whether the worker keeps the process alive */
  hold(held: boolean): void;
  terminate(): unknown;
}

/** What becomes of a worker; never called before `start` has returned. */
export interface PoolWorkerEvents {
  reply(reply: Reply): void;
  lost(cause: unknown): void;
}

/** What starts workers. */
export interface Host {
  readonly parallelism: number;
  start(events: PoolWorkerEvents): PoolWorker;
}

/** Web Workers where there are any (browsers, Deno, Bun), else Node's. @throws BackendUnavailableError where there are none */
export async function chooseHost(): Promise<Host> {
  if (typeof Worker === "function") return webHost;
  try {
    return await nodeHost();
  } catch {
    throw new BackendUnavailableError("this host has no worker threads");
  }
}
