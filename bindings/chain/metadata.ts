import { Blake2128, Blake2128Concat, Blake2256, Identity, Twox64Concat, Twox128, Twox256 } from "@polkadot-api/substrate-bindings";
import { decAnyMetadata, unifyMetadata } from "@polkadot-api/substrate-bindings";
import { getDynamicBuilder, getLookupFn } from "@polkadot-api/metadata-builders";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { ChainError } from "../errors.js";
import { bytesOf, hexOf, littleEndian } from "./bytes.js";
import { HASHERS, ITEMS, allowsShape, type ItemName } from "./items.js";
import { shapeOf } from "./shapes.js";

/** A part of a key: a number is a u16, a bigint a u64, a text an account of 32 bytes in hexadecimal. */
export type KeyPart = number | bigint | string;

const PALLET = "SubtensorModule";

const HASH: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  Identity,
  Twox64Concat,
  Twox128,
  Twox256,
  Blake2128,
  Blake2128Concat,
  Blake2256,
};

/** How a runtime stores an item. */
export interface StoredItem {
  name: ItemName;
  hashers: readonly string[];
  /** as `shapeOf` writes it */
  shape: string;
  /** the bytes that an absent key stands for; null where it stands for none */
  default: string | null;
  prefix: Uint8Array;
}

/** An event of a block, as its runtime describes it. */
export interface DecodedEvent {
  /** null outside extrinsics: in on_initialize, or at the end */
  phase: "initialization" | "extrinsic" | "finalization";
  pallet: string;
  name: string;
  /** of named fields an object, of others a list; accounts are SS58 */
  value: unknown;
}

/** What of a runtime's description is read. */
export class ChainMetadata {
  /** the SHA-256 of its bytes */
  readonly hash: string;
  /** items whose keys are not hashed as the rules say; they are read as the node says. chain-reading.md 9 */
  readonly remarks: string[] = [];
  private readonly items = new Map<string, StoredItem>();

  private constructor(
    readonly hex: string,
    private readonly decodeEventsOf: (hex: string) => DecodedEvent[],
  ) {
    this.hash = hexOf(sha256(bytesOf(hex))).slice(2);
  }

  /** V14 to V16. @throws ChainError where they are not readable, or lack the pallet */
  static of(hex: string, spec: number): ChainMetadata {
    try {
      return ChainMetadata.decode(hex);
    } catch (error) {
      if (error instanceof ChainError) throw error;
      const [magic, version] = [hex.slice(2, 10), Number.parseInt(hex.slice(10, 12), 16)];
      const what = magic === "6d657461" && version >= 0 ? `metadata V${version} of spec ${spec}` : `metadata of spec ${spec}`;
      throw new ChainError("unreadable-metadata", what, "expected metadata V14 to V16", reasonOf(error));
    }
  }

  private static decode(hex: string): ChainMetadata {
    const metadata = unifyMetadata(decAnyMetadata(hex));
    const lookup = getLookupFn(metadata);
    const pallet = metadata.pallets.find(({ name }) => name === PALLET);
    if (pallet?.storage === undefined) throw new ChainError("unreadable-metadata", `pallet ${PALLET}`, "expected its storage", "none");
    let builder: ReturnType<typeof getDynamicBuilder> | undefined;
    const result = new ChainMetadata(hex, (bytes) => {
      builder ??= getDynamicBuilder(lookup);
      return (builder.buildStorage("System", "Events").value.dec(bytes) as RawEvent[]).map(decodedEvent);
    });
    const { prefix, items } = pallet.storage;
    for (const { name, modifier, type, fallback } of items) {
      if (!Object.hasOwn(ITEMS, name)) continue;
      const value = lookup(type.tag === "map" ? type.value.value : type.value);
      const hashers = type.tag === "map" ? type.value.hashers.map(({ tag }) => tag) : [];
      result.items.set(name, {
        name: name as ItemName,
        hashers,
        shape: shapeOf(value),
        default: modifier === 1 ? fallback : null,
        prefix: joined([Twox128(utf8ToBytes(prefix)), Twox128(utf8ToBytes(name))]),
      });
      const expected = ITEMS[name as ItemName].hashers.map((letter) => HASHERS[letter] ?? letter);
      if (expected.join() !== hashers.join())
        result.remarks.push(
          `${name}: keys are hashed by ${hashers.join(", ") || "nothing"}, where the rules have ${expected.join(", ") || "nothing"}`,
        );
    }
    return result;
  }

  has(name: ItemName): boolean {
    return this.items.has(name);
  }

  /** @throws ChainError where this runtime has no such item, or one of another type */
  item(name: ItemName): StoredItem {
    const found = this.items.get(name);
    if (found === undefined)
      throw new ChainError("unreadable-metadata", `${PALLET}.${name}`, "expected this item in the runtime's storage", "none");
    if (!allowsShape(name, found.shape))
      throw new ChainError("unreadable-metadata", `${PALLET}.${name}`, `expected the type ${ITEMS[name].shapes.join(" or ")}`, found.shape);
    return found;
  }

  /** The key of an item, or how the keys of a map begin. @throws ChainError */
  key(name: ItemName, parts: readonly KeyPart[]): string {
    const { hashers, prefix } = this.item(name);
    if (parts.length > hashers.length)
      throw new ChainError("unreadable-metadata", `${PALLET}.${name}`, `expected a key of ${parts.length} parts`, `${hashers.length}`);
    return hexOf(
      joined([
        prefix,
        ...parts.map((part, i) => {
          const hash = HASH[hashers[i]!];
          if (hash === undefined)
            throw new ChainError("unreadable-metadata", `${PALLET}.${name}`, "expected a hasher that we have", hashers[i]);
          return hash(encoded(part));
        }),
      ]),
    );
  }

  /**
   * The last part of a key whose others are known, as many bytes as it has.
   * @throws ChainError where the hasher does not keep it, or the key is not the one of these parts
   */
  lastPart(name: ItemName, key: string, first: readonly KeyPart[], bytes: number): string {
    const hasher = this.item(name).hashers.at(-1);
    if (hasher === undefined || !/Concat$|^Identity$/.test(hasher))
      throw new ChainError("unreadable-metadata", `${PALLET}.${name}`, "expected keys that hold what was hashed", hasher);
    const part = `0x${key.slice(-2 * bytes)}`;
    if (key.length < 2 * bytes || this.key(name, [...first, part]) !== key)
      throw new ChainError("node-reply", `a key of ${name}`, `expected a part of ${bytes} bytes behind its hash`, key);
    return part;
  }

  /** @throws ChainError where the bytes are not events of this runtime */
  events(hex: string): DecodedEvent[] {
    try {
      return this.decodeEventsOf(hex);
    } catch (error) {
      throw new ChainError("node-reply", "System.Events", "expected events of the runtime's types", reasonOf(error));
    }
  }
}

/** The library also throws null. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "other bytes";
}

interface RawEvent {
  phase: { type: string };
  event: { type: string; value: { type: string; value: unknown } };
}

function decodedEvent({ phase, event }: RawEvent): DecodedEvent {
  const kind = phase.type === "Initialization" ? "initialization" : phase.type === "ApplyExtrinsic" ? "extrinsic" : "finalization";
  return { phase: kind, pallet: event.type, name: event.value.type, value: event.value.value };
}

function encoded(part: KeyPart): Uint8Array {
  if (typeof part === "number") return littleEndian(part, 2);
  return typeof part === "bigint" ? littleEndian(part, 8) : bytesOf(part);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
