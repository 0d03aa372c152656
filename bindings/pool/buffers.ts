/** The arrays of a state: a pool keeps copies of its own, and hands them on without copying again. */

const ARRAYS = [Uint8Array, Uint16Array, Uint32Array, BigUint64Array];

/** A copy in which each array has a buffer to itself: a caller's may be a part of a larger one, or shared. */
export function copyOf<T>(value: T): T;
export function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const array = ARRAYS.find((type) => value instanceof type) as typeof Uint8Array | undefined;
  if (array !== undefined) return new array(value as Uint8Array);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}

/** Every buffer in a value, none of which is in it twice: what a message of that value transfers. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== "object" || value === null) return [];
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return Object.values(value).flatMap(buffersOf);
}
