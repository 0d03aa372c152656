import { BackendUnavailableError } from "../errors.js";
import { hostGlobal } from "../hostGlobal.js";
import type { Kind } from "../boundary/kinds.js";
import { unknownName } from "../text/nearest.js";
import type { WasmBackend } from "../types.js";

/** What to do where WebAssembly does not serve. */
export const ADVICE = '"yuma-consensus/reference" runs without';

const BACKENDS: readonly WasmBackend[] = ["wasm", "wasm-scalar"];

/** The entries of the backends that are no build of the module. */
const OTHER_BACKENDS: ReadonlyMap<unknown, string> = /* @__PURE__ */ new Map([
  ["reference", "yuma-consensus/reference"],
  ["gpu", "yuma-consensus/gpu"],
]);

/** The option that names a build. */
export const wasmBackend: Pick<Kind<WasmBackend>, "check"> = {
  check(value, path) {
    if (BACKENDS.includes(value as WasmBackend)) return value as WasmBackend;
    const entry = OTHER_BACKENDS.get(value);
    throw unknownName(path, `one of ${BACKENDS.join(", ")}${entry ? ` (${value} is in ${entry})` : ""}`, value, BACKENDS);
  },
};

/** The smallest module with SIMD: the type of a function that gives a v128. */
const SIMD_PROBE = /* @__PURE__ */ Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123);

/** Native wherever there is something native: in JavaScript 39 KB take milliseconds of a start. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native: Decoding = Uint8Array;
  if (native.fromBase64 !== undefined) return native.fromBase64(text);
  const { Buffer } = globalThis as { Buffer?: typeof import("node:buffer").Buffer };
  if (Buffer !== undefined) return new Uint8Array(Buffer.from(text, "base64"));
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Newer than the types at hand. */
type Decoding = typeof Uint8Array & { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

/** @throws BackendUnavailableError where the host has none */
export function requireWebAssembly(): void {
  if (hostGlobal("WebAssembly") === undefined) throw new BackendUnavailableError(`this host has no WebAssembly; ${ADVICE}`);
}

/** The build for this host: SIMD where it is there, unless one is named. @throws BackendUnavailableError where the host has none */
export function chooseBackend(named?: WasmBackend): WasmBackend {
  requireWebAssembly();
  const simd = attempt("check", () => WebAssembly.validate(SIMD_PROBE));
  if (named === "wasm" && !simd) throw new BackendUnavailableError('this host has no WebAssembly SIMD; "wasm-scalar" runs without');
  return named ?? (simd ? "wasm" : "wasm-scalar");
}

/** @throws BackendUnavailableError where the host's policy forbids it */
export async function compile(bytes: BufferSource): Promise<WebAssembly.Module> {
  requireWebAssembly();
  return attempt("compile", () => WebAssembly.compile(bytes)).catch((error: unknown) => refuse("compile", error));
}

/** The same at once. @throws BackendUnavailableError */
export function compileSync(bytes: BufferSource): WebAssembly.Module {
  requireWebAssembly();
  return attempt("compile", () => new WebAssembly.Module(bytes));
}

/** An instance with a memory of its own. @throws BackendUnavailableError where the host has no memory left for one */
export function instantiate(module: WebAssembly.Module): WebAssembly.Exports {
  return attempt("start", () => new WebAssembly.Instance(module).exports);
}

function attempt<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    refuse(what, error);
  }
}

/** Our modules are sound: a host that does not take them does not want to (a content security policy), or has no room. */
function refuse(what: string, error: unknown): never {
  throw new BackendUnavailableError(`this host refuses to ${what} WebAssembly (${(error as Error).message}); ${ADVICE}`);
}
