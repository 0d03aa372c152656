import { ChainError, EpochInputError } from "../errors.js";
import { checkOptions } from "../boundary/input.js";
import { functionKind } from "../boundary/kinds.js";
import { orAborted } from "../boundary/onAbort.js";
import { COMMON_OPTIONS, HTTP_OPTIONS, httpTransport, refuseSecrets, unreachable, type HttpOptions } from "./http.js";
import { watchPolicy } from "./page.js";
import { MOST_ANSWER_BYTES, PATIENCE, answerIn, isObject, refusal, resultOf, type RequestOptions, type Transport } from "./transport.js";

/** What of a WebSocket is used: the browser's, Node's from 22 on, or that of the package ws. */
export type WebSocketClass = new (
  url: string,
) => {
  /** As of WebSocket. */
  send(text: string): void;
  /** As of WebSocket. */
  close(): void;
  /** As of WebSocket. */
  addEventListener(type: "open" | "close" | "error" | "message", listener: (event: any) => void): void;
};

/** How a node is asked by WebSocket. */
export interface WebSocketOptions {
  /** default: the host's; Node 20 has none */
  WebSocket?: WebSocketClass;
  /** milliseconds for the connection, and for one answer, default 60000 */
  timeout?: number;
  /** characters of one answer, default 2^27 */
  mostBytes?: number;
}

interface Pending {
  asked: string;
  settle(outcome: { result: unknown } | { error: unknown }): void;
}

interface Connection {
  socket: InstanceType<WebSocketClass>;
  pending: Map<number, Pending>;
  /** closes it, and has the next request open another */
  leave(): void;
}

const WEB_SOCKET_OPTIONS = { ...COMMON_OPTIONS, WebSocket: functionKind<WebSocketClass>() };

const WEB_SOCKET = /^wss?:\/\//i;

/**
 * Requests over one connection, which is opened with the first and anew with the next after it was lost. Answers come in
 * any order.
 * @param url ws: or wss:
 * @throws EpochInputError where the URL is none, or the host has no WebSocket and none is given
 */
