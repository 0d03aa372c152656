import type { Worker as NodeThread } from "node:worker_threads";
import { EpochInputError } from "../errors.js";
import type { Reply, Request } from "./messages.js";
import type { PoolWorkerLike } from "./types.js";

/** A worker as the pool sees it. */
export interface PoolWorker {
  post(request: Request, transfer: ArrayBuffer[]): void;
  /** whether the worker keeps the process alive */
  hold(held: boolean): void;
  terminate(): unknown;
}

/** What becomes of a worker; never called before `connect` has returned. */
export interface PoolWorkerEvents {
  reply(reply: Reply): void;
  lost(cause: unknown): void;
}

/** Whether they keep the process alive can be said of threads, and of Bun's Web Workers; a caller's own may lack it. */
interface Referenced {
  ref?(): void;
  unref?(): void;
}

type Thread = Omit<NodeThread, keyof Referenced> & Referenced;
type WebWorker = Worker & Referenced;

/** Answers by one worker to two connections could not be told apart. */
const connected = new WeakSet<PoolWorkerLike>();

/** @throws EpochInputError where it is no worker; an error where it was connected before */
export function connect(worker: PoolWorkerLike, events: PoolWorkerEvents): PoolWorker {
  if (!isWorker(worker)) {
    endPromised(worker);
    throw new EpochInputError("options.worker", "a function that makes a Worker", worker);
  }
  if (connected.has(worker)) throw new Error("a Worker is for one pool and once; a function has to make a new one each time");
  connected.add(worker);
  return "on" in worker ? connectThread(worker as unknown as Thread, events) : connectWebWorker(worker as unknown as WebWorker, events);
}

export function isWorker(value: unknown): value is PoolWorkerLike {
  const { postMessage, terminate } = Object(value) as Partial<PoolWorkerLike>;
  return typeof postMessage === "function" && typeof terminate === "function";
}

/** What an asynchronous function was asked to make and nobody takes. */
function endPromised(made: unknown): void {
  if (!(made instanceof Promise)) return;
  const end = (worker: unknown) => (isWorker(worker) ? worker.terminate() : undefined);
  made.then(end).catch(() => undefined);
}

function connectThread(worker: Thread, { reply, lost }: PoolWorkerEvents): PoolWorker {
  worker.on("message", reply);
  worker.on("messageerror", lost);
  worker.on("error", lost);
  worker.on("exit", (code) => lost(new Error(`exit code ${code}`)));
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    hold: (held) => (held ? worker.ref?.() : worker.unref?.()),
    terminate: () => worker.terminate(),
  };
}

function connectWebWorker(worker: WebWorker, { reply, lost }: PoolWorkerEvents): PoolWorker {
  worker.onmessage = ({ data }) => reply(data);
  worker.onmessageerror = () => lost(new Error("an answer that cannot be read"));
  worker.onerror = (event) => {
    // Deno would end the whole process.
    event.preventDefault();
    lost(event.error ?? new Error(event.message || "its script cannot be loaded"));
  };
  // Bun's alone; elsewhere a worker does not end by itself without an error.
  worker.addEventListener("close", () => lost(new Error("closed")));
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    hold: (held) => (held ? worker.ref?.() : worker.unref?.()),
    terminate: () => worker.terminate(),
  };
}
