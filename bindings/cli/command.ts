import { closeSync, fstatSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { BACKENDS, type Backend, type BackendName } from "../functions/index.js";
import { writeAll } from "../files/write.js";
import { reasonOf } from "../files/errors.js";
import { nearest } from "../text/nearest.js";
import { printableLines } from "../text/printable.js";

/** Bad usage; the command ends with exit code 2. */
export class UsageError extends Error {}

/** Stable exit codes of every command. */
export const EXIT = { fine: 0, difference: 1, badInput: 2 } as const;

export interface Command {
  summary: string;
  help: string;
  /** says more about one of the things that the command is about */
  helpOn?(topic: string): string;
  run(args: string[]): number | Promise<number>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Strict<O extends Options> = { args: string[]; options: O; allowPositionals: true; strict: true };

/** What is set by one option for many names, as --set kappa=0.5. */
export interface Settable {
  option: string;
  names: readonly string[];
}

/** "; did you mean --uid?" where one is near. */
export function didYouMean(name: string, known: readonly string[], written = (found: string) => found): string {
  const found = nearest(name, known);
  return found === null ? "" : `; did you mean ${written(found)}?`;
}

/**
 * The arguments of a command; anything it does not know is bad usage, and what may have been meant is said. A value may
 * begin with a minus sign, but not be what looks like an option.
 * @throws UsageError
 */
export function parse<O extends Options>(args: string[], options: O, settable?: Settable): ReturnType<typeof parseArgs<Strict<O>>> {
  const { tokens, ...parsed } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(options, name)) throw unknownOption(args[token.index]!, Object.keys(options), settable);
    if (options[name]!.type === "boolean") {
      if (value !== undefined) throw new UsageError(`${rawName}: takes no value, got ${value}`);
    } else if (value === undefined) throw new UsageError(`${rawName}: expected a value`);
    else if (!token.inlineValue && /^-[^\d]/.test(value)) {
      throw new UsageError(`${rawName}: expected a value, got ${value}; a value that begins with - is written ${rawName}=${value}`);
    }
    if (given.has(name) && options[name]!.multiple !== true) throw new UsageError(`${rawName}: given more than once`);
    given.add(name);
  }
  return parsed as ReturnType<typeof parseArgs<Strict<O>>>;
}

function unknownOption(written: string, known: readonly string[], settable: Settable | undefined): UsageError {
  const option = written.split("=", 1)[0]!;
  const name = option.replace(/^-+/, "");
  const asSetting = (found: string) => `${settable!.option} ${found}=VALUE`;
  const meant = settable?.names.includes(name)
    ? `; it is set by ${asSetting(name)}`
    : didYouMean(name, known, (found) => `--${found}`) || didYouMean(name, settable?.names ?? [], asSetting);
  return new UsageError(`no such option: ${option}${meant}`);
}

export const BACKEND_OPTION = { backend: { type: "string", default: "wasm" } } as const;

export function backendNamed(name: string, option = "--backend", others: readonly string[] = []): Backend {
  if (!Object.hasOwn(BACKENDS, name))
    throw new UsageError(`${option}: expected one of ${[...Object.keys(BACKENDS), ...others].join(", ")}, got ${name}`);
  return BACKENDS[name as BackendName]();
}

/** Output that cannot be written, other than for a reader that went away; the command ends with exit code 2. */
export class OutputError extends Error {}

const STANDARD_OUTPUT = 1;

/** What a write says where nobody reads any more. */
const READER_GONE = ["EPIPE", "ECONNRESET"];

let closed = false;
let broken: Error | undefined;

// A reader that closes early (head, less) is no error: what is left is computed for the exit code and not written.
function failed(error: NodeJS.ErrnoException): void {
  closed = true;
  if (!READER_GONE.includes(error.code ?? "")) broken ??= error;
}

process.stdout.on("error", failed);
// There is nowhere left to say it.
process.stderr.on("error", () => {});

let file: boolean | undefined;

/**
 * Whether standard output is a file or a device. Those are written here, as the stream takes a part of the bytes, which
 * is all that a full disk has room for, for the whole.
 */
function isFile(): boolean {
  if (file !== undefined) return file;
  const status = fstatSync(STANDARD_OUTPUT);
  return (file = !process.stdout.isTTY && !status.isFIFO() && !status.isSocket());
}

/** Whether nobody reads any more. @throws OutputError where writing failed */
export function outputClosed(): boolean {
  if (broken !== undefined) throw new OutputError(`standard output: ${reasonOf(broken)}`);
  return closed;
}

/** Writes to standard output, nothing hidden in it, and waits where the reader is slower. @throws OutputError */
export function print(text: string): Promise<void> | undefined {
  if (outputClosed()) return undefined;
  return printBytes(Buffer.from(printableLines(text)));
}

/** Bytes as they are. @throws OutputError */
export function printBytes(bytes: Uint8Array): Promise<void> | undefined {
  if (outputClosed()) return undefined;
  if (isFile()) {
    tried(() => writeAll(STANDARD_OUTPUT, bytes));
    return undefined;
  }
  let wake = () => {};
  const flowing = process.stdout.write(bytes, (error) => {
    if (error) failed(error);
    wake();
  });
  return flowing ? undefined : new Promise((resolve) => (wake = resolve));
}

/** Waits until everything is written: some of what can go wrong is only known then. @throws OutputError */
export async function finishOutput(): Promise<void> {
  if (outputClosed()) return;
  // Some file systems say only at the end that they had no room.
  if (isFile()) tried(() => closeSync(STANDARD_OUTPUT));
  else await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
  outputClosed();
}

function tried(write: () => void): void {
  try {
    write();
  } catch (error) {
    failed(error as Error);
  }
  outputClosed();
}
