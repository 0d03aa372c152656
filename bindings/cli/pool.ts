import { integerKnob } from "../boundary/knobs.js";
import type { Pool } from "../pool/types.js";
import type { WasmBackend } from "../types.js";
import { UsageError } from "./command.js";

/** More threads than any machine has cores are a mistake. */
const MOST_WORKERS = 1_024;

/** --workers; 0 is this thread. */
export const workerCount = integerKnob(0, MOST_WORKERS);

/** @throws UsageError where the backend has no form of it */
export async function openPool(backend: string, workers: number): Promise<Pool> {
  if (backend === "reference") throw new UsageError("--workers: the reference runs in this thread only");
  // The pool finds its worker's file beside its own.
  const { createPool } = await import("../pool/index.js");
  return createPool({ size: workers, backend: backend as WasmBackend });
}
