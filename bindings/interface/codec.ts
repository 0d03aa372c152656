/** Values into messages and out of them, by their wires. */
import { EpochInputError } from "../errors.js";
import { lengthOf } from "../values/arrays.js";
import {
  LIST_ALIGN,
  ROWS_FIELDS,
  aligned,
  elementSize,
  shapeOf,
  structOf,
  valueOffset,
  type Element,
  type Wire,
  type WireField,
} from "../boundary/wire.js";

/** A message that is read or written. `end` is where the next list goes. */
export interface Message {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** the message as an array of each element, in the order of ELEMENTS: made where the first is written */
  readonly arrays: TypedArray[];
  end: number;
  /** bytes of the lists that have been read: together not more than the message */
  listed: number;
  /** the coinbase's 128-bit numbers are signed */
  signed: boolean;
  /** typed arrays are views of the message */
  readonly views: boolean;
}

/** @param bytes from a multiple of 8 of their buffer on, where lists are read as views or written */
export function messageOf(bytes: Uint8Array, end: number, { signed = false, views = false } = {}): Message {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), arrays: [], end, listed: 0, signed, views };
}

/** One form of value. Lists lie behind everything, where `end` says. */
export interface Codec {
  readonly size: number;
  readonly align: number;
  /** bytes of the lists that a value holds, from a multiple of LIST_ALIGN to one */
  listBytes(value: any): number;
  write(message: Message, at: number, value: any): void;
  read(message: Message, at: number): any;
  /** what holds a byte, as a path behind `path`; null where it is none of this value's */
  locate(message: Message, at: number, offset: number, path: string): string | null;
}

type TypedArray = Uint8Array | Uint16Array | Uint32Array | BigUint64Array | BigInt64Array;

const ARRAYS = { boolean: Uint8Array, u16: Uint16Array, u32: Uint32Array, u64: BigUint64Array, i64: BigInt64Array } as const;

const ELEMENTS = Object.keys(ARRAYS);

type Access = readonly [read: (view: DataView, at: number) => unknown, write: (view: DataView, at: number, value: never) => void];

const ACCESS: Readonly<Record<string, Access>> = {
  boolean: [readFlag, (view, at, value) => view.setUint8(at, Number(value))],
  u16: [(view, at) => view.getUint16(at, true), (view, at, value) => view.setUint16(at, value, true)],
  i32: [(view, at) => view.getInt32(at, true), (view, at, value) => view.setInt32(at, value, true)],
  u32: [(view, at) => view.getUint32(at, true), (view, at, value) => view.setUint32(at, value, true)],
  u64: [(view, at) => view.getBigUint64(at, true), (view, at, value) => view.setBigUint64(at, value, true)],
  i64: [(view, at) => view.getBigInt64(at, true), (view, at, value) => view.setBigInt64(at, value, true)],
  i128: [(view, at) => read128(view, at, true), write128],
  u128: [(view, at) => read128(view, at, false), write128],
  spec: [
    (view, at) => `spec-${view.getUint16(at, true)}`,
    (view, at, value: string) => view.setUint16(at, Number(value.slice("spec-".length)), true),
  ],
};

function read128(view: DataView, at: number, signed: boolean): bigint {
  // Most are below one, and numbers of 64 bits cost less.
  if (view.getUint32(at + 8, true) === 0 && view.getUint32(at + 12, true) === 0) return view.getBigUint64(at, true);
  const high = signed ? view.getBigInt64(at + 8, true) : view.getBigUint64(at + 8, true);
  return (high << 64n) | view.getBigUint64(at, true);
}

function write128(view: DataView, at: number, value: bigint): void {
  const low = BigInt.asUintN(64, value);
  view.setBigUint64(at, low, true);
  view.setBigUint64(at + 8, low === value ? 0n : BigInt.asUintN(64, value >> 64n), true);
}

/** What cannot be in a message, by its byte. */
function refuse(at: number, expected: string, got: unknown): never {
  throw new EpochInputError(`bytes[${at}]`, expected, got);
}

/** A flag. */
function readFlag(view: DataView, at: number): boolean {
  const flag = view.getUint8(at);
  if (flag > 1) refuse(at, "0 or 1", flag);
  return flag === 1;
}

