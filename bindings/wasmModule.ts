import scalarModule from "../build/yuma-scalar.wasm";
import simdModule from "../build/yuma.wasm";
import { BackendUnavailableError } from "./errors.js";

/** The two builds of the module: the same sources, exports and bits, with and without SIMD. Neither has imports. */
export const simdBytes: Uint8Array = simdModule;
export const scalarBytes: Uint8Array = scalarModule;

export type WasmBackend = "wasm" | "wasm-scalar";

/** @throws BackendUnavailableError where the host has none */
export function requireWebAssembly(): void {
  if (typeof WebAssembly === "undefined") {
    throw new BackendUnavailableError('this host has no WebAssembly; "yuma-consensus/reference" runs without');
  }
}

/** The build for this host: SIMD where it is there, unless one is named. */
export function chooseBackend(named?: WasmBackend): WasmBackend {
  requireWebAssembly();
  const simd = WebAssembly.validate(simdBytes as BufferSource);
  if (named === "wasm" && !simd) throw new BackendUnavailableError('this host has no WebAssembly SIMD; "wasm-scalar" runs without');
  return named ?? (simd ? "wasm" : "wasm-scalar");
}

export function bytesOf(backend: WasmBackend): BufferSource {
  return (backend === "wasm" ? simdBytes : scalarBytes) as BufferSource;
}
