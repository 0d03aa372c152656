import { EpochInputError } from "../errors.js";
import { epochDigest } from "../boundary/canonical.js";
import { largest, smallest } from "../values/extremes.js";
import { simulationStates } from "../simulate/simulate.js";
import { RULE_NAMES } from "../simulate/rules.js";
import type { Rules } from "../simulate/types.js";
import type { EpochResult, SubnetState } from "../types.js";
import { newNetwork } from "./drawn.js";
import { DrawnNetwork, type DrawnSettings } from "./drawnNetwork.js";
import { choiceKnob, integerKnob, proportionKnob } from "../boundary/knobs.js";
import { rounded, runStates, type Measures, type Subject } from "./subject.js";
import { HYPERPARAMETER_KNOBS } from "../simulate/hyperparameterKnobs.js";

const U16_MAX = 65_535;

interface NetworkSettings extends DrawnSettings {
  epochs: number;
  rules: Rules;
}

const NETWORK_DEFAULTS: NetworkSettings = {
  uids: 64,
  validators: 16,
  epochs: 10,
  seed: 0,
  density: U16_MAX,
  weightDeviation: 13_107, // 0.2
  rules: "yuma3",
};

/**
 * A random network, drawn from SplitMix64 with the seed, in this order; all integers:
 * - a validator's stake: (1 + u16) x 2^k alpha, k uniform from 0 to 3, so that a few have most of it;
 * - a miner's quality (drawQuality);
 * - in every epoch, for every validator and miner: whether the miner is scored (a u16 at or below `density`), and if so
 *   its weight (drawWeight).
 * Measures of the last epoch, as fractions of one: the stake-weighted mean of the validators' trust, the largest
 * incentive, the miners that earn anything, the least and the most dividends for the share of the stake; and its digest.
 */
export const networkSubject: Subject = {
  knobs: {
    uids: integerKnob(2, 4_096),
    validators: integerKnob(1, 4_095),
    epochs: integerKnob(1, 100_000),
    seed: integerKnob(0, Number.MAX_SAFE_INTEGER),
    density: proportionKnob(),
    weightDeviation: proportionKnob(),
    rules: choiceKnob(RULE_NAMES),
    ...HYPERPARAMETER_KNOBS,
  },
  async run(settings, run) {
    const network: NetworkSettings = { ...NETWORK_DEFAULTS, ...(settings as Partial<NetworkSettings>) };
    if (network.validators >= network.uids) {
      throw new EpochInputError("validators", `fewer than the ${network.uids} uids`, network.validators);
    }
    const drawn = new DrawnNetwork(network);
    const start = newNetwork(drawn.stakes, network.uids - network.validators, network.rules, settings);
    const before = (stored: SubnetState): SubnetState => ({
      ...stored,
      weights: drawn.nextWeights(),
      lastUpdate: stored.lastUpdate.map((last, uid) => (uid < network.validators ? stored.currentBlock - 1n : last)),
    });
    let last: EpochResult | undefined;
    for await (const result of runStates(run, simulationStates(start, { epochs: network.epochs, before }))) last = result;
    return measures(last!, start, network);
  },
};

function measures(result: EpochResult, { alphaStake }: SubnetState, { validators }: NetworkSettings): Measures {
  const stakes = Array.from(alphaStake.subarray(0, validators), Number);
  const total = stakes.reduce((sum, stake) => sum + stake, 0);
  const returns = stakes.map((stake, uid) => (result.dividends[uid]! * total) / (U16_MAX * stake));
  const miners = Array.from(result.incentive.subarray(validators));
  return {
    validatorTrust: rounded(stakes.reduce((sum, stake, uid) => sum + stake * result.validatorTrust[uid]!, 0) / (total * U16_MAX)),
    topIncentive: rounded(largest(miners) / U16_MAX),
    earningMiners: rounded(miners.filter((incentive) => incentive > 0).length / miners.length),
    leastReturn: rounded(smallest(returns)),
    mostReturn: rounded(largest(returns)),
    digest: epochDigest(result),
  };
}
