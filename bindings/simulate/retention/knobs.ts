import { RULE_SET_IDS } from "../../ruleSets/ruleSets.js";
import { booleanKnob, choiceKnob, fractionKnob, integerKnob, listKnob, steepnessKnob, u64Knob, type Knob } from "../../boundary/knobs.js";
import { HYPERPARAMETER_KNOBS } from "../hyperparameterKnobs.js";
import type { RetentionOptions } from "./options.js";

/** How the options of a retention map are written. */
export const RETENTION_KNOBS: { readonly [Name in keyof RetentionOptions]-?: Knob<RetentionOptions[Name]> } = {
  majorStakes: listKnob(fractionKnob),
  majorWeights: listKnob(fractionKnob),
  minorWeights: listKnob(fractionKnob),
  weightDeviation: fractionKnob,
  stakeDeviation: fractionKnob,
  uids: integerKnob(4, 4_096),
  validators: integerKnob(2, 4_094),
  epochs: integerKnob(1, 1_000_000),
  seed: u64Knob,
  validatorShare: fractionKnob,
  ruleSet: choiceKnob(RULE_SET_IDS),
  kappa: HYPERPARAMETER_KNOBS.kappa as Knob<number>,
  bondsPenalty: HYPERPARAMETER_KNOBS.bondsPenalty as Knob<number>,
  bondsMovingAverage: u64Knob,
  yuma3: booleanKnob,
  liquidAlpha: booleanKnob,
  alphaSigmoidSteepness: steepnessKnob,
  alphaLow: HYPERPARAMETER_KNOBS.alphaLow as Knob<number>,
  alphaHigh: HYPERPARAMETER_KNOBS.alphaHigh as Knob<number>,
};
