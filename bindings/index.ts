/**
 * The bit-exact Yuma consensus core: one function that takes a subnet's state and gives the chain's own result.
 *
 * @example
 * const yuma = await loadYuma();
 * const { dividends, emission } = yuma.epoch(fromJson(text));
 *
 * @module yuma-consensus
 */
import { compiledModule, nameOf, type CompiledModule } from "./wasm/compiledModule.js";
import { withBoundary } from "./boundary/engine.js";
import { EpochInputError } from "./errors.js";
import { checkOptions } from "./boundary/input.js";
import type { WasmBackend, Yuma } from "./types.js";
import { WasmEngine } from "./wasm/engine.js";
import { bytesOf } from "./wasm/module.js";
import { chooseBackend, compile, compileSync, wasmBackend } from "./wasm/webAssembly.js";

/** Which engine is loaded, and of what. */
export interface LoadOptions {
  /** default: "wasm" (with SIMD) where the host has it, else "wasm-scalar" */
  backend?: WasmBackend;
  /**
   * the compiled `yuma-consensus/yuma.wasm` or `yuma-consensus/yuma-scalar.wasm` of this version, for hosts that compile
   * no bytes at run time; `backend` follows from it. Default: the inlined bytes are compiled
   */
  module?: CompiledModule;
}

/**
 * An engine with a memory of its own.
 * @throws EpochInputError where an option is bad, or the module is none of ours or of another version
 * @throws BackendUnavailableError where the host has no WebAssembly, forbids it, has no memory for it, or has not the
 * named build's features
 */
export async function loadYuma(options: LoadOptions = {}): Promise<Yuma> {
  const { backend, module } = checkLoadOptions(options);
  return withBoundary(new WasmEngine(backend, module ?? (await compile(bytesOf(backend)))));
}

/** The same at once, where the host allows synchronous compilation. @throws as `loadYuma` */
export function loadYumaSync(options: LoadOptions = {}): Yuma {
  const { backend, module } = checkLoadOptions(options);
  return withBoundary(new WasmEngine(backend, module ?? compileSync(bytesOf(backend))));
}

function checkLoadOptions(options: LoadOptions): { backend: WasmBackend; module: CompiledModule | undefined } {
  const { backend, module } = checkOptions(options, { backend: wasmBackend, module: compiledModule("yuma", "yuma-scalar") });
  if (module === undefined) return { backend: chooseBackend(backend), module };
  const compiled = nameOf(module) === "yuma" ? "wasm" : "wasm-scalar";
  if (backend !== undefined && backend !== compiled) throw new EpochInputError("options.backend", `${compiled}, as the module is`, backend);
  return { backend: compiled, module };
}

export { fromJson, subnetFromJson } from "./boundary/input.js";
export { epochDigest } from "./boundary/canonical.js";
export { canonicalBytes, decodeResult, decodeState, encodeResult, encodeState } from "./interface/flat.js";
export { advance } from "./simulate/advance.js";
export { toJson } from "./boundary/jsonForm.js";
export { ruleAt } from "./rules/ruleAt.js";
export { NEWEST_RULE_SET, RULE_SET_IDS } from "./ruleSets/ruleSets.js";
export * from "./errors.js";
export type { Rule, RuleKind } from "./rules/rule.js";
export type * from "./types.js";
export type { CompiledModule } from "./wasm/compiledModule.js";
