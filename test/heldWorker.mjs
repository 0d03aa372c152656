/** A pool's worker as it is built, which answers nothing while the gate of its test is held. */
import { parentPort, workerData } from "node:worker_threads";

const { script, gate, held } = workerData;
const answer = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (...message) => {
  Atomics.wait(gate, 0, held);
  answer(...message);
};

await import(script);
