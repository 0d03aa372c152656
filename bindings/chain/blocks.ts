import { ChainError } from "../errors.js";
import { ChainMetadata } from "./metadata.js";
import type { Node } from "./node.js";

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
