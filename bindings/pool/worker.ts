/**
 * The worker's side of a pool, on every host: an engine that answers one request after the other. Built as one script
 * without imports and exports, which is good for classic workers, for module workers and for threads.
 *
 * @module
 */
import { version } from "../../package.json";
import { loadYumaSync } from "../index.js";
import type { Yuma } from "../types.js";
import { buffersOf } from "./buffers.js";
import { failureOf, type Reply, type Request } from "./messages.js";

interface Port {
  onmessage: (event: { data: Request }) => void;
  postMessage(reply: Reply, transfer: ArrayBuffer[]): void;
}

let yuma: Yuma | undefined;

function answer(request: Request): unknown {
  yuma ??= loadYumaSync({ backend: request.backend });
  if (request.call === "load") return version;
  return request.call === "epoch" ? yuma.epoch(request.state, request.options) : yuma.subnetEpoch(request.state, request.options);
}

function serve(port: Port): void {
  port.onmessage = ({ data }) => {
    try {
      const result = answer(data);
      port.postMessage({ result }, buffersOf(result));
    } catch (error) {
      port.postMessage({ failure: failureOf(error) }, []);
    }
  };
}

/** Not part of an import that a bundler for browsers would follow. */
const THREADS = "node:worker_threads";

/**
 * A thread's port: in Bun it is there beside `postMessage`, which does not reach whoever started a thread. At once where
 * that can be, as a Web Worker drops what arrives before it listens.
 */
const threads = globalThis.process?.getBuiltinModule?.(THREADS) as typeof import("node:worker_threads") | undefined;
if (threads?.parentPort) serve(threads.parentPort as unknown as Port);
else if ("postMessage" in globalThis) serve(globalThis as unknown as Port);
// Node before 20.16, which keeps what arrives.
else if (threads === undefined) import(/* webpackIgnore: true */ /* @vite-ignore */ THREADS).then(({ parentPort }) => serve(parentPort));
