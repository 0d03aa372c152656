import { ChainError, EpochInputError } from "../errors.js";
import { checkOptions, record } from "../boundary/input.js";
import { functionKind, integer, timeoutMilliseconds, type Kind } from "../boundary/kinds.js";
import { fieldPath } from "../text/show.js";
import { onAbort } from "../boundary/onAbort.js";
import { reasonOfPage, watchPolicy } from "./page.js";
import { MOST_ANSWER_BYTES, PATIENCE, answerIn, isObject, resultOf, type RequestOptions, type Transport } from "./transport.js";

/** How a node is asked by HTTP. */
export interface HttpOptions {
  /** default: the host's */
  fetch?: typeof fetch;
  /** for a node behind a key, say */
  headers?: Readonly<Record<string, string>>;
  /** milliseconds for one answer, default 60000 */
  timeout?: number;
  /** bytes of one answer, default 2^27 */
  mostBytes?: number;
}

/** Of either transport. */
export const COMMON_OPTIONS = { timeout: timeoutMilliseconds, mostBytes: integer(1, 2 ** 31 - 1, "a number of bytes from 1 to 2^31-1") };

const headersKind: Pick<Kind<object>, "check"> = {
  check(value, path) {
    for (const [name, text] of Object.entries(record(value, path)))
      if (typeof text !== "string") throw new EpochInputError(fieldPath(path, name), "a text", text);
    return value as object;
  },
};

export const HTTP_OPTIONS = { ...COMMON_OPTIONS, fetch: functionKind<typeof fetch>(), headers: headersKind };

const HTTP = /^https?:\/\//i;

/** No host takes a name and a password there, and every error would show them. @throws EpochInputError */
export function refuseSecrets(url: string, path: string): void {
  const { username, password, host } = new URL(url);
  if (username !== "" || password !== "")
    throw new EpochInputError(path, "a URL without a user and a password; give a header for them", `...@${host}`);
}

/**
 * Requests by POST, one for each question.
 * @param url http: or https:
 * @throws EpochInputError where the URL is none
 */
export function httpTransport(url: string, options: HttpOptions = {}): Transport {
  checkOptions(options, HTTP_OPTIONS as never);
  if (typeof url !== "string" || !HTTP.test(url) || !URL.canParse(url)) throw new EpochInputError("url", "an http: or https: URL", url);
  refuseSecrets(url, "url");
  const { fetch: ask = globalThis.fetch, headers = {}, timeout = PATIENCE, mostBytes = MOST_ANSWER_BYTES } = options;
  let id = 0;
  return {
    async request(method, params, { signal }: RequestOptions = {}) {
      signal?.throwIfAborted();
      const limit = new AbortController();
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        limit.abort();
      }, timeout);
      const ignore = onAbort(signal, () => limit.abort());
      const policy = watchPolicy(url);
      try {
        const mine = ++id;
        const body = JSON.stringify({ jsonrpc: "2.0", id: mine, method, params });
        const response = await ask(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body,
          signal: limit.signal,
        });
        const text = await textOf(method, response, mostBytes);
        refuseStatus(method, response, text);
        const answer = answerIn(method, text);
        if (!isObject(answer)) throw new ChainError("node-reply", method, "expected an object", answer);
        checkId(method, answer, mine);
        return resultOf(method, answer);
      } catch (error) {
        if (error instanceof ChainError) throw error;
        signal?.throwIfAborted();
        if (late) throw new ChainError("node-unreachable", method, `no answer within ${timeout} ms`, "");
        throw unreachable(method, url, error, await policy.refused());
      } finally {
        clearTimeout(timer);
        ignore();
        policy.stop();
      }
    },
  };
}

/** An answer to something else is none; an error may be one of a node that could not read the question. */
function checkId(asked: string, answer: object, mine: number): void {
  const { id, error } = answer as { id?: unknown; error?: unknown };
  const isNamed = id !== undefined && id !== null;
  if (id !== mine && (isNamed || error === undefined || error === null))
    throw new ChainError("node-reply", asked, `expected the answer to request ${mine}`, answer);
}

/** A body of no more bytes than are allowed, whatever its header says. */
async function textOf(asked: string, response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      void reader.cancel().catch(() => undefined);
      throw new ChainError("node-reply", asked, `expected at most ${most} bytes`, "more");
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

function refuseStatus(asked: string, { ok, status, headers }: Response, text: string): void {
  if (ok) return;
  if (status === 429 || status >= 500)
    throw new ChainError("node-busy", asked, `the node answers with HTTP status ${status}`, text, waitIn(headers.get("retry-after")));
  if (/^\s*\{/.test(text)) return;
  const what = status === 426 ? "this port takes WebSocket connections only: name it as ws: or wss:" : "this is no node's RPC port";
  throw new ChainError("node-no-json", asked, `HTTP status ${status}: ${what}`, text);
}

/** Milliseconds that a header asks to wait: it has seconds, or a date. */
function waitIn(header: string | null): number | null {
  if (header === null) return null;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return wait >= 0 ? wait : null;
}

/**
 * Why a request did not get there, with what a browser keeps to itself.
 * @param byPolicy whether it was the policy of the page that asks
 */
export function unreachable(asked: string, url: string, error: unknown, byPolicy: boolean): ChainError {
  const reasons: string[] = [];
  for (let cause = error; isObject(cause) && reasons.length < 4; cause = (cause as Error).cause) {
    const { code, message } = cause as Error & { code?: unknown };
    const reason = [code, message].filter((part) => typeof part === "string" && part !== "").join(" ");
    if (!reasons.includes(reason)) reasons.push(reason);
  }
  const words = reasons.join(": ");
  const what = /certificate|TLS|SSL|CERT_/i.test(words) ? "no secure connection to" : "no connection to";
  const reason = reasonOfPage(url, byPolicy);
  const code = reason?.sure ? "node-forbidden" : "node-unreachable";
  return new ChainError(code, asked, `${what} ${url}${reason === null ? "" : ` (${reason.words})`}`, words);
}
