import { ChainError, YumaError } from "../errors.js";
import { isHex } from "./bytes.js";
import { isObject, refusal, type Transport } from "./transport.js";

export interface NodeOptions {
  signal?: AbortSignal | undefined;
  /** requests under way at once, default 4 */
  concurrency?: number | undefined;
  /** how often a request is asked again where the node is busy or the connection fails, default 5 */
  retries?: number | undefined;
  /** milliseconds before the first of those, doubled each time; default 250 */
  wait?: number | undefined;
  /** after each answer */
  progress?: ((done: Cost) => void) | undefined;
}

/** What was asked of a node. */
export interface Cost {
  calls: number;
  /** how many of them were asked again */
  retries: number;
  /** storage keys */
  keys: number;
  /** of values and replies, decoded from hexadecimal */
  bytes: number;
}

export interface RuntimeVersion {
  spec: number;
  /** of the chain's kind, as "node-subtensor" */
  name: string;
}

/** Keys of one state_queryStorageAt. chain-reading.md 6 */
const KEYS_A_CALL = 1_000;

/** Keys below one prefix: more than hotkeys have ever commits in a subnet. */
const MOST_KEYS = 2 ** 18;

/** Bytes of a key behind its prefix: a hash of 32 bytes, and an account. */
const MOST_PART_BYTES = 64;

/** Bytes of one value. The longest by far are a block's events, and the metadata. */
const MOST_VALUE_BYTES = 2 ** 25;

/** Milliseconds that a node may ask to wait. */
const LONGEST_WAIT = 60_000;

/** One node, asked for nothing but reads, each of them pinned to a block by its hash. */
export class Node {
  readonly cost: Cost = { calls: 0, retries: 0, keys: 0, bytes: 0 };
  private readonly versions = new Map<string, Promise<RuntimeVersion>>();
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(
    private readonly transport: Transport,
    private readonly options: NodeOptions = {},
  ) {
    this.free = options.concurrency ?? 4;
  }

  get signal(): AbortSignal | undefined {
    return this.options.signal;
  }

  /** @throws ChainError */
  async request(method: string, params: readonly unknown[]): Promise<unknown> {
    const { retries = 5, wait = 250, signal, progress } = this.options;
    for (let tried = 0; ; tried++) {
      await this.turn();
      try {
        signal?.throwIfAborted();
        this.cost.calls++;
        return await this.transport.request(method, params, { signal });
      } catch (error) {
        signal?.throwIfAborted();
        const refused = error instanceof YumaError ? error : asChainError(method, error);
        const again = refused.code === "node-busy" || refused.code === "node-unreachable";
        if (!again || tried >= retries) throw refused;
        this.cost.retries++;
        const asked = refused instanceof ChainError ? (refused.retryAfter ?? 0) : 0;
        await this.pause(Math.min(Math.max(wait * 2 ** tried, asked), LONGEST_WAIT));
      } finally {
        this.next();
        progress?.(this.cost);
      }
    }
  }

