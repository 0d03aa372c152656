import { ChainError } from "../errors.js";
import { bytesOf } from "./bytes.js";
import type { Node } from "./node.js";
import { knownHash, metadataBy, type MetadataCache } from "./blocks.js";
import { ScaleError, readScale } from "./scale.js";

const STEP = "LastMechansimStepBlock";

/**
 * The block of the last epoch at or before a block; null where none has run. chain-reading.md 1
 * @throws ChainError where the subnet was not there
 */
async function lastEpoch(node: Node, netuid: number, block: bigint, cache: MetadataCache): Promise<bigint | null> {
  const hash = await knownHash(node, block);
  const metadata = await metadataBy(node, block === 0n ? hash : await knownHash(node, block - 1n), cache);
  const keys = [metadata.key(STEP, [netuid]), metadata.key("NetworksAdded", [netuid])];
  const [step, added] = await node.storage(keys, hash, (i) => (i === 0 ? `${STEP}[${netuid}]` : `NetworksAdded[${netuid}]`));
  if (added === null || added === "0x00")
    throw new ChainError("unknown-netuid", `subnet ${netuid} at block ${block}`, "expected a subnet that was there", "none");
  const hex = step ?? metadata.item(STEP).default ?? "0x0000000000000000";
  try {
    const at = readScale(bytesOf(hex), (reader) => reader.u64());
    if (at > block) throw new ScaleError(`a block up to ${block}, and it is ${at}`);
    return at === 0n ? null : at;
  } catch (error) {
    if (!(error instanceof ScaleError)) throw error;
    throw new ChainError("node-reply", `${STEP}[${netuid}] (${keys[0]})`, `expected a u64: ${error.message}`, hex);
  }
}

/** Which epochs: the last ones at or before a block, or all of a stretch. */
export interface EpochRange {
  /** default: the head */
  to?: bigint | undefined;
  /** no epoch before this block */
  from?: bigint | undefined;
  /** at most so many, the latest */
  count?: number | undefined;
}

/** The blocks of a subnet's epochs, ascending. @throws ChainError where there is none at all */
export async function findEpochs(node: Node, netuid: number, range: EpochRange, cache: MetadataCache): Promise<bigint[]> {
  const head = await node.head();
  const { to = head.block, from = 1n, count = Number.POSITIVE_INFINITY } = range;
  if (to > head.block) throw new ChainError("unknown-block", `block ${to}`, `expected a block up to the finalized head, ${head.block}`, "");
  const found: bigint[] = [];
  for (let at: bigint = to; found.length < count && at >= from && at > 0n; ) {
    let block: bigint | null;
    try {
      block = await lastEpoch(node, netuid, at, cache);
    } catch (error) {
      // Before its first epoch a subnet may not have been there yet.
      if (found.length > 0 && error instanceof ChainError && error.code === "unknown-netuid") break;
      throw error;
    }
    if (block === null || block < from) break;
    found.push(block);
    at = block - 1n;
  }
  if (found.length === 0) {
    const where = from > 1n ? `in blocks ${from} to ${to}` : `up to block ${to}`;
    throw new ChainError("no-epoch", `subnet ${netuid} ${where}`, "expected an epoch, and none has run", "");
  }
  return found.reverse();
}
