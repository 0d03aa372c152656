import { MalformedJsonError } from "../errors.js";
import { toJson } from "../boundary/jsonForm.js";
import { SCENARIOS } from "../simulate/library.js";
import { readScenario } from "../simulate/read.js";
import { runScenario, scenarioStates } from "../simulate/scenario.js";
import type { Rules, Scenario, Variant } from "../simulate/types.js";
import type { EpochResult, SubnetState, Yuma } from "../types.js";
import { difference, type Difference } from "./difference.js";

/** A line of the expected results: what every epoch of one scenario gives in one mode. */
export interface ScenarioResult {
  scenario: string;
  mode: string;
  epochs: unknown[];
}

export function isScenarioResult(value: unknown): value is ScenarioResult {
  return typeof value === "object" && value !== null && "scenario" in value && "epochs" in value;
}

const MODE = /^(yuma2|yuma3|yuma3-liquid)\/penalty-([01])$/;

/** @throws MalformedJsonError */
export function scenarioDifference(yuma: Yuma, expected: ScenarioResult): Difference | null {
  const { scenario, variant } = scenarioOf(expected);
  return epochsDifference(
    expected,
    scenario,
    [...runScenario(yuma, scenario, variant)].map(({ result }) => result),
  );
}

/** The difference of each line; all side by side, an epoch of each a batch. @throws MalformedJsonError */
export async function scenarioDifferences(
  expected: readonly ScenarioResult[],
  epochs: (states: SubnetState[]) => Promise<readonly EpochResult[]>,
): Promise<(Difference | null)[]> {
  const runs = expected.map((line) => {
    const { scenario, variant } = scenarioOf(line);
    const states = scenarioStates(scenario, variant);
    return { line, scenario, states, next: states.next(), results: [] as EpochResult[] };
  });
  for (let left = runs; left.length > 0; left = left.filter(({ next }) => !next.done)) {
    const results = await epochs(left.map(({ next }) => next.value!));
    for (const [i, run] of left.entries()) {
      run.results.push(results[i]!);
      run.next = run.states.next(results[i]!);
    }
  }
  return runs.map(({ line, scenario, results }) => epochsDifference(line, scenario, results));
}

/** Which of the package's scenarios a line is about, and under which variant. @throws MalformedJsonError */
function scenarioOf(expected: ScenarioResult): { scenario: Scenario; variant: Variant } {
  const json = Object.hasOwn(SCENARIOS, expected.scenario) ? SCENARIOS[expected.scenario] : undefined;
  const [, rules, penalty] = MODE.exec(expected.mode) ?? [];
  if (json === undefined || rules === undefined)
    throw new MalformedJsonError(`no scenario ${expected.scenario} with mode ${expected.mode}`);
  const variant = { name: expected.mode, rules: rules as Rules, hyperparameters: { bondsPenalty: Number(penalty) * 65_535 } };
  return { scenario: readScenario(json, expected.scenario), variant };
}

function epochsDifference(expected: ScenarioResult, scenario: Scenario, results: readonly EpochResult[]): Difference | null {
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
