import { EpochSizeError } from "./errors.js";

const ARRAYS = [Uint8Array, Uint16Array, Uint32Array, BigUint64Array] as unknown as (typeof Uint8Array)[];

/**
 * A copy in which each array has a buffer to itself: a caller's may be a part of a larger one, or shared.
 * @param made copies to use again, by what they are of: states that have an array in common keep it in common
 * @throws EpochSizeError where the host has no memory for it
 */
export function copyOf<T>(value: T, made?: Map<unknown, unknown>): T;
export function copyOf(value: unknown, made?: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const copy = made?.get(value) ?? copyEach(value, made);
  made?.set(value, copy);
  return copy;
}

function copyEach(value: object, made: Map<unknown, unknown> | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => copyOf(item, made));
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  const array = ARRAYS.find(({ name }) => name === kind);
  if (array === undefined) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, made)]));
  try {
    return new array(value as Uint8Array);
  } catch (error) {
    throw new EpochSizeError(`the host has no memory for a copy of ${(value as Uint8Array).byteLength} bytes (${(error as Error).message})`);
  }
}
