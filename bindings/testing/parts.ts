/** What states and subnets are made of. */
import fc from "fast-check";
import { LIQUID_ALPHA_CONSENSUS_MODES } from "../boundary/input.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { RuleSet, StoredRows } from "../types.js";
import { U64_MAX } from "../values/constants.js";
import type { StateOptions } from "./options.js";
import { hostileRows, sortedRows } from "./rows.js";
import { block, hostileRao, plainRao, u16, u16s, u64s } from "./values.js";

/** In what plain and hostile states differ. */
export interface Manner {
  rao: fc.Arbitrary<bigint>;
  rows: (n: number) => fc.Arbitrary<StoredRows>;
  /** parts per million */
  bondsMovingAverage: fc.Arbitrary<bigint>;
}

export const HOSTILE: Manner = {
  rao: hostileRao,
  rows: (n) => fc.oneof(hostileRows(n), sortedRows(n)),
  bondsMovingAverage: fc.oneof(fc.bigInt(0n, 1_000_000n), fc.bigInt(0n, U64_MAX), fc.constantFrom(0n, 1_000_000n, 1_000_001n, 1n << 63n)),
};

export const PLAIN: Manner = { rao: plainRao, rows: sortedRows, bondsMovingAverage: fc.bigInt(0n, 1_000_000n) };

/** A mechanism's own part, `previousConsensus` apart. */
export function mechanism(n: number, { rows }: Manner) {
  return { lastUpdate: u64s(n, block), weights: rows(n), bonds: rows(n), commitBlocks: u64s(n, block) };
}

/** Also of another length than there are uids. */
export function previousConsensus(n: number) {
  return { previousConsensus: u16s(n + 2) };
}

export function shared(n: number, { rao }: Manner) {
  return {
    n: fc.constant(n),
    currentBlock: block,
    activityCutoff: block,
    blockAtRegistration: u64s(n, block),
    alphaStake: u64s(n, rao),
    taoStake: u64s(n, rao),
    taoWeight: fc.oneof(fc.bigInt(0n, U64_MAX), fc.constantFrom(0n, U64_MAX)),
    stakeThreshold: fc.oneof(fc.constant(0n), rao),
    ownerUid: fc.option(fc.integer({ min: 0, max: n + 1 }), { nil: null }),
    commitReveal: fc.boolean(),
  };
}

/** One value where it is said, else what is drawn. */
function given<T>(value: T | undefined, drawn: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return value === undefined ? drawn : fc.constant(value);
}

export function yuma(n: number, ruleSet: RuleSet, { bondsMovingAverage }: Manner, options: StateOptions) {
  const steepness = RULE_SETS[ruleSet].steepnessInHundredths
    ? fc.oneof(fc.constant(1_000), fc.integer({ min: -32_768, max: 32_767 }))
    : fc.oneof(fc.constant(1_000), u16);
  return {
    ruleSet: fc.constant(ruleSet),
    tempo: u16,
    lastMechanismStepBlock: block,
    lastYumaStepBlock: fc.option(block, { nil: null }),
    validatorPermits: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }).map((list) => Uint8Array.from(list)),
    maxAllowedValidators: fc.oneof(fc.integer({ min: 0, max: n + 1 }), u16),
    kappa: u16,
    bondsPenalty: u16,
    bondsMovingAverage,
    yuma3: given(options.yuma3, fc.boolean()),
    liquidAlpha: given(options.liquidAlpha, fc.boolean()),
    alphaSigmoidSteepness: steepness,
    alphaLow: u16,
    alphaHigh: u16,
    liquidAlphaConsensusMode: given(options.liquidAlphaConsensusMode, fc.constantFrom(...LIQUID_ALPHA_CONSENSUS_MODES)),
  };
}
