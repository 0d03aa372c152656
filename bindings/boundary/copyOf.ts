import { EpochSizeError } from "../errors.js";

const ARRAYS = [Uint8Array, Uint16Array, Uint32Array, BigUint64Array] as unknown as (typeof Uint8Array)[];

/** The copies that were made of each buffer. */
export type Copies = Map<ArrayBufferLike, { from: Uint8Array; copy: Uint8Array }[]>;

/**
 * A copy of what has been checked, in which each array has a buffer to itself: a caller's may be a part of a larger one.
 * @param copies those to use again: states that have an array in common keep it in common
 * @throws EpochSizeError where the host has no memory for it
 */
export function copyOf<T>(value: T, copies?: Copies): T;
export function copyOf(value: unknown, copies?: Copies): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copyOf(item, copies));
  const type = ARRAYS.find((array) => value instanceof array);
  if (type !== undefined) return copyOfArray(type, value as Uint8Array, copies);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, copies)]));
}

function copyOfArray(type: typeof Uint8Array, from: Uint8Array, copies: Copies = new Map()): Uint8Array {
  const made = copies.get(from.buffer) ?? [];
  const again = made.find((one) => one.from instanceof type && one.from.byteOffset === from.byteOffset && one.from.length === from.length);
  if (again !== undefined) return again.copy;
  try {
    const copy = new type(from);
    copies.set(from.buffer, [...made, { from, copy }]);
    return copy;
  } catch (error) {
    throw new EpochSizeError(`the host has no memory for a copy of ${from.byteLength} bytes (${(error as Error).message})`);
  }
}
