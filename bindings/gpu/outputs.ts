/** What is read of an epoch, as the device packs it: shaders/shared/outputs.wgsl has the same parts in the same order. */
import { bytesToHex } from "@noble/hashes/utils.js";
import type { EpochResult, StoredRows } from "../types.js";
import { DONE } from "./layout.js";

const U64_PARTS = ["stake", "serverEmission", "validatorEmission", "emission"] as const;
const U16_PARTS = ["stakeWeight", "consensus", "incentive", "dividends", "validatorTrust"] as const;
const U8_PARTS = ["active", "newValidatorPermits"] as const;

/** By their bits; those behind the vectors are another matter. */
export const VECTOR_PARTS = [...U64_PARTS, ...U16_PARTS, ...U8_PARTS] as const;
export const PARTS = [...VECTOR_PARTS, "bonds"] as const;
type VectorPart = (typeof VECTOR_PARTS)[number];
type Part = (typeof PARTS)[number];

const DIGEST = PARTS.length;
const FIRST_SUM = 16;
const HEAD_WORDS = 4;
const DIGEST_WORDS = 8;

/** What is read of each network of a chunk. */
export interface Asked {
  outputs: readonly Part[];
  /** of which vectors the sum over the uids */
  sums: readonly VectorPart[];
  digest: boolean;
}

export const ALL: Asked = { outputs: PARTS, sums: [], digest: false };

/** A slice's `outputs`. */
export function bitsOf({ outputs, sums, digest }: Asked): number {
  const bit = (part: Part) => 1 << PARTS.indexOf(part);
  const vectors = outputs.reduce((bits, part) => bits | bit(part), digest ? 1 << DIGEST : 0);
  return sums.reduce((bits, part) => bits | (bit(part) << FIRST_SUM), vectors) >>> 0;
}

/** What a network gave, as far as it was asked for. */
export type Read = Partial<EpochResult> & { sums?: Partial<Record<VectorPart, bigint>> };

/** Where the parts of a network of so many uids and slots lie, in bytes from its head. */
export interface OutputLayout {
  /** even, so that the next network's begins with a whole u64 */
  words: number;
  digest: number;
  sums: number;
  vectors: number;
  bondCounts: number;
  bondUids: number;
  bondValues: number;
}

function wordsOfVector(part: VectorPart, n: number): number {
  if ((U64_PARTS as readonly string[]).includes(part)) return 2 * n;
  return (U16_PARTS as readonly string[]).includes(part) ? Math.ceil(n / 2) : Math.ceil(n / 4);
}

/** Of what was asked for last: networks of a batch are often alike. */
const LAYOUTS = /* @__PURE__ */ new WeakMap<Asked, { n: number; slots: number; layout: OutputLayout }>();

export function outputLayout(asked: Asked, n: number, slots: number): OutputLayout {
  const last = LAYOUTS.get(asked);
  if (last?.n === n && last.slots === slots) return last.layout;
  const layout = layoutOf(asked, n, slots);
  LAYOUTS.set(asked, { n, slots, layout });
  return layout;
}

function layoutOf({ outputs, sums, digest }: Asked, n: number, slots: number): OutputLayout {
  const vectors = VECTOR_PARTS.reduce((words, part) => words + (outputs.includes(part) ? wordsOfVector(part, n) : 0), 0);
  const firstSum = HEAD_WORDS + (digest ? DIGEST_WORDS : 0);
  const firstVector = firstSum + 2 * sums.length;
  const firstCount = firstVector + vectors;
  const halves = Math.ceil((slots * n) / 2);
  const end = firstCount + (outputs.includes("bonds") ? slots + 2 * halves : 0);
  return {
    words: end + (end & 1),
    digest: 4 * HEAD_WORDS,
    sums: 4 * firstSum,
    vectors: 4 * firstVector,
    bondCounts: 4 * firstCount,
    bondUids: 4 * (firstCount + slots),
    bondValues: 4 * (firstCount + slots + halves),
  };
}

/** What became of one network: what it gave, a guard's code, or nothing. */
export type Outcome = { read: Read } | { guard: number } | { missing: true };

/** @param slotUids whose rows have bonds, if any, in the order of the slots */
export function readOutputs(from: ArrayBuffer, at: number, asked: Asked, n: number, slotUids: Uint16Array): Outcome {
  const head = new Uint32Array(from, at, HEAD_WORDS);
  if (head[0] !== DONE) return { missing: true };
  if (head[1] !== 0) return { guard: head[1]! };
  const layout = outputLayout(asked, n, slotUids.length);
  const read: Record<string, unknown> = {};
  if (layout.vectors < layout.bondCounts) {
    // One buffer for all vectors: each has its price.
    const vectors = from.slice(at + layout.vectors, at + layout.bondCounts);
    let offset = 0;
    for (const part of VECTOR_PARTS) {
      if (!asked.outputs.includes(part)) continue;
      read[part] = vectorAt(part, vectors, offset, n);
      offset += 4 * wordsOfVector(part, n);
    }
  }
  if (asked.outputs.includes("bonds")) {
    const rows = rowsAt(from, at, layout, n, slotUids, head[2]!);
    if (rows === undefined) return { missing: true };
    read["bonds"] = rows;
  }
  if (asked.sums.length > 0) read["sums"] = sumsAt(from, at + layout.sums, asked.sums);
  if (asked.digest) read["digest"] = digestAt(from, at + layout.digest);
  return { read };
}

function vectorAt(part: VectorPart, from: ArrayBuffer, at: number, n: number): BigUint64Array | Uint16Array | Uint8Array {
  if ((U64_PARTS as readonly string[]).includes(part)) return new BigUint64Array(from, at, n);
  if ((U16_PARTS as readonly string[]).includes(part)) return new Uint16Array(from, at, n);
  return new Uint8Array(from, at, n);
}

/** Undefined where the rows are not as many entries as the device has counted. */
function rowsAt(
  from: ArrayBuffer,
  at: number,
  layout: OutputLayout,
  n: number,
  slotUids: Uint16Array,
  bonds: number,
): StoredRows | undefined {
  const counts = new Uint32Array(from, at + layout.bondCounts, slotUids.length);
  const starts = new Uint32Array(n + 1);
  let end = 0;
  for (let uid = 0, slot = 0; uid < n; uid++) {
    if (slotUids[slot] === uid) end += counts[slot++]!;
    starts[uid + 1] = end;
  }
  if (end !== bonds) return undefined;
  const halves = (offset: number) => new Uint16Array(from.slice(at + offset, at + offset + 2 * bonds));
  return { starts, uids: halves(layout.bondUids), values: halves(layout.bondValues) };
}

function sumsAt(from: ArrayBuffer, at: number, sums: readonly VectorPart[]): Partial<Record<VectorPart, bigint>> {
  const given = new BigUint64Array(from, at, sums.length);
  const read: Partial<Record<VectorPart, bigint>> = {};
  let next = 0;
  for (const part of VECTOR_PARTS) if (sums.includes(part)) read[part] = given[next++]!;
  return read;
}

/** Words as SHA-256 has them: the first byte is the highest. */
function digestAt(from: ArrayBuffer, at: number): string {
  const view = new DataView(from, at, 4 * DIGEST_WORDS);
  const bytes = new Uint8Array(4 * DIGEST_WORDS);
  for (let word = 0; word < DIGEST_WORDS; word++) new DataView(bytes.buffer).setUint32(4 * word, view.getUint32(4 * word, true));
  return bytesToHex(bytes);
}
