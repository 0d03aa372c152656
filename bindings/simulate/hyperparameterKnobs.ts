import { booleanKnob, proportionKnob, steepnessKnob, type Knob } from "../boundary/knobs.js";
import { u64, type Kind } from "../boundary/kinds.js";
import { DEFAULTS, HYPERPARAMETERS } from "./rules.js";
import type { Hyperparameters } from "./types.js";

const OWN_KNOBS: Readonly<Record<string, Knob<unknown>>> = {
  kappa: proportionKnob(DEFAULTS.kappa),
  bondsPenalty: proportionKnob(DEFAULTS.bondsPenalty),
  alphaLow: proportionKnob(DEFAULTS.alphaLow),
  alphaHigh: proportionKnob(DEFAULTS.alphaHigh),
  alphaSigmoidSteepness: steepnessKnob,
  bondsReset: booleanKnob,
};

/** A field of a scenario as text; u64 are read from text as they are. */
function written(kind: Kind<unknown>): Knob<unknown> {
  const isNumber = (text: string) => kind !== u64 && /^(0|[1-9]\d*)$/.test(text);
  return { read: (text, path) => kind.fromJson(isNumber(text) ? Number(text) : text, path, 0) };
}

/** The chain's hyperparameters under the names of a state's fields. */
export const HYPERPARAMETER_KNOBS = Object.fromEntries(
  Object.entries(HYPERPARAMETERS).map(([name, kind]) => [name, OWN_KNOBS[name] ?? written(kind as Kind<unknown>)]),
) as Readonly<Record<keyof Hyperparameters, Knob<unknown>>>;
