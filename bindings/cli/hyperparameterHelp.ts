import { LIQUID_ALPHA_CONSENSUS_MODES } from "../boundary/input.js";
import { RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import { listed } from "./wrapped.js";

/** The hyperparameters that KEY=VALUE sets in scenarios and sweeps, with their units: the help of both. */
export const HYPERPARAMETER_HELP = `hyperparameters:
  kappa, bondsPenalty, alphaLow, alphaHigh
                    fractions with a point, 0.5 or 1.0, or 65535ths without
  bondsMovingAverage
                    how much of the old bonds stays, parts per million
  alphaSigmoidSteepness
                    hundredths, from -32768 to 32767
  tempo, activityCutoff
                    blocks
  stakeThreshold, raoEmission
                    rao
  maxAllowedValidators
                    how many get a permit
  liquidAlphaConsensusMode
                    ${LIQUID_ALPHA_CONSENSUS_MODES.join(", ")}
  ruleSet
${listed(RULE_SET_IDS, 20, 118)}
  bondsReset        true or false`;
