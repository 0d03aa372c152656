import { ChainError } from "../errors.js";
import { bytesOf, hexOf, littleEndian } from "./bytes.js";
import type { ItemName } from "./items.js";
import type { ChainMetadata, KeyPart } from "./metadata.js";
import type { Node } from "./node.js";
import { COMMITS } from "./recordedItems.js";
import { writtenPart, type RecordedEvent, type RecordedItem, type Side, type StoredEntry } from "./recording.js";
import { StateView } from "./view.js";

const EVENTS_KEY = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";

export type Asked = readonly [name: ItemName, ...parts: KeyPart[]];

interface AskedKey {
  asked: Asked;
  key: string;
}

/** What is read of the two states, and how. */
export class Reading {
  readonly entries: Record<Side, StoredEntry[]> = { before: [], after: [] };
  private readonly items: Record<Side, Record<string, RecordedItem>> = { before: {}, after: {} };
  private readonly known: Record<Side, Set<string>> = { before: new Set(), after: new Set() };

  constructor(
    private readonly node: Node,
    private readonly metadata: Record<Side, ChainMetadata>,
    private readonly hashes: Record<Side, string>,
  ) {}

  /** Those that this runtime stores. */
  present(side: Side, names: readonly ItemName[]): ItemName[] {
    return names.filter((name) => this.metadata[side].has(name));
  }

  itemsOf(side: Side): Record<string, RecordedItem> {
    return this.items[side];
  }

  view(side: Side): StateView {
    return new StateView({ items: this.items, ...this.entries }, side);
  }

  async read(side: Side, asked: readonly Asked[]): Promise<void> {
    await this.readKeys(
      side,
      asked.map((one) => ({ asked: one, key: this.metadata[side].key(one[0], one.slice(1) as KeyPart[]) })),
    );
  }

  async readKeys(side: Side, asked: readonly AskedKey[]): Promise<void> {
    const fresh = asked.filter(({ key }) => !this.known[side].has(key));
    for (const { asked, key } of fresh) {
      this.known[side].add(key);
      this.note(side, asked[0]);
    }
    const values = await this.node.storage(
      fresh.map(({ key }) => key),
      this.hashes[side],
      (i) => `${fresh[i]!.asked[0]}[${fresh[i]!.asked.slice(1).join(", ")}]`,
    );
    fresh.forEach(({ asked: [item, ...parts], key }, i) => {
      this.entries[side].push({ item, args: parts.map(writtenPart), key, value: values[i]! });
    });
  }

  private note(side: Side, name: ItemName): void {
    const { shape, hashers, default: absent } = this.metadata[side].item(name);
    this.items[side][name] ??= { shape, hashers: [...hashers], default: absent };
  }

  commitItems(): ItemName[] {
    return this.present("before", COMMITS);
  }

  /** The keys of all pending commits: there are as many as were made. */
  async commitKeys(side: Side, names: readonly ItemName[], indices: readonly number[]): Promise<AskedKey[]> {
    const metadata = this.metadata[side];
    for (const name of names) this.note(side, name);
    const found = await Promise.all(
      names
        .filter((name) => metadata.has(name))
        .flatMap((name) =>
          indices.map(async (ix) => {
            const keys = await this.node.keysBelow(metadata.key(name, [ix]), this.hashes[side], name);
            return keys.map((key): AskedKey => ({ asked: [name, ix, lastPart(metadata, name, ix, key)], key }));
          }),
        ),
    );
    return found.flat();
  }

  async events(): Promise<string> {
    const [found] = await this.node.storage([EVENTS_KEY], this.hashes.after, () => "System.Events");
    // A block without any has an empty list.
    return found ?? "0x00";
  }

  async ownerAfter(netuid: number, events: readonly RecordedEvent[]): Promise<string | null> {
    if (!events.some(({ name, phase }) => name === "SubnetOwnerChanged" && phase === "initialization")) return null;
    return this.view("after").optional("account", "SubnetOwnerHotkey", netuid);
  }

  /** Null where this runtime has no such call, or none for this subnet. */
  async subnetState(netuid: number): Promise<string | null> {
    try {
      const reply = await this.node.call("SubnetInfoRuntimeApi_get_subnet_state", hexOf(littleEndian(netuid, 2)), this.hashes.before);
      return reply.startsWith("0x01") ? reply : null;
    } catch (error) {
      if (error instanceof ChainError && error.code === "node-refused") return null;
      throw error;
    }
  }

  /** chain-reading.md 3 */
  async stakes(netuid: number, uids: readonly number[], view: StateView): Promise<void> {
    const hotkeys = uids.filter((uid) => view.isStored("Keys", netuid, uid)).map((uid) => view.value("account", "Keys", netuid, uid));
    await this.read(
      "before",
      hotkeys.flatMap((hotkey): Asked[] => [
        ["TotalHotkeyAlpha", hotkey, netuid],
        ["TotalHotkeyAlpha", hotkey, 0],
        ["ChildKeys", hotkey, netuid],
        ["ParentKeys", hotkey, netuid],
      ]),
    );
    const parents = this.view("before");
    await this.read(
      "before",
      hotkeys.flatMap((hotkey) =>
        parents.value("kin", "ParentKeys", hotkey, netuid).flatMap(({ account }): Asked[] => [
          ["TotalHotkeyAlpha", account, netuid],
          ["TotalHotkeyAlpha", account, 0],
        ]),
      ),
    );
  }
}

/** The account of a commit by hash, the epoch of timelocked ones. */
function lastPart(metadata: ChainMetadata, name: ItemName, ix: number, key: string): KeyPart {
  if (name === "WeightCommits") return metadata.lastPart(name, key, [ix], 32);
  return bytesOf(metadata.lastPart(name, key, [ix], 8)).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
