/** What a node says of the blocks that it is given. */
import type { Transport } from "../../bindings/chain/index.js";
import type { Hex } from "./layout.js";

/** What the node stores and says of its blocks. */
export interface MockChain {
  name: string;
  head: number;
  hash(block: number): Hex;
  /** null for a hash that is none of this chain's */
  blockOf(hash: string): number | null;
  spec(block: number): number;
  metadata(spec: number): Hex;
  /** the state after a block, and null where the node has dropped it */
  storage(block: number): ReadonlyMap<string, string> | null;
  call(name: string, argument: string, block: number): string | null;
}

/** What a node refuses with. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** What a node answers. @throws RpcError */
export function answer(chain: MockChain, method: string, params: readonly unknown[]): unknown {
  const at = (hash: unknown) => {
    const block = hash === undefined || hash === null ? chain.head : chain.blockOf(String(hash));
    if (block === null)
      throw new RpcError(4003, `Client error: Api called for an unknown Block: Header was not found in the database: ${String(hash)}`);
    return block;
  };
  const state = (hash: unknown) => {
    const storage = chain.storage(at(hash));
    if (storage === null)
      throw new RpcError(4003, `Client error: Api called for an unknown Block: State already discarded for ${String(hash)}`);
    return storage;
  };
  switch (method) {
    case "system_chain":
      return chain.name;
    case "chain_getFinalizedHead":
      return chain.hash(chain.head);
    case "chain_getBlockHash": {
      const block = Number(params[0]);
      return block <= chain.head ? chain.hash(block) : null;
    }
    case "chain_getHeader":
      return { number: `0x${at(params[0]).toString(16)}`, parentHash: chain.hash(0) };
    case "state_getRuntimeVersion":
      return { specName: "node-subtensor", specVersion: chain.spec(at(params[0])), implVersion: 1 };
    case "state_getMetadata":
      return chain.metadata(chain.spec(at(params[0])));
    case "state_queryStorageAt": {
      const storage = state(params[1]);
      const changes = (params[0] as string[]).map((key) => [key, storage.get(key) ?? null]);
      // In any order.
      return [{ block: params[1], changes: changes.reverse() }];
    }
    case "state_getKeysPaged": {
      const [prefix, count, start] = params as [string, number, string | null];
      const keys = [...state(params[3]).keys()].filter((key) => key.startsWith(prefix) && (start === null || key > start)).sort();
      return keys.slice(0, count);
    }
    case "state_call": {
      state(params[2]);
      const found = chain.call(String(params[0]), String(params[1]), at(params[2]));
      if (found === null) throw new RpcError(4003, "Client error: Execution failed: Exported method is not found");
      return found;
    }
    default:
      throw new RpcError(-32601, `Method not found: ${method}`);
  }
}

/** The same without any connection. */
export function withoutConnection(chain: MockChain): Transport {
  return { request: async (method, params) => answer(chain, method, params) };
}
