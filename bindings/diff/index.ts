import { checkState, record, type CheckedState } from "../input.js";
import { checkYuma } from "../result.js";
import type { EpochResult, EpochTrace, SubnetState, Yuma } from "../types.js";
import { placesOf, type Difference } from "./places.js";

export type { Difference } from "./places.js";

/** A field of the states, or a part of both epochs' traces and results, that is not the same. */
export interface PartDifference extends Difference {
  /** the stage that makes it, or "input" */
  stage: string;
  source: "state" | "trace" | "result";
  field: string;
}

/** Two epochs, part by part; both lists are empty where all is equal. */
export interface EpochDiff {
  /** fields of the states */
  inputs: PartDifference[];
  /** parts of trace and result in the order in which an epoch makes them: what comes first may have caused the rest */
  stages: PartDifference[];
}

/** A state and the engine that runs it. */
export interface DiffSide {
  yuma: Yuma;
  state: SubnetState;
}

type Part = readonly [source: "trace", field: keyof EpochTrace] | readonly [source: "result", field: Exclude<keyof EpochResult, "trace" | "digest">];

/** What every stage makes, in the order of the epoch. */
export const STAGE_PARTS: Readonly<Record<string, readonly Part[]>> = {
  stake: [["result", "stake"], ["trace", "stake"], ["result", "stakeWeight"]],
  masks: [["result", "active"], ["result", "newValidatorPermits"], ["trace", "activeStake"]],
  weights: [["trace", "weightsNormalized"]],
  consensus: [
    ["trace", "consensus"],
    ["result", "consensus"],
    ["trace", "clippedWeights"],
    ["trace", "validatorTrust"],
    ["result", "validatorTrust"],
  ],
  incentive: [["trace", "ranksBeforeNormalize"], ["trace", "incentive"], ["result", "incentive"]],
  bonds: [["trace", "weightsForBonds"], ["trace", "liquidAlphaConsensus"], ["trace", "emaBonds"], ["result", "bonds"]],
  dividends: [["trace", "dividends"], ["result", "dividends"]],
  emission: [["result", "serverEmission"], ["result", "validatorEmission"], ["result", "emission"]],
};

/**
 * How two epochs differ: their states field by field, then every stage's vectors and rows in the order of the epoch,
 * exactly.
 * @throws EpochInputError where a state cannot be a chain state
 * @throws EpochSizeError where one does not fit into memory
 */
export function diff(a: DiffSide, b: DiffSide): EpochDiff {
  const sides = [checkSide(a, "a"), checkSide(b, "b")] as const;
  const states = [sides[0].state, sides[1].state] as const;
  const inputs = Object.keys(states[0]).flatMap((field) => partDifference("input", "state", field, ...pair(states, field)));
  const results = [sides[0].yuma.epoch(states[0], { trace: true }), sides[1].yuma.epoch(states[1], { trace: true })] as const;
  const traces = [results[0].trace, results[1].trace] as const;
  const stages = Object.entries(STAGE_PARTS).flatMap(([stage, parts]) =>
    parts.flatMap(([source, field]) => partDifference(stage, source, field, ...pair(source === "trace" ? traces : results, field))),
  );
  return { inputs, stages };
}

function checkSide(side: DiffSide, path: string): { yuma: Yuma; state: CheckedState } {
  const { yuma, state } = record(side, path);
  return { yuma: checkYuma(yuma, `${path}.yuma`), state: checkState(state as SubnetState, `${path}.state`) };
}

function pair(sides: readonly [object, object], field: string): [unknown, unknown] {
  const [a, b] = sides as readonly [Record<string, unknown>, Record<string, unknown>];
  return [a[field], b[field]];
}

function partDifference(stage: string, source: PartDifference["source"], field: string, a: unknown, b: unknown): PartDifference[] {
  // What a rule set has no name for in its trace is no difference of the outcome.
  if (a === undefined || b === undefined) return [];
  const found = placesOf(a, b);
  return found === null ? [] : [{ stage, source, field, ...found }];
}
