/**
 * Typed arrays by what they are, not by whose they are: frames, node's vm and test runners have constructors of their
 * own, and a subclass may say what it likes about its length.
 */
export type TypedArrayConstructor<A> = {
  readonly name: string;
  new (length: number): A;
  new (buffer: ArrayBufferLike, offset: number, length: number): A;
};

/** A getter of the language's own, beyond the reach of whoever made the object: to be called, as that is compiled away. */
function getter<T>(prototype: object, key: PropertyKey): () => T {
  return Object.getOwnPropertyDescriptor(prototype, key)!.get!;
}

const TYPED_ARRAY = /* @__PURE__ */ Object.getPrototypeOf(Uint8Array.prototype) as object;

/** Undefined of whatever is no typed array. */
const name = /* @__PURE__ */ getter<string | undefined>(TYPED_ARRAY, Symbol.toStringTag);
const buffer = /* @__PURE__ */ getter<ArrayBufferLike>(TYPED_ARRAY, "buffer");
const byteOffset = /* @__PURE__ */ getter<number>(TYPED_ARRAY, "byteOffset");
const length = /* @__PURE__ */ getter<number>(TYPED_ARRAY, "length");
const byteLength = /* @__PURE__ */ getter<number>(ArrayBuffer.prototype, "byteLength");

/** How many elements a typed array has, whatever it says. */
export function lengthOf(array: object): number {
  return length.call(array);
}

/** Where a typed array lies, whatever it says. */
export function bufferOf(array: object): ArrayBufferLike {
  return buffer.call(array);
}

function isShared(memory: ArrayBufferLike): boolean {
  try {
    byteLength.call(memory);
    return false;
  } catch {
    return true;
  }
}

/**
 * A view of this realm, of a length that stays, on the same memory; a copy where other threads can write to it, so that
 * what is checked is what is computed. Null where the value is no such array.
 */
export function viewOf<A extends { slice(): A }>(type: TypedArrayConstructor<A>, value: unknown): A | null {
  if (name.call(value) !== type.name) return null;
  const items = lengthOf(value as A);
  // A buffer that was transferred or has shrunk leaves a length of zero, and can be viewed no more.
  if (items === 0) return new type(0);
  const memory = bufferOf(value as A);
  const view = new type(memory, byteOffset.call(value), items);
  return isShared(memory) ? view.slice() : view;
}

/**
 * The array itself where it is such a one and no other thread can write to it, else as `viewOf`: for whoever copies it at
 * once, by `lengthOf` and `set`, which an array has no say in.
 */
export function arrayOf<A extends { slice(): A }>(type: TypedArrayConstructor<A>, value: unknown): A | null {
  if (name.call(value) !== type.name) return null;
  return isShared(bufferOf(value as A)) ? viewOf(type, value) : (value as A);
}

/** A proxy that was revoked: whoever so much as asks what it is gets an error. */
export function isRevoked(value: unknown): boolean {
  try {
    Array.isArray(value);
    return false;
  } catch {
    return true;
  }
}

/** What is made of each element, by its index: what an array inherits may be another's way to go over it. */
export function mapped<T>(array: readonly any[], make: (item: any, index: number) => T): T[] {
  const made: T[] = [];
  for (let i = 0; i < array.length; i++) made.push(make(array[i], i));
  return made;
}

/** Of any realm, and behind proxies that answer. */
export function isArray(value: unknown): value is any[] {
  return !isRevoked(value) && Array.isArray(value);
}
