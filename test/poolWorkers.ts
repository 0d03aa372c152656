import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";

/** Every thread that the pools of a test file have started, in order. */
export const threadsStarted: TestWorker[] = [];

const FREE = 0;
const HELD = 1;
const gate = new Int32Array(new SharedArrayBuffer(4));

/** From now on no thread answers, whatever it was asked for and however fast it is, nor does one that starts later. */
export function holdAnswers(): void {
  Atomics.store(gate, 0, HELD);
}

export function releaseAnswers(): void {
  Atomics.store(gate, 0, FREE);
  Atomics.notify(gate, 0);
}

/** A thread that counts what it is sent, and whose answers can be held. */
class TestWorker extends threads.Worker {
  posts = 0;
  /** those of the messages that it was sent */
  readonly memories: ArrayBufferLike[] = [];
  readonly ended = new Promise<void>((resolve) => this.on("exit", () => resolve()));

  constructor(script: string | URL, options?: threads.WorkerOptions) {
    const workerData = { script, gate, held: HELD };
    const held = options?.eval === true;
    super(held ? new URL("./heldWorker.mjs", import.meta.url) : script, held ? { ...options, eval: false, workerData } : options);
    threadsStarted.push(this);
  }

  override postMessage(...message: Parameters<threads.Worker["postMessage"]>): void {
    this.posts++;
    const [{ message: sent }] = message as [{ message?: { memory: ArrayBufferLike } }];
    if (sent !== undefined) this.memories.push(sent.memory);
    super.postMessage(...message);
  }
}

(threads as { Worker: typeof threads.Worker }).Worker = TestWorker;
syncBuiltinESMExports();
