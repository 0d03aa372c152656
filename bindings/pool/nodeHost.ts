import type { Host } from "./host.js";

/** Threads of `node:worker_threads`, which is loaded here only: a browser has none. */
export async function nodeHost(): Promise<Host> {
  const { availableParallelism } = await import(/* webpackIgnore: true */ "node:os");
  const { Worker } = await import(/* webpackIgnore: true */ "node:worker_threads");
  return {
    parallelism: availableParallelism(),
    start({ reply, lost }) {
      // Options of this process (--input-type, loaders) are not for the worker.
      const worker = new Worker(new URL("./worker.js", import.meta.url), { execArgv: [] });
      worker.on("message", reply);
      worker.on("messageerror", lost);
      worker.on("error", lost);
      worker.on("exit", (code) => lost(new Error(`exit code ${code}`)));
      return {
        post: (request, transfer) => worker.postMessage(request, transfer),
        hold: (held) => (held ? worker.ref() : worker.unref()),
        terminate: () => worker.terminate(),
      };
    },
  };
}
