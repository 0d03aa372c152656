/** The worker's side of a pool, on every host: an engine that answers one request after the other. */
import { loadYumaSync } from "../index.js";
import type { Yuma } from "../types.js";
import { buffersOf } from "./buffers.js";
import { failureOf, type Reply, type Request } from "./messages.js";

interface Port {
  onmessage: (event: { data: Request }) => void;
  postMessage(reply: Reply, transfer: ArrayBuffer[]): void;
}

// A Web Worker has its port around it and would drop what arrives while it waits; Node keeps it.
const here: unknown = "postMessage" in globalThis ? globalThis : (await import(/* webpackIgnore: true */ "node:worker_threads")).parentPort;
const port = here as Port;

let yuma: Yuma | undefined;

function answer(request: Request): unknown {
  yuma ??= loadYumaSync({ backend: request.backend });
  if (request.call === "load") return null;
  return request.call === "epoch" ? yuma.epoch(request.state, request.options) : yuma.subnetEpoch(request.state, request.options);
}

port.onmessage = ({ data }) => {
  try {
    const result = answer(data);
    port.postMessage({ result }, buffersOf(result));
  } catch (error) {
    port.postMessage({ failure: failureOf(error) }, []);
  }
};
