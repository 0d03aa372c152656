import { DEFAULTS, HYPERPARAMETERS, type Hyperparameters } from "../simulate/rules.js";
import { u64, type Kind } from "../boundary/kinds.js";
import type { EpochResult, SubnetState } from "../types.js";
import { booleanKnob, proportionKnob, steepnessKnob, type Knob } from "./knobs.js";

/** One epoch on whatever runs the sweep. */
export type RunEpoch = (state: SubnetState) => Promise<EpochResult>;

export type Settings = Readonly<Record<string, unknown>>;

/** What a point comes to, by name; fractions with six decimals. */
export type Measures = Record<string, number | string>;

/** What a sweep is over: a kind of network with knobs. */
export interface Subject {
  /** everything that may be set; what is not set keeps its default */
  readonly knobs: Readonly<Record<string, Knob<unknown>>>;
  /** @throws YumaError where the settings do not go together */
  run(settings: Settings, epoch: RunEpoch): Promise<Measures>;
}

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

/** Those of the settings that are hyperparameters. */
export function hyperparametersOf(settings: Settings): Partial<Hyperparameters> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name in HYPERPARAMETERS));
}

/** Runs the states of a simulation, on an engine that takes its time. */
export async function* runStates(
  run: RunEpoch,
  states: Generator<SubnetState, void, EpochResult>,
): AsyncGenerator<EpochResult, void, void> {
  let next = states.next();
  while (!next.done) {
    const result = await run(next.value);
    yield result;
    next = states.next(result);
  }
}

export function rounded(value: number): number {
  return Number(value.toFixed(6));
}
