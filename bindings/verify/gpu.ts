/** Compares a GPU with vector files, a batch of lines at a time. What has no form there is skipped, loudly. */
import { GpuScopeError } from "../gpu/errors.js";
import type { Gpu } from "../gpu/types.js";
import { UnknownFunctionError, YumaError } from "../errors.js";
import { readLines } from "../files/read.js";
import { FileError } from "../files/errors.js";
import type { Line } from "../files/lines.js";
import { epochsOnGpu, evaluateOnGpu } from "../functions/gpu.js";
import { difference } from "./difference.js";
import { parseLine, recipesIn, record, reportOn, type Report, type VerifyOptions } from "./index.js";
import { denseState, digestsDifference } from "./recipe.js";
import { isScenarioResult, scenarioDifferences, type ScenarioResult } from "./scenario.js";
import { asVector, type Vector } from "./vector.js";

/** Lines that go to the device together. */
const BATCH = 256;

/** Runs one vector file on a GPU. What cannot be read or run is part of the report. */
export function verifyFileOnGpu(gpu: Gpu, path: string, options: VerifyOptions): Promise<Report> {
  return reportOn(path, async (report) => {
    if (path.endsWith(".json")) await verifyRecipe(gpu, path, options, report);
    else await verifyLines(gpu, path, options, report);
  });
}

interface PlacedLine {
  place: string;
  text: Line;
}

async function verifyLines(gpu: Gpu, path: string, options: VerifyOptions, report: Report): Promise<void> {
  const without = new Set<string>();
  let lines: PlacedLine[] = [];
  let number = 0;
  for await (const text of readLines(path)) {
    const place = `${path}:${++number}`;
    options.progress?.(place);
    if (lines.push({ place, text }) < BATCH) continue;
    await verifyBatch(gpu, path, lines, report, without);
    lines = [];
  }
  await verifyBatch(gpu, path, lines, report, without);
}

async function verifyBatch(gpu: Gpu, path: string, lines: readonly PlacedLine[], report: Report, without: Set<string>): Promise<void> {
  const vectors: { vector: Vector; name: string }[] = [];
  const scenarios: ScenarioResult[] = [];
  const failed = (error: YumaError, name: string) => {
    // A whole file of a function that is not there is one message, not one a line.
    const isFunction = error instanceof UnknownFunctionError || (error instanceof GpuScopeError && error.path === "fn");
    const list = error.code === "gpu-scope" ? report.skipped : report.notRun;
    if (!isFunction) list.push(`${name}: ${error.message}`);
    else if (!without.has(error.message)) list.push(`${path}: ${error.message}`);
    if (isFunction) without.add(error.message);
  };
  for (const { place, text } of lines) {
    try {
      const line = parseLine(text);
      if (isScenarioResult(line)) scenarios.push(line);
      else {
        const vector = asVector(line);
        vectors.push({ vector, name: typeof vector.name === "string" ? vector.name : place });
      }
    } catch (error) {
      if (!(error instanceof YumaError || error instanceof FileError)) throw error;
      report.notRun.push(`${place}: ${error.message}`);
    }
  }
  const answers = await evaluateOnGpu(
    gpu,
    vectors.map(({ vector }) => ({ fn: vector.fn, in: vector.in, trace: false })),
  );
  answers.forEach((answer, i) => {
    const { vector, name } = vectors[i]!;
    if (answer instanceof YumaError) failed(answer, name);
    else record(report, name, difference({ out: vector.out }, answer));
  });
  await verifyScenarios(gpu, scenarios, report);
}

async function verifyScenarios(gpu: Gpu, expected: readonly ScenarioResult[], report: Report): Promise<void> {
  const found = await scenarioDifferences(expected, async (states) =>
    (await epochsOnGpu(gpu, states)).map((result) => {
      if (result instanceof YumaError) throw result;
      return result;
    }),
  );
  for (const [i, { scenario, mode }] of expected.entries()) record(report, `${scenario} ${mode}`, found[i]!);
}

async function verifyRecipe(gpu: Gpu, path: string, options: VerifyOptions, report: Report): Promise<void> {
  for (const recipe of recipesIn(path, options, report)) {
    const state = denseState(recipe);
    const [result] = await epochsOnGpu(gpu, [state]);
    if (!(result instanceof YumaError)) record(report, recipe.name, digestsDifference(recipe, state, result!));
    else if (result.code === "gpu-scope") report.skipped.push(`${recipe.name}: ${result.message}`);
    else report.notRun.push(`${recipe.name}: ${result.message}`);
  }
}
