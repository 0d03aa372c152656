import { version } from "../../package.json";
import { EpochInputError } from "../errors.js";
import type { Kind } from "../boundary/kinds.js";
import { requireWebAssembly } from "./webAssembly.js";

/** Which of the package's files a module was compiled from, without `.wasm`. */
export type ModuleName = "yuma" | "yuma-scalar" | "yuma-economics";

/** WebAssembly.Module, by whichever of the host's types declare it. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : object;

/** The custom section into which the build writes a module's name and version. */
const SECTION = "yuma-consensus";

/** The package's own compiled modules, of this version; of any realm. */
export function compiledModule(...names: readonly ModuleName[]): Pick<Kind<CompiledModule>, "check"> {
  return {
    check(value, path) {
      const identity = identityOf(value);
      if (names.some((name) => identity === `${name} ${version}`)) return value as CompiledModule;
      const files = names.map((name) => `${name}.wasm`).join(" or ");
      throw new EpochInputError(path, `a WebAssembly.Module compiled from ${files} of yuma-consensus ${version}`, identity ?? value);
    },
  };
}

/** The name of a module that has been checked. */
export function nameOf(module: CompiledModule): ModuleName {
  return identityOf(module)!.split(" ", 1)[0] as ModuleName;
}

const SHOWN_BYTES = 60;

/** What a module says it is; undefined of anything else. */
function identityOf(value: unknown): string | undefined {
  requireWebAssembly();
  let sections: ArrayBuffer[];
  try {
    sections = WebAssembly.Module.customSections(value as WebAssembly.Module, SECTION);
  } catch {
    return undefined;
  }
  if (sections.length === 0) return "a module of something else";
  return Array.from(new Uint8Array(sections[0]!).subarray(0, SHOWN_BYTES), (byte) => String.fromCharCode(byte)).join("");
}
