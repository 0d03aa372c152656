/**
 * The bit-exact Yuma consensus core: one function that takes a subnet's state and gives the chain's own result.
 *
 * @example
 * const yuma = await loadYuma();
 * const { dividends, emission } = yuma.epoch(fromJson(text));
 *
 * @module
 */
import { withBoundary } from "./engine.js";
import type { Yuma } from "./types.js";
import { WasmEngine } from "./wasm.js";
import { bytesOf } from "./wasmModule.js";
import { chooseBackend, compile, compileSync, type WasmBackend } from "./webAssembly.js";

export interface LoadOptions {
  /** default: "wasm" (with SIMD) where the host has it, else "wasm-scalar" */
  backend?: WasmBackend;
}

/**
 * Compiles the inlined module and gives an engine with a memory of its own.
 * @throws BackendUnavailableError where the host has no WebAssembly, forbids it, or has not the named build's features
 */
export async function loadYuma(options: LoadOptions = {}): Promise<Yuma> {
  const backend = chooseBackend(options.backend);
  return withBoundary(new WasmEngine(backend, await compile(bytesOf(backend))));
}

/** The same at once, where the host allows synchronous compilation. @throws BackendUnavailableError */
export function loadYumaSync(options: LoadOptions = {}): Yuma {
  const backend = chooseBackend(options.backend);
  return withBoundary(new WasmEngine(backend, compileSync(bytesOf(backend))));
}

export { fromJson, subnetFromJson } from "./input.js";
export { epochDigest, toJson } from "./output.js";
export { ruleAt } from "./ruleAt.js";
export { NEWEST_RULE_SET, RULE_SET_IDS } from "./ruleSets.js";
export * from "./errors.js";
export type { Rule, RuleKind } from "./rules.js";
export type * from "./types.js";
export type { WasmBackend } from "./webAssembly.js";
