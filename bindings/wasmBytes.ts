/**
 * The raw bytes of the WebAssembly modules, for hosts that load them themselves.
 *
 * @module
 */
export { scalarBytes, simdBytes } from "./wasmModule.js";
