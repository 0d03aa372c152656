import { ChainTrapError } from "../errors.js";
import { checkState, record, type CheckedState } from "../boundary/input.js";
import { checkYuma } from "../boundary/result.js";
import type { HistoricEpochResult, HistoricEpochTrace, SubnetState, Yuma } from "../types.js";
import { placesOf, type Difference } from "./places.js";

export type { Difference } from "./places.js";

/** A field of the states, or a part of both epochs' traces and results, that is not the same. */
export interface PartDifference extends Difference {
  /** the stage that makes it, or "input" */
  stage: string;
  source: "state" | "trace" | "result";
  field: string;
}

/** One of something for each side. */
export interface Sides<T> {
  a: T;
  b: T;
}

/** Two epochs, part by part. */
export interface EpochDiff {
  /** fields of the states; empty where they are equal */
  inputs: PartDifference[];
  /**
   * parts of trace and result in the order in which an epoch makes them, empty where they are equal: what comes first may
   * have caused the rest
   */
  stages: PartDifference[];
  /** the parts of the result that the other side's rule set has not, which is no difference */
  only: Sides<string[]>;
  /** what a side's chain would have aborted on, null where it would not; where one would, there are no stages */
  traps: Sides<string | null>;
}

/** Whether the states and what came of them are equal. */
export function isEqual({ inputs, stages, traps }: EpochDiff): boolean {
  return inputs.length + stages.length === 0 && traps.a === traps.b;
}

/** A state and the engine that runs it. */
export interface DiffSide {
  yuma: Yuma;
  state: SubnetState;
}

type ResultPart = Exclude<keyof HistoricEpochResult, "trace" | "digest">;

type Part = readonly [source: "trace", field: keyof HistoricEpochTrace] | readonly [source: "result", field: ResultPart];

/** What every stage makes, in the order of the epoch. */
export const STAGE_PARTS: Readonly<Record<string, readonly Part[]>> = {
  stake: [
    ["result", "stake"],
    ["trace", "stake"],
    ["result", "stakeWeight"],
  ],
  masks: [
    ["result", "active"],
    ["result", "newValidatorPermits"],
    ["trace", "activeStake"],
  ],
  weights: [["trace", "weightsNormalized"]],
  consensus: [
    ["trace", "consensus"],
    ["result", "consensus"],
    ["trace", "clippedWeights"],
    ["trace", "validatorTrust"],
    ["result", "validatorTrust"],
  ],
  incentive: [
    ["trace", "preRanks"],
    ["trace", "ranksBeforeNormalize"],
    ["trace", "incentive"],
    ["result", "incentive"],
    ["result", "ranks"],
    ["trace", "trust"],
    ["result", "trust"],
  ],
  bonds: [
    ["trace", "weightsForBonds"],
    ["trace", "bondsNormalized"],
    ["trace", "bondsDelta"],
    ["trace", "liquidAlphaConsensus"],
    ["trace", "liquidQuantiles"],
    ["trace", "liquidLogistic"],
    ["trace", "liquidAlpha"],
    ["trace", "emaBonds"],
    ["result", "bonds"],
  ],
  dividends: [
    ["trace", "dividends"],
    ["result", "dividends"],
  ],
  emission: [
    ["result", "serverEmission"],
    ["result", "validatorEmission"],
    ["result", "emission"],
    ["result", "pruningScores"],
  ],
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
  const outcomes = [outcomeOf(sides[0]), outcomeOf(sides[1])] as const;
  const [left, right] = outcomes.map(({ result }) => result);
  const traps = { a: outcomes[0].trap, b: outcomes[1].trap };
  if (left == null || right == null) return { inputs, stages: [], only: { a: [], b: [] }, traps };
  const traces = [left.trace!, right.trace!] as const;
  const stages = Object.entries(STAGE_PARTS).flatMap(([stage, parts]) =>
    parts.flatMap(([source, field]) => partDifference(stage, source, field, ...pair(source === "trace" ? traces : [left, right], field))),
  );
  return { inputs, stages, only: { a: partsWithout(left, right), b: partsWithout(right, left) }, traps };
}

interface Outcome {
  result: HistoricEpochResult | null;
  trap: string | null;
}

function outcomeOf({ yuma, state }: { yuma: Yuma; state: CheckedState }): Outcome {
  try {
    return { result: yuma.epoch(state, { trace: true }), trap: null };
  } catch (error) {
    if (error instanceof ChainTrapError) return { result: null, trap: error.reason };
    throw error;
  }
}

function partsWithout(result: HistoricEpochResult, other: HistoricEpochResult): string[] {
  const parts = Object.values(STAGE_PARTS).flatMap((list) => list.flatMap(([source, field]) => (source === "result" ? [field] : [])));
  return parts.filter((field) => result[field] !== undefined && other[field] === undefined);
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
