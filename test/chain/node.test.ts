/** What a node may do: be slow, away, limited, of another chain, or lie. Every one of these has an error that says what was asked and what came. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import {
  openChain,
  openTransport,
  readEpoch,
  webSocketTransport,
  type Transport,
  type WebSocketClass,
} from "../../bindings/chain/index.js";
import { ChainMetadata } from "../../bindings/chain/metadata.js";
import { reference as yuma } from "../../bindings/reference/index.js";
import { answer } from "./answers.js";
import { encodeMetadata, storageKey } from "./layout.js";
import { hashOf, madeChain, type MadeChain } from "./madeChain.js";
import { mockNode, type MockNode } from "./mockNode.js";

const NETUID = 77;
let made: MadeChain;
let node: MockNode;

beforeAll(async () => {
  made = madeChain({ spec: 397, seed: 51n, epochs: 3 }, yuma);
  node = await mockNode(made.chain);
});
afterAll(() => node.close());
afterEach(() => {
  node.lie = null;
  node.fault = () => null;
});

const sockets = () => webSocketTransport(node.ws, { WebSocket: WebSocket as unknown as WebSocketClass });
const read = (options: object = {}) =>
  readEpoch({ transport: openTransport(node.http), netuid: NETUID, yuma, wait: 1, ...options } as never);

async function states(): Promise<unknown> {
  const { state } = await read();
  const { provenance: _, ...rest } = state as any;
  return rest;
}

describe("a transport", () => {
  it("over WebSocket says the same as over HTTP", async () => {
    const transport = sockets();
    const { provenance: _, ...state } = (await read({ transport })).state as any;
    transport.close?.();
    expect(state).toEqual(await states());
  });

  it.each(["drop", "late", "busy", "limited"] as const)("goes on after %s, by either way", async (fault) => {
    const expected = await states();
    for (const transport of [openTransport(node.http), sockets()]) {
      node.fault = (request) => (request % 11 === 1 ? fault : null);
      const { provenance: _, ...state } = (await read({ transport, retries: 12 })).state as any;
      transport.close?.();
      expect(state).toEqual(expected);
    }
  });

  it.each([
    ["7", 7_000, 7_000],
    ["Fri, 01 Jan 2999 00:00:00 GMT", 1e12, Number.MAX_SAFE_INTEGER],
    ["Fri, 01 Jan 1999 00:00:00 GMT", null, null],
    ["soon", null, null],
  ])("hears how long to wait: %s", async (after, least, most) => {
    const fetch = async () => new Response("", { status: 503, headers: { "retry-after": after } });
    const error: any = await openTransport(node.http, { fetch })
      .request("system_chain", [])
      .catch((failure) => failure);
    expect(error).toMatchObject({ code: "node-busy" });
    if (least === null) expect(error.retryAfter).toBe(null);
    else expect(error.retryAfter >= least && error.retryAfter <= most!).toBe(true);
  });

  it("may be the caller's own", async () => {
    const over = openTransport(node.http);
    let asked = 0;
    const transport: Transport = { request: (...request) => (asked++, over.request(...request)) };
    await read({ transport });
    expect(asked).toBeGreaterThan(10);
    const failing: Transport = {
      request: () => Promise.reject(Object.assign(new Error("State already discarded for 0x12"), { code: 4003 })),
    };
    await expect(read({ transport: failing })).rejects.toMatchObject({ name: "ChainError", code: "node-pruned" });
    // Its number is the host's, not the node's.
    const late: Transport = { request: () => Promise.reject(new DOMException("timed out", "TimeoutError")) };
    await expect(read({ transport: late, retries: 0 })).rejects.toMatchObject({ name: "ChainError", code: "node-unreachable" });
  });

  it("gives up after so many tries, and says what it was asked last", async () => {
    node.fault = () => "busy";
    const before = node.requests.get("chain_getBlockHash") ?? 0;
    await expect(read({ retries: 2 })).rejects.toMatchObject({ code: "node-busy", asked: "chain_getBlockHash" });
    expect(node.requests.get("chain_getBlockHash")! - before).toBe(3);
  });

  it("asks no more once the signal aborts", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const asked: number[] = [];
    const progress = ({ calls }: { calls: number }) => {
      asked.push(calls);
      if (calls === 6) abort.abort(reason);
    };
    await expect(read({ signal: abort.signal, progress })).rejects.toBe(reason);
    expect(Math.max(...asked)).toBeLessThan(15);
  });

  it("keeps to so many requests at once", async () => {
    const over = openTransport(node.http);
    let [now, most] = [0, 0];
    const transport: Transport = {
      async request(...request) {
        most = Math.max(most, ++now);
        try {
          return await over.request(...request);
        } finally {
          now--;
        }
      },
    };
    await read({ transport, concurrency: 2 });
    expect(most).toBe(2);
  });
});

/** A node that says whatever a test has it say, by either way. */
async function saying(
  answerTo: (request: any, connection: number) => unknown,
): Promise<{ transports: Transport[]; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => response.end(JSON.stringify(answerTo(JSON.parse(Buffer.concat(chunks).toString()), 0))));
  });
  const upgraded = new WebSocketServer({ server });
  let connections = 0;
  upgraded.on("connection", (socket) => {
    const connection = connections++;
    socket.on("message", (data: Buffer) => {
      const said = answerTo(JSON.parse(data.toString()), connection);
      if (said !== undefined) socket.send(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}`;
  const options = { WebSocket: WebSocket as unknown as WebSocketClass, timeout: 500 };
  return {
    transports: [openTransport(`http://127.0.0.1:${port}`), webSocketTransport(url, options)],
    async close() {
      for (const client of upgraded.clients) client.terminate();
      upgraded.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

describe("an answer", () => {
  const right = ({ id, method, params }: any) => ({ jsonrpc: "2.0", id, result: answer(made.chain, method, params) });

  it("to another question is none", async () => {
    const { transports, close } = await saying((request) => ({ ...right(request), id: request.id + 1 }));
    await expect(read({ transport: transports[0], retries: 0 })).rejects.toMatchObject({ code: "node-reply" });
    await expect(read({ transport: transports[1], retries: 0 })).rejects.toMatchObject({ code: "node-unreachable" });
    await close();
  });

  it("in a list is none, and an error without a number is one", async () => {
    for (const [said, code] of [
      [(request: any) => [right(request)], "node-reply"],
      [() => ({ id: null, error: { code: -32700, message: "Parse error" } }), "node-refused"],
      [() => ({ error: { code: -32005, message: "slow down" } }), "node-busy"],
    ] as const) {
      const { transports, close } = await saying(said);
      for (const transport of transports) await expect(read({ transport, retries: 0 })).rejects.toMatchObject({ name: "ChainError", code });
      await close();
    }
  });

  it("that does not come is asked for over another connection", async () => {
    let count = 0;
    const { transports, close } = await saying((request, connection) => (connection === 0 && count++ > 4 ? undefined : right(request)));
    await expect(read({ transport: transports[1] })).resolves.toMatchObject({ netuid: NETUID });
    transports[1]!.close?.();
    await close();
  });
});

describe("a class of WebSocket", () => {
  it("may refuse at once, as browsers do", async () => {
    class Refusing {
      constructor() {
        throw new DOMException("An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.", "SecurityError");
      }
    }
    const transport = webSocketTransport("ws://node.example", { WebSocket: Refusing as unknown as WebSocketClass });
    for (let tried = 0; tried < 2; tried++)
      await expect(transport.request("system_chain", [])).rejects.toMatchObject({
        name: "ChainError",
        code: "node-unreachable",
        got: expect.stringContaining("insecure WebSocket"),
      });
  });
});

describe("what is no node", () => {
  it("is said to be away", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await expect(read({ transport: openTransport(`http://127.0.0.1:${port}`), retries: 0 })).rejects.toMatchObject({
      code: "node-unreachable",
    });
    const socket = webSocketTransport(`ws://127.0.0.1:${port}`, { WebSocket: WebSocket as unknown as WebSocketClass });
    await expect(read({ transport: socket, retries: 0 })).rejects.toMatchObject({ code: "node-unreachable" });
  });

  it("is said to have no secure connection", async () => {
    await expect(read({ transport: openTransport(node.http.replace("http", "https")), retries: 0 })).rejects.toMatchObject({
      code: "node-unreachable",
      message: expect.stringMatching(/secure|no connection/),
    });
  });

  it("is said to be a web page, or to be too much", async () => {
    let body = "<!doctype html><title>Welcome</title>";
    const server = createServer((_, response) => response.writeHead(200).end(body));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    await expect(read({ transport: openTransport(url) })).rejects.toMatchObject({
      code: "node-no-json",
      message: expect.stringContaining("web page"),
    });
    body = `{"result":"${"x".repeat(5_000)}"}`;
    await expect(read({ transport: openTransport(url, { mostBytes: 1_000 }) })).rejects.toMatchObject({ code: "node-reply" });
    await new Promise((resolve) => server.close(resolve));
  });
});

const STEP = storageKey("LastMechansimStepBlock", [NETUID], 397);

/** A reply with one storage value made into another. */
function withValue(key: string, value: unknown) {
  return (method: string, _: readonly unknown[], result: any) =>
    method === "state_queryStorageAt"
      ? result.map(({ block, changes }: any) => ({
          block,
          changes: changes.map(([one, old]: [string, unknown]) => [one, one === key ? value : old]),
        }))
      : result;
}

describe("a node that lies", () => {
  const key = (item: string, ...parts: number[]) => storageKey(item, parts, 397);
  it.each<[string, MockNode["lie"], string, string]>([
    ["a length of 2^30", withValue(key("Weights", NETUID, 0), "0xfeffffff"), "node-reply", "Weights[77, 0]"],
    ["a list that ends too early", withValue(key("LastUpdate", NETUID), "0x2000"), "node-reply", "LastUpdate[77]"],
    ["bytes left over", withValue(key("Tempo", NETUID), "0x140000"), "node-reply", "Tempo[77]"],
    ["a flag of 2", withValue(key("NetworksAdded", NETUID), "0x02"), "node-reply", "NetworksAdded[77]"],
    ["no hexadecimal", withValue(STEP, "zero"), "node-reply", "LastMechansimStepBlock[77]"],
    ["an epoch yet to come", withValue(STEP, `0x${"ff".repeat(8)}`), "node-reply", "LastMechansimStepBlock[77]"],
    ["65,535 uids", withValue(key("SubnetworkN", NETUID), "0xffff"), "node-reply", "SubnetworkN[77]: expected at most 4096"],
    [
      "17 mechanisms",
      withValue(key("MechanismCountCurrent", NETUID), "0x11"),
      "node-reply",
      "MechanismCountCurrent[77]: expected at most 16",
    ],
    ["more bytes than a stack holds", withValue(key("Tempo", NETUID), `0x${"00".repeat(2 ** 23)}`), "node-reply", "Tempo[77]"],
    [
      "two values of a key",
      (method, _, result: any) =>
        method === "state_queryStorageAt"
          ? [
              result[0],
              { ...result[0], changes: result[0].changes.map(([one, value]: [string, unknown]) => [one, value === null ? "0x00" : null]) },
            ]
          : result,
      "node-reply",
      "expected one value, and there is another",
    ],
    [
      "a key that ends where its parts begin",
      (method, params) => (method === "state_getKeysPaged" ? [String(params[0])] : undefined),
      "node-reply",
      "a key of ",
    ],
    [
      "a key of 20,000 digits",
      (method, params) => (method === "state_getKeysPaged" ? [`${String(params[0])}${"00".repeat(10_000)}`] : undefined),
      "node-reply",
      "state_getKeysPaged",
    ],
    [
      "a spec above all u32",
      (method, _, result) => (method === "state_getRuntimeVersion" ? { specName: "a", specVersion: 2 ** 32 } : result),
      "node-reply",
      "specVersion",
    ],
    ["no epoch", withValue(STEP, null), "no-epoch", "subnet 77"],
    ["no subnet", withValue(key("NetworksAdded", NETUID), null), "unknown-netuid", "subnet 77"],
    [
      "a key missing",
      (method, _, result: any) => (method === "state_queryStorageAt" ? [{ ...result[0], changes: result[0].changes.slice(1) }] : result),
      "node-reply",
      "77",
    ],
    [
      "another block's values",
      (method, _, result: any) => (method === "state_queryStorageAt" ? [{ ...result[0], block: hashOf(1) }] : result),
      "node-reply",
      "state_queryStorageAt",
    ],
    [
      "keys without end",
      (method, params) => (method === "state_getKeysPaged" ? Array.from({ length: 1_000 }, () => `${String(params[0])}00`) : undefined),
      "node-reply",
      "state_getKeysPaged",
    ],
    [
      "no metadata",
      (method, _, result) => (method === "state_getMetadata" ? "0x6d65746109" : result),
      "unreadable-metadata",
      "metadata V9 of spec 397",
    ],
    ["a hash that is none", (method, _, result) => (method === "chain_getBlockHash" ? "0x12" : result), "node-reply", "chain_getBlockHash"],
    [
      "a version without a number",
      (method, _, result) => (method === "state_getRuntimeVersion" ? {} : result),
      "node-reply",
      "specVersion",
    ],
  ])("with %s is refused, and what it was is named", async (_, lie, code, named) => {
    node.lie = (method, params, result) => lie!(method, params, result) ?? result;
    const error = await read().catch((failure) => failure);
    expect(error).toMatchObject({ name: "ChainError", code });
    expect(error.message).toContain(named);
    expect(error.message.length).toBeLessThan(700);
  });
});

describe("a runtime that stores otherwise", () => {
  it("is read as it says, and that is remarked", () => {
    const metadata = ChainMetadata.of(encodeMetadata(397, { Yuma3On: { hashers: "I" } }), 397);
    expect(metadata.remarks).toEqual(["Yuma3On: keys are hashed by Identity, where the rules have Blake2128Concat"]);
    const usual = ChainMetadata.of(encodeMetadata(397), 397);
    expect(usual.remarks).toEqual([]);
    expect(metadata.key("Yuma3On", [NETUID])).toBe(`${usual.key("Yuma3On", [])}4d00`);
    expect(usual.key("Yuma3On", [NETUID])).toBe(storageKey("Yuma3On", [NETUID], 397));
  });

  it("in a type that we cannot read is refused by the item's name", async () => {
    const other = await mockNode({ ...made.chain, metadata: () => encodeMetadata(397, { Kappa: { type: "u32" } }) });
    await expect(read({ transport: openTransport(other.http) })).rejects.toMatchObject({
      code: "unreadable-metadata",
      message: "SubtensorModule.Kappa: expected the type u16; got u32",
    });
    await other.close();
  });
});

describe("what cannot be asked for", () => {
  it.each<[string, object, string]>([
    ["another network", { genesis: `0x${"12".repeat(32)}` }, "wrong-network"],
    ["a block beyond the head", { block: 99_999_999n }, "unknown-block"],
    ["a block without an epoch", { block: 7_000_003n }, "no-epoch"],
    ["a subnet that is not there", { netuid: 78 }, "unknown-netuid"],
    ["a mechanism that is not there", { mechanism: 1 }, "unknown-mechanism"],
    ["the root", { netuid: 0 }, "invalid-input"],
    ["a rule set that is none", { ruleSet: "spec-1" }, "invalid-input"],
    ["an option that is none", { netiud: 77 }, "invalid-input"],
  ])("%s is refused", async (_, options, code) => {
    await expect(read(options)).rejects.toMatchObject({ code });
  });

  it.each([
    [220, {}, "unknown-spec"],
    [480, {}, "unknown-spec"],
  ])("a runtime of spec %i is refused", async (spec, options, code) => {
    const other = await mockNode({ ...made.chain, spec: () => spec, metadata: () => encodeMetadata(397) });
    await expect(read({ transport: openTransport(other.http), ...options })).rejects.toMatchObject({ code });
    if (spec === 480) {
      const named = await read({ transport: openTransport(other.http), ruleSet: "spec-397" }).catch((error) => error);
      // The items of a later spec are not those of 397; with a chain that had them it would go on, and be marked.
      expect(named.code ?? named.provenance?.rulesNamed).toBeDefined();
    }
    await other.close();
  });

  it("a state that the node has dropped is said to need an archive node", async () => {
    const pruned = await mockNode({
      ...made.chain,
      storage: (block) => (block < made.epochs[2]!.block ? null : made.chain.storage(block)),
    });
    await expect(read({ transport: openTransport(pruned.http) })).rejects.toMatchObject({
      code: "node-pruned",
      message: expect.stringContaining("archive node"),
    });
    await pruned.close();
  });

  it("an epoch right after an upgrade is marked", async () => {
    const { block } = made.epochs[2]!;
    const upgraded = await mockNode({ ...made.chain, spec: (at) => (at < block - 1 ? 396 : 397) });
    const { notExact } = await read({ transport: openTransport(upgraded.http) });
    expect(notExact).toMatchObject([{ field: "state", affects: "everything" }]);
    await upgraded.close();
  });

  it("before a node is asked", () => {
    expect(() => openTransport("ftp://example.org")).toThrow(/endpoint/);
    expect(() => webSocketTransport("http://example.org")).toThrow(/ws: or wss:/);
    // A password is not repeated.
    for (const scheme of ["https", "wss"])
      expect(() => openTransport(`${scheme}://me:secret@example.org`)).toThrow(
        /^endpoint: expected a URL without a user and a password; .*, got "...@example.org"$/,
      );
    return expect(openChain({} as never)).rejects.toMatchObject({ code: "invalid-input" });
  });
});
