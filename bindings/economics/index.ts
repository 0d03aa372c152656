/**
 * The economics around the epoch: what a block emits, which subnet gets it, and who is paid after an epoch. Bit-exact,
 * the kernels in a WebAssembly module of their own.
 *
 * @example
 * const economics = loadEconomicsSync();
 * economics.blockEmission({ issuance: 10_500_000_000_000_000n }).emission; // 500_000_000n rao
 *
 * @module
 */
import economicsModule from "../../build/economics.wasm";
import { compile, compileSync, fromBase64, requireWebAssembly } from "../webAssembly.js";
import { withEconomicsBoundary } from "./input.js";
import type { Economics } from "./types.js";
import { wasmEconomics } from "./wasm.js";

/** The raw module; it uses no SIMD, and has no imports. */
export const economicsBytes: Uint8Array = /* @__PURE__ */ fromBase64(economicsModule);

/** @throws BackendUnavailableError where the host has no WebAssembly */
export async function loadEconomics(): Promise<Economics> {
  requireWebAssembly();
  return withEconomicsBoundary(wasmEconomics("wasm", await compile(economicsBytes as BufferSource)));
}

/** The same at once. @throws BackendUnavailableError where the host has no WebAssembly */
export function loadEconomicsSync(): Economics {
  requireWebAssembly();
  return withEconomicsBoundary(wasmEconomics("wasm", compileSync(economicsBytes as BufferSource)));
}

export { BLOCK_SECONDS, MAIN_NETWORK_CHECKPOINT, halvingSchedule, issuanceAt } from "./halvingSchedule.js";
export type * from "./halvingSchedule.js";
export * from "../errors.js";
export type * from "./types.js";
