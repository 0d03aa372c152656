import { hostGlobal } from "../hostGlobal.js";
import type { Host } from "./host.js";

/** Web Workers, as browsers have them. */
export const webHost: Host = {
  get available() {
    return typeof hostGlobal("Worker") === "function";
  },
  parallelism: hostGlobal<Navigator>("navigator")?.hardwareConcurrency ?? 1,
  start() {
    const here = new URL(import.meta.url);
    if (isForeign(here)) return this.startAt(new URL("worker.js", here));
    // Bundlers look for this very expression.
    return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  },
  startAt(address) {
    const url = new URL(address, globalThis.location?.href);
    return new Worker(isForeign(url) ? localScript(url.href) : url, { type: "module" });
  },
};

function isForeign(url: URL): boolean {
  return url.protocol.startsWith("http") && globalThis.location !== undefined && location.origin !== url.origin;
}

const scripts = new Map<string, string>();

/** A page starts no worker of another origin (a CDN), but one of its own may import from there. */
function localScript(url: string): string {
  const known = scripts.get(url);
  if (known !== undefined) return known;
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" }));
  scripts.set(url, script);
  return script;
}
