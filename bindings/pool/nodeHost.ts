import script from "../../build/poolWorker.script";
import { hostGlobal } from "../hostGlobal.js";
import type { Host } from "./host.js";

/** Options of this process (--input-type, loaders) are not for a worker. */
const OPTIONS = { execArgv: [] };

/**
 * Threads of `node:worker_threads` where there are any: Node, Bun, Deno. The worker's script is inlined, so that it is
 * there wherever this is bundled to. The build for browsers leaves this file out; a bundler that knows of no such build
 * would stop at the imports if they were not in a `try`.
 */
export async function nodeHost(): Promise<Host | null> {
  const process = hostGlobal<{ versions?: { node?: string } }>("process");
  if (process?.versions?.node === undefined) return null;
  try {
    const { availableParallelism } = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:os");
    const { Worker } = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:worker_threads");
    return {
      available: true,
      parallelism: availableParallelism(),
      start: () => new Worker(script, { ...OPTIONS, eval: true }),
      startAt: (address) => new Worker(address, OPTIONS),
    };
  } catch {
    return null;
  }
}
