import { EpochInputError } from "../errors.js";
import { scenarioStates } from "../simulate/scenario.js";
import { RULE_NAMES } from "../simulate/rules.js";
import type { Rules, Scenario } from "../simulate/types.js";
import { choiceKnob, integerKnob, type Knob } from "../boundary/knobs.js";
import { hyperparametersOf, rounded, runStates, type Settings, type Subject } from "./subject.js";
import { HYPERPARAMETER_KNOBS } from "../simulate/hyperparameterKnobs.js";

const STAKE = "stake:";
const RAO_PER_MILLIONTH = 1_000_000_000n;

/** Millions of alpha, as in a scenario's file. */
const stakeKnob: Knob<number> = {
  read(written, path) {
    if (!/^(0|[1-9]\d*)(\.\d+)?$/.test(written) || Number(written) > 10_000)
      throw new EpochInputError(path, "a number from 0 to 10000", written);
    return Number(written);
  },
};

/**
 * A scenario with other hyperparameters than its own, in every epoch; `rules`: yuma2, yuma3 (default) or yuma3-liquid;
 * `epochs`: fewer than the scenario has; `stake:NAME`: what a validator has throughout, in millions of alpha. Measures:
 * each validator's dividends and each server's incentive, summed over the epochs, as fractions of one an epoch.
 */
export function scenarioSubject(scenario: Scenario): Subject {
  const stakes = scenario.validators.map((name) => [`${STAKE}${name}`, stakeKnob] as const);
  return {
    knobs: {
      rules: choiceKnob(RULE_NAMES),
      epochs: integerKnob(1, scenario.epochs),
      ...HYPERPARAMETER_KNOBS,
      ...Object.fromEntries(stakes),
    },
    async run(settings, epoch) {
      const { rules = "yuma3", epochs = scenario.epochs } = settings as { rules?: Rules; epochs?: number };
      const set = { ...withSettings(scenario, settings), epochs };
      const variant = { name: rules, rules, hyperparameters: {} };
      const dividends = scenario.validators.map(() => 0);
      const incentive = scenario.servers.map(() => 0);
      for await (const result of runStates(epoch, scenarioStates(set, variant))) {
        dividends.forEach((_, i) => (dividends[i]! += result.dividends[i]!));
        incentive.forEach((_, j) => (incentive[j]! += result.incentive[scenario.validators.length + j]!));
      }
      const sums = (kind: string, names: readonly string[], values: readonly number[]) =>
        values.map((value, i): [string, number] => [`${kind}:${names[i]}`, rounded(value / 65_535)]);
      return Object.fromEntries([...sums("dividends", scenario.validators, dividends), ...sums("incentive", scenario.servers, incentive)]);
    },
  };
}

/** What is set holds in every epoch, over what the scenario says about some. */
function withSettings(scenario: Scenario, settings: Settings): Scenario {
  const hyperparameters = hyperparametersOf(settings);
  const stake = new Map(
    scenario.validators.flatMap((name, uid): [number, bigint][] => {
      const millions = settings[`${STAKE}${name}`] as number | undefined;
      return millions === undefined ? [] : [[uid, BigInt(Math.round(millions * 1e6)) * RAO_PER_MILLIONTH]];
    }),
  );
  return {
    ...scenario,
    hyperparameters: { ...scenario.hyperparameters, ...hyperparameters },
    stakes: [...scenario.stakes, { epochs: [0, scenario.epochs - 1], stake }],
    changes: [...scenario.changes, { epoch: 0, rules: null, hyperparameters }].map((change) => ({
      ...change,
      hyperparameters: { ...change.hyperparameters, ...hyperparameters },
    })),
  };
}
