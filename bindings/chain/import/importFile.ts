import { checkOptions, record } from "../../boundary/input.js";
import { text, u16, u32, u64 } from "../../boundary/kinds.js";
import { EpochInputError } from "../../errors.js";
import { decodeText } from "../../text/decode.js";
import { parseJson } from "../../text/json.js";
import { isArray, viewOf } from "../../values/arrays.js";
import { bytesOf, isHex } from "../bytes.js";
import type { Draft, ImportedFile } from "./draft.js";
import { itemEntries, namesItems, pairEntries, rawEntries, type Dump } from "./entries.js";
import { fromMetagraphJson, fromNpy, fromPickle, fromZip, isMetagraphJson } from "./metagraph.js";
import { MOST_FILE_BYTES } from "./mostBytes.js";
import { isNpy } from "./numbers.js";
import { fromOwnForm, isOwnForm } from "./ownForm.js";
import { readReply } from "./replies.js";
import { fromBtcli, fromTaostats, isBtcli, isTaostats } from "./services.js";
import { fromStorage } from "./storage.js";

/** What a file does not say of itself. */
export interface ImportOptions {
  /** the file's name: goes into the provenance, and says what an .npy is */
  name?: string | undefined;
  /** one of the subnets of a dump; where the file names its own, it has to be that one */
  netuid?: number | undefined;
  /** the block after which the state was read; where the file names its own, it has to be that one */
  block?: bigint | undefined;
  /** the runtime's spec, for dumps that do not say it */
  spec?: number | undefined;
  /** one of a subnet's mechanisms instead of all, from 0; where the file has but one, it has to be that one */
  mechanism?: number | undefined;
}

const KNOWN =
  "a reply of get_neurons, get_neurons_lite or get_subnet_state, a storage dump, a metagraph (.pt, .npz, JSON), or JSON of btcli or taostats";

/**
 * Reads a file of somebody else's as far as it goes: a reply of a runtime call, a dump of storage, a metagraph that was saved, or what
 * services print. Nothing in it is ever executed, and no work or memory is spent that the file's own size does not bound. The state is the
 * one after the file's block; `results` is what the last epoch stored; `missing` and `notExact` say what that lacks.
 * @throws EpochInputError where it is none of these, or says what cannot be
 * @throws MalformedJsonError where it begins as JSON and is none
 */
