/** What nobody should hand over, and what looks odd but means something legal. */
import { createContext, runInContext } from "node:vm";
import type { Draw } from "../draw.js";

/** What hostile getters throw: a caller's own error comes through as it is. */
export class CallersError extends Error {}

function throwing(): never {
  throw new CallersError("thrown by a getter");
}

class Foreign {
  readonly kappa = 1;
}

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { weights: [] };
  value["self"] = value;
  return value;
}

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Each by the name that a report shows. They are made anew for every call. */
export const HOSTILE: readonly (readonly [how: string, make: () => unknown])[] = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["NaN", () => NaN],
  ["-0", () => -0],
  ["-1", () => -1],
  ["1.5", () => 1.5],
  ["65536", () => 65_536],
  ["70000", () => 70_000],
  ["2 ** 32", () => 2 ** 32],
  ["2 ** 53", () => 2 ** 53],
  ["1e308", () => 1e308],
  ["Infinity", () => Infinity],
  ["-1n", () => -1n],
  ["2n ** 64n", () => 1n << 64n],
  ["2n ** 128n", () => 1n << 128n],
  ["2n ** 20000n", () => 1n << 20_000n],
  ["true", () => true],
  ['""', () => ""],
  ['"7"', () => "7"],
  ['"__proto__"', () => "__proto__"],
  ['"constructor"', () => "constructor"],
  ['"toString"', () => "toString"],
  ["text with control characters", () => "\u001b[2J\u0000\r\n\u202e"],
  ["a text of 2,000,000", () => "x".repeat(2_000_000)],
  ["Symbol()", () => Symbol("hostile")],
  ["a function", () => () => 7],
  ["a function that throws", () => throwing],
  ["[]", () => []],
  ["[undefined]", () => [undefined]],
  ["[null, null]", () => [null, null]],
  ["a sparse array", () => Object.assign(new Array<unknown>(3), { 1: 1 })],
  ["an array of length 2 ** 32 - 1", () => new Array<unknown>(2 ** 32 - 1)],
  ["an array with a bigint and itself", () => [1n, cyclic()]],
  ["arrays 20,000 deep", () => nested(20_000)],
  ["{}", () => ({})],
  ["an object without a prototype", () => Object.create(null) as unknown],
  ["an object of itself", cyclic],
  ["a class instance", () => new Foreign()],
  ["a Date", () => new Date(0)],
  ["an invalid Date", () => new Date(NaN)],
  ["a Map", () => new Map([["n", 1]])],
  ["a Set", () => new Set([1])],
  ["a RegExp", () => /x/],
  ["an Error", () => new Error("hostile")],
  ["a Promise", () => Promise.resolve(1)],
  ["Object(1)", () => Object(1) as unknown],
  ["Object(1n)", () => Object(1n) as unknown],
  ['Object("wasm")', () => Object("wasm") as unknown],
  ["an ArrayBuffer", () => new ArrayBuffer(8)],
  ["a DataView", () => new DataView(new ArrayBuffer(8))],
  ["a Float64Array", () => new Float64Array(3)],
  ["an empty Uint16Array", () => new Uint16Array(0)],
  ["a Uint8Array of 2", () => new Uint8Array([2])],
  ["a Buffer", () => Buffer.from("{}")],
  ["a revoked proxy of an object", () => revoked({})],
  ["a revoked proxy of an array", () => revoked([])],
  ["a proxy whose every trap throws", () => new Proxy({}, new Proxy({}, { get: throwing }))],
  ["a proxy of a typed array", () => new Proxy(new Uint16Array(2), {})],
  ["an object that names itself Uint16Array", () => ({ [Symbol.toStringTag]: "Uint16Array", length: 2, 0: 1, 1: 1 })],
  ["an object with the prototype of Uint16Array", () => Object.create(Uint16Array.prototype) as unknown],
  ["an object with a throwing valueOf, toString and toJSON", () => ({ valueOf: throwing, toString: throwing, toJSON: throwing })],
  ["an object whose toJSON gives a text of 2,000,000", () => ({ toJSON: () => "x".repeat(2_000_000) })],
  ["an object with a throwing constructor", () => Object.defineProperty({}, "constructor", { get: throwing, enumerable: true })],
  ["an array-like", () => ({ length: 2, 0: 0, 1: 1 })],
  ["an array-like of length 2 ** 53 - 1", () => ({ length: 2 ** 53 - 1 })],
  [
    "an endless iterable",
    () => ({
      *[Symbol.iterator]() {
        for (;;) yield 1;
      },
    }),
  ],
];

/** Names that no function takes. */
export const HOSTILE_NAMES: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "length",
  "",
  "0",
  "-1",
  "ⓝ",
  "\u001b[31m",
  "a\nb",
  "x".repeat(300_000),
];

