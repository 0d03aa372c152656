import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { EpochInputError } from "../bindings/errors.js";
import { checkState, fromJson, subnetFromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import type { SubnetState } from "../bindings/types.js";
import { describeBackends } from "./backends.js";
import { readVectors } from "./vectors.js";

const STATE = fromJson(readVectors("epoch/basic")[0]!.in);

type Arrays = BigUint64Array | Uint32Array | Uint16Array | Uint8Array;

/** The same state with every typed array replaced. */
function withArrays(change: (array: Arrays) => unknown, state: SubnetState = STATE): SubnetState {
  const changed = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return change(value as Arrays);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item)]));
  };
  return changed(state) as SubnetState;
}

type ArrayConstructor = new (given: unknown, offset?: number, length?: number) => Arrays;

function constructorOf(array: Arrays): ArrayConstructor {
  return array.constructor as unknown as ArrayConstructor;
}

/** On a buffer that is made of a number of bytes, at an offset. */
function over(buffer: ArrayBufferLike, offset: number, array: Arrays): Arrays {
  const copy = new (constructorOf(array))(buffer, offset, array.length);
  copy.set(array as never);
  return copy;
}

interface Resizable {
  new (length: number, options: { maxByteLength: number }): ArrayBuffer & { resize(length: number): void };
}
interface Growable {
  new (length: number, options: { maxByteLength: number }): SharedArrayBuffer & { grow(length: number): void };
}

const elsewhere = vm.createContext();

const KINDS: [string, (array: Arrays) => unknown][] = [
  ["of another realm", (array) => vm.runInContext(`(items) => ${array.constructor.name}.from(items)`, elsewhere)(array)],
  ["of another realm's buffer", (array) => over(vm.runInContext(`new ArrayBuffer(${array.byteLength})`, elsewhere), 0, array)],
  ["of a subclass", (array) => new (class extends (constructorOf(array) as new (items: Arrays) => object) {})(array)],
  ["that say another length than they have", (array) => Object.defineProperty(array.slice(), "length", { value: array.length + 1 })],
  ["that say another buffer than they have", (array) => Object.defineProperty(array.slice(), "buffer", { value: new ArrayBuffer(1) })],
  ["in the middle of a buffer", (array) => over(new ArrayBuffer(array.byteLength + 64), 16, array)],
  ["of shared memory", (array) => over(new SharedArrayBuffer(array.byteLength), 0, array)],
  [
    "of growable shared memory",
    (array) => over(new (SharedArrayBuffer as unknown as Growable)(array.byteLength, { maxByteLength: 1 << 20 }), 0, array),
  ],
  [
    "that follow the length of their buffer",
    (array) => {
      const copy = new (constructorOf(array))(new (ArrayBuffer as unknown as Resizable)(array.byteLength, { maxByteLength: 1 << 20 }));
      copy.set(array as never);
      return copy;
    },
  ],
];

describeBackends("typed arrays by what they are", ({ yuma }) => {
  const expected = yuma.epoch(STATE, { digest: true }).digest;

  it.each(KINDS)("arrays %s", (_, change) => {
    expect(yuma.epoch(withArrays(change), { digest: true }).digest).toBe(expected);
  });

  it("a whole state of another realm", () => {
    const clone = vm.runInContext("(state) => Object.assign({}, state)", elsewhere) as (state: SubnetState) => SubnetState;
    expect(yuma.epoch(clone(STATE), { digest: true }).digest).toBe(expected);
  });
});

