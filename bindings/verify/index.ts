/**
 * Compares a backend with vector files. A line is `{fn, in, out, trace?}`, or an epoch-by-epoch result of one of the
 * package's scenarios; a `.json` file is a recipe whose states are generated and compared by digest.
 */
import { UnknownFunctionError, YumaError } from "../errors.js";
import { fromFile, readLines } from "../files/read.js";
import { FileError } from "../files/errors.js";
import { guarded, type Backend } from "../functions/index.js";
import { parseJson } from "../text/json.js";
import type { Line } from "../files/lines.js";
import { describeDifference, type Difference } from "./difference.js";
import { recipeCase, recipeDifference, type RecipeCase } from "./recipe.js";
import { isScenarioResult, scenarioDifference } from "./scenario.js";
import { asVector, vectorDifference } from "./vector.js";

export interface Report {
  passed: number;
  /** the first difference of each case that has one */
  differences: string[];
  /** lines that are no vectors, or name an unknown function */
  notRun: string[];
  skipped: string[];
}

export interface VerifyOptions {
  /** generated states with more weights are skipped, and said to be */
  maxWeights: number;
  progress?: (place: string) => void;
}

function emptyReport(): Report {
  return { passed: 0, differences: [], notRun: [], skipped: [] };
}

/** Runs one vector file on a backend. What cannot be read or run is part of the report. */
export function verifyFile(backend: Backend, path: string, options: VerifyOptions): Promise<Report> {
  return reportOn(path, async (report) => {
    if (path.endsWith(".json")) verifyRecipe(backend, path, options, report);
    else await verifyLines(backend, path, options, report);
  });
}

/** The report that `verify` fills, with why it ended early where it did. */
export async function reportOn(path: string, verify: (report: Report) => Promise<void>): Promise<Report> {
  const report = emptyReport();
  try {
    await verify(report);
  } catch (error) {
    if (!(error instanceof YumaError || error instanceof FileError)) throw error;
    report.notRun.push(error instanceof FileError ? error.message : `${path}: ${error.message}`);
  }
  const { passed, differences, notRun, skipped } = report;
  if (passed + differences.length + notRun.length + skipped.length === 0) notRun.push(`${path}: holds no vectors`);
  return report;
}

async function verifyLines(backend: Backend, path: string, options: VerifyOptions, report: Report): Promise<void> {
  const unknown = new Set<string>();
  let number = 0;
  for await (const line of readLines(path)) {
    const place = `${path}:${++number}`;
    options.progress?.(place);
    try {
      verifyLine(backend, line, place, report);
    } catch (error) {
      if (!(error instanceof YumaError || error instanceof FileError)) throw error;
      // A whole file of a function that is not known is one message, not one a line.
      if (!(error instanceof UnknownFunctionError)) report.notRun.push(`${place}: ${error.message}`);
      else if (!unknown.has(error.message)) report.notRun.push(`${path}: ${error.message}`);
      if (error instanceof UnknownFunctionError) unknown.add(error.message);
    }
  }
}

export function record(report: Report, name: string, found: Difference | null): void {
  if (found === null) report.passed++;
  else report.differences.push(`${name}: ${describeDifference(found)}`);
}

/** @throws MalformedJsonError */
export function parseLine(line: Line): unknown {
  if (typeof line !== "string") throw line;
  return parseJson(line);
}

function verifyLine(backend: Backend, line: Line, place: string, report: Report): void {
  const vector = parseLine(line);
  if (isScenarioResult(vector)) {
    record(
      report,
      `${vector.scenario} ${vector.mode}`,
      guarded(backend, () => scenarioDifference(backend.yuma, vector)),
    );
    return;
  }
  const checked = asVector(vector);
  record(
    report,
    typeof checked.name === "string" ? checked.name : place,
    guarded(backend, () => vectorDifference(backend, checked)),
  );
}

function verifyRecipe(backend: Backend, path: string, options: VerifyOptions, report: Report): void {
  for (const recipe of recipesIn(path, options, report)) {
    try {
      record(
        report,
        recipe.name,
        guarded(backend, () => recipeDifference(backend.yuma, recipe)),
      );
    } catch (error) {
      if (!(error instanceof YumaError)) throw error;
      report.notRun.push(`${recipe.name}: ${error.message}`);
    }
  }
}

/** The cases of a recipe file that are not above the limit. @throws FileError, EpochInputError */
export function* recipesIn(path: string, options: VerifyOptions, report: Report): Generator<RecipeCase> {
  const cases = (fromFile(path, parseJson) as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) throw new FileError(`${path}: neither lines of vectors nor a recipe with cases`);
  for (const [i, item] of cases.entries()) {
    options.progress?.(`${path}: case ${i + 1} of ${cases.length}`);
    const recipe = recipeCase(item, `cases[${i}]`);
    const weights = recipe.validators * recipe.n;
    if (weights <= options.maxWeights) yield recipe;
    else report.skipped.push(`${recipe.name}: ${weights} weights are above the limit of ${options.maxWeights}`);
  }
}
