import { Twox128 } from "@polkadot-api/substrate-bindings";
import { EpochInputError } from "../../errors.js";
import { isArray } from "../../values/arrays.js";
import { bytesOf, hexOf, isHex } from "../bytes.js";
import { ITEMS, type ItemName, type ItemRule } from "../items.js";
import type { StoredEntry } from "../recording.js";
import { accountBytes, encodeJson } from "./jsonValues.js";

/** What a dump holds of the chain's own pallet; the rest is counted. */
export interface Dump {
  entries: StoredEntry[];
  foreign: number;
}

const PALLET = "SubtensorModule";

const twox = (text: string) => hexOf(Twox128(new TextEncoder().encode(text))).slice(2);

/** Items by how their keys begin, and by their names in whatever case; made when the first dump comes. */
let known: { pallet: string; byPrefix: Map<string, ItemName>; byName: Map<string, ItemName> } | undefined;

function knownItems(): NonNullable<typeof known> {
  const names = Object.keys(ITEMS) as ItemName[];
  return (known ??= {
    pallet: `0x${twox(PALLET)}`,
    byPrefix: new Map(names.map((name) => [twox(name), name])),
    byName: new Map(names.map((name) => [name.toLowerCase(), name])),
  });
}

type PartType = "u16" | "u64" | "account";

/** What the parts of an item's key are. chain-reading.md 2 */
function partTypes(item: ItemName): PartType[] {
  const { hashers }: ItemRule = ITEMS[item];
  const joined = hashers.join("");
  if (joined === "KI") return ["account", "u16"];
  if (joined === "IK") return ["u16", "account"];
  if (joined === "TT") return ["u16", item === "WeightCommits" ? "account" : "u64"];
  return hashers.map(() => "u16");
}

const PART_BYTES = { u16: 2, u64: 8, account: 32 } as const;

/** How many bytes of hash are in front of a part. */
const HASH_BYTES: Readonly<Record<string, number>> = { I: 0, T: 8, K: 16 };

/** The item and the parts of a key; null of what belongs to others. */
function partsOfKey(key: string): { item: ItemName; args: (number | string)[] } | null {
  const { pallet, byPrefix } = knownItems();
  const lower = key.toLowerCase();
  if (!lower.startsWith(pallet) || lower.length < 66) return null;
  const item = byPrefix.get(lower.slice(34, 66));
  if (item === undefined) return null;
  const { hashers }: ItemRule = ITEMS[item];
  let at = 66;
  const args = partTypes(item).map((type, i) => {
    const start = at + 2 * HASH_BYTES[hashers[i]!]!;
    at = start + 2 * PART_BYTES[type];
    return writtenPart(type, lower.slice(start, at));
  });
  return at === lower.length ? { item, args } : null;
}

function writtenPart(type: PartType, digits: string): number | string {
  if (type === "account") return `0x${digits}`;
  const bytes = bytesOf(`0x${digits}`);
  const value = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return type === "u16" ? Number(value) : String(value);
}

/** Keys and values as a node has them. */
export function rawEntries(pairs: Iterable<readonly [key: unknown, value: unknown]>, path: string): Dump {
  const dump: Dump = { entries: [], foreign: 0 };
  let i = 0;
  for (const [key, value] of pairs) {
    const place = `${path}[${i++}]`;
    if (!isHex(key)) throw new EpochInputError(place, "a key as 0x and two digits for each byte", key);
    if (value !== null && !isHex(value)) throw new EpochInputError(place, "a value as 0x and two digits for each byte, or null", value);
    const parts = partsOfKey(key);
    if (parts === null) dump.foreign++;
    else dump.entries.push({ ...parts, key, value });
  }
  return dump;
}

/** The type that a value in JSON has; of two, the signed one, which holds what was ever set. */
function shapeOf(item: ItemName): string {
  return (ITEMS[item] as ItemRule).shapes[0]!;
}

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  LiquidAlphaConsensusMode: ["current", "previous", "auto"],
  SubnetEpochConsensus: ["yuma", "null"],
};

