import { loadYumaSync } from "../bindings/index.js";
import { withBoundary } from "../bindings/boundary/engine.js";
import { epochDigest } from "../bindings/boundary/canonical.js";
import { reference } from "../bindings/reference/index.js";
import type { EpochResult, SubnetState, Yuma } from "../bindings/types.js";
import type { WasmBackend } from "../bindings/types.js";
import { StagesEngine } from "../test/stagesEngine.js";
import { withInstance } from "./instance.js";

/** One of those that are timed on a case. */
export interface Contender {
  readonly name: string;
  /** Runs one epoch; its time in ns. */
  run(): Promise<number>;
  /** SHA-256 of the canonical bytes of the last run's result. */
  digest(): Promise<string>;
  /** The size of its WebAssembly memory; null where it has none. */
  memoryBytes(): number | null;
  close(): void;
}

export function wasmContender(backend: WasmBackend, state: SubnetState): Contender {
  const { made, exports } = withInstance(() => loadYumaSync({ backend }));
  return packageContender(made.backend, made, state, () => exports.memory.buffer.byteLength);
}

/** The kernels kept to the general path. */
export function generalContender(state: SubnetState): Contender {
  const { made, exports } = withInstance(() => withBoundary(new StagesEngine("wasm", { matricesOnly: true })));
  return packageContender("general", made, state, () => exports.memory.buffer.byteLength);
}

export function referenceContender(state: SubnetState): Contender {
  return packageContender(reference.backend, reference, state, () => null);
}

/** A backend of this package, timed over the whole call: checks, copy in, kernels. The port does not copy results out either. */
function packageContender(name: string, yuma: Yuma, state: SubnetState, memoryBytes: () => number | null): Contender {
  let result: EpochResult | undefined;
  return {
    name,
    async run() {
      result = undefined;
      const start = process.hrtime.bigint();
      result = yuma.epoch(state, { views: true });
      return Number(process.hrtime.bigint() - start);
    },
    async digest() {
      if (result === undefined) throw new Error(`${name} has not run`);
      return epochDigest(result);
    },
    memoryBytes,
    close() {},
  };
}
