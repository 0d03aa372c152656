/** The vectors of a state that the device has: it takes their bytes as they are. */
import { BYTES, VECTOR_FIELDS } from "./layout.js";

export type VectorField = (typeof VECTOR_FIELDS)[number];

type Vector = BigUint64Array | Uint16Array | Uint8Array;

/** The part of a previous consensus that counts, which has room where a state stays: nobody is compared with more. bonds.md 7. */
export function consensusOf(previousConsensus: Uint16Array, n: number): Uint16Array {
  return previousConsensus.subarray(0, n);
}

/** The places of all of them. */
export function placesOf(place: (name: VectorField) => number): Record<VectorField, number> {
  return Object.fromEntries(VECTOR_FIELDS.map((name) => [name, place(name)])) as Record<VectorField, number>;
}

export function bytesOf({ buffer, byteOffset, byteLength }: Vector): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

export function wordsOf({ byteLength }: Vector): number {
  return Math.ceil(byteLength / BYTES.word);
}

/** Words of those that a state, or what is other in it, has. */
export function vectorWords(fields: Partial<Record<VectorField, Vector>>): number {
  return VECTOR_FIELDS.reduce((words, name) => words + (fields[name] === undefined ? 0 : wordsOf(fields[name])), 0);
}