function failure(state: unknown): EpochInputError {
  try {
    checkState(state as SubnetState);
  } catch (error) {
    if (error instanceof EpochInputError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("what is no typed array of its field's", () => {
  it.each<[string, unknown]>([
    ["an object with the prototype of one", Object.create(BigUint64Array.prototype)],
    ["an object with its tag and length", { [Symbol.toStringTag]: "BigUint64Array", length: 16 }],
    ["a proxy of one", new Proxy(STATE.alphaStake, {})],
    ["one of signed elements", new BigInt64Array(16)],
    ["a view of bytes", new DataView(new ArrayBuffer(128))],
    ["a buffer", new ArrayBuffer(128)],
  ])("%s", (_, value) => {
    expect(failure({ ...STATE, alphaStake: value })).toMatchObject({ path: "alphaStake", expected: "a BigUint64Array" });
    expect(failure({ ...STATE, weights: { ...STATE.weights, uids: value } })).toMatchObject({
      path: "weights.uids",
      expected: "a Uint16Array",
    });
  });

  it("one whose buffer was transferred, or has shrunk", () => {
    const gone = STATE.alphaStake.slice();
    structuredClone(gone, { transfer: [gone.buffer] });
    expect(failure({ ...STATE, alphaStake: gone })).toMatchObject({ path: "alphaStake", expected: "length 16", got: "0" });
    const buffer = new (ArrayBuffer as unknown as Resizable)(128, { maxByteLength: 128 });
    const shrunk = new BigUint64Array(buffer, 0, 16);
    buffer.resize(64);
    expect(failure({ ...STATE, alphaStake: shrunk })).toMatchObject({ path: "alphaStake", expected: "length 16", got: "0" });
  });
});

describe("what is checked is what is computed", () => {
  it("every field is read once, before the first is checked", () => {
    const reads: string[] = [];
    const counted = (value: object, path: string): object =>
      new Proxy(value, {
        get(target, name) {
          reads.push(`${path}${String(name)}`);
          const field = Reflect.get(target, name) as unknown;
          return name === "weights" || name === "bonds" ? counted(field as object, `${String(name)}.`) : field;
        },
      });
    checkState(counted(STATE, "") as SubnetState);
    const fields = reads.filter((read) => !read.startsWith("Symbol"));
    expect(fields.sort()).toEqual([...new Set(fields)]);
    expect(fields).toContain("weights.starts");
  });

  it("a getter that runs late cannot change what was taken", () => {
    const buffer = new (ArrayBuffer as unknown as Resizable)(128, { maxByteLength: 128 });
    const state = {
      ...STATE,
      alphaStake: new BigUint64Array(buffer),
      bonds: {
        ...STATE.bonds,
        get values() {
          buffer.resize(0);
          return STATE.bonds.values;
        },
      },
    };
    expect(failure(state)).toMatchObject({ path: "alphaStake", expected: "length 16" });
  });

  it("shared memory is copied, and other arrays are not", () => {
    const shared = withArrays((array) => over(new SharedArrayBuffer(array.byteLength), 0, array));
    const checked = checkState(shared);
    shared.weights.starts.fill(9);
    shared.validatorPermits.fill(7);
    expect(checked.weights.starts).toEqual(STATE.weights.starts);
    expect(checked.validatorPermits).toEqual(STATE.validatorPermits);
    expect(checkState(STATE).alphaStake.buffer).toBe(STATE.alphaStake.buffer);
  });

  it("holes are missing elements, however many", () => {
    const json = readVectors("epoch/basic")[0]!.in as Record<string, unknown>;
    const holes = new Array(2 ** 32 - 1);
    for (const [change, path] of [
      [{ previousConsensus: holes }, "previousConsensus[0]"],
      [{ alphaStake: holes }, "alphaStake"],
      [{ weights: [holes, ...(json["weights"] as unknown[]).slice(1)] }, "weights[0][0]"],
    ] as const) {
      expect(() => fromJson({ ...json, ...change })).toThrow(expect.objectContaining({ name: "EpochInputError", path }));
    }
  });
});

describe("a list is gone over by its indexes, whatever it inherits:", () => {
  const odd = <T>(list: T[]): T[] => Object.setPrototypeOf(list, BigUint64Array.prototype) as T[];

  it("by toJson", () => {
    expect(toJson({ list: odd([1n, 2n, 3n]) })).toEqual({ list: ["1", "2", "3"] });
    expect(() => toJson(odd([undefined]))).toThrow(EpochInputError);
  });

  describeBackends("by subnetEpoch", ({ yuma }) => {
    it("its mechanisms", () => {
      const state = subnetFromJson(readVectors("newer-rules/epoch-null")[0]!.in);
      const changed = { ...state, mechanisms: odd([...state.mechanisms]) } as typeof state;
      expect(toJson(yuma.subnetEpoch(changed))).toEqual(toJson(yuma.subnetEpoch(state)));
    });
  });
});
