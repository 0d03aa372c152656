/** What each state needs of the device, and which states go to it together. */
import type { CheckedState } from "../boundary/input.js";
import { GpuSizeError } from "./errors.js";
import { BYTES, GROUP, NETWORK_SIZE, RESULT_WORDS, SLOT_WORDS, STATUS_WORDS, VECTORS } from "./layout.js";
import { checkScope } from "./register.js";

/** The room that a state takes. */
interface Shape {
  /** the uids whose rows count, ascending: with a permit and weights, or with bonds */
  slotUids: Uint16Array;
  /** slots x uids */
  cells: number;
  /** u16 halves of the stored rows, even */
  weightHalves: number;
  bondHalves: number;
  stateWords: number;
  /** the network, its tiles of uids and its slots, two words each */
  listWords: number;
  /** with the status, even */
  resultWords: number;
  /** whether the uids of all rows that count ascend */
  ascending: boolean;
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

/** Averages of a chunk, in bytes, that many small states fill: more would wait longer before the first runs. */
const CHUNK_BYTES = 32 * 1024 * 1024;

/** @throws GpuScopeError where the shaders do not cover the state */
export function jobOf(state: CheckedState, place: number, path: string): Job {
  const { ascending } = checkScope(state, path);
  const { n, weights, bonds, validatorPermits, ownerUid } = state;
  const slotUids: number[] = [];
  for (let uid = 0; uid < n; uid++) {
    const hasWeights = weights.starts[uid]! < weights.starts[uid + 1]! && (validatorPermits[uid] !== 0 || uid === ownerUid);
    if (hasWeights || bonds.starts[uid]! < bonds.starts[uid + 1]!) slotUids.push(uid);
  }
  const shape: Shape = {
    slotUids: Uint16Array.from(slotUids),
    cells: slotUids.length * n,
    weightHalves: 2 * weights.uids.length,
    bondHalves: 2 * bonds.uids.length,
    stateWords: 10 * n + Math.ceil(n / 4) + Math.ceil(state.previousConsensus.length / 2) + SLOT_WORDS * slotUids.length,
    listWords: 2 * (1 + Math.ceil(n / GROUP) + slotUids.length),
    resultWords: STATUS_WORDS + even(n * RESULT_WORDS + slotUids.length),
    ascending,
  };
  return { state, place, shape };
}

function even(words: number): number {
  return words + (words & 1);
}

/** Bytes of each buffer that grows with the states. */
function bytesOf({ state, shape }: Job): Record<string, number> {
  return {
    networks: NETWORK_SIZE * BYTES.word,
    state: (shape.stateWords + shape.listWords) * BYTES.word,
    "stored weights": shape.weightHalves * BYTES.half,
    "stored bonds": shape.bondHalves * BYTES.half,
    vectors: VECTORS * state.n * BYTES.vector,
    "averaged bonds": shape.cells * BYTES.average,
    results: shape.resultWords * BYTES.word,
  };
}

/**
 * Fills chunks in order. Each of a chunk's buffers fits into one binding.
 * @throws GpuSizeError where a state alone does not fit
 */
export function planChunks(jobs: readonly Job[], limits: Limits, pathOf: (place: number) => string): Job[][] {
  const [limit, name] =
    limits.maxBufferSize < limits.maxStorageBufferBindingSize
      ? [limits.maxBufferSize, "maxBufferSize"]
      : [limits.maxStorageBufferBindingSize, "maxStorageBufferBindingSize"];
  const chunks: Job[][] = [];
  let sums: Record<string, number> = {};
  for (const job of jobs) {
    const bytes = bytesOf(job);
    for (const [buffer, size] of Object.entries(bytes)) {
      if (size > limit) {
        throw new GpuSizeError(pathOf(job.place), `its ${buffer} need ${size} bytes in one buffer; the device's ${name} is ${limit}`);
      }
    }
    const room = Math.min(limit, CHUNK_BYTES);
    const fits = chunks.length > 0 && Object.entries(bytes).every(([buffer, size]) => sums[buffer]! + size <= room);
    if (!fits) {
      chunks.push([]);
      sums = Object.fromEntries(Object.keys(bytes).map((buffer) => [buffer, 0]));
    }
    chunks.at(-1)!.push(job);
    for (const [buffer, size] of Object.entries(bytes)) sums[buffer]! += size;
  }
  return chunks;
}
