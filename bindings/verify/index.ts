/**
 * Compares a backend with vector files. A line is `{fn, in, out, trace?}`, or an epoch-by-epoch result of one of the
 * scenarios beside it; a `.json` file is a recipe whose states are generated and compared by digest.
 */
import { dirname, join } from "node:path";
import { MalformedJsonError, UnknownFunctionError, YumaError } from "../errors.js";
import { FileError, readLines, readText } from "../files.js";
import { evaluate, type Backend } from "../functions/index.js";
import { parseJson } from "../input.js";
import { epochDigest, toJson } from "../output.js";
import { runScenario, type Scenario, type ScenarioMode } from "../simulate/scenario.js";
import type { EpochResult } from "../types.js";
import { difference, type Difference } from "./difference.js";
import { denseState, type DenseCase } from "./recipe.js";

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

export function emptyReport(): Report {
  return { passed: 0, differences: [], notRun: [], skipped: [] };
}

/** Runs one vector file on a backend. @throws FileError where it cannot be read or is neither form */
export async function verifyFile(backend: Backend, path: string, options: VerifyOptions): Promise<Report> {
  const report = emptyReport();
  if (path.endsWith(".json")) {
    verifyRecipe(backend, path, options, report);
    return report;
  }
  let number = 0;
  for await (const line of readLines(path)) {
    const place = `${path}:${++number}`;
    options.progress?.(place);
    verifyLine(backend, line, place, report);
  }
  return report;
}

function record(report: Report, name: string, found: Difference | null): void {
  if (found === null) report.passed++;
  else report.differences.push(`${name}: ${`${found.stage} ${found.position}`.trim()}: expected ${found.expected}, got ${found.got}`);
}

interface Vector {
  fn?: unknown;
  in?: unknown;
  out?: unknown;
  trace?: unknown;
  name?: unknown;
}

function verifyLine(backend: Backend, line: string, place: string, report: Report): void {
  try {
    const vector = parseJson(line);
    if (isScenarioResult(vector)) {
      record(report, `${vector.scenario} ${vector.mode}`, scenarioDifference(backend, vector, dirname(place)));
      return;
    }
    const { fn, in: input, out, trace, name } = asVector(vector);
    const got = evaluate(backend, fn, input, { trace: trace !== undefined });
    record(report, typeof name === "string" ? name : place, difference({ out, trace }, got));
  } catch (error) {
    if (!(error instanceof YumaError)) throw error;
    // A whole file of a function that is not known is one message, not one a line.
    const where = error instanceof UnknownFunctionError ? place.replace(/:\d+$/, "") : place;
    const message = `${where}: ${error.message}`;
    if (!report.notRun.includes(message)) report.notRun.push(message);
  }
}

function asVector(value: unknown): Vector {
  const isVector = typeof value === "object" && value !== null && "out" in value;
  if (!isVector) throw new MalformedJsonError("not a vector: it has no out");
  return value;
}

interface ScenarioResult {
  scenario: string;
  mode: string;
  epochs: unknown[];
}

function isScenarioResult(value: unknown): value is ScenarioResult {
  return typeof value === "object" && value !== null && "scenario" in value && "epochs" in value;
}

const SCENARIO_MODES: Record<string, ScenarioMode> = {
  "yuma2/penalty-0": { yuma3: false, liquidAlpha: false, bondsPenalty: 0 },
  "yuma2/penalty-1": { yuma3: false, liquidAlpha: false, bondsPenalty: 65_535 },
  "yuma3/penalty-0": { yuma3: true, liquidAlpha: false, bondsPenalty: 0 },
  "yuma3/penalty-1": { yuma3: true, liquidAlpha: false, bondsPenalty: 65_535 },
  "yuma3-liquid/penalty-0": { yuma3: true, liquidAlpha: true, bondsPenalty: 0 },
  "yuma3-liquid/penalty-1": { yuma3: true, liquidAlpha: true, bondsPenalty: 65_535 },
};

let scenarios: { folder: string; bySlug: Map<string, Scenario> } | undefined;

function scenariosIn(folder: string): Map<string, Scenario> {
  if (scenarios?.folder !== folder) {
    const list = parseJson(readText(join(folder, "scenarios.json"))) as (Scenario & { slug: string })[];
    scenarios = { folder, bySlug: new Map(list.map((scenario) => [scenario.slug, scenario])) };
  }
  return scenarios.bySlug;
}

function scenarioDifference(backend: Backend, expected: ScenarioResult, folder: string): Difference | null {
  const scenario = scenariosIn(folder).get(expected.scenario);
  const mode = SCENARIO_MODES[expected.mode];
  if (scenario === undefined || mode === undefined) throw new MalformedJsonError(`no scenario ${expected.scenario} with mode ${expected.mode}`);
  const validators = scenario.validators.length;
  const epochs = [...runScenario(backend.yuma, scenario, mode)].map((result) => scenarioEpoch(result, validators));
  return difference({ out: expected.epochs }, { out: epochs });
}

/** Servers' and validators' parts of a result, in the form of the expected ones. */
function scenarioEpoch(result: EpochResult, validators: number): unknown {
  return toJson({
    consensus: result.consensus.slice(validators),
    incentive: result.incentive.slice(validators),
    serverEmission: result.serverEmission.slice(validators),
    dividends: result.dividends.slice(0, validators),
    validatorTrust: result.validatorTrust.slice(0, validators),
    validatorEmission: result.validatorEmission.slice(0, validators),
    bonds: { ...result.bonds, starts: result.bonds.starts.slice(0, validators + 1) },
  });
}

interface RecipeCase extends DenseCase {
  name: string;
  outputSha256: string;
}

function verifyRecipe(backend: Backend, path: string, options: VerifyOptions, report: Report): void {
  const { cases } = parseJson(readText(path)) as { cases?: RecipeCase[] };
  if (!Array.isArray(cases)) throw new FileError(`${path}: neither lines of vectors nor a recipe with cases`);
  cases.forEach((recipe, i) => {
    options.progress?.(`${path}: case ${i + 1} of ${cases.length}`);
    const weights = recipe.validators * recipe.n;
    if (weights > options.maxWeights) {
      report.skipped.push(`${recipe.name}: ${weights} weights are above the limit of ${options.maxWeights}`);
      return;
    }
    const digest = epochDigest(backend.yuma.epoch(denseState(recipe)));
    record(report, recipe.name, difference({ out: { digest: recipe.outputSha256 } }, { out: { digest } }));
  });
}
