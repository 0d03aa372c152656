/**
 * The raw bytes of the WebAssembly modules, for hosts that load them themselves.
 *
 * @module
 */
import { bytesOf } from "./module.js";

export const simdBytes: Uint8Array = /* @__PURE__ */ bytesOf("wasm");
export const scalarBytes: Uint8Array = /* @__PURE__ */ bytesOf("wasm-scalar");
