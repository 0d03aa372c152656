import { ChainError } from "../errors.js";
import { knownHash, metadataBy, type MetadataCache } from "./blocks.js";
import { MOST_MECHANISMS, indexOf } from "./mechanismIndex.js";
import type { Node } from "./node.js";
import { Reading, type Asked } from "./reading.js";
import { isRead, recordedEvent } from "./recordedEvents.js";
import { OF_MECHANISM_AFTER, OF_MECHANISM_BEFORE, OF_SUBNET_AFTER, OF_SUBNET_BEFORE, PLAIN } from "./recordedItems.js";
import { FORMAT, type Recording } from "./recording.js";

/** The first runtime whose storage is that of dynamic TAO. chain-reading.md 9 */
export const OLDEST_SPEC = 233;

/** More uids than any subnet has been allowed. */
const MOST_UIDS = 4_096;

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

/** What is asked of a node grows with what it says first. @throws ChainError */
function atMost(most: number, value: number, asked: string): number {
  if (value > most) throw new ChainError("node-reply", asked, `expected at most ${most}`, `${value}`);
  return value;
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
