import { EpochInputError } from "../errors.js";
import { record } from "../boundary/input.js";
import { listOf, oneOf, text, u16, u32, u64, type Kind } from "../boundary/kinds.js";
import { parseJson } from "../text/json.js";
import { isHex } from "./bytes.js";
import { ITEMS, type ItemName } from "./items.js";
import type { DecodedEvent, KeyPart } from "./metadata.js";

/** A value of the chain's storage as it came; null where there is none, so that the item's default holds. */
export interface StoredEntry {
  /** its name, as the chain's pallet has it */
  item: ItemName;
  /** numbers are u16, decimal texts u64, "0x..." accounts */
  args: (number | string)[];
  /** 0x and hex digits */
  key: string;
  /** 0x and hex digits */
  value: string | null;
}

/** How a runtime stores an item. */
export interface RecordedItem {
  /** its type, as `Vec<(u16, u16)>` */
  shape: string;
  /** of its keys, in their order */
  hashers: string[];
  /** what an absent key stands for; null where for nothing */
  default: string | null;
}

/**
 * All that was read from a node for one epoch, as it came and as JSON has it: from it the epoch's input and what the chain stored are read without any node.
 * chain-reading.md 9
 */
export interface Recording {
  /** which form of recordings this is */
  format: typeof FORMAT;
  /** as the chain names itself */
  network: string;
  /** hash of block 0 */
  genesis: string;
  /** of the subnet */
  netuid: number;
  /** of the epoch, B, as decimal text */
  block: string;
  /** of B-1 and of B */
  hashes: { before: string; after: string };
  /** of the runtime in the state at B-2, B-1 and B; that at B-1 executed B */
  specs: { parent: number; before: number; after: number };
  /** SHA-256 of the metadata by which the states at B-1 and at B were read */
  metadata: { before: string; after: string };
  items: { before: Record<string, RecordedItem>; after: Record<string, RecordedItem> };
  /** the state at B-1 */
  before: StoredEntry[];
  /** the state at B */
  after: StoredEntry[];
  /** System.Events at B, as it came */
  events: string;
  /** those of them that matter here */
  decodedEvents: RecordedEvent[];
  /** what get_subnet_state answered at B-1; null where it was not asked or did not answer */
  subnetState: string | null;
  /** the metadata itself, where it was asked for */
  metadataBytes?: { before: string; after: string };
  remarks: string[];
  /** when it was read from the node, ISO 8601 */
  when: string;
}

/** Amounts are decimal texts, accounts "0x...". */
export interface RecordedEvent extends Pick<DecodedEvent, "phase" | "pallet" | "name"> {
  value: unknown;
}

export const FORMAT = "yuma-recording-1";

export type Side = "before" | "after";

/** An argument of a key as JSON has it, and back. */
export function writtenPart(part: KeyPart): number | string {
  return typeof part === "bigint" ? String(part) : part;
}

/** @throws EpochInputError where it is not bytes in hexadecimal */
const hexText: Kind<string> = (() => {
  const check = (value: unknown, path: string): string => {
    if (!isHex(value)) throw new EpochInputError(path, "bytes as 0x and two hexadecimal digits each", value);
    return value;
  };
  return { fromJson: check, check };
})();

/** One of many names: an error does not list them. */
function itemName(value: unknown, path: string): ItemName {
  if (typeof value !== "string" || !Object.hasOwn(ITEMS, value)) throw new EpochInputError(path, "a storage item that is read", value);
  return value as ItemName;
}

function sides<T>(read: (value: unknown, path: string) => T): (value: unknown, path: string) => { before: T; after: T } {
  return (value, path) => {
    const { before, after } = record(value, path);
    return { before: read(before, `${path}.before`), after: read(after, `${path}.after`) };
  };
}

const plain =
  <T>(kind: Kind<T>) =>
  (value: unknown, path: string): T =>
    kind.fromJson(value, path, 0);

const PART = /^(0x[0-9a-f]{64}|\d{1,20})$/;

function entry(value: unknown, path: string): StoredEntry {
  const { item, args, key, value: stored } = record(value, path);
  const part: Kind<number | string> = {
    fromJson: (one, place) => {
      if (typeof one === "number") return u16.fromJson(one, place, 0);
      if (typeof one === "string" && PART.test(one)) return one;
      throw new EpochInputError(place, "a u16, a u64 as decimal text or 32 bytes in hexadecimal", one);
    },
    check: (one) => one as number | string,
  };
  return {
    item: itemName(item, `${path}.item`),
    args: listOf(part).fromJson(args, `${path}.args`, 0),
    key: hexText.fromJson(key, `${path}.key`, 0),
    value: stored === null ? null : hexText.fromJson(stored, `${path}.value`, 0),
  };
}

function list<T>(read: (value: unknown, path: string) => T): (value: unknown, path: string) => T[] {
  return (value, path) => listOf<T>({ fromJson: (one, place) => read(one, place), check: (one) => one as T }).fromJson(value, path, 0);
}

function items(value: unknown, path: string): Record<string, RecordedItem> {
  return Object.fromEntries(
    Object.entries(record(value, path)).map(([name, one]) => {
      const place = `${path}.${itemName(name, path)}`;
      const { shape, hashers, default: absent } = record(one, place);
      return [
        name,
        {
          shape: plain(text)(shape, `${place}.shape`),
          hashers: list(plain(text))(hashers, `${place}.hashers`),
          default: absent === null ? null : plain(hexText)(absent, `${place}.default`),
        },
      ];
    }),
  );
}

function event(value: unknown, path: string): RecordedEvent {
  const { phase, pallet, name, value: fields } = record(value, path);
  return {
    phase: plain(oneOf(["initialization", "extrinsic", "finalization"] as const))(phase, `${path}.phase`),
    pallet: plain(text)(pallet, `${path}.pallet`),
    name: plain(text)(name, `${path}.name`),
    value: fields,
  };
}

/**
 * A recording from its JSON: text, bytes, or what is already parsed.
 * @throws MalformedJsonError where it is not JSON
 * @throws EpochInputError where it is no recording
 */
export function recordingFromJson(json: unknown): Recording {
  const from = record(parseJson(json), "");
  const { specs, metadataBytes } = from;
  const spec = record(specs, "specs");
  const hex = plain(hexText);
  return {
    format: plain(oneOf([FORMAT] as const))(from["format"], "format"),
    network: plain(text)(from["network"], "network"),
    genesis: hex(from["genesis"], "genesis"),
    netuid: plain(u16)(from["netuid"], "netuid"),
    block: String(plain(u64)(from["block"], "block")),
    hashes: sides(hex)(from["hashes"], "hashes"),
    specs: {
      parent: plain(u32)(spec["parent"], "specs.parent"),
      before: plain(u32)(spec["before"], "specs.before"),
      after: plain(u32)(spec["after"], "specs.after"),
    },
    metadata: sides(plain(text))(from["metadata"], "metadata"),
    items: sides(items)(from["items"], "items"),
    before: list(entry)(from["before"], "before"),
    after: list(entry)(from["after"], "after"),
    events: hex(from["events"], "events"),
    decodedEvents: list(event)(from["decodedEvents"], "decodedEvents"),
    subnetState: from["subnetState"] === null ? null : hex(from["subnetState"], "subnetState"),
    ...(metadataBytes !== undefined && { metadataBytes: sides(hex)(metadataBytes, "metadataBytes") }),
    remarks: list(plain(text))(from["remarks"], "remarks"),
    when: plain(text)(from["when"], "when"),
  };
}
