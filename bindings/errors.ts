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
  | "worker-lost";

export class YumaError extends Error {
  readonly code: YumaErrorCode;
  readonly path: string;

  constructor(code: YumaErrorCode, path: string, message: string) {
    super(path === "" ? message : `${path}: ${message}`);
    this.name = new.target.name;
    this.code = code;
    this.path = path;
  }
}

/** A field that cannot be part of a chain state: what was expected, and what came. */
export class EpochInputError extends YumaError {
  readonly expected: string;
  readonly got: string;
  /** the names that would do, where it is a matter of names */
  readonly choices: readonly string[];

  constructor(path: string, expected: string, got: unknown, choices: readonly string[] = []) {
    const shown = show(got);
    super("invalid-input", path, `expected ${expected}, got ${shown}`);
    this.expected = expected;
    this.got = shown;
    this.choices = choices;
  }
}

/** A scenario that cannot be run: which file, where in it, what was expected, what came, and what may have been meant. */
export class ScenarioError extends YumaError {
  /** empty where the scenario came from no file */
  readonly file: string;
  readonly expected: string;
  readonly got: string;
  /** the known name that is nearest to what came, null where none is near */
  readonly nearest: string | null;

  constructor(file: string, { path, expected, got }: Pick<EpochInputError, "path" | "expected" | "got">, nearest: string | null) {
    super("invalid-scenario", path, `expected ${expected}, got ${got}${nearest === null ? "" : `; did you mean ${show(nearest)}?`}`);
    if (file !== "") this.message = `${file}: ${this.message}`;
    this.file = file;
    this.expected = expected;
    this.got = got;
    this.nearest = nearest;
  }
}

/** Text that is not JSON, ends too early, or does not fit into a string. */
export class MalformedJsonError extends YumaError {
  constructor(message: string) {
    super("malformed-json", "", message);
  }
}

/** A `fn` that this package does not know. */
export class UnknownFunctionError extends YumaError {
  constructor(name: unknown, known: readonly string[]) {
    super("unknown-function", "fn", `expected one of ${known.join(", ")}, got ${show(name)}`);
  }
}

/** A runtime spec for which we have no rule of a kind (the path): `covered` are the specs for which we have one. */
export class UnknownRuleError extends YumaError {
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
  constructor(message: string) {
    super("too-large", "", message);
  }
}

/** A backend that this host cannot run (WebAssembly forbidden, SIMD missing). */
export class BackendUnavailableError extends YumaError {
  constructor(message: string) {
    super("unavailable", "backend", message);
  }
}

const SHOWN_LENGTH = 60;

function show(value: unknown): string {
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  if (value === undefined) return "nothing";
  if (typeof value === "function") return "a function";
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} of length ${(value as Uint8Array).length}`;
  if (Array.isArray(value) && value.length > 4) return `an array of length ${value.length}`;
  let text: string;
  try {
    text = JSON.stringify(value, (_, item) => (typeof item === "bigint" ? String(item) : item)) ?? String(value);
  } catch {
    text = Object.prototype.toString.call(value);
  }
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
