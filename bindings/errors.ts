import { printable } from "./text/printable.js";
import { show } from "./text/show.js";

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
  | "chain-trap"
  | "unavailable"
  | "internal"
  | "resident-closed"
  | "pool-closed"
  | "worker-lost"
  | "gpu-scope"
  | "gpu-self-test"
  | "gpu-out-of-memory"
  | "gpu-lost"
  | "gpu-destroyed"
  | ChainErrorCode;

/** What can go wrong between a node and an epoch's input; `ChainError` says what each is. */
export type ChainErrorCode =
  | "node-unreachable"
  | "node-forbidden"
  | "node-no-json"
  | "node-refused"
  | "node-busy"
  | "node-pruned"
  | "node-reply"
  | "wrong-network"
  | "unknown-block"
  | "unknown-netuid"
  | "unknown-mechanism"
  | "no-epoch"
  | "unknown-spec"
  | "unreadable-metadata";

/** What all errors of this package are: `code` says of which kind, `path` which field, the message what was expected and what came. */
export abstract class YumaError extends Error {
  /** written out, as minifiers rename classes */
  abstract override readonly name: string;
  /** of which kind, for programs */
  readonly code: YumaErrorCode;
  /** the field or argument, as `bonds[3][17][1]`; empty where it is of none */
  readonly path: string;

  constructor(code: YumaErrorCode, path: string, message: string) {
    super(printable(path === "" ? message : `${path}: ${message}`));
    this.code = code;
    this.path = path;
  }
}

/** A field or an argument that cannot be: what was expected, and what came. */
export class EpochInputError extends YumaError {
  override readonly name = "EpochInputError";
  /** in words */
  readonly expected: string;
  /** what came, shown and cut */
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
  /** in words */
  readonly expected: string;
  /** what came, shown and cut */
  readonly got: string;
  /** the known name that is nearest to what came, null where none is near */
  readonly nearest: string | null;

  constructor(file: string, { path, expected, got, nearest }: EpochInputError) {
    super("invalid-scenario", path, mismatch(expected, got, nearest));
    if (file !== "") this.message = `${printable(file)}: ${this.message}`;
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

/**
 * A runtime spec, or a block of the main network, for which we have no rule of a kind (the path): `covered` are the specs
 * for which we have one.
 */
export class UnknownRuleError extends YumaError {
  override readonly name = "UnknownRuleError";
  /** specs of which there is a rule, as `233-260` */
  readonly covered: readonly string[];
  /** null where a block was asked for */
  readonly spec: number | null;
  /** null where a spec was asked for */
  readonly block: number | null;

  constructor(kind: string, covered: readonly string[], asked: { spec: number } | { block: number }, why: string) {
    const shown = "spec" in asked ? asked.spec : `block ${asked.block}`;
    super("unknown-rule", kind, `expected a spec in ${covered.join(", ")}, got ${shown} (${why})`);
    this.covered = covered;
    this.spec = "spec" in asked ? asked.spec : null;
    this.block = "block" in asked ? asked.block : null;
  }
}

/** A state whose buffers do not fit into the 4 GiB that 32-bit WebAssembly can address. */
export class EpochSizeError extends YumaError {
  override readonly name = "EpochSizeError";
  constructor(message: string) {
    super("too-large", "", message);
  }
}

/** A state with which the chain's own epoch would have aborted under its rule set, so that no such block exists. */
export class ChainTrapError extends YumaError {
  override readonly name = "ChainTrapError";
  /** what the runtime trapped on */
  readonly reason: string;

  constructor(reason: string) {
    super("chain-trap", "", `the chain would have aborted: ${reason}`);
    this.reason = reason;
  }
}

/** A resident state that was closed: its memory is gone. */
export class ResidentClosedError extends YumaError {
  override readonly name = "ResidentClosedError";
  constructor() {
    super("resident-closed", "", "this resident state is closed");
  }
}

/** A backend that this host cannot run (WebAssembly forbidden, SIMD missing). */
export class BackendUnavailableError extends YumaError {
  override readonly name = "BackendUnavailableError";
  constructor(message: string) {
    super("unavailable", "backend", message);
  }
}

/**
 * A node, or what it says of a subnet, that no epoch can be read from; the message has what was asked and what came.
 *
 * - `node-unreachable`: no connection (network, name, TLS, CORS, a time limit); `node-busy`: it limits the rate, or fails for now
 * - `node-forbidden`: the browser lets this page not ask it (mixed content, the page's Content-Security-Policy)
 * - `node-no-json`: something else answers there, as a web page; `node-refused`: the node answers with an error
 * - `node-pruned`: the state of that block is gone, and an archive node has it
 * - `node-reply`: an answer that cannot be: not decodable, too long, incomplete; item and key are named
 * - `wrong-network`: another genesis block than was asked for; `unknown-block`: beyond the head
 * - `unknown-netuid`, `unknown-mechanism`: not there at that block; `no-epoch`: none has run yet
 * - `unknown-spec`: a runtime that we have no rules of; `unreadable-metadata`: types that we cannot read
 */
export class ChainError extends YumaError {
  override readonly name = "ChainError";
  declare readonly code: ChainErrorCode;
  /** the request, item or block that was asked for */
  readonly asked: string;
  readonly got: string;
  /** milliseconds that the node asked to wait, where it did */
  readonly retryAfter: number | null;

  constructor(code: ChainErrorCode, asked: string, expected: string, got: unknown, retryAfter: number | null = null) {
    const shown = typeof got === "string" ? printable(shortened(got)) : show(got);
    super(code, "", `${asked}: ${expected}${shown === "" ? "" : `; got ${shown}`}`);
    this.asked = asked;
    this.got = shown;
    this.retryAfter = retryAfter;
  }
}

const MOST_SHOWN = 300;

/** What comes from a node may be of any length. */
function shortened(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}...`;
}

/** What no input should bring about: a fault of this package or of its host. `cause` is what was thrown. */
export class InternalError extends YumaError {
  override readonly name = "InternalError";
  constructor(cause: unknown) {
    super("internal", "", `an unexpected ${cause}; please report it with this input`);
    this.cause = cause;
  }
}
