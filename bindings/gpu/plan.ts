/** What each state needs of the device, and which states go to it together. */
import type { CheckedState } from "../boundary/input.js";
import { GpuSizeError } from "./errors.js";
import { BYTES, NETWORK_SIZE, RESULT_WORDS, STATUS_WORDS, VECTORS, toEven } from "./layout.js";
import { mayWrap, upperWords } from "./modes.js";
import { outputLayout, type Asked } from "./outputs.js";
import { checkScope } from "./register.js";
import { slotsOf, type Slots } from "./slots.js";
import { vectorWords } from "./vectors.js";
import { listWords } from "./work.js";

/** The room that a state takes. */
export interface Shape {
  slots: Slots;
  /** slots x uids */
  cells: number;
  /** u16 halves of the stored rows, uids and values each an even number */
  weightHalves: number;
  bondHalves: number;
  stateWords: number;
  listWords: number;
  /** with the status, even */
  resultWords: number;
  /** whether the stakes' sum may wrap */
  wraps: boolean;
}

/** A state of a batch, by its place there. */
export interface Job {
  state: CheckedState;
  place: number;
  shape: Shape;
}

export interface Limits {
  /** bytes */
  maxStorageBufferBindingSize: number;
  maxBufferSize: number;
}

/** Networks of a chunk: a call that is aborted ends with the chunk that runs. */
const CHUNK_NETWORKS = 4_096;

/** Averages of a chunk, in bytes, that many small states fill: more would wait longer before the first runs. */
const CHUNK_BYTES = 32 * 1024 * 1024;

/** @throws GpuScopeError where the shaders do not cover the state */
export function jobOf(state: CheckedState, place: number, path: string): Job {
  checkScope(state, path);
  const { n, weights, bonds } = state;
  const slots = slotsOf(state);
  return {
    state,
    place,
    shape: {
      slots,
      weightHalves: 2 * toEven(weights.uids.length),
      bondHalves: 2 * toEven(bonds.uids.length),
      stateWords: vectorWords(state) + slots.table.length,
      wraps: mayWrap(upperWords(state.alphaStake), upperWords(state.taoStake)),
      ...shapeOf(n, slots.uids.length),
    },
  };
}

/** What follows from the number of uids and of slots. */
export function shapeOf(n: number, slots: number): Pick<Shape, "cells" | "listWords" | "resultWords"> {
  return { cells: slots * n, listWords: listWords(n, slots), resultWords: STATUS_WORDS + toEven(n * RESULT_WORDS + slots) };
}

/** The buffers that grow with the networks, by the names that an error gives them. */
const BUFFERS = ["networks", "state", "stored weights", "stored bonds", "vectors", "averaged bonds", "results", "outputs"] as const;
/** Bytes of each. */
export type Sizes = Record<(typeof BUFFERS)[number], number>;

/** What a network sends to the device beside its record, in bytes. */
export type Sent = Pick<Sizes, "state" | "stored weights" | "stored bonds">;

/** Bytes of what a network takes. */
export function sizesOf(n: number, slots: number, asked: Asked, sent: Sent): Sizes {
  const { cells, resultWords } = shapeOf(n, slots);
  return {
    networks: NETWORK_SIZE * BYTES.word,
    state: sent.state,
    "stored weights": sent["stored weights"],
    "stored bonds": sent["stored bonds"],
    vectors: VECTORS * n * BYTES.vector,
    "averaged bonds": cells * BYTES.average,
    results: resultWords * BYTES.word,
    outputs: outputLayout(asked, n, slots).words * BYTES.word,
  };
}

/** Those of a state of a batch. */
export function jobSizes({ state, shape }: Job, asked: Asked): Sizes {
  return sizesOf(state.n, shape.slots.uids.length, asked, {
    state: (shape.stateWords + shape.listWords) * BYTES.word,
    "stored weights": shape.weightHalves * BYTES.half,
    "stored bonds": shape.bondHalves * BYTES.half,
  });
}

/** The limit that every buffer has to keep, and its name. */
function bufferLimit({ maxBufferSize, maxStorageBufferBindingSize }: Limits): [bytes: number, name: string] {
  return maxBufferSize < maxStorageBufferBindingSize
    ? [maxBufferSize, "maxBufferSize"]
    : [maxStorageBufferBindingSize, "maxStorageBufferBindingSize"];
}

/**
 * Fills chunks in order. Each of a chunk's buffers fits into one binding.
 * @param shared bytes that every chunk has beside those of its items
 * @throws GpuSizeError where an item alone does not fit
 */
export function planChunks<Item>(
  items: readonly Item[],
  sizesOf: (item: Item) => Sizes,
  limits: Limits,
  pathOf: (item: Item) => string,
  shared: Partial<Sizes> = {},
): Item[][] {
  const [limit, name] = bufferLimit(limits);
  const room = Math.min(limit, CHUNK_BYTES);
  const chunks: Item[][] = [];
  let sums: Sizes | undefined;
  for (const item of items) {
    const sizes = sizesOf(item);
    let isFull = sums === undefined || chunks.at(-1)!.length === CHUNK_NETWORKS;
    for (const buffer of BUFFERS) {
      const bytes = sizes[buffer] + (shared[buffer] ?? 0);
      if (bytes > limit) {
        throw new GpuSizeError(pathOf(item), `its ${buffer} need ${bytes} bytes in one buffer; the device's ${name} is ${limit}`);
      }
      isFull ||= sums![buffer] + bytes > room;
    }
    if (isFull) {
      chunks.push([]);
      sums = { ...sizes };
    } else {
      for (const buffer of BUFFERS) sums![buffer] += sizes[buffer];
    }
    chunks.at(-1)!.push(item);
  }
  return chunks;
}
