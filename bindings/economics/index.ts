/**
 * The economics around the epoch: what a block emits, which subnet gets it, and who is paid after an epoch. Bit-exact,
 * the kernels in a WebAssembly module of their own.
 *
 * @example
 * const economics = loadEconomicsSync();
 * economics.blockEmission({ issuance: 10_500_000_000_000_000n }).emission; // 500_000_000n rao
 *
 * @module yuma-consensus/economics
 */
import economicsModule from "../../build/yuma-economics.wasm";
import { compiledModule, type CompiledModule } from "../wasm/compiledModule.js";
import { checkOptions } from "../boundary/input.js";
import { compile, compileSync, fromBase64 } from "../wasm/webAssembly.js";
import { withEconomicsBoundary } from "./input.js";
import type { Economics } from "./methods.js";
import { wasmEconomics } from "./wasm.js";

/** The raw module; it uses no SIMD, and has no imports. */
export const economicsBytes: Uint8Array = /* @__PURE__ */ fromBase64(economicsModule);

/** Of what the engine is made. */
export interface LoadEconomicsOptions {
  /**
   * the compiled `yuma-consensus/yuma-economics.wasm` of this version, for hosts that compile no bytes at run time.
   * Default: the inlined bytes are compiled
   */
  module?: CompiledModule;
}

const OPTIONS = { module: /* @__PURE__ */ compiledModule("yuma-economics") };

/**
 * @throws EpochInputError where an option is bad, or the module is none of ours or of another version
 * @throws BackendUnavailableError where the host has no WebAssembly, forbids it, or has no memory for it
 */
export async function loadEconomics(options: LoadEconomicsOptions = {}): Promise<Economics> {
  const { module } = checkOptions(options, OPTIONS);
  return withEconomicsBoundary(wasmEconomics("wasm", module ?? (await compile(economicsBytes as BufferSource))));
}

/** The same at once, where the host allows synchronous compilation. @throws as `loadEconomics` */
export function loadEconomicsSync(options: LoadEconomicsOptions = {}): Economics {
  const { module } = checkOptions(options, OPTIONS);
  return withEconomicsBoundary(wasmEconomics("wasm", module ?? compileSync(economicsBytes as BufferSource)));
}

export { BLOCK_SECONDS, MAIN_NETWORK_CHECKPOINT, halvingSchedule, issuanceAt } from "../halving/schedule.js";
export type * from "../halving/schedule.js";
export * from "../errors.js";
export type { CompiledModule } from "../wasm/compiledModule.js";
export type * from "./history/types.js";
export type * from "./methods.js";
export type * from "./types.js";
