import { parseArgs, type ParseArgsConfig } from "node:util";
import { BACKENDS, type Backend, type BackendName } from "../functions/index.js";

/** Bad usage; the command ends with exit code 2. */
export class UsageError extends Error {}

/** Stable exit codes of every command. */
export const EXIT = { fine: 0, difference: 1, badInput: 2 } as const;

export interface Command {
  summary: string;
  help: string;
  run(args: string[]): number | Promise<number>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Strict<O extends Options> = { args: string[]; options: O; allowPositionals: true; strict: true };

/** The arguments of a command; anything it does not know is bad usage. */
export function parse<O extends Options>(args: string[], options: O): ReturnType<typeof parseArgs<Strict<O>>> {
  try {
    return parseArgs<Strict<O>>({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export const BACKEND_OPTION = { backend: { type: "string", default: "wasm" } } as const;

export function backendNamed(name: string): Backend {
  if (!Object.hasOwn(BACKENDS, name)) throw new UsageError(`--backend: expected one of ${Object.keys(BACKENDS).join(", ")}, got ${name}`);
  return BACKENDS[name as BackendName]();
}

/** Output that cannot be written, other than for a reader that went away; the command ends with exit code 2. */
export class OutputError extends Error {}

let closed = false;
let broken: Error | undefined;

// A reader that closes early (head, less) is no error: what is left is computed for the exit code and not written.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  closed = true;
  if (error.code !== "EPIPE") broken = error;
});

/** Whether nobody reads any more. @throws OutputError where writing failed */
export function outputClosed(): boolean {
  if (broken !== undefined) throw new OutputError(`standard output: ${broken.message}`);
  return closed;
}

/** Writes to standard output and waits where the reader is slower. @throws OutputError */
export function print(text: string): Promise<void> | undefined {
  if (outputClosed() || process.stdout.write(text)) return undefined;
  return new Promise((resolve) => {
    process.stdout.once("drain", resolve);
    process.stdout.once("error", () => resolve());
  });
}
