/** Epochs of a state on the device, one behind the other: what one stores is what the next one reads. */
import type { CheckedState } from "../boundary/input.js";
import { nextBlocks } from "../boundary/nextEpoch.js";
import { EpochInputError } from "../errors.js";
import { UNREAD } from "../ruleSets/fields.js";
import { U64_MAX } from "../values/constants.js";
import { stage, type Chunk, type Copy, type Section } from "./chunk.js";
import type { HeldRows, HeldState } from "./held.js";
import { BYTES, NETWORK_SIZE, SLOT_WORDS, STATUS_WORDS, VECTOR_FIELDS, type NetworkPlaces } from "./layout.js";
import { mayWrap, modesOf, upperWords } from "./modes.js";
import { bitsOf, outputLayout, type Asked } from "./outputs.js";
import { shapeOf, sizesOf, type Sizes } from "./plan.js";
import type { Point } from "./points.js";
import { Records } from "./record.js";
import type { Staging } from "./staging.js";
import type { UidRow } from "./types.js";
import { bytesOf } from "./vectors.js";
import { listWords, listWork } from "./work.js";

/** An epoch, and what is changed in front of it. */
export interface ChainStep {
  place: number;
  point: Point;
  /** as it is then, but for what only the device knows: permits, bonds and consensus */
  state: CheckedState;
  wraps: boolean;
}

/** Epochs, and the state behind the last of them, as far as the host knows it. */
export interface Chain {
  steps: ChainStep[];
  after: CheckedState;
  /** of its stakes */
  upper: HeldState["upper"];
}

/**
 * The epochs of a state, `blocks` apart.
 * @throws EpochInputError where a row has no place on the device
 */
export function chainOf(held: HeldState, points: readonly Point[], blocks: bigint, pathOf: (place: number) => string): Chain {
  const { n } = held;
  const unread = UNREAD[held.current.ruleSet];
  const consensus = new Uint16Array(n);
  let after = held.current;
  const upper = { ...held.upper };
  const steps = points.map((point, place) => {
    const path = pathOf(place);
    refuseRows(point.weightRows, held.all.ofUid, held.weights, `${path}.weightRows`);
    if (point.bondRows.length > 0 && place > 0)
      throw new EpochInputError(
        `${path}.bondRows`,
        "none behind the first step, as each epoch leaves the bonds of the next",
        point.bondRows,
      );
    refuseRows(point.bondRows, held.all.ofUid, held.bonds, `${path}.bondRows`);
    const state = { ...after, ...point.fields };
    if (state.currentBlock + blocks > U64_MAX)
      throw new EpochInputError("options.advance", `blocks with which the currentBlock behind ${path} is a u64`, blocks);
    const stored = Object.entries({ ...nextBlocks(state, blocks), previousConsensus: consensus }).filter(([name]) => !unread.has(name));
    after = { ...state, ...Object.fromEntries(stored) };
    const { alphaStake, taoStake } = point.fields;
    if (alphaStake !== undefined) upper.alphaStake = upperWords(alphaStake);
    if (taoStake !== undefined) upper.taoStake = upperWords(taoStake);
    return { place, point, state, wraps: mayWrap(upper.alphaStake, upper.taoStake) };
  });
  return { steps, after, upper };
}

function refuseRows(rows: readonly UidRow[], slotOf: Int32Array, { room }: HeldRows, path: string): void {
  rows.forEach(({ uid, uids }, i) => {
    if (slotOf[uid]! < 0) {
      throw new EpochInputError(`${path}[${i}].uid`, "a uid with a permit, weights or bonds in the state that was uploaded", uid);
    }
    if (uids.length > room) throw new EpochInputError(`${path}[${i}].uids`, `at most ${room} entries`, uids.length);
  });
}

/** Bytes that every chunk of a chain has. */
export function chainShared(held: HeldState): Partial<Sizes> {
  const { stateWords, weights, bonds, n, all } = held;
  const cells = shapeOf(n, all.uids.length).cells;
  return {
    state: stateWords * BYTES.word,
    "stored weights": 2 * weights.entries * BYTES.half,
    "stored bonds": 2 * bonds.entries * BYTES.half,
    "averaged bonds": cells * BYTES.average,
  };
}

/** Bytes of an epoch; cells and vectors are those of the one before. */
export function chainSizes({ n, all }: HeldState, asked: Asked): Sizes {
  const slots = all.uids.length;
  const sent = { state: listWords(n, slots) * BYTES.word, "stored weights": 0, "stored bonds": 0 };
  return { ...sizesOf(n, slots, asked, sent), vectors: 0, "averaged bonds": 0 };
}

