import { MalformedJsonError } from "../errors.js";
import { parseJson } from "../input.js";
import { toJson } from "../output.js";
import { runScenario, type Scenario, type ScenarioMode } from "../simulate/scenario.js";
import type { EpochResult, Yuma } from "../types.js";
import { difference, type Difference } from "./difference.js";

export type Scenarios = Map<string, Scenario>;

/** The scenarios of a `scenarios.json` by slug. @throws MalformedJsonError */
export function readScenarios(text: string): Scenarios {
  const list = parseJson(text) as (Scenario & { slug: string })[];
  if (!Array.isArray(list)) throw new MalformedJsonError("scenarios.json: not a list of scenarios");
  return new Map(list.map((scenario) => [scenario.slug, scenario]));
}

/** A line of the expected results: what every epoch of one scenario gives in one mode. */
export interface ScenarioResult {
  scenario: string;
  mode: string;
  epochs: unknown[];
}

export function isScenarioResult(value: unknown): value is ScenarioResult {
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

/** @throws MalformedJsonError */
export function scenarioDifference(yuma: Yuma, expected: ScenarioResult, scenarios: Scenarios): Difference | null {
  const { scenario, mode } = scenarioOf(expected, scenarios);
  try {
    return epochsDifference(expected, scenario, [...runScenario(yuma, scenario, mode)]);
  } catch (error) {
    throw new MalformedJsonError(`not a scenario that can be run: ${(error as Error).message}`);
  }
}

/** Which scenario in which mode a line is about. @throws MalformedJsonError */
export function scenarioOf(expected: ScenarioResult, scenarios: Scenarios): { scenario: Scenario; mode: ScenarioMode } {
  const scenario = scenarios.get(expected.scenario);
  const mode = SCENARIO_MODES[expected.mode];
  if (scenario === undefined || mode === undefined) throw new MalformedJsonError(`no scenario ${expected.scenario} with mode ${expected.mode}`);
  return { scenario, mode };
}

export function epochsDifference(expected: ScenarioResult, scenario: Scenario, results: readonly EpochResult[]): Difference | null {
  return difference({ out: expected.epochs }, { out: results.map((result) => scenarioEpoch(result, scenario.validators.length)) });
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
