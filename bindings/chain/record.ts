import { AccountId } from "@polkadot-api/substrate-bindings";
import { ChainError } from "../errors.js";
import { bytesOf, hexOf, littleEndian } from "./bytes.js";
import type { ItemName } from "./items.js";
import { ChainMetadata, type DecodedEvent, type KeyPart } from "./metadata.js";
import type { Node } from "./node.js";
import { FORMAT, writtenPart, type RecordedEvent, type RecordedItem, type Recording, type Side, type StoredEntry } from "./recording.js";
import { StateView } from "./view.js";

/** The first runtime whose storage is that of dynamic TAO. chain-reading.md 9 */
export const OLDEST_SPEC = 233;

/** Mechanism m of a subnet N is stored under N + 4096 m. chain-reading.md */
export const MECHANISM_STEP = 4_096;

/** A mechanism's index is a u16. */
const MOST_MECHANISMS = 65_536 / MECHANISM_STEP;

/** More uids than any subnet has been allowed. */
const MOST_UIDS = 4_096;

/** What is asked of a node grows with what it says first. @throws ChainError */
function atMost(most: number, value: number, asked: string): number {
  if (value > most) throw new ChainError("node-reply", asked, `expected at most ${most}`, `${value}`);
  return value;
}

export function indexOf(netuid: number, mechanism: number): number {
  return netuid + MECHANISM_STEP * mechanism;
}

const EVENTS_KEY = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";

const PLAIN: readonly ItemName[] = ["TaoWeight", "StakeThreshold", "SubnetOwnerCut"];

/** What there is once for a subnet, at B-1. chain-reading.md 2 and 4 */
const OF_SUBNET_BEFORE: readonly ItemName[] = [
  "NetworksAdded",
  "SubnetworkN",
  "Tempo",
  "ActivityCutoff",
  "ActivityCutoffFactorMilli",
  "SubnetOwnerHotkey",
  "ValidatorPermit",
  "MaxAllowedValidators",
  "Kappa",
  "BondsPenalty",
  "BondsMovingAverage",
  "Yuma3On",
  "LiquidAlphaOn",
  "AlphaValues",
  "AlphaSigmoidSteepness",
  "CommitRevealWeightsEnabled",
  "RevealPeriodEpochs",
  "SubnetEpochIndex",
  "LastMechansimStepBlock",
  "LastYumaStepBlock",
  "LiquidAlphaConsensusMode",
  "SubnetEpochConsensus",
  "Consensus",
  "MechanismCountCurrent",
  "MechanismEmissionSplit",
  "PendingEmission",
  "PendingAlphaSwapped",
  "PendingServerEmission",
  "PendingValidatorEmission",
  "PendingRootAlphaDivs",
  "OwnerCutEnabled",
  "SubnetAlphaIn",
  "SubnetAlphaOut",
  "FirstEmissionBlockNumber",
  "SubtokenEnabled",
  "NetworkRegistrationAllowed",
];

/** The same at B. chain-reading.md 5 */
const OF_SUBNET_AFTER: readonly ItemName[] = [
  "SubnetworkN",
  "SubnetOwnerHotkey",
  "BondsResetOn",
  "Active",
  "Emission",
  "Consensus",
  "Dividends",
  "ValidatorTrust",
  "StakeWeight",
  "ValidatorPermit",
  "Rank",
  "Trust",
  "PruningScores",
  "LastMechansimStepBlock",
  "BlocksSinceLastStep",
  "LastEpochBlock",
  "SubnetEpochIndex",
  "PendingEpochAt",
  "PendingEmission",
  "PendingAlphaSwapped",
  "PendingServerEmission",
  "PendingValidatorEmission",
  "PendingRootAlphaDivs",
  "SubnetAlphaInEmission",
  "SubnetAlphaOutEmission",
];

const OF_MECHANISM_BEFORE: readonly ItemName[] = ["LastUpdate", "ConsensusByMechanism"];
const OF_MECHANISM_AFTER: readonly ItemName[] = ["LastUpdate", "Incentive", "ConsensusByMechanism"];

const COMMITS: readonly ItemName[] = ["WeightCommits", "TimelockedWeightCommits", "CRV3WeightCommitsV2"];

