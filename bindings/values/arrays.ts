/**
 * Typed arrays by what they are, not by whose they are: frames, node's vm and test runners have constructors of their
 * own, and a subclass may say what it likes about its length.
 */
type TypedArrayConstructor<A> = {
  readonly name: string;
  new (length: number): A;
  new (buffer: ArrayBufferLike, offset: number, length: number): A;
};

/** A getter of the language's own, beyond the reach of whoever made the object. */
function getter<T>(prototype: object, key: PropertyKey): (object: unknown) => T {
  const { get } = Object.getOwnPropertyDescriptor(prototype, key)!;
  return (object) => Reflect.apply(get!, object, []) as T;
}

const TYPED_ARRAY = /* @__PURE__ */ Object.getPrototypeOf(Uint8Array.prototype) as object;

/** Undefined of whatever is no typed array. */
const nameOf = /* @__PURE__ */ getter<string | undefined>(TYPED_ARRAY, Symbol.toStringTag);
const bufferOf = /* @__PURE__ */ getter<ArrayBufferLike>(TYPED_ARRAY, "buffer");
const offsetOf = /* @__PURE__ */ getter<number>(TYPED_ARRAY, "byteOffset");
const lengthOf = /* @__PURE__ */ getter<number>(TYPED_ARRAY, "length");
const byteLengthOf = /* @__PURE__ */ getter<number>(ArrayBuffer.prototype, "byteLength");

function isShared(buffer: ArrayBufferLike): boolean {
  try {
    byteLengthOf(buffer);
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
  if (nameOf(value) !== type.name) return null;
  const length = lengthOf(value);
  // A buffer that was transferred or has shrunk leaves a length of zero, and can be viewed no more.
  if (length === 0) return new type(0);
  const buffer = bufferOf(value);
  const view = new type(buffer, offsetOf(value), length);
  return isShared(buffer) ? view.slice() : view;
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
