import type { WasmHeap } from "../../../wasm/heap.js";
import type { HistoricEconomics } from "../types.js";
import { accounts } from "./accounts.js";
import { payout } from "./payout.js";
import { pending } from "./pending.js";
import { shares } from "./shares.js";
import { terms } from "./terms.js";

/** Marshals the economics that only old specs had. */
export function historicEconomics(heap: WasmHeap): HistoricEconomics {
  return { ...shares(heap), ...terms(heap), ...pending(heap), ...payout(heap), ...accounts(heap) };
}
