import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";

/** Every thread that the pools of a test file have started, in order. */
export const threadsStarted: CountingWorker[] = [];

/** A thread that counts what it is sent. */
class CountingWorker extends threads.Worker {
  posts = 0;
  readonly ended = new Promise<void>((resolve) => this.on("exit", () => resolve()));

  constructor(...parameters: ConstructorParameters<typeof threads.Worker>) {
    super(...parameters);
    threadsStarted.push(this);
  }

  override postMessage(...message: Parameters<threads.Worker["postMessage"]>): void {
    this.posts++;
    super.postMessage(...message);
  }
}

(threads as { Worker: typeof threads.Worker }).Worker = CountingWorker;
syncBuiltinESMExports();
