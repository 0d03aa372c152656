/** A node on loopback: HTTP and WebSocket at one port, over whatever blocks it is given, as well or badly as it is told. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
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

/** What goes wrong with a request, by its number from 0 on. */
export type Fault = "drop" | "error" | "busy" | "limited" | "late" | null;

export interface MockNode {
  http: string;
  ws: string;
  /** how many requests came, by method */
  readonly requests: Map<string, number>;
  /** what a reply is made into, where a test has the node lie */
  lie: ((method: string, params: readonly unknown[], result: unknown) => unknown) | null;
  fault: (request: number, method: string) => Fault;
  close(): Promise<void>;
}

interface Request {
  id: unknown;
  method: string;
  params: readonly unknown[];
}

class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

function answer(chain: MockChain, method: string, params: readonly unknown[]): unknown {
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

const LATE = 30;

export async function mockNode(chain: MockChain): Promise<MockNode> {
  let count = 0;
  const node: MockNode = { http: "", ws: "", requests: new Map(), lie: null, fault: () => null, close };

  function reply({ id, method, params }: Request): { text: string; fault: Fault } {
    node.requests.set(method, (node.requests.get(method) ?? 0) + 1);
    const fault = node.fault(count++, method);
    if (fault === "busy")
      return { fault, text: JSON.stringify({ jsonrpc: "2.0", id, error: { code: -32005, message: "too many requests" } }) };
    if (fault === "error")
      return { fault, text: JSON.stringify({ jsonrpc: "2.0", id, error: { code: -32603, message: "Internal error" } }) };
    try {
      const result = answer(chain, method, params);
      return { fault, text: JSON.stringify({ jsonrpc: "2.0", id, result: node.lie === null ? result : node.lie(method, params, result) }) };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return { fault, text: JSON.stringify({ jsonrpc: "2.0", id, error: { code: error.code, message: error.message } }) };
    }
  }

  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { text, fault } = reply(JSON.parse(Buffer.concat(chunks).toString()) as Request);
      if (fault === "drop") request.socket.destroy();
      else if (fault === "limited") response.writeHead(429, { "retry-after": "0" }).end("slow down");
      else setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(text), fault === "late" ? LATE : 0);
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket: WebSocket) => {
    socket.on("message", (data: Buffer) => {
      const { text, fault } = reply(JSON.parse(data.toString()) as Request);
      if (fault === "drop" || fault === "limited") socket.terminate();
      // Late ones come after those that were asked for later.
      else setTimeout(() => socket.send(text), fault === "late" ? LATE : 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  node.http = `http://127.0.0.1:${port}`;
  node.ws = `ws://127.0.0.1:${port}`;

  async function close(): Promise<void> {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  return node;
}
