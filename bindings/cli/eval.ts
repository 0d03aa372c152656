import { YumaError } from "../errors.js";
import { readLines } from "../files.js";
import { evaluateOnGpu, type Request } from "../functions/gpu.js";
import { evaluate, type Backend } from "../functions/index.js";
import { loadGpu, type Gpu } from "../gpu/index.js";
import { parseJson } from "../json.js";
import type { Line } from "../lines.js";
import { inBatches } from "./ahead.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { Progress } from "./progress.js";

/** Lines that go to a GPU together, where so many wait. */
const GPU_BATCH = 256;

interface ErrorLine {
  error: { code: string; message: string; path: string };
}

/** @throws MalformedJsonError */
function requestOf(line: Line): Request {
  if (typeof line !== "string") throw line;
  const request = parseJson(line) as { fn?: unknown; in?: unknown; trace?: unknown } | null;
  return { fn: request?.fn, in: request?.in, trace: request?.trace === true };
}

function errorLine(error: unknown): ErrorLine {
  if (error instanceof YumaError) return { error: { code: error.code, message: error.message, path: error.path } };
  return { error: { code: "internal", message: String(error), path: "" } };
}

/** The answer to one line; whatever is wrong with it becomes an error line. */
function answer(backend: Backend, line: Line): object {
  try {
    const { fn, in: input, trace } = requestOf(line);
    return evaluate(backend, fn, input, { trace });
  } catch (error) {
    return errorLine(error);
  }
}

async function answersOnGpu(gpu: Gpu, lines: readonly Line[]): Promise<object[]> {
  const requests = lines.map((line) => {
    try {
      return requestOf(line);
    } catch (error) {
      return errorLine(error);
    }
  });
  const good = requests.filter((request): request is Request => !("error" in request));
  const answers = await evaluateOnGpu(gpu, good);
  return requests.map((request) => {
    if ("error" in request) return request;
    const found = answers.shift()!;
    return found instanceof YumaError ? errorLine(found) : found;
  });
}

/** The answers in the order of the lines. */
async function* answersTo(path: string, backend: Backend | Gpu): AsyncGenerator<object> {
  if (!("epochBatch" in backend)) {
    for await (const line of readLines(path)) yield answer(backend, line);
    return;
  }
  for await (const lines of inBatches(readLines(path), GPU_BATCH)) yield* await answersOnGpu(backend, lines);
}

export const evalCommand: Command = {
  summary: "answer a stream of function calls, one JSON object a line",
  help: `usage: yuma eval [FILE|-] [--backend NAME]

Reads newline-delimited JSON, {"fn": NAME, "in": {...}} a line, and writes {"out": {...}} or
{"error": {"code", "message", "path"}} a line, in the same order. "trace": true on a line adds the trace of an epoch.
A bad line gives an error line; the lines after it are still answered.

  --backend NAME  wasm (default), wasm-scalar, reference or gpu; gpu answers epochs without a trace, up to ${GPU_BATCH} waiting
                  lines at once, and everything else with an error line; in Node it needs the package webgpu

exit codes: 0 every line was answered (error lines are answers), 2 bad usage, an unreadable file, or no GPU
`,
  async run(args) {
    const { values, positionals } = parse(args, BACKEND_OPTION);
    if (positionals.length > 1) throw new UsageError("expected at most one FILE");
    const gpu = values.backend === "gpu" ? await loadGpu() : undefined;
    const backend = gpu ?? backendNamed(values.backend);
    const progress = new Progress();
    let count = 0;
    try {
      for await (const found of answersTo(positionals[0] ?? "-", backend)) {
        const waiting = print(`${JSON.stringify(found)}\n`);
        if (waiting !== undefined) await waiting;
        if (outputClosed()) break;
        count++;
        if (!process.stdout.isTTY) progress.show(`${count} lines`);
      }
    } finally {
      gpu?.destroy();
      // Reading ahead would wait for a line that nobody wants any more.
      if (gpu !== undefined && outputClosed()) process.stdin.destroy();
    }
    progress.clear();
    return EXIT.fine;
  },
};
