import { MalformedJsonError, YumaError } from "../errors.js";
import { evaluate, type Backend } from "../functions/index.js";
import { parseJson } from "../input.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { MAX_LINE_LENGTH, OVERSIZED, readLines } from "../files.js";
import { Progress } from "./progress.js";

interface ErrorLine {
  error: { code: string; message: string; path: string };
}

/** The answer to one line; whatever is wrong with it becomes an error line. */
function answer(backend: Backend, line: string | typeof OVERSIZED): object | ErrorLine {
  try {
    if (line === OVERSIZED) throw new MalformedJsonError(`a line of more than ${MAX_LINE_LENGTH} characters`);
    const request = parseJson(line) as { fn?: unknown; in?: unknown; trace?: unknown } | null;
    return evaluate(backend, request?.fn, request?.in, { trace: request?.trace === true });
  } catch (error) {
    if (error instanceof YumaError) return { error: { code: error.code, message: error.message, path: error.path } };
    return { error: { code: "internal", message: String(error), path: "" } };
  }
}

export const evalCommand: Command = {
  summary: "answer a stream of function calls, one JSON object a line",
  help: `usage: yuma eval [FILE|-] [--backend NAME]

Reads newline-delimited JSON, {"fn": NAME, "in": {...}} a line, and writes {"out": {...}} or
{"error": {"code", "message", "path"}} a line, in the same order. "trace": true on a line adds the trace of an epoch.
A bad line gives an error line; the lines after it are still answered.

  --backend NAME  wasm (default), wasm-scalar or reference

exit codes: 0 every line was answered (error lines are answers), 2 bad usage or an unreadable file
`,
  async run(args) {
    const { values, positionals } = parse(args, BACKEND_OPTION);
    if (positionals.length > 1) throw new UsageError("expected at most one FILE");
    const backend = backendNamed(values.backend);
    const progress = new Progress();
    let count = 0;
    for await (const line of readLines(positionals[0] ?? "-")) {
      const waiting = print(`${JSON.stringify(answer(backend, line))}\n`);
      if (waiting !== undefined) await waiting;
      if (outputClosed()) break;
      count++;
      if (!process.stdout.isTTY) progress.show(`${count} lines`);
    }
    progress.clear();
    return EXIT.fine;
  },
};
