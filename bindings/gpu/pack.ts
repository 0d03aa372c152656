/** Puts the states of a chunk into the buffers that the shaders read. */
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { CheckedState } from "../boundary/input.js";
import { I32F32, U16_MAX } from "../reference/fixed.js";
import { bondsCutoff } from "../reference/masks.js";
import { emaAlphaSaturating, emaAlphaWrapping, proportionFromU16, taoWeightX32 } from "../reference/proportion.js";
import {
  BYTES,
  FLAGS,
  GROUP,
  NETWORK_PAIRS,
  NETWORK_PLACES,
  NETWORK_SIZE,
  NETWORK_WORDS,
  NOTHING,
  STATUS_WORDS,
  type NetworkParameters,
  type NetworkPlaces,
} from "./layout.js";
import { isLiquid, modesOf, type Modes } from "./modes.js";
import type { Job } from "./plan.js";

/** A part of a list of work that one dispatch takes. */
export interface Slice {
  /** word of the state where it begins */
  list: number;
  count: number;
  /** cells, about, that it visits */
  cost: number;
}

export type WorkKind = "network" | "tile" | "row";

export interface Packed {
  networks: Uint32Array;
  state: Uint32Array;
  storedWeights: Uint16Array;
  storedBonds: Uint16Array;
  uids: number;
  cells: number;
  resultWords: number;
  /** word of `results` where each job's result begins */
  resultAt: number[];
  cellAt: number[];
  modes: Modes;
  slices: Record<WorkKind, Slice[]>;
}

/** Cells that a dispatch visits at most (a single item of work may have more): a watchdog ends what takes too long. */
const SLICE_COST = 4 * 1024 * 1024;

export function pack(jobs: readonly Job[]): Packed {
  const sum = (value: (job: Job) => number) => jobs.reduce((total, job) => total + value(job), 0);
  const uids = sum(({ state }) => state.n);
  const lists = sum(({ shape }) => shape.listWords);
  const packed: Packed = {
    networks: new Uint32Array(jobs.length * NETWORK_SIZE),
    state: new Uint32Array(lists + sum(({ shape }) => shape.stateWords)),
    storedWeights: new Uint16Array(sum(({ shape }) => shape.weightHalves)),
    storedBonds: new Uint16Array(sum(({ shape }) => shape.bondHalves)),
    uids,
    cells: sum(({ shape }) => shape.cells),
    resultWords: sum(({ shape }) => shape.resultWords),
    resultAt: [],
    cellAt: [],
    modes: modesOf(jobs),
    slices: { network: [], tile: [], row: [] },
  };
  packNetworks(jobs, packed, lists);
  packLists(jobs, packed);
  return packed;
}

function packNetworks(jobs: readonly Job[], packed: Packed, lists: number): void {
  const { networks, state: words, storedWeights, storedBonds } = packed;
  const stateBytes = new Uint8Array(words.buffer);
  const stateHalves = new Uint16Array(words.buffer);
  let at = lists;
  let firstUid = 0;
  let firstCell = 0;
  let weight = 0;
  let bond = 0;
  // The u64 parts of a result need an even word to begin with.
  let result = jobs.length * STATUS_WORDS;
  jobs.forEach(({ state, shape }, network) => {
    const { n } = state;
    const u64s = (values: BigUint64Array) => {
      const start = at;
      words.set(new Uint32Array(values.buffer, values.byteOffset, 2 * n), at);
      at += 2 * n;
      return start;
    };
    const places: NetworkPlaces = {
      uids: n,
      firstUid,
      slots: shape.slotUids.length,
      firstCell,
      alphaStake: u64s(state.alphaStake),
      taoStake: u64s(state.taoStake),
      lastUpdate: u64s(state.lastUpdate),
      blockAtRegistration: u64s(state.blockAtRegistration),
      commitBlocks: u64s(state.commitBlocks),
      validatorPermits: at,
      previousConsensus: at + Math.ceil(n / 4),
      slotRows: at + Math.ceil(n / 4) + Math.ceil(state.previousConsensus.length / 2),
      weightUids: weight,
      weightValues: weight + state.weights.uids.length,
      bondUids: bond,
      bondValues: bond + state.bonds.uids.length,
      result,
      status: network * STATUS_WORDS,
    };
    stateBytes.set(state.validatorPermits, 4 * places.validatorPermits);
    stateHalves.set(state.previousConsensus, 2 * places.previousConsensus);
    at = packSlots(state, shape.slotUids, words, places.slotRows);
    storedWeights.set(state.weights.uids, places.weightUids);
    storedWeights.set(state.weights.values, places.weightValues);
    storedBonds.set(state.bonds.uids, places.bondUids);
    storedBonds.set(state.bonds.values, places.bondValues);
    writeNetwork(networks, network * NETWORK_SIZE, places, parametersOf(state, shape.ascending));
    packed.resultAt.push(result);
    packed.cellAt.push(firstCell);
    firstUid += n;
    firstCell += shape.cells;
    weight += shape.weightHalves;
    bond += shape.bondHalves;
    result += shape.resultWords - STATUS_WORDS;
  });
}

