/**
 * Compares a backend with vector files. A line is `{fn, in, out, trace?}`, or an epoch-by-epoch result of one of the
 * package's scenarios; a `.json` file is a recipe whose states are generated and compared by digest.
 */
import { EpochInputError, MalformedJsonError, UnknownFunctionError, YumaError } from "../errors.js";
import { FileError, MAX_LINE_LENGTH, OVERSIZED, readLines, readText } from "../files.js";
import { evaluate, type Backend } from "../functions/index.js";
import { parseJson } from "../input.js";
import { boolean, text, u16, u64, uidCount } from "../kinds.js";
import { epochDigest, toJson } from "../output.js";
import { SCENARIOS } from "../simulate/library.js";
import { readScenario } from "../simulate/read.js";
import { runScenario } from "../simulate/scenario.js";
import type { Rules } from "../simulate/types.js";
import type { EpochResult } from "../types.js";
import { difference, type Difference } from "./difference.js";
import { denseState, inputDigest, type DenseCase } from "./recipe.js";

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

/** Runs one vector file on a backend. What cannot be read or run is part of the report. */
export async function verifyFile(backend: Backend, path: string, options: VerifyOptions): Promise<Report> {
  const report = emptyReport();
  try {
    if (path.endsWith(".json")) verifyRecipe(backend, path, options, report);
    else await verifyLines(backend, path, options, report);
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

function verifyLine(backend: Backend, line: string | typeof OVERSIZED, place: string, report: Report): void {
  if (line === OVERSIZED) throw new MalformedJsonError(`a line of more than ${MAX_LINE_LENGTH} characters`);
  const vector = parseJson(line);
  if (isScenarioResult(vector)) {
    record(report, `${vector.scenario} ${vector.mode}`, scenarioDifference(backend, vector));
    return;
  }
  const { fn, in: input, out, trace, name } = asVector(vector);
  const got = evaluate(backend, fn, input, { trace: trace !== undefined });
  // Without a trace an epoch may run another way, which has to end the same.
  const plain = trace === undefined ? got : evaluate(backend, fn, input);
  record(report, typeof name === "string" ? name : place, difference({ out, trace }, got) ?? difference({ out }, plain));
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

const MODE = /^(yuma2|yuma3|yuma3-liquid)\/penalty-([01])$/;

/** The scenarios are those of the package: the recorded results stand beside a copy of their facts. */
function scenarioDifference(backend: Backend, expected: ScenarioResult): Difference | null {
  const json = Object.hasOwn(SCENARIOS, expected.scenario) ? SCENARIOS[expected.scenario] : undefined;
  const [, rules, penalty] = MODE.exec(expected.mode) ?? [];
  if (json === undefined || rules === undefined) throw new MalformedJsonError(`no scenario ${expected.scenario} with mode ${expected.mode}`);
  const scenario = readScenario(json, expected.scenario);
  const variant = { name: expected.mode, rules: rules as Rules, hyperparameters: { bondsPenalty: Number(penalty) * 65_535 } };
  const epochs = [...runScenario(backend.yuma, scenario, variant)];
  return difference({ out: expected.epochs }, { out: epochs.map(({ result }) => scenarioEpoch(result, scenario.validators.length)) });
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
  inputSha256: string;
  outputSha256: string;
}

/** The fields of a case that say what to generate and what to expect; others are remarks. */
export function recipeCase(value: unknown, path: string): RecipeCase {
  const { name, n, validators, seed, bondsPenalty, yuma3, liquidAlpha, inputSha256, outputSha256 } = (value ?? {}) as Record<string, unknown>;
  const uids = uidCount.check(n, `${path}.n`, 0);
  if (uids < uidCount.check(validators, `${path}.validators`, 0)) {
    throw new EpochInputError(`${path}.validators`, `at most ${uids}`, validators);
  }
  return {
    name: text.check(name, `${path}.name`, 0),
    n: uids,
    validators: validators as number,
    seed: u64.fromJson(seed, `${path}.seed`, 0),
    bondsPenalty: u16.check(bondsPenalty, `${path}.bondsPenalty`, 0),
    yuma3: boolean.check(yuma3, `${path}.yuma3`, 0),
    liquidAlpha: boolean.check(liquidAlpha, `${path}.liquidAlpha`, 0),
    inputSha256: text.check(inputSha256, `${path}.inputSha256`, 0),
    outputSha256: text.check(outputSha256, `${path}.outputSha256`, 0),
  };
}

function verifyRecipe(backend: Backend, path: string, options: VerifyOptions, report: Report): void {
  const cases = (parseJson(readText(path)) as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) throw new FileError(`${path}: neither lines of vectors nor a recipe with cases`);
  cases.forEach((item, i) => {
    options.progress?.(`${path}: case ${i + 1} of ${cases.length}`);
    const recipe = recipeCase(item, `cases[${i}]`);
    const weights = recipe.validators * recipe.n;
    if (weights > options.maxWeights) {
      report.skipped.push(`${recipe.name}: ${weights} weights are above the limit of ${options.maxWeights}`);
      return;
    }
    const state = denseState(recipe);
    const input = inputDigest(state);
    const output = epochDigest(backend.yuma.epoch(state));
    const expected = { inputSha256: recipe.inputSha256, outputSha256: recipe.outputSha256 };
    record(report, recipe.name, difference({ out: expected }, { out: { inputSha256: input, outputSha256: output } }));
  });
}
