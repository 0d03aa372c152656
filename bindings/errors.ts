/**
 * Every error this package throws on purpose. `code` is stable and meant for programs;
 * `path` names the field ("bonds[3][17][1]"), empty where the input as a whole is meant.
 */
export type YumaErrorCode =
  | "invalid-input"
  | "invalid-scenario"
  | "malformed-json"
  | "unknown-function"
  | "unknown-rule"
  | "too-large"
  | "unavailable"
  | "pool-closed"
  | "worker-lost"
  | "gpu-scope"
  | "gpu-self-test"
  | "gpu-out-of-memory"
  | "gpu-lost"
  | "gpu-destroyed";

export abstract class YumaError extends Error {
  /** written out, as minifiers rename classes */
  abstract override readonly name: string;
  readonly code: YumaErrorCode;
  readonly path: string;

  constructor(code: YumaErrorCode, path: string, message: string) {
    super(path === "" ? message : `${path}: ${message}`);
    this.code = code;
    this.path = path;
  }
}

/** A field or an argument that cannot be: what was expected, and what came. */
export class EpochInputError extends YumaError {
  override readonly name = "EpochInputError";
  readonly expected: string;
  readonly got: string;
  /** the known name that is nearest to what came, null where none is near or names are not the matter */
  readonly nearest: string | null;

  constructor(path: string, expected: string, got: unknown, nearest: string | null = null) {
    const shown = show(got);
    super("invalid-input", path, mismatch(expected, shown, nearest));
    this.expected = expected;
    this.got = shown;
    this.nearest = nearest;
  }
}

function mismatch(expected: string, shown: string, nearest: string | null): string {
  return `expected ${expected}, got ${shown}${nearest === null ? "" : `; did you mean ${show(nearest)}?`}`;
}

/** A scenario that cannot be run: which file, where in it, what was expected, what came, and what may have been meant. */
export class ScenarioError extends YumaError {
  override readonly name = "ScenarioError";
  /** empty where the scenario came from no file */
  readonly file: string;
  readonly expected: string;
  readonly got: string;
  /** the known name that is nearest to what came, null where none is near */
  readonly nearest: string | null;

  constructor(file: string, { path, expected, got, nearest }: EpochInputError) {
    super("invalid-scenario", path, mismatch(expected, got, nearest));
    if (file !== "") this.message = `${file}: ${this.message}`;
    this.file = file;
    this.expected = expected;
    this.got = got;
    this.nearest = nearest;
  }
}

/** Text that is not JSON, ends too early, or does not fit into a string. */
export class MalformedJsonError extends YumaError {
  override readonly name = "MalformedJsonError";
  constructor(message: string) {
    super("malformed-json", "", message);
  }
}

/** A `fn` that this package does not know. */
export class UnknownFunctionError extends YumaError {
  override readonly name = "UnknownFunctionError";
  constructor(name: unknown, known: readonly string[]) {
    super("unknown-function", "fn", `expected one of ${known.join(", ")}, got ${show(name)}`);
  }
}

/** A runtime spec for which we have no rule of a kind (the path): `covered` are the specs for which we have one. */
export class UnknownRuleError extends YumaError {
  override readonly name = "UnknownRuleError";
  readonly covered: readonly string[];
  readonly spec: number;

  constructor(kind: string, covered: readonly string[], spec: number, why: string) {
    super("unknown-rule", kind, `expected a spec in ${covered.join(", ")}, got ${spec} (${why})`);
    this.covered = covered;
    this.spec = spec;
  }
}

/** A state whose buffers do not fit into the 4 GiB that 32-bit WebAssembly can address. */
export class EpochSizeError extends YumaError {
  override readonly name = "EpochSizeError";
  constructor(message: string) {
    super("too-large", "", message);
  }
}

/** A backend that this host cannot run (WebAssembly forbidden, SIMD missing). */
export class BackendUnavailableError extends YumaError {
  override readonly name = "BackendUnavailableError";
  constructor(message: string) {
    super("unavailable", "backend", message);
  }
}

/** Where a field of `path` is: kappa, mechanisms[0].kappa, or path["a b"] where the key is no plain word. */
export function fieldPath(path: string, key: string): string {
  if (!/^[\w$-]{1,60}$/.test(key)) return `${path}[${show(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

const SHOWN_LENGTH = 60;
const SHOWN_ELEMENTS = 4;
const SHOWN_BITS = 256;

/** A value for whoever reads the message; neither its length nor the work grows with the value. */
function show(value: unknown): string {
  let text: string;
  try {
    text = preview(value, SHOWN_LENGTH);
  } catch {
    // A getter or a proxy may throw whatever it likes.
    text = "an object that cannot be read";
  }
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** More than `room` characters where there is more to show. */
function preview(value: unknown, room: number): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(value.slice(0, room + 1));
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (typeof value === "bigint" && BigInt.asIntN(SHOWN_BITS, value) !== value) return `an integer of more than ${SHOWN_BITS} bits`;
  if (typeof value !== "object" || value === null) return String(value);
  if (room <= 0) return "…";
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (Array.isArray(value)) return value.length > SHOWN_ELEMENTS ? `an array of length ${value.length}` : previewArray(value, room);
  if (ArrayBuffer.isView(value)) return `${kind} of length ${(value as Partial<Uint8Array>).length ?? value.byteLength}`;
  return kind === "Object" ? previewObject(value, room) : `a ${kind}`;
}

function previewArray(items: readonly unknown[], room: number): string {
  let text = "[";
  for (const item of items) text += `${text === "[" ? "" : ","}${preview(item, room - text.length)}`;
  return `${text}]`;
}

function previewObject(value: object, room: number): string {
  let text = "{";
  for (const key in value) {
    if (text.length > room) break;
    text += `${text === "{" ? "" : ","}${preview(key, room - text.length)}:`;
    text += preview((value as Record<string, unknown>)[key], room - text.length);
  }
  return `${text}}`;
}
