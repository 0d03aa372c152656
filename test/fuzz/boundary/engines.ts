/** Engines as arguments. */
import type { Shape } from "./shapes.js";
import type { World } from "./world.js";

/** One shape for each engine: it, and nothing else. */
export function engineOf({ wasmYuma, referenceYuma }: World): Shape[] {
  return [wasmYuma, referenceYuma].map((engine) => ({
    draw: () => engine,
    judge: (value) =>
      value === engine ? "accept" : typeof (value as { epoch?: unknown } | null | undefined)?.epoch === "function" ? "either" : "refuse",
  }));
}
