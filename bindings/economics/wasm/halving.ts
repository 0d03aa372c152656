import type { WasmHeap } from "../../wasm/heap.js";
import type { Economics } from "../methods.js";

export function halving(heap: WasmHeap): Pick<Economics, "blockEmission"> {
  return {
    blockEmission: ({ issuance }) => {
      const residual = heap.i64("halvingResidual", issuance);
      return { emission: heap.u64("blockEmission", issuance), residualX32: residual < 0n ? null : residual };
    },
  };
}
