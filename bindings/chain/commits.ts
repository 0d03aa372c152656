import { U64_MAX } from "../values/constants.js";
import { indexOf } from "./mechanismIndex.js";
import type { ItemName } from "./items.js";
import type { StateView, TimelockedCommit } from "./view.js";

/** The first runtime that counts epochs in storage, and commits by them. chain-reading.md 2 */
export const COUNTS_EPOCHS = 423;

const TIMELOCKED_ITEMS = ["TimelockedWeightCommits", "CRV3WeightCommitsV2"] as const satisfies readonly ItemName[];

/** Where commits are stored, under whatever runtime. */
export const COMMIT_ITEMS: readonly ItemName[] = ["WeightCommits", ...TIMELOCKED_ITEMS];

/** What says which commits still hold. */
interface Clock {
  /** the epoch of a commit, of a hash's tuple or of a map's key */
  ofHash(commit: readonly [bigint, bigint, bigint]): { epoch: bigint; block: bigint };
  now: bigint;
  epochOf(block: bigint, mapKey: bigint): bigint;
}

function clock(view: StateView, netuid: number, block: bigint, spec: number): Clock {
  if (spec >= COUNTS_EPOCHS) {
    const now = view.value("u64", "SubnetEpochIndex", netuid) + 1n;
    return { now, ofHash: ([epoch, at]) => ({ epoch, block: at }), epochOf: (_, mapKey) => mapKey };
  }
  const period = BigInt(view.value("u16", "Tempo", netuid)) + 1n;
  const epochAt = (at: bigint) => (at + BigInt(netuid) + 1n) / period;
  return { now: epochAt(block), ofHash: ([at]) => ({ epoch: epochAt(at), block: at }), epochOf: (at) => epochAt(at) };
}

/**
 * For each uid of a mechanism the least block of its weight commits that are neither revealed nor expired, 2^64-1 without.
 * `block` is the epoch's or, up to spec 422, any after the epoch before it. Of a state by itself `after` is `before`: then what the block
 * reveals is among them. chain-reading.md 2
 */
export function commitBlocks(
  before: StateView,
  after: StateView,
  { netuid, mechanism, block, spec }: { netuid: number; mechanism: number; block: bigint; spec: number },
  uidOf: ReadonlyMap<string, number>,
  n: number,
): BigUint64Array {
  const result = new BigUint64Array(n).fill(U64_MAX);
  const revealPeriod = before.has("RevealPeriodEpochs") ? before.value("u64", "RevealPeriodEpochs", netuid) : 1n;
  const { now, ofHash, epochOf } = clock(before, netuid, block, spec);
  const isLive = (epoch: bigint) => now <= epoch + revealPeriod;
  const note = (account: string, at: bigint) => {
    const uid = uidOf.get(account);
    if (uid !== undefined && at < result[uid]!) result[uid] = at;
  };
  const ix = indexOf(netuid, mechanism);
  for (const [index, account] of before.keysOf("WeightCommits")) {
    if (index !== ix) continue;
    const queue = before.optional("commits", "WeightCommits", ix, account as string) ?? [];
    // Only the first that is live counts, whatever comes after it.
    const first = queue.map(ofHash).find(({ epoch }) => isLive(epoch));
    if (first !== undefined) note(account as string, first.block);
  }
  for (const item of TIMELOCKED_ITEMS) {
    for (const [index, written] of before.keysOf(item)) {
      if (index !== ix) continue;
      const mapKey = BigInt(written!);
      const left = stillThere(after, item, ix, mapKey);
      for (const commit of before.optional("timelocked", item, ix, mapKey) ?? []) {
        if (left.has(named(commit)) && isLive(epochOf(commit.block, mapKey))) note(commit.account, commit.block);
      }
    }
  }
  return result;
}

function named({ account, block }: TimelockedCommit): string {
  return `${account} ${block}`;
}

/** Those that the reveal step of the block has left. chain-reading.md 1 */
function stillThere(after: StateView, item: ItemName, ix: number, mapKey: bigint): ReadonlySet<string> {
  if (!after.isRecorded(item, ix, mapKey)) return new Set();
  return new Set((after.optional("timelocked", item, ix, mapKey) ?? []).map(named));
}