export interface Disguise {
  how: string;
  /** whether it can be made of the value */
  fits(value: unknown): boolean;
  /** what is handed over */
  make(value: never, draw: Draw): unknown;
  /** what it means, where that is not the value */
  means?(value: never): unknown;
  /** whether it has to be taken; otherwise a typed error is right too */
  taken: boolean;
}

type Typed = Uint8Array | Uint16Array | Uint32Array | BigUint64Array;
type TypedConstructor = new (buffer: ArrayBufferLike, start?: number, length?: number) => Typed;

const isTyped = (value: unknown): value is Typed => ArrayBuffer.isView(value) && !(value instanceof DataView) && !Buffer.isBuffer(value);
const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype && !Object.values(value).some((item) => typeof item === "function");
};
const typeOf = (value: Typed) => value.constructor as TypedConstructor;

const realm = createContext({});
const foreign = (name: string) => runInContext(name, realm) as never;

function over(buffer: ArrayBufferLike, value: Typed, start = 0): Typed {
  new Uint8Array(buffer).set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), start);
  return new (typeOf(value))(buffer, start, value.length);
}

export const DISGUISES: readonly Disguise[] = [
  {
    how: "of another realm",
    fits: (value) => isTyped(value) && ArrayBuffer.isView(value),
    make: (value: Typed) => (foreign(value.constructor.name) as { from(values: unknown): unknown }).from(value),
    taken: true,
  },
  {
    how: "of another realm",
    fits: (value) => Array.isArray(value),
    make: (value: unknown[]) => (foreign("Array") as ArrayConstructor).from(value),
    taken: true,
  },
  {
    how: "of another realm",
    fits: isPlain,
    make: (value: object) => Object.assign(new (foreign("Object") as ObjectConstructor)(), value),
    taken: true,
  },
  {
    how: "in a part of a larger buffer",
    fits: isTyped,
    make: (value: Typed) => over(new ArrayBuffer(value.byteLength + 64), value, 32),
    taken: true,
  },
  {
    how: "over a resizable buffer",
    fits: isTyped,
    make(value: Typed) {
      const buffer = new (ArrayBuffer as unknown as new (bytes: number, options: { maxByteLength: number }) => ArrayBuffer)(
        value.byteLength,
        { maxByteLength: value.byteLength + 64 },
      );
      over(buffer, value);
      return new (typeOf(value))(buffer);
    },
    taken: true,
  },
  {
    how: "over a shared buffer",
    fits: isTyped,
    make: (value: Typed) => over(new SharedArrayBuffer(value.byteLength), value),
    taken: false,
  },
  {
    how: "detached",
    fits: isTyped,
    make(value: Typed) {
      const copy = value.slice();
      structuredClone(copy.buffer, { transfer: [copy.buffer as ArrayBuffer] });
      return copy;
    },
    means: (value: Typed) => value.slice(0, 0),
    taken: false,
  },
  { how: "frozen", fits: (value) => isPlain(value) || Array.isArray(value), make: (value: object) => Object.freeze(value), taken: true },
  { how: "without a prototype", fits: isPlain, make: (value: object) => Object.assign(Object.create(null) as object, value), taken: true },
  { how: "behind a proxy", fits: isPlain, make: (value: object) => new Proxy(value, {}), taken: false },
  { how: "behind a proxy", fits: (value) => Array.isArray(value), make: (value: object) => new Proxy(value, {}), taken: false },
  { how: "inherited", fits: isPlain, make: (value: object) => Object.create(value) as unknown, taken: false },
  {
    how: "as a class instance",
    fits: isPlain,
    make: (value: object) => Object.assign(new (class State {})(), value),
    taken: false,
  },
  {
    how: "behind getters that give something else from the second reading on",
    fits: isPlain,
    make(value: Record<string, unknown>, draw) {
      const other = draw.of([null, -1, 7n, "x", undefined]);
      const target = {};
      for (const [name, item] of Object.entries(value)) {
        let readings = 0;
        Object.defineProperty(target, name, { enumerable: true, get: () => (readings++ === 0 ? item : other) });
      }
      return target;
    },
    taken: false,
  },
  {
    how: "behind getters that throw from the second reading on",
    fits: isPlain,
    make(value: Record<string, unknown>) {
      const target = {};
      for (const [name, item] of Object.entries(value)) {
        let readings = 0;
        Object.defineProperty(target, name, { enumerable: true, get: () => (readings++ === 0 ? item : throwing()) });
      }
      return target;
    },
    taken: false,
  },
  {
    how: "whose elements are something else from the second reading on",
    fits: (value) => Array.isArray(value) && value.length > 0,
    make(value: unknown[], draw) {
      const other = draw.of([null, -1, 7n, "x", undefined]);
      const target: unknown[] = [];
      value.forEach((item, i) => {
        let readings = 0;
        Object.defineProperty(target, i, { enumerable: true, get: () => (readings++ === 0 ? item : other) });
      });
      return target;
    },
    taken: false,
  },
];