/** A part that the host writes, and how. */
interface Change {
  section: Section;
  offset: number;
  bytes: number;
  write(into: { words: Uint32Array; halves: Uint16Array; bytes: Uint8Array }): void;
}

function changesOf(held: HeldState, { fields, weightRows, bondRows }: Point): Change[] {
  const { places, all } = held;
  const changes: Change[] = [];
  const change = (section: Section, offset: number, bytes: number, write: Change["write"]) => {
    if (bytes > 0) changes.push({ section, offset, bytes, write });
  };
  for (const name of VECTOR_FIELDS) {
    const values = fields[name];
    if (values === undefined) continue;
    change("state", places[name] * BYTES.word, values.byteLength, (into) => into.bytes.set(bytesOf(values)));
  }
  const row = ({ uid, uids, values }: UidRow, section: Section, { room, entries }: HeldRows, part: number) => {
    const slot = all.ofUid[uid]!;
    const first = slot * room;
    change(section, first * BYTES.half, uids.byteLength, (into) => into.halves.set(uids));
    change(section, (entries + first) * BYTES.half, values.byteLength, (into) => into.halves.set(values));
    change("state", (all.at + SLOT_WORDS * slot + part) * BYTES.word, 2 * BYTES.word, (into) =>
      into.words.set([first, first + uids.length]),
    );
  };
  for (const one of weightRows) row(one, "storedWeights", held.weights, 1);
  for (const one of bondRows) row(one, "storedBonds", held.bonds, 3);
  return changes;
}

/**
 * @param isFirst whether the device begins with the state that it holds, not with what the epochs before have left
 * @throws RangeError where the host has no memory for it
 */
export function packChain(held: HeldState, steps: readonly ChainStep[], asked: Asked, staging: Staging, isFirst: boolean): Chunk {
  const { n, stateWords, all, weights, bonds } = held;
  const slots = all.uids.length;
  const shape = shapeOf(n, slots);
  const changes = steps.map(({ point }) => changesOf(held, point));
  const { staged, written } = stage(staging, [
    { section: "networks", offset: 0, bytes: steps.length * NETWORK_SIZE * BYTES.word },
    { section: "state", offset: stateWords * BYTES.word, bytes: steps.length * shape.listWords * BYTES.word },
    ...changes.flat(),
  ]);
  const [networks, lists, ...changed] = written;
  changes.flat().forEach(({ write }, i) => write(changed[i]!));
  const records = new Records(networks!.words);
  const output = outputLayout(asked, n, slots).words;
  const chained = steps.map(({ state }, network) => {
    const places: NetworkPlaces = {
      ...held.places,
      uids: n,
      firstUid: 0,
      slots,
      firstCell: 0,
      slotRows: all.at,
      weightUids: 0,
      weightValues: weights.entries,
      bondUids: 0,
      bondValues: bonds.entries,
      result: steps.length * STATUS_WORDS + network * (shape.resultWords - STATUS_WORDS),
      status: network * STATUS_WORDS,
      output: network * output,
    };
    records.places(network * NETWORK_SIZE, places);
    records.parameters(network * NETWORK_SIZE, state);
    const copies = changes[network]!.map(() => changed.shift()!.copy);
    return { copies, slices: listWork(lists!.words, network * shape.listWords, stateWords, [{ network, n, slots }]) };
  });
  const whole = (from: GPUBuffer, to: Section, bytes: number): Copy => ({ from, at: 0, to, offset: 0, bytes });
  const base = [
    whole(held.state, "state", stateWords * BYTES.word),
    whole(weights.buffer, "storedWeights", 2 * weights.entries * BYTES.half),
    whole(bonds.buffer, "storedBonds", 2 * bonds.entries * BYTES.half),
  ];
  const [first] = chained;
  first!.copies = [...(isFirst ? base : []), networks!.copy, lists!.copy, ...first!.copies];
  return {
    sizes: {
      networks: steps.length * NETWORK_SIZE * BYTES.word,
      state: (stateWords + steps.length * shape.listWords) * BYTES.word,
      storedWeights: 2 * weights.entries * BYTES.half,
      storedBonds: 2 * bonds.entries * BYTES.half,
    },
    uids: n,
    cells: shape.cells,
    resultWords: steps.length * shape.resultWords,
    outputWords: steps.length * output,
    outputs: bitsOf(asked),
    modes: {
      ...modesOf(steps.map(({ state }) => state)),
      wrapping: steps.some(({ wraps }) => wraps),
      bonds: true,
      digest: asked.digest,
      advances: true,
    },
    steps: chained,
    staged,
  };
}
