/**
 * A `.wasm` file of the package, as hosts give it that compile what they import (Cloudflare Workers and others).
 *
 * @module
 */
import type { CompiledModule } from "./compiledModule.js";

declare const module: CompiledModule;
export default module;
