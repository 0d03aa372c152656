import { expect, it, describe } from "vitest";
import { loadYuma } from "../../bindings/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { readScenario, runScenario, type Scenario } from "../../bindings/simulate/index.js";
import { scenarioFile } from "../../site/model/scenarioFile.js";

const yuma = await loadYuma();

function digests(scenario: Scenario, variant: Scenario["variants"][number]): (string | undefined)[] {
  return Array.from(runScenario(yuma, scenario, variant, { digest: true }), ({ result }) => result.digest);
}

describe("scenario file", () => {
  it.each(Object.keys(SCENARIOS))("%s is read back as it was", (name) => {
    const scenario = readScenario(SCENARIOS[name]);
    const again = readScenario(scenarioFile(scenario));
    expect({ ...again, notes: [] }).toEqual({ ...scenario, notes: [] });
    for (const variant of scenario.variants) expect(digests(again, variant)).toEqual(digests(scenario, variant));
  });
});
