import { isArray, mapped } from "../../values/arrays.js";
import { EpochInputError } from "../../errors.js";
import { checkOptions, refuseSteepness } from "../../boundary/input.js";
import { boolean, integer, u64, type Kind } from "../../boundary/kinds.js";
import type { RuleSet } from "../../types.js";
import { checkAlphas, DEFAULTS as HYPERPARAMETER_DEFAULTS, HYPERPARAMETERS, RULES } from "../rules.js";

/** The knobs of a retention map. Fractions are of one; what is the chain's has the chain's name and unit. */
export interface RetentionOptions {
  /** honest shares of the stake, each below one; default: 0.51, 0.55, 0.6, ... 0.95, 0.99 */
  majorStakes?: readonly number[];
  /** honest utilities: what honest validators give to honest servers; default: 1 down to 0 by 0.02 */
  majorWeights?: readonly number[];
  /** what the cabal's validators give to its own servers; default: as `majorWeights` */
  minorWeights?: readonly number[];
  /** standard deviation of weights, of their mean; default 0.4 */
  weightDeviation?: number;
  /** standard deviation of stakes, of their mean; default 0.3 */
  stakeDeviation?: number;
  /** 4 to 4096, default 512 */
  uids?: number;
  /** how many of the uids are validators, at least 2, and 2 fewer than the uids; default 64 */
  validators?: number;
  /** epochs of each network, of which the last counts; default 1 */
  epochs?: number;
  /** of the random numbers, u64; default 0 */
  seed?: bigint;
  /** the validators' share of the emission; default: the chain's own emission, half and half */
  validatorShare?: number | null;
  ruleSet?: RuleSet;
  /** u16, default 32767 */
  kappa?: number;
  /** u16, default 65535 */
  bondsPenalty?: number;
  /** parts per million, default 900000 */
  bondsMovingAverage?: bigint;
  yuma3?: boolean;
  liquidAlpha?: boolean;
  /** i16, hundredths, default 1000 */
  alphaSigmoidSteepness?: number;
  /** u16, default 45875 */
  alphaLow?: number;
  /** u16, default 58982 */
  alphaHigh?: number;
}

/** The weights from one to zero in this many steps. */
const GRID_STEPS = 50;
const GRID = Array.from({ length: GRID_STEPS + 1 }, (_, step) => (GRID_STEPS - step) / GRID_STEPS);

const DEFAULTS: Required<RetentionOptions> = {
  majorStakes: [0.51, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99],
  majorWeights: GRID,
  minorWeights: GRID,
  weightDeviation: 0.4,
  stakeDeviation: 0.3,
  uids: 512,
  validators: 64,
  epochs: 1,
  seed: 0n,
  validatorShare: null,
  ruleSet: HYPERPARAMETER_DEFAULTS.ruleSet,
  kappa: HYPERPARAMETER_DEFAULTS.kappa,
  bondsPenalty: HYPERPARAMETER_DEFAULTS.bondsPenalty,
  bondsMovingAverage: RULES.yuma2.bondsMovingAverage,
  yuma3: RULES.yuma2.yuma3,
  liquidAlpha: RULES.yuma2.liquidAlpha,
  alphaSigmoidSteepness: HYPERPARAMETER_DEFAULTS.alphaSigmoidSteepness,
  alphaLow: HYPERPARAMETER_DEFAULTS.alphaLow,
  alphaHigh: HYPERPARAMETER_DEFAULTS.alphaHigh,
};

function between(expected: string, fits: (value: number) => boolean): Pick<Kind<number>, "check"> {
  return {
    check(value, path) {
      if (typeof value !== "number" || !fits(value)) throw new EpochInputError(path, expected, value);
      return value;
    },
  };
}

const fraction = between("a fraction from 0 to 1", (value) => value >= 0 && value <= 1);
export const part = between("a fraction above 0 and below 1", (value) => value > 0 && value < 1);

function someOf(item: Pick<Kind<number>, "check">): Pick<Kind<readonly number[]>, "check"> {
  return {
    check(value, path, n) {
      if (!isArray(value) || value.length === 0) throw new EpochInputError(path, "an array with at least one number", value);
      return mapped(value, (element, i) => item.check(element, `${path}[${i}]`, n));
    },
  };
}

/** The options with what is left out filled in. @throws EpochInputError */
export function checkRetentionOptions(options: RetentionOptions): Required<RetentionOptions> {
  const given = checkOptions<Required<RetentionOptions>>(options as Required<RetentionOptions>, {
    majorStakes: someOf(part),
    majorWeights: someOf(fraction),
    minorWeights: someOf(fraction),
    weightDeviation: fraction,
    stakeDeviation: fraction,
    uids: integer(4, 4_096, "a number of uids from 4 to 4096"),
    validators: integer(2, 4_094, "a number of validators from 2 to 4094"),
    epochs: integer(1, 1_000_000, "a number of epochs from 1 to 1000000"),
    seed: u64,
    validatorShare: { check: (value, path, n) => (value === null ? null : fraction.check(value, path, n)) },
    ruleSet: HYPERPARAMETERS.ruleSet,
    kappa: HYPERPARAMETERS.kappa,
    bondsPenalty: HYPERPARAMETERS.bondsPenalty,
    bondsMovingAverage: HYPERPARAMETERS.bondsMovingAverage,
    yuma3: boolean,
    liquidAlpha: boolean,
    alphaSigmoidSteepness: HYPERPARAMETERS.alphaSigmoidSteepness,
    alphaLow: HYPERPARAMETERS.alphaLow,
    alphaHigh: HYPERPARAMETERS.alphaHigh,
  });
  const all = { ...DEFAULTS, ...given };
  if (all.validators > all.uids - 2)
    throw new EpochInputError("options.validators", `at most ${all.uids - 2} of ${all.uids} uids`, all.validators);
  checkAlphas(all, "options.alphaLow");
  refuseSteepness(all, "options");
  return all;
}
