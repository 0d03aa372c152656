import type { WasmHeap } from "../../wasm/heap.js";
import type { ByNetuid } from "../types.js";

export function ascending<S extends { netuid: number }>(subnets: readonly S[]): S[] {
  return [...subnets].sort((a, b) => a.netuid - b.netuid);
}

export function unsignedByNetuid(heap: WasmHeap, subnets: readonly { netuid: number }[], cells: number): ByNetuid {
  return heap.readUnsignedCells(cells, subnets.length).map((value, i) => [subnets[i]!.netuid, value]);
}

export function signedByNetuid(heap: WasmHeap, subnets: readonly { netuid: number }[], cells: number): ByNetuid {
  return heap.readCells(cells, subnets.length).map((value, i) => [subnets[i]!.netuid, value]);
}

/** Where each of the lists that lie one behind another begins, and where the last one ends. */
export function starts(heap: WasmHeap, lengths: readonly number[]): number {
  let sum = 0;
  return heap.list([0, ...lengths.map((length) => (sum += length))]);
}

/** As many as are asked for. */
export type Bigints<N extends number, T extends bigint[] = []> = T["length"] extends N ? T : Bigints<N, [...T, bigint]>;

export function unsignedCells<N extends number>(heap: WasmHeap, address: number, count: N): Bigints<N> {
  return heap.readUnsignedCells(address, count) as Bigints<N>;
}

export function signedCells<N extends number>(heap: WasmHeap, address: number, count: N): Bigints<N> {
  return heap.readCells(address, count) as Bigints<N>;
}

export function amounts<N extends number>(heap: WasmHeap, address: number, count: N): Bigints<N> {
  return heap.readAmounts(address, count) as Bigints<N>;
}
