import { fitState, type CheckedState } from "../boundary/input.js";
import type { EpochResult } from "../types.js";
import { WasmEngine } from "../wasm/engine.js";
import { bytesOf } from "../wasm/module.js";
import { chooseBackend, compile } from "../wasm/webAssembly.js";

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
