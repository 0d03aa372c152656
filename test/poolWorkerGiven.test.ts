/** `createPool({ worker })`: workers of the caller's, right and wrong ones. */
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { version } from "../package.json";
import { loadYumaSync } from "../bindings/index.js";
import type { Pool, PoolOptions } from "../bindings/pool/index.js";
import { denseState } from "../bindings/verify/recipe.js";

const { createPool, EpochInputError, WorkerLostError } = (await import(
  new URL("../dist/pool/index.js", import.meta.url).href
)) as typeof import("../bindings/pool/index.js");

const SCRIPT = new URL("../dist/pool/worker.js", import.meta.url);
const state = denseState({ n: 8, validators: 8, seed: 1n, bondsPenalty: 65_535, yuma3: false, liquidAlpha: false });
const { digest } = loadYumaSync().epoch(state, { digest: true });

const pools: Pool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

async function poolOf(options: PoolOptions): Promise<Pool> {
  const pool = await createPool(options);
  pools.push(pool);
  return pool;
}

const digestsOf = (pool: Pool) => Promise.all([1, 2, 3].map(async () => (await pool.epoch(state, { digest: true })).digest));
const threadOf = (script: string) => new Worker(script, { eval: true });
const failureOf = (options: object) =>
  poolOf(options).then(
    () => expect.unreachable("it was made"),
    (error) => error,
  );

describe("the workers given to a pool", () => {
  it.each<[string, () => PoolOptions["worker"]]>([
    ["a URL", () => SCRIPT],
    ["a path", () => SCRIPT.pathname],
    ["a function", () => () => new Worker(SCRIPT)],
  ])("are of the script at an address, or made by a function: %s", async (_, worker) => {
    const pool = await poolOf({ size: 2, worker: worker() });
    expect(pool.size).toBe(2);
    expect(await digestsOf(pool)).toEqual([digest, digest, digest]);
  });

  it("are one where it is one", async () => {
    const pool = await poolOf({ worker: new Worker(SCRIPT) });
    expect(pool.size).toBe(1);
    expect(await digestsOf(pool)).toEqual([digest, digest, digest]);
    expect((await poolOf({ worker: new Worker(SCRIPT), size: 1, backend: "wasm-scalar" })).backend).toBe("wasm-scalar");
  });

  it.each([["ref"], ["unref"], ["ref", "unref"]])("may be without %s %s", async (...names) => {
    const thread = new Worker(SCRIPT);
    const kept = (["postMessage", "terminate", "on", "ref", "unref"] as const).filter((name) => !names.includes(name));
    const worker = Object.fromEntries(kept.map((name) => [name, (thread[name] as () => unknown).bind(thread)])) as unknown as Worker;
    const pool = await poolOf({ worker });
    expect(await digestsOf(pool)).toEqual([digest, digest, digest]);
  });

  it("are ended with the pool", async () => {
    const worker = new Worker(SCRIPT);
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    await (await poolOf({ worker })).close();
    await ended;
  });
});

describe("the pool refuses", () => {
  it.each([5, null, {}, { postMessage() {} }, []])("what gives no worker: %j", async (worker) => {
    const error = await failureOf({ worker });
    expect(error).toBeInstanceOf(EpochInputError);
    expect(error).toMatchObject({ path: "options.worker", expected: "an address, a Worker, or a function that makes one" });
  });

  it("one worker for a pool of several", async () => {
    const worker = new Worker(SCRIPT);
    expect(await failureOf({ worker, size: 2 })).toMatchObject({ name: "EpochInputError", path: "options.size" });
    await worker.terminate();
  });

  it("a function that makes none", async () => {
    expect(await failureOf({ worker: () => undefined })).toMatchObject({ name: "EpochInputError", path: "options.worker" });
  });

  it("a function that makes one only later, which is ended", async () => {
    const worker = new Worker(SCRIPT);
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    const message = "options.worker: expected a function that makes a Worker, got";
    expect(await failureOf({ worker: async () => worker })).toMatchObject({
      name: "EpochInputError",
      message: expect.stringContaining(message),
    });
    await ended;
    expect(await failureOf({ worker: () => Promise.reject(new Error("none")) })).toMatchObject({
      name: "EpochInputError",
      message: expect.stringContaining(message),
    });
    expect(await failureOf({ worker: async () => 5 })).toMatchObject({ name: "EpochInputError" });
  });

  it("a worker that is or was in another pool", async () => {
    const worker = new Worker(SCRIPT);
    const pool = await poolOf({ worker });
    const again = /^the worker was lost that was asked for its first answer \(a Worker is for one pool and once/;
    expect(await failureOf({ worker })).toMatchObject({ name: "WorkerLostError", message: expect.stringMatching(again) });
    expect(await digestsOf(pool)).toEqual([digest, digest, digest]);
    await worker.terminate();
    await expect(pool.epoch(state)).rejects.toMatchObject({
      name: "WorkerLostError",
      message: expect.stringContaining("a function has to make a new one each time"),
    });
  });
});

describe("a worker that is not this package's", () => {
  const parent = 'const { parentPort } = require("node:worker_threads");';
  const older = JSON.stringify({ result: null });
  it.each([
    ["cannot be loaded", () => new Worker(new URL("missing.js", SCRIPT)), /Cannot find module/],
    ["is a path that is none", "missing.js", /missing\.js/],
    ["ends", () => threadOf("process.exit(3)"), /exit code 3/],
    ["fails", () => threadOf('throw new Error("broken")'), /broken/],
    [
      "says something else",
      () => threadOf(`${parent} parentPort.postMessage("ready");`),
      /it says what yuma-consensus\/pool\/worker never says/,
    ],
    [
      "is of another version",
      () => threadOf(`${parent} parentPort.on("message", () => parentPort.postMessage(${older}));`),
      new RegExp(`it is not the worker of version ${version}`),
    ],
    [
      "is thrown by its function",
      () => {
        throw new Error("no more threads");
      },
      /no more threads/,
    ],
  ] as const)("%s: said by a WorkerLostError that names it", async (_, worker, message) => {
    const error = await failureOf({ worker });
    expect(error).toBeInstanceOf(WorkerLostError);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(
      /put yuma-consensus\/pool\/worker beside the bundle as worker\.js, or name it by createPool\(\{ worker \}\)$/,
    );
  });

  it("says nothing: the same, after a time that can be set", async () => {
    const worker = threadOf(`${parent} parentPort.on("message", () => {});`);
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    const error = await failureOf({ worker, timeoutMilliseconds: 100 });
    expect(error).toBeInstanceOf(WorkerLostError);
    expect(error.message).toMatch(/\(no answer within 100 ms \(timeoutMilliseconds\)\); where the pool is bundled, put/);
    await ended;
  });
});
