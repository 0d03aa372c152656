import { WasmHeap } from "../wasm/heap.js";
import { historicEconomics } from "./history/wasm/index.js";
import type { Economics } from "./methods.js";
import { coinbase } from "./wasm/coinbase.js";
import { halving } from "./wasm/halving.js";
import { payout } from "./wasm/payout.js";
import { root } from "./wasm/root.js";
import { schedule } from "./wasm/schedule.js";
import { shares } from "./wasm/shares.js";

/** Marshals the economics into the module that holds its kernels. */
export function wasmEconomics(backend: string, module: WebAssembly.Module): Economics {
  const heap = new WasmHeap(module);
  return {
    backend,
    ...halving(heap),
    ...root(heap),
    ...shares(heap),
    ...coinbase(heap),
    ...payout(heap),
    ...schedule(heap),
    ...historicEconomics(heap),
  };
}
