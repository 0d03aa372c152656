/** Puts whole states into the memory that the device copies from. */
import { stage, type Chunk } from "./chunk.js";
import { BYTES, NETWORK_SIZE, STATUS_WORDS, toEven, type NetworkPlaces } from "./layout.js";
import { modesOf } from "./modes.js";
import { bitsOf, outputLayout, type Asked } from "./outputs.js";
import type { Job } from "./plan.js";
import { Records } from "./record.js";
import type { Staging } from "./staging.js";
import { bytesOf, placesOf, wordsOf } from "./vectors.js";
import { listWork } from "./work.js";

/** Where arrays have been put in a section: networks of a batch often have most of theirs in common. */
class Placed {
  private readonly places = new Map<ArrayBufferLike, { byteOffset: number; byteLength: number; place: number }[]>();

  /** @param put gives the place of an array that is not there yet */
  at({ buffer, byteOffset, byteLength }: ArrayBufferView, put: () => number): number {
    const known = this.places.get(buffer) ?? [];
    const same = known.find((one) => one.byteOffset === byteOffset && one.byteLength === byteLength);
    if (same !== undefined) return same.place;
    const place = put();
    known.push({ byteOffset, byteLength, place });
    this.places.set(buffer, known);
    return place;
  }
}

/** @throws RangeError where the host has no memory for it */
export function pack(jobs: readonly Job[], asked: Asked, staging: Staging): Chunk {
  const sum = (value: (job: Job) => number) => jobs.reduce((total, job) => total + value(job), 0);
  const lists = sum(({ shape }) => shape.listWords);
  const sizes = {
    networks: jobs.length * NETWORK_SIZE * BYTES.word,
    state: (lists + sum(({ shape }) => shape.stateWords)) * BYTES.word,
    storedWeights: sum(({ shape }) => shape.weightHalves) * BYTES.half,
    storedBonds: sum(({ shape }) => shape.bondHalves) * BYTES.half,
  };
  const parts = (Object.keys(sizes) as (keyof typeof sizes)[]).map((section) => ({ section, offset: 0, bytes: sizes[section] }));
  const { staged, written } = stage(staging, parts);
  const [networks, state, storedWeights, storedBonds] = written;
  const records = new Records(networks!.words);
  const words = state!.words;
  const listed = jobs.map(({ state: { n }, shape }, network) => ({ network, n, slots: shape.slots.uids.length }));
  const slices = listWork(words, 0, 0, listed);
  let at = lists;
  let firstUid = 0;
  let firstCell = 0;
  let weight = 0;
  let bond = 0;
  let result = jobs.length * STATUS_WORDS;
  let output = 0;
  const inState = new Placed();
  const inWeights = new Placed();
  const inBonds = new Placed();
  const vector = (values: Parameters<typeof bytesOf>[0]) =>
    inState.at(values, () => {
      const start = at;
      state!.bytes.set(bytesOf(values), BYTES.word * at);
      at += wordsOf(values);
      return start;
    });
  const weightHalves = (values: Uint16Array) =>
    inWeights.at(values, () => {
      const start = weight;
      storedWeights!.halves.set(values, start);
      weight += toEven(values.length);
      return start;
    });
  const bondHalves = (values: Uint16Array) =>
    inBonds.at(values, () => {
      const start = bond;
      storedBonds!.halves.set(values, start);
      bond += toEven(values.length);
      return start;
    });
  jobs.forEach(({ state: given, shape }, network) => {
    const { weights, bonds, n } = given;
    const { uids: slotUids, table } = shape.slots;
    const own: NetworkPlaces = {
      uids: n,
      firstUid,
      slots: slotUids.length,
      firstCell,
      ...placesOf((name) => vector(given[name])),
      slotRows: at,
      weightUids: weightHalves(weights.uids),
      weightValues: weightHalves(weights.values),
      bondUids: bondHalves(bonds.uids),
      bondValues: bondHalves(bonds.values),
      result,
      status: network * STATUS_WORDS,
      output,
    };
    words.set(table, at);
    at += table.length;
    records.places(network * NETWORK_SIZE, own);
    records.parameters(network * NETWORK_SIZE, given);
    firstUid += n;
    firstCell += shape.cells;
    result += shape.resultWords - STATUS_WORDS;
    output += outputLayout(asked, n, slotUids.length).words;
  });
  // What several networks have in common is there once.
  const used = { ...sizes, state: at * BYTES.word, storedWeights: weight * BYTES.half, storedBonds: bond * BYTES.half };
  const copies = written.map(({ section, copy }) => ({ ...copy, bytes: Math.ceil(used[section] / 8) * 8 }));
  const { digest, outputs } = asked;
  return {
    sizes: used,
    uids: firstUid,
    cells: firstCell,
    resultWords: result,
    outputWords: output,
    outputs: bitsOf(asked),
    modes: {
      ...modesOf(jobs.map(({ state: given }) => given)),
      wrapping: jobs.some(({ shape }) => shape.wraps),
      bonds: digest || outputs.includes("bonds"),
      digest,
      advances: false,
    },
    steps: [{ copies, slices }],
    staged,
  };
}
