import { ChainError } from "../errors.js";

/** What carries a request to a node: ours over HTTP or WebSocket, or the caller's own. */
export interface Transport {
  /**
   * The `result` of a JSON-RPC request. Several may be under way at once.
   * @throws ChainError, or any error whose `code` is the node's own
   */
  request(method: string, params: readonly unknown[], options?: RequestOptions): Promise<unknown>;
  /** Lets the connection go. */
  close?(): void;
}

/** What ends a request. */
export interface RequestOptions {
  /** rejects the request as soon as it aborts */
  signal?: AbortSignal | undefined;
}

/** Bytes of one answer. The largest is metadata, some 0.4 MB, or 1000 rows of weights, some 20 MB. */
export const MOST_ANSWER_BYTES = 2 ** 27;

/** Milliseconds for one answer. */
export const PATIENCE = 60_000;

/** Codes by which nodes and the proxies in front of them say "later". chain-reading.md 6 */
const BUSY = new Set([-32029, -32005, -32004]);

/** What an error object of JSON-RPC means. */
export function refusal(asked: string, error: unknown): ChainError {
  const { code, message, data } = Object(error) as { code?: unknown; message?: unknown; data?: unknown };
  const words = [message, data].filter((part) => typeof part === "string" && part !== "").join(": ");
  const shown = words === "" ? error : `${words}${typeof code === "number" ? ` (code ${code})` : ""}`;
  if (/state already discarded|state.*(pruned|not available)|missing trie node/i.test(words))
    return new ChainError("node-pruned", asked, "this node has dropped the state of so old a block; name an archive node", shown);
  if (/unknown ?block|header was not found|unable to load/i.test(words))
    return new ChainError("unknown-block", asked, "a block that the node has", shown);
  if (typeof code === "number" && BUSY.has(code)) return new ChainError("node-busy", asked, "the node asks to wait", shown);
  return new ChainError("node-refused", asked, "the node refuses", shown);
}

/** The result in an answer, whose id is known to be right. */
export function resultOf(asked: string, answer: object): unknown {
  if ("error" in answer && answer.error !== undefined && answer.error !== null) throw refusal(asked, answer.error);
  if (!("result" in answer)) throw new ChainError("node-reply", asked, "expected a result or an error", answer);
  return answer.result;
}

/** The answer in a text. */
export function answerIn(asked: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const what = /^\s*</.test(text) ? "expected JSON, and a web page answers there: is this a node's RPC port?" : "expected JSON";
    throw new ChainError("node-no-json", asked, what, text);
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
