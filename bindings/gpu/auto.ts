/** Batches on whichever backend suits: one that is named, or by the work. */
import { isArray, mapped } from "../values/arrays.js";
import { abortSignal } from "../boundary/abortSignal.js";
import { copyOf, type Copies } from "../boundary/copyOf.js";
import { EpochInputError, YumaError } from "../errors.js";
import { checkOptions, checkState, fitState, type CheckedState } from "../boundary/input.js";
import { boolean } from "../boundary/kinds.js";
import { epochDigest } from "../boundary/canonical.js";
import type { EpochResult, SubnetState } from "../types.js";
import { WasmEngine } from "../wasm/engine.js";
import { bytesOf } from "../wasm/module.js";
import { chooseBackend, compile } from "../wasm/webAssembly.js";
import { GpuBatchError, GpuDestroyedError } from "./errors.js";
import type { Batch, BatchResult, Gpu, GpuEpochOptions } from "./types.js";

/**
 * Stored weights and bonds from which on a batch goes to the GPU under "auto". An estimate, as no real GPU has been
 * measured: WebAssembly takes about 10 ns an entry (docs/guides/benchmark.md), so that it is through with fewer within 40 ms, which
 * a device may need for transfers and compiled pipelines alone.
 */
export const CROSSOVER_ENTRIES = 4_000_000;

/** States after which the host's other work has its turn. */
const STATES_A_TURN = 64;

/** Epochs on WebAssembly, one after another, in the form of a batch. */
export class WasmBatch {
  private constructor(private readonly engine: WasmEngine) {}

  /** @throws BackendUnavailableError where the host has no WebAssembly */
  static async load(): Promise<WasmBatch> {
    const backend = chooseBackend();
    return new WasmBatch(new WasmEngine(backend, await compile(bytesOf(backend))));
  }

  /** The results of those places that have none yet. */
  async fill(states: readonly CheckedState[], results: (EpochResult | undefined)[], signal: AbortSignal | undefined): Promise<void> {
    let count = 0;
    for (const [place, state] of states.entries()) {
      if (results[place] !== undefined) continue;
      if (count++ % STATES_A_TURN === 0) await new Promise((resolve) => setTimeout(resolve));
      if (signal?.aborted) throw signal.reason;
      // What a GPU covers has all that it gives; the rest has what its rule set gives.
      results[place] = this.engine.epoch(fitState(state), {}) as EpochResult;
    }
  }
}

/** Whether a batch is work enough for a GPU. */
function isLarge(states: readonly SubnetState[]): boolean {
  const entries = states.reduce((sum, { weights, bonds }) => sum + weights.uids.length + bonds.uids.length, 0);
  return entries >= CROSSOVER_ENTRIES;
}

/** `gpu` is undefined where there is none to use, for that reason. */
export function autoBatch(gpu: Gpu | undefined, wasm: WasmBatch, reason: string): Omit<Batch, typeof Symbol.dispose> {
  let open = true;
  let lost = false;
  const batch = {
    backend: "auto" as const,
    adapter: gpu?.adapter,
    why: reason,
    async epochBatch(states: readonly SubnetState[], options: GpuEpochOptions = {}): Promise<BatchResult[]> {
      const { digest, signal } = checkOptions(options, { digest: boolean, signal: abortSignal });
      if (!isArray(states)) throw new EpochInputError("states", "an array of states", states);
      if (!open) throw new GpuDestroyedError();
      const copies: Copies = new Map();
      const checked = mapped(states, (state, place) => copyOf(checkState(state, `states[${place}]`), copies));
      let results = new Array<BatchResult | undefined>(checked.length).fill(undefined);
      if (gpu !== undefined && !lost && isLarge(checked)) {
        try {
          results = [...(await gpu.epochBatch(checked, { ...(signal && { signal }) }))];
        } catch (error) {
          // Whatever the device could not do WebAssembly can; what it did is kept.
          if (!(error instanceof YumaError)) throw error;
          if (error instanceof GpuBatchError) results = [...error.results];
          if (error.code === "gpu-lost") {
            lost = true;
            batch.why = error.message;
          }
        }
      }
      await wasm.fill(checked, results, signal);
      return results.map((result) => (digest ? { ...result!, digest: epochDigest(result!) } : result!));
    },
    destroy() {
      open = false;
      gpu?.destroy();
    },
  };
  return batch;
}
