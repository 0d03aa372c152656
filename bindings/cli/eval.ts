import { InternalError, YumaError } from "../errors.js";
import { readLines } from "../files/read.js";
import { evaluateOnGpu } from "../functions/gpu.js";
import { FUNCTIONS, evaluate, type Backend, type Evaluation } from "../functions/index.js";
import { readRequest, type Request } from "../functions/request.js";
import { loadGpu, type Gpu } from "../gpu/index.js";
import { parseJson } from "../text/json.js";
import { MOST_LINE_BYTES, type Line } from "../files/lines.js";
import { MOST_ALPHAS, MOST_CELLS, MOST_TRACED, MOST_VALUES } from "../boundary/limits.js";
import { inBatches } from "./ahead.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { functionHelp } from "./evalHelp.js";
import { Progress } from "./progress.js";
import { wrapped } from "./wrapped.js";

/** Lines that go to a GPU together, where so many wait. */
const GPU_BATCH = 256;

/** @throws MalformedJsonError, EpochInputError */
function requestOf(line: Line): Request {
  if (typeof line !== "string") throw line;
  return readRequest(parseJson(line));
}

function errorLine({ code, message, path }: YumaError): string {
  return JSON.stringify({ error: { code, message, path } });
}

function asYumaError(error: unknown): YumaError {
  return error instanceof YumaError ? error : new InternalError(error);
}

/** What came of a line as one; whatever goes wrong becomes an error line. */
function answer(evaluation: () => Evaluation | YumaError): string {
  try {
    const found = evaluation();
    return found instanceof YumaError ? errorLine(found) : JSON.stringify(found);
  } catch (error) {
    return errorLine(asYumaError(error));
  }
}

function answerOn(backend: Backend, line: Line): string {
  return answer(() => {
    const { fn, in: input, trace } = requestOf(line);
    return evaluate(backend, fn, input, { trace });
  });
}

async function answersOnGpu(gpu: Gpu, lines: readonly Line[]): Promise<string[]> {
  const requests = lines.map((line) => {
    try {
      return requestOf(line);
    } catch (error) {
      return asYumaError(error);
    }
  });
  const good = requests.filter((request): request is Request => !(request instanceof YumaError));
  const answers = await evaluateOnGpu(gpu, good);
  return requests.map((request) => answer(() => (request instanceof YumaError ? request : answers.shift()!)));
}

/** The answers in the order of the lines. */
async function* answersTo(path: string, backend: Backend | Gpu): AsyncGenerator<string> {
  if (!("epochBatch" in backend)) {
    for await (const line of readLines(path)) yield answerOn(backend, line);
    return;
  }
  for await (const lines of inBatches(readLines(path), GPU_BATCH)) yield* await answersOnGpu(backend, lines);
}

export const evalCommand: Command = {
  summary: "answer a stream of function calls, one JSON object a line",
  help: `usage: yuma eval [FILE|-] [--backend NAME]
       yuma eval --help FN

Reads newline-delimited JSON, {"fn": NAME, "in": {...}} a line, and writes {"out": {...}} or
{"error": {"code", "message", "path"}} a line, in the same order. "trace": true on a line adds the trace of an epoch.
Lines of vector files are taken as they are: name, category, out, reason and a recorded trace are ignored, any other key
is an error. A bad line gives an error line; the lines after it are still answered. Where the chain's own epoch would have
aborted the answer is {"out": null, "trap": REASON}. The same line gives the same bytes on every backend.

  --help FN       the fields of one function, with type, unit and scale; FN is one of
${wrapped(FUNCTIONS, 18, 118)}

  --backend NAME  wasm (default), wasm-scalar, reference or gpu; gpu answers epochs without a trace, up to ${GPU_BATCH} waiting
                  lines at once, and everything else with an error line; in Node it needs the package webgpu

A line is refused with an error that names the field where it would have a step or the economics hold more than
${MOST_VALUES} values in lists, or more than ${MOST_CELLS} pairs of a row and a column (4096 x 4096),
in liquid_alpha_matrix ${MOST_ALPHAS} (512 x 512); where blocks times subnets of a simulated schedule, or the parents and
children of all that are paid, are more than ${MOST_VALUES}; where a trace would be kept of more than ${MOST_TRACED} stored
weights and bonds; and where it has more than ${MOST_LINE_BYTES} bytes.

exit codes: 0 every line was answered (error lines are answers), 2 bad usage, an unreadable file, or no GPU
`,
  helpOn: functionHelp,
  async run(args) {
    const { values, positionals } = parse(args, BACKEND_OPTION);
    if (positionals.length > 1) throw new UsageError("expected at most one FILE");
    const gpu = values.backend === "gpu" ? await loadGpu() : undefined;
    const backend = gpu ?? backendNamed(values.backend, "--backend", ["gpu"]);
    const progress = new Progress();
    let count = 0;
    try {
      for await (const found of answersTo(positionals[0] ?? "-", backend)) {
        const waiting = print(`${found}\n`);
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