export function webSocketTransport(url: string, options: WebSocketOptions = {}): Transport {
  checkOptions(options, WEB_SOCKET_OPTIONS as never);
  if (typeof url !== "string" || !WEB_SOCKET.test(url) || !URL.canParse(url)) throw new EpochInputError("url", "a ws: or wss: URL", url);
  refuseSecrets(url, "url");
  const { WebSocket = hostWebSocket(), timeout = PATIENCE, mostBytes = MOST_ANSWER_BYTES } = options;
  if (WebSocket === undefined) throw new EpochInputError("options.WebSocket", "a class, as this host has none", undefined);
  let connecting: Promise<Connection> | null = null;
  let id = 0;

  function connect(asked: string): Promise<Connection> {
    if (connecting !== null) return connecting;
    let made: Promise<Connection> | null = null;
    // One that ends late is not to take its successor along.
    const forget = () => {
      if (connecting === made) connecting = null;
    };
    made = opened(asked, WebSocket!, forget);
    connecting = made;
    made.catch(forget);
    return made;
  }

  function opened(asked: string, Socket: WebSocketClass, forget: () => void): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const policy = watchPolicy(url);
      const pending = new Map<number, Pending>();
      let timer: ReturnType<typeof setTimeout> | undefined;
      let failed = false;

      async function fail(why: unknown): Promise<void> {
        if (failed) return;
        failed = true;
        clearTimeout(timer);
        forget();
        const lost = [...pending.values()];
        pending.clear();
        const byPolicy = await policy.refused();
        policy.stop();
        reject(unreachable(asked, url, why, byPolicy));
        for (const { asked, settle } of lost) settle({ error: unreachable(asked, url, why, byPolicy) });
      }

      let socket: InstanceType<WebSocketClass>;
      try {
        socket = new Socket(url);
      } catch (error) {
        // Browsers throw where the page may not reach it.
        void fail(error);
        return;
      }
      function leave(): void {
        forget();
        socket.close();
      }

      let reason: unknown = null;
      timer = setTimeout(() => {
        reject(new ChainError("node-unreachable", asked, `no connection to ${url} within ${timeout} ms`, ""));
        socket.close();
      }, timeout);
      socket.addEventListener("open", () => {
        clearTimeout(timer);
        policy.stop();
        resolve({ socket, pending, leave });
      });
      socket.addEventListener("error", (event) => {
        reason = event.error ?? event.message ?? null;
        // What the page's policy forbids ends in Chromium without a close.
        void policy.refused().then((refused) => {
          if (refused) void fail(reason);
        });
      });
      socket.addEventListener("close", (event) => {
        void fail(reason ?? { message: `the connection was closed${event.code === undefined ? "" : ` with code ${event.code}`}` });
      });
      socket.addEventListener("message", ({ data }) => {
        try {
          take(pending, data);
        } catch (error) {
          // Whose answer it was cannot be known: none of them can be relied on.
          for (const { settle } of pending.values()) settle({ error });
          pending.clear();
          leave();
        }
      });
    });
  }

  function take(pending: Map<number, Pending>, data: unknown): void {
    const asked = [...pending.values()][0]?.asked ?? url;
    if (typeof data !== "string") throw new ChainError("node-reply", asked, "expected text", "binary data");
    if (data.length > mostBytes) throw new ChainError("node-reply", asked, `expected at most ${mostBytes} characters`, `${data.length}`);
    const answer = answerIn(asked, data);
    if (!isObject(answer)) throw new ChainError("node-reply", asked, "expected an object", answer);
    const { id, error } = answer as { id?: unknown; error?: unknown };
    // Of a node that could not read a question, or of a proxy in front of it that did not.
    if ((id === undefined || id === null) && error !== undefined && error !== null) throw refusal(asked, error);
    if (Array.isArray(answer)) throw new ChainError("node-reply", asked, "expected an answer, and no list of them", answer);
    const one = pending.get(id as number);
    // One that was given up, or a notification.
    if (one === undefined) return;
    try {
      one.settle({ result: resultOf(one.asked, answer) });
    } catch (error) {
      one.settle({ error });
    }
  }

  return {
    async request(method, params, { signal }: RequestOptions = {}) {
      signal?.throwIfAborted();
      const { socket, pending, leave } = await orAborted(connect(method), signal);
      const mine = ++id;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const answer = new Promise<unknown>((resolve, reject) => {
        pending.set(mine, { asked: method, settle: (one) => ("error" in one ? reject(one.error) : resolve(one.result)) });
        timer = setTimeout(() => {
          reject(new ChainError("node-unreachable", method, `no answer within ${timeout} ms`, ""));
          // It may be lost without a word: what is asked again is asked over another.
          leave();
        }, timeout);
        socket.send(JSON.stringify({ jsonrpc: "2.0", id: mine, method, params }));
      });
      try {
        return await orAborted(answer, signal);
      } finally {
        clearTimeout(timer);
        pending.delete(mine);
      }
    },
    close() {
      void connecting?.then(({ socket }) => socket.close()).catch(() => undefined);
    },
  };
}

function hostWebSocket(): WebSocketClass | undefined {
  return (globalThis as { WebSocket?: WebSocketClass }).WebSocket;
}

/**
 * A transport for an endpoint by its URL. A node answers WebSocket and HTTP at one port (chain-reading.md 6): where the host has no
 * WebSocket, as Node 20, ws: and wss: are asked by http: and https:.
 * @throws EpochInputError where the URL is neither
 */
export function openTransport(url: string, options: HttpOptions & WebSocketOptions = {}): Transport {
  if (typeof url !== "string" || !/^(https?|wss?):\/\//i.test(url) || !URL.canParse(url))
    throw new EpochInputError("endpoint", "a URL that begins with wss:, ws:, https: or http:", url);
  refuseSecrets(url, "endpoint");
  const { WebSocket, fetch, headers, ...common } = checkOptions<typeof options>(options, {
    ...HTTP_OPTIONS,
    ...WEB_SOCKET_OPTIONS,
  } as never);
  const http = { ...common, ...(fetch !== undefined && { fetch }), ...(headers !== undefined && { headers }) };
  if (!WEB_SOCKET.test(url)) return httpTransport(url, http);
  const Socket = WebSocket ?? hostWebSocket();
  return Socket === undefined
    ? httpTransport(url.replace(/^ws/i, "http"), http)
    : webSocketTransport(url, { ...common, WebSocket: Socket });
}