/** Events of the chain's pallet that change later in the block what the epoch stored. chain-reading.md 5 */
export const LATER_CHANGES: readonly string[] = [
  "NetworkRemoved",
  "HotkeySwapped",
  "HotkeySwappedOnSubnet",
  "MechanismCountSet",
  "MechanismCountUpdated",
  "SubnetTrimmed",
  "UidsTrimmed",
];

const EVENTS_READ = new Set([
  "WeightsSet",
  "NeuronRegistered",
  "IncentiveAlphaEmittedToMiners",
  "SubnetOwnerChanged",
  "EpochSkipped",
  ...LATER_CHANGES,
]);

/** Where the stakes come from: one runtime call, or the maps that it reads. chain-reading.md 3 */
export type StakeSource = "call" | "storage";

export interface RecordRequest {
  netuid: number;
  /** of the epoch */
  block: bigint;
  /** the network's name and the hash of its first block */
  network: string;
  genesis: string;
  /** default "call", and "storage" where that is not exact or not answered */
  stakes?: StakeSource | undefined;
  /** keep the metadata itself in the recording */
  keepMetadata?: boolean | undefined;
}

/** Metadata by spec: it is large, and the same as long as the spec is. */
export type MetadataCache = Map<number, ChainMetadata>;

/** A hash of a block that has to be there. @throws ChainError */
export async function knownHash(node: Node, block: bigint): Promise<string> {
  const hash = await node.blockHash(block);
  if (hash === null)
    throw new ChainError("unknown-block", `block ${block}`, "expected a block that the node has; it may be beyond the head", "none");
  return hash;
}

/**
 * The runtime's description that wrote the state at a block: that of the block before it. chain-reading.md 1
 * @param parent the hash of the block before
 */
export async function metadataBy(node: Node, parent: string, cache: MetadataCache): Promise<ChainMetadata> {
  const { spec } = await node.version(parent);
  let found = cache.get(spec);
  if (found === undefined) cache.set(spec, (found = ChainMetadata.of(await node.metadata(parent), spec)));
  return found;
}