  private async turn(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private next(): void {
    const one = this.waiting.shift();
    if (one === undefined) this.free++;
    else one();
  }

  private pause(milliseconds: number): Promise<void> {
    const { signal } = this.options;
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal!.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener("abort", stop, { once: true });
    });
  }

  /** @throws ChainError where it is no text of bytes, or too long */
  private hex(asked: () => string, value: unknown): string {
    if (typeof value === "string" && value.length > 2 * MOST_VALUE_BYTES + 2)
      throw new ChainError("node-reply", asked(), `expected at most ${MOST_VALUE_BYTES} bytes`, `${value.length} characters`);
    if (!isHex(value)) throw new ChainError("node-reply", asked(), "expected bytes in hexadecimal", value);
    this.cost.bytes += value.length / 2 - 1;
    return value;
  }

  /** The hash of a block; null where the node has none of that number. */
  async blockHash(block: bigint): Promise<string | null> {
    const found = await this.request("chain_getBlockHash", [Number(block)]);
    return found === null ? null : this.hash(`chain_getBlockHash ${block}`, found);
  }

  private hash(asked: string, value: unknown): string {
    if (!isHex(value) || value.length !== 66) throw new ChainError("node-reply", asked, "expected the 32 bytes of a hash", value);
    return value;
  }

  async head(): Promise<{ hash: string; block: bigint }> {
    const hash = this.hash("chain_getFinalizedHead", await this.request("chain_getFinalizedHead", []));
    return { hash, block: await this.blockOf(hash) };
  }

  async blockOf(hash: string): Promise<bigint> {
    const header = await this.request("chain_getHeader", [hash]);
    const number = isObject(header) ? (header as { number?: unknown }).number : undefined;
    if (typeof number !== "string" || !/^0x[0-9a-fA-F]{1,16}$/.test(number))
      throw new ChainError("node-reply", `chain_getHeader ${hash}`, "expected a header with a number", header);
    return BigInt(number);
  }

  /** The name that the chain gives itself. */
  async chainName(): Promise<string> {
    const name = await this.request("system_chain", []);
    if (typeof name !== "string" || name.length > 200) throw new ChainError("node-reply", "system_chain", "expected a short name", name);
    return name;
  }

  /** The runtime in the state at a block: the one that executes the next. chain-reading.md 1 */
  version(hash: string): Promise<RuntimeVersion> {
    let version = this.versions.get(hash);
    if (version === undefined) this.versions.set(hash, (version = this.askVersion(hash)));
    return version;
  }

  private async askVersion(hash: string): Promise<RuntimeVersion> {
    const found = await this.request("state_getRuntimeVersion", [hash]);
    const { specVersion: spec, specName: name } = Object(found) as { specVersion?: unknown; specName?: unknown };
    if (typeof spec !== "number" || spec >>> 0 !== spec || typeof name !== "string")
      throw new ChainError("node-reply", `state_getRuntimeVersion ${hash}`, "expected specVersion and specName", found);
    return { spec, name };
  }

  async metadata(hash: string): Promise<string> {
    return this.hex(() => `state_getMetadata ${hash}`, await this.request("state_getMetadata", [hash]));
  }

  /** The bytes of a runtime call's answer. */
  async call(name: string, argument: string, hash: string): Promise<string> {
    return this.hex(() => `state_call ${name}`, await this.request("state_call", [name, argument, hash]));
  }

  /**
   * The values of so many keys, in their order; null where there is none.
   * @param nameOf what an error calls a key
   */
  async storage(keys: readonly string[], hash: string, nameOf: (i: number) => string): Promise<(string | null)[]> {
    const different = [...new Set(keys)];
    const values = new Map<string, string | null>();
    const calls: Promise<void>[] = [];
    for (let start = 0; start < different.length; start += KEYS_A_CALL)
      calls.push(this.storageOf(different.slice(start, start + KEYS_A_CALL), hash, values, (key) => nameOf(keys.indexOf(key))));
    await Promise.all(calls);
    return keys.map((key) => values.get(key)!);
  }

  private async storageOf(
    keys: readonly string[],
    hash: string,
    into: Map<string, string | null>,
    nameOf: (key: string) => string,
  ): Promise<void> {
    const asked = `state_queryStorageAt ${hash}`;
    const reply = await this.request("state_queryStorageAt", [keys, hash]);
    this.cost.keys += keys.length;
    if (!Array.isArray(reply)) throw new ChainError("node-reply", asked, "expected a list of changes", reply);
    const wanted = new Set(keys);
    for (const { block, changes } of reply.map((set) => Object(set) as { block?: unknown; changes?: unknown })) {
      if (block !== hash || !Array.isArray(changes)) throw new ChainError("node-reply", asked, "expected the changes of that block", block);
      for (const pair of changes) {
        if (!Array.isArray(pair) || pair.length !== 2)
          throw new ChainError("node-reply", asked, "expected pairs of a key and a value", pair);
        const [key, value] = pair as [unknown, unknown];
        if (typeof key !== "string" || !wanted.has(key))
          throw new ChainError("node-reply", asked, "expected the keys that were asked for", key);
        const named = () => `${nameOf(key)} (${key})`;
        const found = value === null ? null : this.hex(named, value);
        if (into.has(key) && into.get(key) !== found)
          throw new ChainError("node-reply", named(), "expected one value, and there is another", found ?? "null");
        into.set(key, found);
      }
    }
    const missing = keys.find((key) => !into.has(key));
    if (missing !== undefined) throw new ChainError("node-reply", `${nameOf(missing)} (${missing})`, "expected a value or null", "nothing");
  }

  /** All keys that begin so, in their order. */
  async keysBelow(prefix: string, hash: string, name: string): Promise<string[]> {
    const keys: string[] = [];
    for (;;) {
      const asked = `state_getKeysPaged ${name}`;
      const page = await this.request("state_getKeysPaged", [prefix, KEYS_A_CALL, keys.at(-1) ?? null, hash]);
      if (!Array.isArray(page) || page.length > KEYS_A_CALL)
        throw new ChainError("node-reply", asked, `expected at most ${KEYS_A_CALL} keys`, page);
      for (const key of page) {
        // One that does not ascend would go on forever.
        if (!isHex(key) || !key.startsWith(prefix) || key <= (keys.at(-1) ?? "") || key.length > prefix.length + 2 * MOST_PART_BYTES)
          throw new ChainError("node-reply", asked, `expected ascending keys that begin with ${prefix}`, key);
        keys.push(key);
      }
      this.cost.keys += page.length;
      if (page.length < KEYS_A_CALL) return keys;
      if (keys.length > MOST_KEYS) throw new ChainError("node-reply", asked, `expected at most ${MOST_KEYS} keys`, "more");
    }
  }
}

/** What a transport of the caller's own has thrown. */
function asChainError(asked: string, error: unknown): ChainError {
  const { code, status } = Object(error) as { code?: unknown; status?: unknown };
  // A host's own exceptions have numbers too, which are no node's.
  if (typeof code === "number" && !isHostException(error)) return refusal(asked, error);
  if (status === 429 || (typeof status === "number" && status >= 500)) return new ChainError("node-busy", asked, `status ${status}`, error);
  return new ChainError("node-unreachable", asked, "the transport failed", error instanceof Error ? error.message : error);
}

function isHostException(error: unknown): boolean {
  return Object.prototype.toString.call(error) === "[object DOMException]";
}