function packSlots(
  { weights, bonds, validatorPermits, ownerUid }: CheckedState,
  slotUids: Uint16Array,
  words: Uint32Array,
  from: number,
): number {
  let at = from;
  for (const uid of slotUids) {
    const start = weights.starts[uid]!;
    words[at++] = uid;
    words[at++] = start;
    words[at++] = validatorPermits[uid] !== 0 || uid === ownerUid ? weights.starts[uid + 1]! : start;
    words[at++] = bonds.starts[uid]!;
    words[at++] = bonds.starts[uid + 1]!;
  }
  return at;
}

const MINUS_HUNDRED = I32F32.fromInteger(-100n);
/** What the shaders need of a state's parameters, by the specification's own functions. */
function parametersOf(state: CheckedState, ascending: boolean): NetworkParameters {
  const rules = RULE_SETS[state.ruleSet];
  const taoWeight = taoWeightX32(state.taoWeight);
  const emaAlpha = state.yuma3 ? emaAlphaWrapping(state.bondsMovingAverage) : emaAlphaSaturating(state.bondsMovingAverage);
  const { liquidAlphaConsensusMode: mode, previousConsensus } = state;
  const isPrevious = mode === "previous" || (mode === "auto" && BigInt(state.bondsPenalty) === U16_MAX);
  const flags =
    (state.commitReveal ? FLAGS.COMMIT_REVEAL : 0) |
    (state.yuma3 ? FLAGS.YUMA3 : 0) |
    (isLiquid(state) ? FLAGS.LIQUID_ALPHA : 0) |
    (rules.liquidAlphaConsensusSelectable && isPrevious && previousConsensus.length > 0 ? FLAGS.COMPARES_WITH_PREVIOUS : 0) |
    (rules.liquidAlphaGateSelected ? FLAGS.GATED_BY_SELECTED : 0) |
    (ascending ? 0 : FLAGS.UNSORTED);
  return {
    flags,
    ownerUid: state.ownerUid ?? NOTHING,
    maxAllowedValidators: state.maxAllowedValidators,
    previousConsensusLength: previousConsensus.length,
    taoWeightIsOne: Number(taoWeight === I32F32.ONE),
    taoWeight: Number(taoWeight & 0xffff_ffffn),
    currentBlock: state.currentBlock,
    activityCutoff: state.activityCutoff,
    stakeThreshold: state.stakeThreshold,
    bondsCutoff: bondsCutoff(state),
    raoEmission: state.raoEmission,
    majority: proportionFromU16(state.kappa),
    penalty: proportionFromU16(state.bondsPenalty),
    emaAlpha,
    emaRest: I32F32.saturatingSub(I32F32.ONE, emaAlpha),
    sigmoidExponent: I32F32.saturatingDiv(I32F32.fromInteger(BigInt(state.alphaSigmoidSteepness)), MINUS_HUNDRED)!,
    alphaLow: proportionFromU16(state.alphaLow),
    alphaHigh: proportionFromU16(state.alphaHigh),
  };
}

/** Two records, as it takes longer to put them together than to do all the rest. */
function writeNetwork(words: Uint32Array, from: number, places: NetworkPlaces, parameters: NetworkParameters): void {
  let at = from;
  for (const name of NETWORK_PLACES) words[at++] = places[name];
  for (const name of NETWORK_WORDS) words[at++] = parameters[name];
  const pairs = new BigUint64Array(words.buffer, words.byteOffset + at * BYTES.word, NETWORK_PAIRS.length);
  NETWORK_PAIRS.forEach((name, i) => (pairs[i] = parameters[name]));
}

/** Lists the work at the front of the state, each kind's behind the other's, and cuts it into slices. */
function packLists(jobs: readonly Job[], { state: words, slices }: Packed): void {
  let at = 0;
  const list = (kind: WorkKind, work: (job: Job, add: (position: number, cost: number) => void) => void) => {
    let slice: Slice | undefined;
    jobs.forEach((job, network) =>
      work(job, (position, cost) => {
        if (slice === undefined || slice.cost + cost > SLICE_COST) slices[kind].push((slice = { list: at, count: 0, cost: 0 }));
        words[at++] = network;
        words[at++] = position;
        slice.count++;
        slice.cost += cost;
      }),
    );
  };
  list("network", ({ state }, add) => add(0, state.n));
  list("tile", ({ state, shape }, add) => {
    for (let uid = 0; uid < state.n; uid += GROUP) add(uid, GROUP * (shape.slotUids.length + state.n));
  });
  list("row", ({ state, shape }, add) => shape.slotUids.forEach((_, slot) => add(slot, state.n)));
}
