import { ChainError } from "../errors.js";
import { bytesOf, hexOf } from "./bytes.js";
import { allowsShape, type ItemName } from "./items.js";
import type { KeyPart } from "./metadata.js";
import { writtenPart, type RecordedItem, type Recording, type Side } from "./recording.js";
import { ScaleError, readScale, type ScaleReader } from "./scale.js";

/** A row as stored: entries in stored order. */
export interface Row {
  uids: Uint16Array;
  values: Uint16Array;
}

/** A share of a hotkey's stake that goes to, or comes from, another. */
export interface Kinship {
  proportion: bigint;
  account: string;
}

/** A hash that was committed. Up to 422 (hash, block, first, last block to reveal), from 423 (hash, epoch, block, idle). chain-reading.md 2 */
type HashCommit = readonly [first: bigint, second: bigint, third: bigint];

export interface TimelockedCommit {
  account: string;
  block: bigint;
}

function row(reader: ScaleReader): Row {
  const count = reader.count(4);
  const uids = new Uint16Array(count);
  const values = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    uids[i] = reader.u16();
    values[i] = reader.u16();
  }
  return { uids, values };
}

function u16s(reader: ScaleReader): Uint16Array {
  const values = new Uint16Array(reader.count(2));
  for (let i = 0; i < values.length; i++) values[i] = reader.u16();
  return values;
}

function u64s(reader: ScaleReader): BigUint64Array {
  const values = new BigUint64Array(reader.count(8));
  for (let i = 0; i < values.length; i++) values[i] = reader.u64();
  return values;
}

function bools(reader: ScaleReader): Uint8Array {
  const values = new Uint8Array(reader.count(1));
  for (let i = 0; i < values.length; i++) values[i] = Number(reader.bool());
  return values;
}

const account = (reader: ScaleReader): string => hexOf(reader.raw(32));
const kinship = (reader: ScaleReader): Kinship => ({ proportion: reader.u64(), account: account(reader) });
function hashCommit(reader: ScaleReader): HashCommit {
  reader.raw(32);
  return [reader.u64(), reader.u64(), reader.u64()];
}

function timelocked(reader: ScaleReader): TimelockedCommit {
  const commit = { account: account(reader), block: reader.u64() };
  reader.raw(reader.count(1));
  reader.u64();
  return commit;
}

/** How the bytes of each type are read. */
const READERS: Readonly<Record<string, (reader: ScaleReader) => unknown>> = {
  bool: (reader) => reader.bool(),
  u8: (reader) => reader.u8(),
  u16: (reader) => reader.u16(),
  i16: (reader) => reader.i16(),
  u32: (reader) => reader.u32(),
  u64: (reader) => reader.u64(),
  account,
  "(u16, u16)": (reader) => [reader.u16(), reader.u16()],
  "Vec<u16>": u16s,
  "Vec<u64>": u64s,
  "Vec<bool>": bools,
  "Vec<(u16, u16)>": row,
  "Vec<(u64, account)>": (reader) => reader.list(40, kinship),
  "Vec<([u8; 32], u64, u64, u64)>": (reader) => reader.list(56, hashCommit),
  "Vec<(account, u64, u64, u64)>": (reader) => reader.list(56, hashCommit),
  "Vec<(account, u64, Vec<u8>, u64)>": (reader) => reader.list(49, timelocked),
};

function enumReader(shape: string): ((reader: ScaleReader) => unknown) | undefined {
  const names = /^enum\((.*)\)$/.exec(shape)?.[1]?.split(", ");
  if (names === undefined) return undefined;
  const variants = new Map(names.map((one) => [Number(one.split(" ")[0]), one.split(" ")[1]!]));
  return (reader) => {
    const index = reader.u8();
    const name = variants.get(index);
    if (name === undefined) throw new ScaleError(`one of ${names.join(", ")}, and it is ${index}`);
    return name;
  };
}

/** What a value of an item is, by its type. */
export interface Values {
  bool: boolean;
  u8: number;
  u16: number;
  i16: number;
  u32: number;
  u64: bigint;
  account: string;
  pair: readonly [number, number];
  u16s: Uint16Array;
  u64s: BigUint64Array;
  bools: Uint8Array;
  row: Row;
  kin: Kinship[];
  commits: HashCommit[];
  timelocked: TimelockedCommit[];
  name: string;
}

function nameOf(item: string, args: readonly KeyPart[]): string {
  return args.length === 0 ? item : `${item}[${args.map(writtenPart).join(", ")}]`;
}

/** One of a recording's two states, decoded value by value. */
export class StateView {
  private readonly values = new Map<string, { key: string; value: string | null }>();
  private readonly parts = new Map<string, (number | string)[][]>();

  constructor(
    recording: Pick<Recording, "items" | "before" | "after">,
    private readonly side: Side,
    private readonly items: Readonly<Record<string, RecordedItem>> = recording.items[side],
  ) {
    for (const { item, args, key, value } of recording[side]) {
      const name = nameOf(item, args);
      const known = this.values.get(name);
      if (known !== undefined && known.value !== value)
        throw new ChainError("node-reply", name, "expected one value, and there is another", value ?? "null");
      this.values.set(name, { key, value });
      if (known !== undefined) continue;
      const parts = this.parts.get(item);
      if (parts === undefined) this.parts.set(item, [args]);
      else parts.push(args);
    }
  }

  /** Whether the runtime had this item, and it was read. */
  has(item: ItemName): boolean {
    return Object.hasOwn(this.items, item);
  }

  isRecorded(item: ItemName, ...args: readonly KeyPart[]): boolean {
    return this.values.has(nameOf(item, args));
  }

  /** The keys of an item that were read, by their parts. */
  keysOf(item: ItemName): readonly (readonly (number | string)[])[] {
    return this.parts.get(item) ?? [];
  }

  /** Whether there is a value, not the item's default. */
  isStored(item: ItemName, ...args: readonly KeyPart[]): boolean {
    return this.find(item, args).value !== null;
  }

  private find(item: ItemName, args: readonly KeyPart[]): { key: string; value: string | null } {
    const found = this.values.get(nameOf(item, args));
    if (found === undefined)
      throw new ChainError("node-reply", nameOf(item, args), `expected this item ${this.side} the epoch in the recording`, "nothing");
    return found;
  }

  /**
   * A value, or what its absence stands for; null where that is nothing.
   * @throws ChainError where it was not read or its bytes are not of the item's type
   */
  optional<K extends keyof Values>(_kind: K, item: ItemName, ...args: readonly KeyPart[]): Values[K] | null {
    const { key, value } = this.find(item, args);
    const described = this.items[item];
    if (described === undefined)
      throw new ChainError("node-reply", nameOf(item, args), "expected the item's type in the recording", "none");
    const hex = value ?? described.default;
    if (hex === null) return null;
    const read = READERS[described.shape] ?? enumReader(described.shape);
    if (read === undefined || !allowsShape(item, described.shape))
      throw new ChainError("unreadable-metadata", nameOf(item, args), "expected a type that we read", described.shape);
    try {
      return readScale(bytesOf(hex), read) as Values[K];
    } catch (error) {
      if (!(error instanceof ScaleError)) throw error;
      throw new ChainError("node-reply", `${nameOf(item, args)} (${key})`, `expected ${described.shape}: ${error.message}`, hex);
    }
  }

  /** @throws ChainError also where there is none */
  value<K extends keyof Values>(kind: K, item: ItemName, ...args: readonly KeyPart[]): Values[K] {
    const found = this.optional(kind, item, ...args);
    if (found === null) throw new ChainError("node-reply", nameOf(item, args), "expected a value or a default", "none");
    return found;
  }
}
