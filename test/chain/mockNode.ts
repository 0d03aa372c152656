/** A node on loopback: HTTP and WebSocket at one port, over whatever blocks it is given, as well or badly as it is told. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import { RpcError, answer, type MockChain } from "./answers.js";

/** What goes wrong with a request, by its number from 0 on. */
type Fault = "drop" | "error" | "busy" | "limited" | "late" | null;

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

const LATE = 30;

export interface MockNodeOptions {
  /** the origins whose pages may ask over HTTP, as a node's --rpc-cors; default: none, as a node that says nothing of it */
  cors?: string;
}

export async function mockNode(chain: MockChain, { cors }: MockNodeOptions = {}): Promise<MockNode> {
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
    if (cors !== undefined) {
      response.setHeader("access-control-allow-origin", cors);
      response.setHeader("access-control-allow-headers", "content-type");
    }
    // A page's browser asks whether it may.
    if (request.method === "OPTIONS") {
      response.writeHead(cors === undefined ? 405 : 204).end();
      return;
    }
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