export function importFile(bytes: Uint8Array, options: ImportOptions = {}): ImportedFile {
  const given = checkOptions<ImportOptions>(options, { name: text, netuid: u16, block: u64, spec: u32, mechanism: u16 });
  const all = viewOf(Uint8Array, bytes);
  if (all === null) throw new EpochInputError("bytes", "a Uint8Array", bytes);
  if (all.length === 0 || all.length > MOST_FILE_BYTES) throw new EpochInputError("bytes", `1 to ${MOST_FILE_BYTES} bytes`, all.length);
  const draft = draftOf(all, given);
  draft.settle(given);
  return draft.finish(given.name ?? "", all.length);
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function draftOf(bytes: Uint8Array, options: ImportOptions): Draft {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return fromZip(bytes);
  if (isNpy(bytes)) return fromNpy(bytes, options.name ?? "");
  if (startsWith(bytes, 0x1f, 0x8b))
    throw new EpochInputError("bytes", "a file that is not packed by gzip; unpack it first", "a packed one");
  const written = textOf(bytes);
  if (written !== null) return fromText(written, options);
  const reply = readReply(bytes);
  if (typeof reply !== "string") return reply;
  if (bytes[0] === 0x80 && bytes[1]! <= 5) return fromPickle(bytes);
  throw new EpochInputError("bytes", `${KNOWN}; as a reply: ${reply}`, bytes.subarray(0, 8));
}

/** Space, and what JSON or hexadecimal digits begin with. */
const TEXT_START = /^[\s"[{0-9a-fA-F]/;

function textOf(bytes: Uint8Array): string | null {
  const first = bytes.subarray(0, 4);
  const marked = startsWith(first, 0xef, 0xbb, 0xbf) || startsWith(first, 0xff, 0xfe) || startsWith(first, 0xfe, 0xff);
  if (!marked && !TEXT_START.test(String.fromCharCode(first[0]!))) return null;
  let decoded: string;
  try {
    decoded = decodeText(bytes);
  } catch {
    return null;
  }
  // A reply may begin with what looks like a sign, and then goes on with what no text has.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\0-\x08\x0e-\x1f]/.test(decoded.slice(0, 256)) ? null : decoded;
}

const HEX_TEXT = /^(?:0x)?([0-9a-fA-F\s]+)$/;

function fromText(text: string, options: ImportOptions): Draft {
  const written = text.trim();
  const digits = HEX_TEXT.exec(written)?.[1]?.replace(/\s+/g, "");
  if (digits !== undefined && digits.length >= 4 && digits.length % 2 === 0) return fromHex(`0x${digits}`);
  if (written.startsWith("0x")) throw new EpochInputError("bytes", "0x and two hexadecimal digits for each byte", written.slice(0, 80));
  return fromJsonValue(parseJson(text), options);
}

function fromHex(hex: string): Draft {
  const reply = readReply(bytesOf(hex));
  if (typeof reply === "string") throw new EpochInputError("bytes", `a reply: ${reply}`, hex);
  return reply;
}

function fromJsonValue(value: unknown, options: ImportOptions): Draft {
  if (isHex(value)) return fromHex(value);
  if (typeof value === "string") throw new EpochInputError("", KNOWN, value);
  if (isTaostats(value)) return fromTaostats(value, options.netuid ?? null);
  if (isArray(value)) return fromList(value, options);
  const from = record(value, "");
  if (isOwnForm(from)) return fromOwnForm(from);
  // What a node answers, as a whole.
  if (from["jsonrpc"] !== undefined) {
    if (from["result"] === undefined || from["result"] === null) throw new EpochInputError("result", "a result of a node", from["error"]);
    return fromJsonValue(from["result"], options);
  }
  if (isBtcli(from)) return fromBtcli(from);
  if (isMetagraphJson(from) && !("entries" in from) && from["validator_trust"] !== undefined) return fromMetagraphJson(from);
  return fromDump(from, options);
}

function fromList(list: readonly unknown[], options: ImportOptions): Draft {
  const place = { netuid: options.netuid ?? null, spec: options.spec ?? null, block: options.block ?? null };
  // As state_queryStorageAt answers: [{ block, changes }].
  const isAnswer = list.length > 0 && list.every((one) => typeof one === "object" && one !== null && "changes" in one);
  const pairs = isAnswer ? list.flatMap((one) => changesOf((one as { changes: unknown }).changes)) : list;
  return fromStorage(pairEntries(pairs, isAnswer ? "changes" : ""), place);
}

function changesOf(changes: unknown): unknown[] {
  if (!isArray(changes)) throw new EpochInputError("changes", "a list of [key, value] pairs", changes);
  return changes;
}

/** Names under which tools put the items of a pallet. */
const PALLETS = ["SubtensorModule", "subtensorModule"];
const WRAPPERS = ["import-storage", "importStorage", "storage", ...PALLETS];

function fromDump(from: Record<string, unknown>, options: ImportOptions): Draft {
  const own = (name: string) => (Object.hasOwn(from, name) ? from[name] : undefined);
  const spec = options.spec ?? (own("specVersion") === undefined ? null : u32.fromJson(own("specVersion"), "specVersion", 0));
  const given = own("netuid");
  const netuid = options.netuid ?? (typeof given === "number" ? u16.fromJson(given, "netuid", 0) : null);
  const block = own("block");
  const isNumber = block !== null && (typeof block === "number" || typeof block === "string") && !isHex(block);
  const known = isNumber ? u64.fromJson(block, "block", 0) : (options.block ?? null);
  const draft = fromStorage(dumpOf(from, netuid), { netuid, spec, block: known });
  draft.genesis = own("genesis") === undefined ? null : text.fromJson(own("genesis"), "genesis", 0);
  draft.hash = own("hash") === undefined ? null : text.fromJson(own("hash"), "hash", 0);
  return draft;
}

function dumpOf(from: Record<string, unknown>, netuid: number | null): Dump {
  const entries = Object.hasOwn(from, "entries") ? from["entries"] : undefined;
  if (isArray(entries)) return pairEntries(entries, "entries");
  if (entries !== undefined) return rawEntries(Object.entries(record(entries, "entries")), "entries");
  let items = from;
  let path = "";
  for (let inner = wrapped(items); inner !== null; inner = wrapped(items)) {
    path = path === "" ? inner : `${path}.${inner}`;
    items = record(items[inner], path);
  }
  if (Object.keys(items).some(isHex))
    return rawEntries(
      Object.entries(items).filter(([key]) => isHex(key)),
      path,
    );
  if (!namesItems(items)) {
    if (isMetagraphJson(items)) throw new EpochInputError("validator_trust", "an array, as a metagraph has", undefined);
    throw new EpochInputError("", KNOWN, from);
  }
  return itemEntries(items, netuid, path);
}

function wrapped(items: Record<string, unknown>): string | null {
  return WRAPPERS.find((name) => Object.hasOwn(items, name)) ?? null;
}
