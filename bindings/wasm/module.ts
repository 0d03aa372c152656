import scalarModule from "../../build/yuma-scalar.wasm";
import simdModule from "../../build/yuma.wasm";
import { BackendUnavailableError } from "../errors.js";
import type { WasmBackend } from "../types.js";
import { fromBase64 } from "./webAssembly.js";

/** As base64, decoded where asked for; the browser build leaves the scalar one empty. */
const MODULES: Record<WasmBackend, string> = { wasm: simdModule, "wasm-scalar": scalarModule };

/** @throws BackendUnavailableError where the package was built without it */
export function bytesOf(backend: WasmBackend): Uint8Array<ArrayBuffer> {
  if (MODULES[backend] === "") throw new BackendUnavailableError(`this build has no "${backend}"; the package's own entry has it`);
  return fromBase64(MODULES[backend]);
}