/** Everything about one epoch, from a node. @throws ChainError */
export async function recordEpoch(node: Node, request: RecordRequest, cache: MetadataCache = new Map()): Promise<Recording> {
  const { netuid, block, network, genesis } = request;
  if (block < 2n) throw new ChainError("no-epoch", `block ${block}`, "expected the block of an epoch, at least 2", "");
  const [parentHash, before, after] = (await Promise.all([block - 2n, block - 1n, block].map((at) => knownHash(node, at)))) as [
    string,
    string,
    string,
  ];
  const versions = await Promise.all([parentHash, before, after].map((hash) => node.version(hash)));
  const [parent, spec, next] = versions.map((version) => version.spec) as [number, number, number];
  if (spec < OLDEST_SPEC)
    throw new ChainError(
      "unknown-spec",
      `block ${block}`,
      `expected a runtime from spec ${OLDEST_SPEC} on, as storage was another before`,
      `${spec}`,
    );
  const metadata = { before: await metadataBy(node, parentHash, cache), after: await metadataBy(node, before, cache) };
  const reading = new Reading(node, metadata, { before, after });

  await reading.read("before", [
    ...reading.present("before", PLAIN).map((name): Asked => [name]),
    ["SubnetTAO", 0],
    ...reading.present("before", OF_SUBNET_BEFORE).map((name): Asked => [name, netuid]),
  ]);
  let view = reading.view("before");
  if (!view.value("bool", "NetworksAdded", netuid))
    throw new ChainError("unknown-netuid", `subnet ${netuid} before block ${block}`, "expected a subnet that was there", "none");
  const n = atMost(MOST_UIDS, view.value("u16", "SubnetworkN", netuid), `SubnetworkN[${netuid}]`);
  const counted = view.has("MechanismCountCurrent") ? Math.max(view.value("u8", "MechanismCountCurrent", netuid), 1) : 1;
  const mechanisms = atMost(MOST_MECHANISMS, counted, `MechanismCountCurrent[${netuid}]`);
  const indices = Array.from({ length: mechanisms }, (_, i) => indexOf(netuid, i));
  const uids = Array.from({ length: n }, (_, uid) => uid);

  const owner = view.isStored("SubnetOwnerHotkey", netuid) ? view.value("account", "SubnetOwnerHotkey", netuid) : null;
  const commits = reading.commitItems();
  const [keys] = await Promise.all([
    reading.commitKeys("before", commits, indices),
    reading.read("before", [
      ...(owner === null ? [] : [["Uids", netuid, owner] as Asked]),
      ...indices.flatMap((ix) => reading.present("before", OF_MECHANISM_BEFORE).map((name): Asked => [name, ix])),
      ...uids.flatMap((uid): Asked[] => [
        ["Keys", netuid, uid],
        ["BlockAtRegistration", netuid, uid],
        ...indices.flatMap((ix): Asked[] => [
          ["Weights", ix, uid],
          ["Bonds", ix, uid],
        ]),
      ]),
    ]),
  ]);
  await reading.readKeys("before", keys);
  // Those that were revealed in B are gone at B. chain-reading.md 1
  const timelocked = commits.filter((name) => name !== "WeightCommits");
  await reading.readKeys("after", await reading.commitKeys("after", timelocked, indices));

  const events = await reading.events();
  const decodedEvents = metadata.after.events(events).filter(isRead).map(recordedEvent);
  const revealed = decodedEvents.flatMap(({ name, phase, value }): Asked[] => {
    const [ix, uid] = name === "WeightsSet" && phase === "initialization" ? (value as [number, number]) : [-1, 0];
    return indices.includes(ix) ? [["Weights", ix, uid]] : [];
  });
  await reading.read("after", [
    ...reading.present("after", OF_SUBNET_AFTER).map((name): Asked => [name, netuid]),
    ...indices.flatMap((ix) => reading.present("after", OF_MECHANISM_AFTER).map((name): Asked => [name, ix])),
    ...uids.flatMap((uid): Asked[] => [["BlockAtRegistration", netuid, uid], ...indices.map((ix): Asked => ["Bonds", ix, uid])]),
    ...revealed,
  ]);
  const newOwner = await reading.ownerAfter(netuid, decodedEvents);
  if (newOwner !== null) await reading.read("after", [["Uids", netuid, newOwner]]);

  view = reading.view("before");
  const subnetState = request.stakes === "storage" || parent !== spec ? null : await reading.subnetState(netuid);
  if (subnetState === null) await reading.stakes(netuid, uids, view);

  return {
    format: FORMAT,
    network,
    genesis,
    netuid,
    block: String(block),
    hashes: { before, after },
    specs: { parent, before: spec, after: next },
    metadata: { before: metadata.before.hash, after: metadata.after.hash },
    items: { before: reading.itemsOf("before"), after: reading.itemsOf("after") },
    before: reading.entries.before,
    after: reading.entries.after,
    events,
    decodedEvents,
    subnetState,
    ...(request.keepMetadata && { metadataBytes: { before: metadata.before.hex, after: metadata.after.hex } }),
    remarks: [...new Set([...metadata.before.remarks, ...metadata.after.remarks])],
    when: new Date().toISOString(),
  };
}

type Asked = readonly [name: ItemName, ...parts: KeyPart[]];

interface AskedKey {
  asked: Asked;
  key: string;
}

/** What is read of the two states, and how. */
class Reading {
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

function isRead({ pallet, name }: DecodedEvent): boolean {
  return pallet === "Commitments" || (pallet === "SubtensorModule" && EVENTS_READ.has(name));
}

const ACCOUNT = AccountId();
const SS58 = /^[1-9A-HJ-NP-Za-km-z]{46,48}$/;

function recordedEvent({ phase, pallet, name, value }: DecodedEvent): RecordedEvent {
  return { phase, pallet, name, value: plainOf(value) };
}

/** As JSON takes it: amounts as text, accounts as their bytes. */
function plainOf(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return SS58.test(value) ? hexOf(ACCOUNT.enc(value)) : value;
  if (value instanceof Uint8Array) return hexOf(value);
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainOf(one)]));
}
