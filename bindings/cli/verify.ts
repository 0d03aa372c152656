import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";
import { vectorFiles } from "../files/read.js";
import { Progress } from "./progress.js";
import { BACKENDS } from "../functions/index.js";
import { loadGpu } from "../gpu/index.js";
import { printable } from "../text/printable.js";
import { verifyFileOnGpu } from "../verify/gpu.js";
import { verifyFile, type Report, type VerifyOptions } from "../verify/index.js";

const SHOWN = 5;

/** On the reference a generated state of more weights takes minutes. */
const REFERENCE_MAX_WEIGHTS = "20000";

export const verify: Command = {
  summary: "compare a backend with vector files, bit for bit",
  help: `usage: yuma verify PATH...|- [--backend NAME] [--max-weights N] [--json]

Runs every vector in the files, and in the vector files below the folders (*.jsonl, *.jsonl.gz and large.json), and
compares outputs and traces exactly.
Prints the first difference of a case as case: stage position: expected, got.

  --backend NAME   wasm (default), wasm-scalar, reference, or all of these one after another; or gpu, which takes the
                   epochs without their traces and skips, loudly, what it has no form of (in Node it needs the package
                   webgpu)
  --max-weights N  skip generated states with more weights, loudly (default: none; on the reference ${REFERENCE_MAX_WEIGHTS})
  --json           one JSON object a file

exit codes: 0 all equal, 1 a difference, 2 bad usage, an unreadable file, or lines that are no vectors we can run
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      "max-weights": { type: "string" },
      json: { type: "boolean", default: false },
    });
    if (positionals.length === 0) throw new UsageError("expected at least one PATH");
    const names = values.backend === "all" ? Object.keys(BACKENDS) : [values.backend];
    const files = vectorFiles(positionals);
    if (files.length === 0) throw new UsageError(`no vector files below ${positionals.join(", ")}`);
    let code: number = EXIT.fine;
    for (const name of names) {
      const gpu = name === "gpu" ? await loadGpu() : undefined;
      const run: RunFile =
        gpu === undefined ? verifyFile.bind(null, backendNamed(name, "--backend", ["gpu", "all"])) : verifyFileOnGpu.bind(null, gpu);
      const maxWeights = count(values["max-weights"] ?? (name === "reference" ? REFERENCE_MAX_WEIGHTS : String(2 ** 32)));
      const total = await verifyFiles(name, run, files, maxWeights, values.json).finally(() => gpu?.destroy());
      if (total.differences > 0) code = EXIT.difference;
      else if (total.notRun > 0 && code === EXIT.fine) code = EXIT.badInput;
    }
    return code;
  },
};

type Counts = Record<keyof Report, number>;
type RunFile = (file: string, options: VerifyOptions) => Promise<Report>;

async function verifyFiles(name: string, run: RunFile, files: string[], maxWeights: number, json: boolean): Promise<Counts> {
  const progress = new Progress();
  const total: Counts = { passed: 0, differences: 0, notRun: 0, skipped: 0 };
  for (const file of files) {
    const report = await run(file, { maxWeights, progress: (place) => progress.show(`${name}: ${place}`) });
    progress.clear();
    await print(json ? `${JSON.stringify({ backend: name, file, ...report })}\n` : describe(file, report));
    total.passed += report.passed;
    total.differences += report.differences.length;
    total.notRun += report.notRun.length;
    total.skipped += report.skipped.length;
  }
  if (!json) {
    await print(
      `${name}: ${total.passed} equal, ${total.differences} different, ${total.notRun} not run, ` +
        `${total.skipped} skipped in ${files.length} files\n`,
    );
  }
  return total;
}

function count(text: string): number {
  if (!/^[0-9]+$/.test(text)) throw new UsageError(`--max-weights: expected a count, got ${text}`);
  return Number(text);
}

function describe(file: string, report: Report): string {
  const lines = [`${printable(file)}: ${report.passed} equal`];
  const add = (label: string, items: string[]) => {
    for (const item of items.slice(0, SHOWN)) lines.push(`  ${label} ${printable(item)}`);
    if (items.length > SHOWN) lines.push(`  ${label} ... and ${items.length - SHOWN} more`);
  };
  add("DIFFERENT", report.differences);
  add("NOT RUN", report.notRun);
  add("SKIPPED", report.skipped);
  return `${lines.join("\n")}\n`;
}
