/** The worker: an engine of its own, one request after the other. */
import { loadYuma } from "yuma-consensus";
import { answer } from "./play.js";
import { Runs } from "./runs.js";
import type { Reply, Request } from "./protocol.js";

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<{ id: number; request: Request }>) => void) | null;
  postMessage(reply: Reply): void;
};

const loading = loadYuma();
const runs = new Runs();

scope.onmessage = async ({ data: { id, request } }) => {
  try {
    scope.postMessage({ id, answer: answer(await loading, request, runs) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
    scope.postMessage({ id, refusal: { name, message } });
  }
};
