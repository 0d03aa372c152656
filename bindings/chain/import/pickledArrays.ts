import { EpochInputError } from "../../errors.js";
import { readArray, stridesOf, type Layout, type NumberArray } from "./numbers.js";
import { PickledCall, PickledDict, PickledList, PickledName, PickledPersistent, type Pickled } from "./pickled.js";

/** Numbers of torch's storages by the name of their type. */
const STORAGES: Readonly<Record<string, string>> = {
  "torch.FloatStorage": "f4",
  "torch.DoubleStorage": "f8",
  "torch.LongStorage": "i8",
  "torch.IntStorage": "i4",
  "torch.ShortStorage": "i2",
  "torch.CharStorage": "i1",
  "torch.ByteStorage": "u1",
  "torch.BoolStorage": "b1",
};

/** What a storage's key stands for; of a pickle alone there are none. */
type Storages = (key: string) => { bytes: Uint8Array; little: boolean };

/** The values of a dictionary by their names, each read when it is asked for. @throws EpochInputError where there is no dictionary */
export function namedValues(value: Pickled, path: string): Map<string, Pickled> {
  const entries =
    value instanceof PickledDict || (value instanceof PickledCall && value.name === "collections.OrderedDict") ? value.entries : null;
  if (entries === null) throw new EpochInputError(path, "a dictionary of arrays, as a metagraph's", describe(value));
  return new Map([...entries].flatMap(([key, one]) => (typeof key === "string" ? [[key, one] as const] : [])));
}

function describe(value: Pickled): unknown {
  if (value instanceof PickledCall) return `a call of ${value.name}`;
  if (value instanceof PickledName) return value.name;
  return value instanceof PickledList ? "a list" : value;
}

function items(value: unknown): readonly Pickled[] | null {
  return value instanceof PickledList ? value.items : null;
}

const integer = (value: Pickled | undefined): number =>
  typeof value === "number" || typeof value === "bigint" ? Number(value) : Number.NaN;

function integers(value: Pickled | undefined): number[] {
  return items(value)?.map(integer) ?? [Number.NaN];
}

/** An array of numpy or torch, or plain numbers; undefined of whatever is none. @throws EpochInputError */
export function arrayOfPickled(value: Pickled, path: string, storages: Storages | null): NumberArray | undefined {
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return { shape: [], values: Float64Array.of(Number(value)), precision: "integer" };
  if (value instanceof PickledList) {
    const numbers = value.items;
    if (!numbers.every((one) => typeof one === "number" || typeof one === "boolean" || typeof one === "bigint")) return undefined;
    return { shape: [numbers.length], values: Float64Array.from(numbers, Number), precision: "float64" };
  }
  if (!(value instanceof PickledCall)) return undefined;
  const args = items(value.args) ?? [];
  switch (value.name) {
    case "torch._utils._rebuild_parameter": {
      // A parameter is of a tensor; what a pickle says may also be of itself.
      const [held] = args;
      return held instanceof PickledCall && held.name !== value.name ? arrayOfPickled(held, path, storages) : undefined;
    }
    case "torch._utils._rebuild_tensor_v2":
      return tensor(args, path, storages);
    case "numpy.core.multiarray._reconstruct":
    case "numpy._core.multiarray._reconstruct": {
      const [, shape, dtype, fortran, data] = items(value.state) ?? [];
      return numpyArray(bytesOfPickled(data, path), dtype, integers(shape), fortran === true, path);
    }
    case "numpy.core.numeric._frombuffer":
    case "numpy._core.numeric._frombuffer": {
      const [data, dtype, shape, order] = args;
      return numpyArray(bytesOfPickled(data, path), dtype, integers(shape), order === "F", path);
    }
    case "numpy.core.multiarray.scalar":
    case "numpy._core.multiarray.scalar":
      return numpyArray(bytesOfPickled(args[1], path), args[0], [], false, path);
    default:
      return undefined;
  }
}

/** Protocols before 3 have no bytes: they say a text and how it is encoded. */
function bytesOfPickled(value: Pickled | undefined, path: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  const [text, encoding] = (value instanceof PickledCall && value.name === "_codecs.encode" && items(value.args)) || [];
  const whole = typeof value === "string" ? value : encoding === "latin1" && typeof text === "string" ? text : null;
  if (whole === null)
    throw new EpochInputError(path, "the bytes of an array of numbers (no objects)", value === undefined ? "nothing" : describe(value));
  return Uint8Array.from(whole, (character) => character.charCodeAt(0));
}

function numpyArray(bytes: Uint8Array, dtype: Pickled | undefined, shape: number[], columns: boolean, path: string): NumberArray {
  const [kind] = dtype instanceof PickledCall && dtype.name === "numpy.dtype" ? (items(dtype.args) ?? []) : [];
  if (!(dtype instanceof PickledCall) || typeof kind !== "string")
    throw new EpochInputError(path, "a type of numpy's", describe(dtype ?? null));
  const order = items(dtype.state)?.[1];
  return readArray(bytes, { kind, little: order !== ">", shape, strides: stridesOf(shape, columns) }, path);
}

function tensor([storage, offset, size, stride]: readonly Pickled[], path: string, storages: Storages | null): NumberArray {
  const id = (storage as unknown) instanceof PickledPersistent ? items((storage as unknown as PickledPersistent).id) : null;
  const [word, type, key] = id ?? [];
  if (storages === null || word !== "storage" || typeof key !== "string" || !/^\w{1,20}$/.test(key))
    throw new EpochInputError(path, "a storage of torch that is a member of the archive", "something else");
  const kind = type instanceof PickledName && Object.hasOwn(STORAGES, type.name) ? STORAGES[type.name] : undefined;
  if (kind === undefined) throw new EpochInputError(path, `numbers of ${Object.keys(STORAGES).join(", ")}`, describe(type ?? null));
  const { bytes, little } = storages(key);
  const layout: Layout = { kind, little, shape: integers(size), strides: integers(stride), offset: integer(offset) };
  return readArray(bytes, layout, path);
}
