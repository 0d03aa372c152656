import { HYPERPARAMETERS } from "../simulate/rules.js";
import type { Hyperparameters } from "../simulate/types.js";
import type { EpochResult, SubnetState } from "../types.js";
import type { Knob } from "../boundary/knobs.js";

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