function encoded(item: ItemName, value: unknown, path: string): string | null {
  if (value === null || value === undefined) return null;
  const variants = VARIANTS[item];
  if (variants === undefined) return hexOf(encodeJson(shapeOf(item), value, path));
  const index = typeof value === "string" ? variants.indexOf(value.toLowerCase()) : -1;
  if (index < 0) throw new EpochInputError(path, `one of ${variants.join(", ")}`, value);
  return hexOf(Uint8Array.of(index));
}

function partOfJson(type: PartType, value: unknown, path: string): number | string {
  if (type === "account") return hexOf(accountBytes(value, path));
  return writtenPart(type, hexOf(encodeJson(type, value, path)).slice(2));
}

/** One pair of polkadot-js, [key, value]: the key whole in hexadecimal, or its parts. */
function entryOfJson(item: ItemName | null, key: unknown, value: unknown, path: string): StoredEntry | null {
  if (isHex(key)) {
    const parts = partsOfKey(key);
    if (parts === null) return null;
    if (item !== null && parts.item !== item) throw new EpochInputError(`${path}[0]`, `a key of ${item}`, parts.item);
    return { ...parts, key, value: encoded(parts.item, value, `${path}[1]`) };
  }
  const given = isArray(key) ? key : [key];
  if (item === null) throw new EpochInputError(`${path}[0]`, "a whole key as 0x and two digits for each byte", key);
  const types = partTypes(item);
  if (given.length !== types.length) throw new EpochInputError(`${path}[0]`, `${types.length} parts of a key of ${item}`, key);
  const args = types.map((type, i) => partOfJson(type, given[i], `${path}[0][${i}]`));
  return { item, args, key: "", value: encoded(item, value, `${path}[1]`) };
}

function isPair(value: unknown): value is [unknown, unknown] {
  return isArray(value) && value.length === 2;
}

/** Pairs of whole keys and values: in hexadecimal as a node has them, or as polkadot-js shows them. @throws EpochInputError */
export function pairEntries(pairs: readonly unknown[], path: string): Dump {
  pairs.forEach((pair, i) => {
    if (!isPair(pair)) throw new EpochInputError(`${path}[${i}]`, "a [key, value] pair", pair);
  });
  const all = pairs as readonly [unknown, unknown][];
  if (all.every(([, value]) => value === null || isHex(value))) return rawEntries(all, path);
  const dump: Dump = { entries: [], foreign: 0 };
  all.forEach(([key, value], i) => {
    const entry = entryOfJson(null, key, value, `${path}[${i}]`);
    if (entry === null) dump.foreign++;
    else dump.entries.push(entry);
  });
  return dump;
}

/** Whether the keys of an object are items of the pallet. */
export function namesItems(value: object): boolean {
  const { byName } = knownItems();
  const names = Object.keys(value);
  return names.some((name) => byName.has(name.toLowerCase()));
}

/**
 * What stands under the names of items: entries of a map, or the one value of an item without a key or of a subnet that is named beside it.
 * @throws EpochInputError
 */
export function itemEntries(value: Record<string, unknown>, netuid: number | null, path: string): Dump {
  const { byName } = knownItems();
  const dump: Dump = { entries: [], foreign: 0 };
  for (const name of Object.keys(value)) {
    const item = byName.get(name.toLowerCase());
    const place = path === "" ? name : `${path}.${name}`;
    if (item === undefined) {
      dump.foreign++;
      continue;
    }
    const found = value[name];
    const types = partTypes(item);
    // In front of a value there is a key, as a text or as a list of its parts.
    const isMap =
      types.length > 0 && isArray(found) && found.length > 0 && found.every((one) => isPair(one) && (isArray(one[0]) || isHex(one[0])));
    if (isMap) {
      found.forEach((pair, i) => {
        const entry = entryOfJson(item, pair[0], pair[1], `${place}[${i}]`);
        if (entry === null) dump.foreign++;
        else dump.entries.push(entry);
      });
    } else if (types.length === 0) dump.entries.push({ item, args: [], key: "", value: encoded(item, found, place) });
    else if (types.length === 1 && netuid !== null)
      dump.entries.push({ item, args: [netuid], key: "", value: encoded(item, found, place) });
    else if (!isArray(found) || found.length > 0) throw new EpochInputError(place, "entries as [[key parts], value]", found);
  }
  return dump;
}
