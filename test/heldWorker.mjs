/** A pool's worker as it is built, which answers nothing while the gate of its test is held. */
import { parentPort, workerData } from "node:worker_threads";

/** The script as it stands in the pool. */
const { script, gate, held } = workerData;
const answer = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (...message) => {
  Atomics.wait(gate, 0, held);
  answer(...message);
};

await import(`data:text/javascript,${encodeURIComponent(script)}`);
