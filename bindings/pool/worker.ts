/**
 * The worker's side of a pool, on every host: an engine that answers one request after the other. Built as one script
 * without imports and exports, which is good for classic workers, for module workers and for threads.
 *
 * @module
 */
import { version } from "../../package.json";
import type { CheckedState } from "../boundary/input.js";
import { stateIn } from "../interface/epochFunctions.js";
import type { WasmBackend } from "../types.js";
import { WasmEngine } from "../wasm/engine.js";
import { bytesOf } from "../wasm/module.js";
import { chooseBackend, compileSync } from "../wasm/webAssembly.js";
import { buffersOf } from "./buffers.js";
import { failureOf, type Message, type Reply, type Request } from "./messages.js";
import { ResidentState } from "./residentState.js";

interface Port {
  onmessage: (event: { data: Request }) => void;
  postMessage(reply: Reply, transfer: ArrayBuffer[]): void;
}

let engine: WasmEngine | undefined;
let resident: ResidentState | undefined;

function load(backend: WasmBackend): WasmEngine {
  return new WasmEngine(backend, compileSync(bytesOf(chooseBackend(backend))));
}

function bytesIn({ memory, bytes }: Message): Uint8Array {
  return new Uint8Array(memory, 0, bytes);
}

function answer(request: Request): unknown {
  engine ??= load(request.backend);
  switch (request.call) {
    case "load":
      return version;
    case "epoch":
      return engine.answerTo(bytesIn(request.message), request.options);
    case "resident":
      if (request.message !== undefined) resident = new ResidentState(engine, stateIn(bytesIn(request.message)) as CheckedState);
      return resident!.epoch(request.changes, request.options);
  }
}

function serve(port: Port): void {
  port.onmessage = ({ data }) => {
    const memory = data.call === "epoch" ? { memory: data.message.memory } : {};
    const post = (reply: Reply) => port.postMessage(reply, buffersOf(reply));
    try {
      post({ result: answer(data), ...memory });
    } catch (error) {
      post({ failure: failureOf(error), ...memory });
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
