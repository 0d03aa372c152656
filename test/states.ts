import fc from "fast-check";
import { RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import type { RuleSet, StoredRows, SubnetEpochState, SubnetState } from "../bindings/types.js";

/** Random and hostile states: everything that the boundary lets through. */

const U64_MAX = (1n << 64n) - 1n;

const block = fc.oneof(fc.bigInt(0n, 40n), fc.constantFrom(0n, 1n, U64_MAX, U64_MAX - 1n, 1n << 63n));
const hostileRao = fc.oneof(fc.bigInt(0n, 1_000n), fc.bigInt(0n, U64_MAX), fc.constantFrom(0n, 1n << 62n, 1n << 63n, U64_MAX));
const plainRao = fc.oneof(fc.constant(0n), fc.bigInt(0n, 21_000_000_000_000_000n));
const u16 = fc.oneof(fc.integer({ min: 0, max: 65_535 }), fc.constantFrom(0, 1, 32_767, 32_768, 65_534, 65_535));

export function rowsOf(rows: [number, number][][]): StoredRows {
  const entries = rows.flat();
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
  return { starts, uids: Uint16Array.from(entries, ([uid]) => uid), values: Uint16Array.from(entries, ([, value]) => value) };
}

/** Rows in any order, with duplicates, explicit zeros and uids outside the network. */
function hostileRows(n: number): fc.Arbitrary<StoredRows> {
  const uid = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: Math.max(n - 1, 0) }) }, { weight: 1, arbitrary: u16 });
  const row = fc.array(fc.tuple(uid, u16), { maxLength: n + 2 });
  return fc.array(row, { minLength: n, maxLength: n }).map(rowsOf);
}

/** Rows as a well-behaved validator stores them: ascending, no duplicates. */
function sortedRows(n: number): fc.Arbitrary<StoredRows> {
  const row = fc.array(fc.option(u16, { nil: undefined }), { minLength: n, maxLength: n });
  return fc
    .array(row, { minLength: n, maxLength: n })
    .map((rows) =>
      rowsOf(rows.map((values) => values.flatMap((value, uid): [number, number][] => (value === undefined ? [] : [[uid, value]])))),
    );
}

function u64s(length: number, item: fc.Arbitrary<bigint>): fc.Arbitrary<BigUint64Array> {
  return fc.array(item, { minLength: length, maxLength: length }).map((list) => BigUint64Array.from(list));
}

/** Those of the shaders and of explanations. */
const CURRENT = RULE_SET_IDS.filter((id) => RULE_SETS[id].ownerPrivileged);

interface Kind {
  ruleSets: readonly RuleSet[];
  rao: fc.Arbitrary<bigint>;
  rows: (n: number) => fc.Arbitrary<StoredRows>;
  bondsMovingAverage: fc.Arbitrary<bigint>;
}

const HOSTILE: Kind = {
  ruleSets: CURRENT,
  rao: hostileRao,
  rows: (n) => fc.oneof(hostileRows(n), sortedRows(n)),
  bondsMovingAverage: fc.oneof(fc.bigInt(0n, 1_000_000n), fc.bigInt(0n, U64_MAX), fc.constantFrom(0n, 1_000_000n, 1_000_001n, 1n << 63n)),
};

/** What real networks hold: sums of stake below 2^63, sorted rows, a moving average of at most one. */
const PLAIN: Kind = { ruleSets: CURRENT, rao: plainRao, rows: sortedRows, bondsMovingAverage: fc.bigInt(0n, 1_000_000n) };

function mechanism(n: number, { rows }: Kind) {
  return fc.record({
    lastUpdate: u64s(n, block),
    weights: rows(n),
    bonds: rows(n),
    commitBlocks: u64s(n, block),
    previousConsensus: fc.array(u16, { maxLength: n + 2 }).map((list) => Uint16Array.from(list)),
  });
}

function shared(n: number, { rao }: Kind) {
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

function yuma(n: number, kind: Kind) {
  return {
    ruleSet: fc.constantFrom(...kind.ruleSets),
    tempo: u16,
    lastMechanismStepBlock: block,
    lastYumaStepBlock: fc.option(block, { nil: null }),
    validatorPermits: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }).map((list) => Uint8Array.from(list)),
    maxAllowedValidators: fc.oneof(fc.integer({ min: 0, max: n + 1 }), u16),
    kappa: u16,
    bondsPenalty: u16,
    bondsMovingAverage: kind.bondsMovingAverage,
    yuma3: fc.boolean(),
    liquidAlpha: fc.boolean(),
    alphaSigmoidSteepness: fc.oneof(fc.constant(1_000), fc.integer({ min: -32_768, max: 32_767 })),
    alphaLow: u16,
    alphaHigh: u16,
    liquidAlphaConsensusMode: fc.constantFrom("current", "previous", "auto") satisfies fc.Arbitrary<
      SubnetState["liquidAlphaConsensusMode"]
    >,
  };
}

function stateOf(kind: Kind, maxUids: number): fc.Arbitrary<SubnetState> {
  return fc
    .integer({ min: 0, max: maxUids })
    .chain((n) =>
      fc
        .record({ own: mechanism(n, kind), rest: fc.record({ ...shared(n, kind), ...yuma(n, kind), raoEmission: kind.rao }) })
        .map(({ own, rest }) => ({ ...rest, ...own })),
    );
}

export const hostileState = stateOf(HOSTILE, 9);
export const plainState = stateOf(PLAIN, 12);

/** Of every rule set, with a `stake` for those that read it. */
export const historicState: fc.Arbitrary<SubnetState> = stateOf({ ...HOSTILE, ruleSets: RULE_SET_IDS }, 9).chain((state) =>
  u64s(state.n, hostileRao).map((stake) => ({ ...state, stake, alphaSigmoidSteepness: steepnessUnder(state) })),
);

function steepnessUnder({ ruleSet, alphaSigmoidSteepness: signed }: SubnetState): number {
  return RULE_SETS[ruleSet!].steepnessInHundredths ? signed : signed & 0xffff;
}

export const hostileSubnet: fc.Arbitrary<SubnetEpochState> = fc.integer({ min: 0, max: 6 }).chain((n) => {
  const mechanisms = fc.array(mechanism(n, HOSTILE), { minLength: 1, maxLength: 4 });
  const budgets = {
    minerBudget: hostileRao,
    localDividendBudget: hostileRao,
    rootBudget: hostileRao,
    emissionSplit: fc.option(
      fc.array(u16, { maxLength: 4 }).map((list) => Uint16Array.from(list)),
      { nil: null },
    ),
  };
  const yumaSubnet = fc.record({
    epochConsensus: fc.constant("yuma" as const),
    ...shared(n, HOSTILE),
    ...yuma(n, { ...HOSTILE, ruleSets: RULE_SET_IDS.filter((id) => RULE_SETS[id].mechanisms) }),
    ...budgets,
    mechanisms,
  });
  const nullSubnet = fc.record({
    epochConsensus: fc.constant("null" as const),
    ...shared(n, HOSTILE),
    ...budgets,
    mechanisms: mechanisms.map((list) => list.map(({ previousConsensus: _, ...rest }) => rest)),
  });
  return fc.oneof(yumaSubnet, nullSubnet);
});
