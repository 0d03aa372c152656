import { NO_COMMIT } from "../values/constants.js";
import { checkOptions } from "../boundary/input.js";
import { boolean } from "../boundary/kinds.js";
import { checkYuma } from "../boundary/result.js";
import type { EpochOptions, EpochResult, SubnetState, Yuma } from "../types.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import { singleStake } from "./underRules.js";
import { epochBlocks, periodUnderRules, registerUid, resetBonds, setWeights, upgrade } from "./chain.js";
import { packRows } from "./rows.js";
import { checkAlphaOrder, DEFAULTS, RULES } from "./rules.js";
import { runStates, statesFrom, type SimulatedEpoch } from "./simulate.js";
import { checkScenario, checkVariant } from "./typed.js";
import type { Epochs, Hyperparameters, Scenario, Variant } from "./types.js";

/** Epoch e of a scenario runs at this block and e times as many blocks later as there are between epochs. */
const FIRST_BLOCK = 1_000n;

/** What holds in an epoch of a variant: a later one of these wins over an earlier one. */
export function hyperparametersAt(
  scenario: Scenario,
  variant: Variant,
  epoch: number,
): Hyperparameters & Pick<SubnetState, "yuma3" | "liquidAlpha"> {
  const changes = scenario.changes.filter((change) => change.epoch <= epoch).sort((a, b) => a.epoch - b.epoch);
  const rules = changes.reduce((before, change) => change.rules ?? before, variant.rules);
  const held = { ...DEFAULTS, ...RULES[rules], maxAllowedValidators: scenario.validators.length };
  for (const { hyperparameters } of [scenario, variant, ...changes]) Object.assign(held, hyperparameters);
  return held as Hyperparameters & Pick<SubnetState, "yuma3" | "liquidAlpha">;
}

/** Before the first epoch: nobody has stake, weights or bonds, and every validator has a permit. */
function startOf(scenario: Scenario, variant: Variant): SubnetState {
  const { validators, servers } = scenario;
  const n = validators.length + servers.length;
  const { bondsReset: _, ...hyperparameters } = hyperparametersAt(scenario, variant, 0);
  return {
    ...hyperparameters,
    n,
    currentBlock: FIRST_BLOCK,
    lastMechanismStepBlock: 0n,
    lastUpdate: new BigUint64Array(n),
    blockAtRegistration: new BigUint64Array(n),
    alphaStake: new BigUint64Array(n),
    taoStake: new BigUint64Array(n),
    taoWeight: 0n,
    validatorPermits: Uint8Array.from({ length: n }, (_, uid) => Number(uid < validators.length)),
    ownerUid: null,
    weights: packRows(Array.from({ length: n }, () => [])),
    bonds: packRows(Array.from({ length: n }, () => [])),
    commitReveal: false,
    commitBlocks: new BigUint64Array(n).fill(NO_COMMIT),
  };
}

/** What happens before an epoch, in this order: newcomers, stakes, weights, rules, bond resets. */
function before(scenario: Scenario, variant: Variant, stored: SubnetState, epoch: number, period: Period): SubnetState {
  const { bondsReset, ruleSet, ...hyperparameters } = hyperparametersAt(scenario, variant, epoch);
  const now = <T extends { epochs: Epochs }>(phases: readonly T[]) =>
    phases.filter(({ epochs: [first, last] }) => first <= epoch && epoch <= last);
  const lastBlock = stored.currentBlock - 1n;
  let state = stored;
  for (const { who } of scenario.registrations.filter((event) => event.epoch === epoch)) {
    state = registerUid(state, who, state.currentBlock - period(state) + 1n);
  }
  const alphaStake = state.alphaStake.slice();
  for (const { stake } of now(scenario.stakes)) for (const [uid, rao] of stake) alphaStake[uid] = rao;
  // A server has no weights to renew, and counts as active.
  const lastUpdate = state.lastUpdate.slice().fill(lastBlock, scenario.validators.length);
  state = { ...upgrade(state, ruleSet), ...hyperparameters, alphaStake, lastUpdate };
  if (!RULE_SETS[ruleSet].dynamicTao) state.stake = singleStake(state);
  for (const { weights } of now(scenario.weights)) state = setWeights(state, weights, lastBlock);
  const resets = scenario.bondResets.filter((event) => bondsReset && event.epoch === epoch);
  return resets.reduce((reset, { who }) => resetBonds(reset, who), state);
}

type Period = (state: SubnetState) => bigint;

/** How far epochs of a scenario lie apart. */
export interface ScenarioOptions {
  /**
   * epochs as far apart as the schedule of the rule set's time had them, tempo + 1 blocks up to spec-397 and tempo from
   * spec-425 on; default false, tempo + 1
   */
  periodOfRules?: boolean;
}

const SCENARIO_OPTIONS = { periodOfRules: boolean };

/** The states of a scenario under a rule variant, as `simulationStates` gives them. @throws EpochInputError */
export function scenarioStates(
  scenario: Scenario,
  variant: Variant,
  options: ScenarioOptions = {},
): Generator<SubnetState, void, EpochResult> {
  const [played, under] = [checkScenario(scenario), checkVariant(variant)];
  const { periodOfRules } = checkOptions(options, SCENARIO_OPTIONS);
  const period = periodOfRules ? periodUnderRules : epochBlocks;
  checkAlphaOrder(played, under);
  return statesFrom(startOf(played, under), {
    epochs: played.epochs,
    before: (stored, epoch) => before(played, under, stored, epoch, period),
    blocks: period,
  });
}

/**
 * Runs a scenario under a rule variant, epoch by epoch: epoch e at block 1000 + e (tempo + 1), unless `periodOfRules` has
 * them as far apart as the rules' own schedule; weights are set, and stake moved, in the block before the epoch.
 * @throws EpochInputError where the scenario is not what `readScenario` gives, or an option is none
 */
export function runScenario(
  yuma: Yuma,
  scenario: Scenario,
  variant: Variant,
  options: Pick<EpochOptions, "trace" | "digest"> & ScenarioOptions = {},
): Generator<SimulatedEpoch, void, void> {
  const { trace, digest, periodOfRules } = checkOptions(options, { ...SCENARIO_OPTIONS, trace: boolean, digest: boolean });
  return runStates(checkYuma(yuma), scenarioStates(scenario, variant, { periodOfRules }), { trace, digest });
}
