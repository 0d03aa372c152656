/**
 * A subnet over many epochs: bonds, permits, consensus and blocks carried as the chain stores them.
 *
 * @example
 * const scenario = readScenario(text);
 * for (const variant of scenario.variants) {
 *   for (const { epoch, result } of runScenario(yuma, scenario, variant)) console.log(variant.name, epoch, result.dividends);
 * }
 *
 * @module yuma-consensus/simulate
 */
export { advance } from "./advance.js";
export { epochBlocks, registerUid, resetBonds, setWeights, upgrade } from "./boundary.js";
export { readScenario } from "./read.js";
export {
  neededUtility,
  retentionMap,
  retentionMapOnGpu,
  retentionMapOnPool,
  retentionMapSize,
  type RetentionOptions,
  type RetentionRow,
} from "./retention/index.js";
export { rulesOf, type RulesOf } from "./rulesOf.js";
export { runScenario, scenarioStates, type ScenarioOptions } from "./scenario.js";
export { simulate, simulationStates, type SimulatedEpoch, type SimulateOptions } from "./simulate.js";
export * from "../errors.js";
export type * from "./types.js";
