import type { Host } from "./host.js";

/** Bun's workers can let the process end. */
interface Unreferable {
  ref?(): void;
  unref?(): void;
}

/** Web Workers: browsers, Deno, Bun. */
export const webHost: Host = {
  parallelism: globalThis.navigator?.hardwareConcurrency ?? 1,
  start({ reply, lost }) {
    const worker: Worker & Unreferable = startWorker();
    worker.onmessage = ({ data }) => reply(data);
    worker.onmessageerror = () => lost(new Error("an answer that cannot be read"));
    worker.onerror = (event) => {
      // Deno would end the whole process.
      event.preventDefault();
      lost(event.error ?? new Error(event.message || "its script cannot be loaded"));
    };
    // Bun's alone; elsewhere a worker does not end by itself without an error.
    worker.addEventListener("close", () => lost(new Error("closed")));
    return {
      post: (request, transfer) => worker.postMessage(request, transfer),
      hold: (held) => (held ? worker.ref?.() : worker.unref?.()),
      terminate: () => worker.terminate(),
    };
  },
};

function startWorker(): Worker {
  const here = new URL(import.meta.url);
  const foreign = here.protocol.startsWith("http") && globalThis.location !== undefined && location.origin !== here.origin;
  if (foreign) return new Worker(localScript(new URL("worker.js", here).href), { type: "module" });
  // Bundlers look for this very expression.
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

let script: string | undefined;

/** A page starts no worker of another origin (a CDN), but one of its own may import from there. */
function localScript(url: string): string {
  script ??= URL.createObjectURL(new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" }));
  return script;
}
