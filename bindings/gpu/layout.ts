/**
 * Where the shaders find each value: the structs and sections of shaders/shared/record.wgsl under the same names, in
 * the same order. test/gpu/layout.test.ts compares the two.
 */

/** The vectors of a state, which the device takes as they are. */
export const VECTOR_FIELDS = [
  "alphaStake",
  "taoStake",
  "lastUpdate",
  "blockAtRegistration",
  "commitBlocks",
  "validatorPermits",
  "previousConsensus",
] as const;

/** Where a network's values lie: u32 fields. */
export const NETWORK_PLACES = [
  "uids",
  "firstUid",
  "slots",
  "firstCell",
  ...VECTOR_FIELDS,
  "slotRows",
  "weightUids",
  "weightValues",
  "bondUids",
  "bondValues",
  "result",
  "status",
  "output",
] as const;

/** Its parameters: u32 fields. With the places they are an even number. */
export const NETWORK_WORDS = ["flags", "ownerUid", "maxAllowedValidators", "previousConsensusLength", "taoWeight"] as const;

/** Its parameters of two words each: u64 or raw I32F32. */
export const NETWORK_PAIRS = [
  "currentBlock",
  "activityCutoff",
  "stakeThreshold",
  "bondsCutoff",
  "raoEmission",
  "majority",
  "penalty",
  "emaAlpha",
  "emaRest",
  "sigmoidExponent",
  "alphaLow",
  "alphaHigh",
] as const;

/** Where each field of a record lies, in words. */
export const NETWORK_WORD = /* @__PURE__ */ (() => {
  const single = [...NETWORK_PLACES, ...NETWORK_WORDS];
  const words = [...single.map((name, i) => [name, i]), ...NETWORK_PAIRS.map((name, i) => [name, single.length + 2 * i])];
  return Object.fromEntries(words) as Record<NetworkField, number>;
})();

type NetworkField = (typeof NETWORK_PLACES)[number] | (typeof NETWORK_WORDS)[number] | (typeof NETWORK_PAIRS)[number];

export const NETWORK_SIZE = NETWORK_PLACES.length + NETWORK_WORDS.length + 2 * NETWORK_PAIRS.length;

export type NetworkPlaces = Record<(typeof NETWORK_PLACES)[number], number>;
export type NetworkParameters = Record<(typeof NETWORK_WORDS)[number], number> & Record<(typeof NETWORK_PAIRS)[number], bigint>;

export const FLAGS = {
  COMMIT_REVEAL: 1,
  YUMA3: 2,
  LIQUID_ALPHA: 4,
  COMPARES_WITH_PREVIOUS: 8,
  GATED_BY_SELECTED: 16,
  TAO_WEIGHT_IS_ONE: 32,
} as const;

/** invocations of a workgroup, and so the uids of a tile */
export const GROUP = 64;

/** no uid, no network */
export const NOTHING = 0xffff_ffff;

/** vectors of raw I32F32 that the device keeps of every uid */
export const VECTORS = 12;

/** words of a slot in the state: its uid, and where its weights and bonds begin and end */
export const SLOT_WORDS = 5;

/** words of a network's status, in front of all results */
export const STATUS_WORDS = 12;

/** what the last stage of a network leaves in its status */
export const DONE = 0x79756d61;

/** words a uid of what the device keeps of a result; behind them is one a slot */
export const RESULT_WORDS = 15;

export const BYTES = { word: 4, half: 2, cell: 4, average: 8, vector: 8 } as const;

/** Of words whole pairs, of halves whole words. */
export function toEven(count: number): number {
  return count + (count & 1);
}