/** Where the items of a list begin, and how many there are. */
function readReference(message: Message, at: number, bytesEach: number): [start: number, count: number] {
  const [start, count] = [message.view.getUint32(at, true), message.view.getUint32(at + 4, true)];
  if (start % LIST_ALIGN !== 0 || start > message.bytes.length) refuse(at, `a multiple of ${LIST_ALIGN} within the message`, start);
  message.listed += count * bytesEach;
  if (start + count * bytesEach > message.bytes.length || message.listed > message.bytes.length)
    refuse(at + 4, "as many items as the message holds", count);
  return [start, count];
}

function within(at: number, size: number, offset: number): boolean {
  return offset >= at && offset < at + size;
}

/** Of values that hold none, so that nobody needs to ask. */
const NO_LISTS: Codec["listBytes"] = () => 0;

function plain(size: number, align: number, read: Codec["read"], write: Codec["write"]): Codec {
  return { size, align, listBytes: NO_LISTS, write, read, locate: (_, at, offset, path) => (within(at, size, offset) ? path : null) };
}

function scalar(wire: Wire): Codec {
  const { size, align } = shapeOf(wire);
  const [read, write] = ACCESS[wire.as]!;
  return plain(
    size,
    align,
    ({ view }, at) => read(view, at),
    ({ view }, at, value) => write(view, at, value as never),
  );
}

const HEX_DIGITS = 2;

const bytes32 = plain(
  32,
  1,
  ({ bytes }, at) => Array.from(bytes.subarray(at, at + 32), (byte) => byte.toString(16).padStart(HEX_DIGITS, "0")).join(""),
  ({ bytes }, at, value: string) => {
    for (let i = 0; i < 32; i++) bytes[at + i] = Number.parseInt(value.slice(HEX_DIGITS * i, HEX_DIGITS * (i + 1)), 16);
  },
);

function coinbase(): Codec {
  return plain(
    16,
    8,
    ({ view, signed }, at) => read128(view, at, signed),
    ({ view }, at, value: bigint) => write128(view, at, value),
  );
}

function choice(choices: readonly string[]): Codec {
  const read = ({ view }: Message, at: number) => choices[view.getUint8(at)] ?? refuse(at, `below ${choices.length}`, view.getUint8(at));
  return plain(1, 1, read, ({ view }, at, value: string) => view.setUint8(at, choices.indexOf(value)));
}

function oneOf(): Codec {
  return plain(
    2,
    2,
    ({ view }, at) => view.getUint16(at, true),
    ({ view }, at, value: number) => view.setUint16(at, value, true),
  );
}

/** `none`: what stands for no value. */
function flagged(wire: Wire & { of: Wire }, none: null | undefined): Codec {
  const item = codecOf(wire.of as Wire);
  const { size, align } = shapeOf(wire);
  const at1 = valueOffset(wire.of as Wire);
  const isThere = (value: unknown) => value !== null && value !== undefined;
  return {
    size,
    align,
    listBytes: (value) => (isThere(value) ? item.listBytes(value) : 0),
    write(message, at, value) {
      message.view.setUint8(at, Number(isThere(value)));
      if (isThere(value)) item.write(message, at + at1, value);
    },
    read: (message, at) => (readFlag(message.view, at) ? item.read(message, at + at1) : none),
    locate: (message, at, offset, path) => {
      if (offset === at) return path;
      return message.view.getUint8(at) === 0 ? null : item.locate(message, at + at1, offset, path);
    },
  };
}

/** Sets offset and count, and gives where the items go. */
function reserve(message: Message, at: number, count: number, itemBytes: number): number {
  const start = message.end;
  message.view.setUint32(at, start, true);
  message.view.setUint32(at + 4, count, true);
  message.end = aligned(start + count * itemBytes, LIST_ALIGN);
  return start;
}

/** A vector that no rule set read is left out. */
const EMPTY = new Uint8Array(0);

function vector(element: Element): Codec {
  const type = ARRAYS[element];
  const bytesEach = elementSize(element);
  const place = ELEMENTS.indexOf(element);
  const elements = ({ arrays, bytes }: Message): TypedArray =>
    (arrays[place] ??= new type(bytes.buffer as ArrayBuffer, bytes.byteOffset, Math.floor(bytes.length / bytesEach)));
  return {
    size: 8,
    align: 4,
    listBytes: (value: TypedArray = EMPTY) => aligned(lengthOf(value) * bytesEach, LIST_ALIGN),
    write(message, at, value: TypedArray = EMPTY) {
      const count = lengthOf(value);
      const start = reserve(message, at, count, bytesEach);
      // One whose buffer is gone has no elements, and can be copied no more.
      if (count > 0) elements(message).set(value as never, start / bytesEach);
    },
    read(message, at) {
      const { bytes, views } = message;
      const [start, count] = readReference(message, at, bytesEach);
      const found = new type(bytes.buffer as ArrayBuffer, bytes.byteOffset + start, count);
      return views ? found : new type(found as never);
    },
    locate({ view }, at, offset, path) {
      if (within(at, 8, offset)) return path;
      const [start, count] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
      return within(start, count * bytesEach, offset) ? `${path}[${Math.floor((offset - start) / bytesEach)}]` : null;
    },
  };
}

function list(of: Wire): Codec {
  const item = codecOf(of);
  const bytesOf = (values: readonly unknown[]) => aligned(values.length * item.size, LIST_ALIGN);
  return {
    size: 8,
    align: 4,
    listBytes: (values: readonly unknown[]) =>
      item.listBytes === NO_LISTS ? bytesOf(values) : values.reduce<number>((sum, value) => sum + item.listBytes(value), bytesOf(values)),
    write(message, at, values: readonly unknown[]) {
      const start = reserve(message, at, values.length, item.size);
      for (let i = 0; i < values.length; i++) item.write(message, start + i * item.size, values[i]);
    },
    read(message, at) {
      const [start, length] = readReference(message, at, item.size);
      const values: unknown[] = [];
      for (let i = 0; i < length; i++) values.push(item.read(message, start + i * item.size));
      return values;
    },
    locate(message, at, offset, path) {
      if (within(at, 8, offset)) return path;
      const [start, count] = [message.view.getUint32(at, true), message.view.getUint32(at + 4, true)];
      for (let i = 0; i < count; i++) {
        const found = item.locate(message, start + i * item.size, offset, `${path}[${i}]`);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

function text(): Codec {
  const bytes = vector("boolean");
  const encoded = (value: string) => new TextEncoder().encode(value);
  return {
    ...bytes,
    listBytes: (value: string) => bytes.listBytes(encoded(value)),
    write: (message, at, value: string) => bytes.write(message, at, encoded(value)),
    read: (message, at) => new TextDecoder().decode(bytes.read({ ...message, views: false }, at) as Uint8Array),
  };
}

/** `names`: of an object's fields; without them it is an array. Its fields are gone through in every item of a list. */
function struct(wires: readonly Wire[], names?: readonly string[]): Codec {
  const { size, align, offsets } = structOf(wires);
  const keys: readonly (string | number)[] = names ?? wires.map((_, i) => i);
  const fields = wires.map((wire, i) => ({ codec: codecOf(wire), key: keys[i]!, offset: offsets[i]! }));
  const holding = fields.filter(({ codec }) => codec.listBytes !== NO_LISTS);
  const nameOf = (key: string | number, path: string) => (names === undefined ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
  const readTuple = (message: Message, at: number) => fields.map(({ codec, offset }): unknown => codec.read(message, at + offset));
  const readRecord = (message: Message, at: number) => {
    const result: Record<string, unknown> = {};
    for (const { codec, key, offset } of fields) {
      const value: unknown = codec.read(message, at + offset);
      if (value !== undefined) result[key] = value;
    }
    return result;
  };
  return {
    size,
    align,
    listBytes: holding.length === 0 ? NO_LISTS : (value) => holding.reduce((sum, { codec, key }) => sum + codec.listBytes(value[key]), 0),
    write(message, at, value) {
      for (const { codec, key, offset } of fields) codec.write(message, at + offset, value[key]);
    },
    read: names === undefined ? readTuple : readRecord,
    locate(message, at, offset, path) {
      for (const field of fields) {
        const found = field.codec.locate(message, at + field.offset, offset, nameOf(field.key, path) as string);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

function record(fields: readonly WireField[]): Codec {
  return struct(
    fields.map(({ wire }) => wire),
    fields.map(({ name }) => name),
  );
}

export function codecOf(wire: Wire): Codec {
  switch (wire.as) {
    case "constant":
      return plain(
        0,
        1,
        () => wire.value,
        () => {},
      );
    case "choice":
      return choice(wire.choices);
    case "oneOf":
      return oneOf();
    case "optional":
      return flagged(wire, null);
    case "sometimes":
      return flagged(wire, undefined);
    case "list":
      return list(wire.of);
    case "vector":
      return vector(wire.of);
    case "rows":
      return record(ROWS_FIELDS(wire.of));
    case "text":
      return text();
    case "tuple":
      return struct(wire.of);
    case "record":
      return record(wire.fields);
    case "coinbase":
      return coinbase();
    case "bytes32":
      return bytes32;
    default:
      return scalar(wire);
  }
}
