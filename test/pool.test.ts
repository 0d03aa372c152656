import { deepStrictEqual } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { loadYumaSync } from "../bindings/index.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import type { Pool, PoolOptions } from "../bindings/pool/index.js";
import type { StateChanges, SubnetState } from "../bindings/types.js";
import { denseState } from "../bindings/verify/recipe.js";
import { holdAnswers, releaseAnswers, threadsStarted } from "./poolWorkers.js";
import { hostileState, hostileSubnet, plainState, rowsOf } from "../bindings/testing/index.js";

// Workers are started from the package as it is built.
const { createPool, EpochInputError, EpochSizeError, PoolClosedError, WorkerLostError } = (await import(
  new URL("../dist/pool/index.js", import.meta.url).href
)) as typeof import("../bindings/pool/index.js");

const ALL = { trace: true, digest: true };
const yuma = loadYumaSync();

const pools: Pool[] = [];

/** Whether the host lets threads share memory. */
let shares = true;

async function poolOf(size: number, options: PoolOptions = {}): Promise<Pool> {
  if (!shares) vi.stubGlobal("SharedArrayBuffer", undefined);
  const pool = await createPool({ size, ...options }).finally(() => vi.unstubAllGlobals());
  pools.push(pool);
  return pool;
}

// Node warns where more than ten listen to one signal.
const warnings: Error[] = [];
process.on("warning", (warning) => warnings.push(warning));

afterEach(async () => {
  releaseAnswers();
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  threadsStarted.length = 0;
  // Taken out, or one test's would fail those after it.
  expect(warnings.splice(0)).toEqual([]);
});

function dense(n: number, seed = 1n): SubnetState {
  return denseState({ n, validators: n, seed, bondsPenalty: 65_535, yuma3: false, liquidAlpha: false });
}

const small = dense(8);
const large = dense(100);

/** What the promise is rejected with; that it is not is thrown where it is awaited, however late. */
function failureOf(promise: Promise<unknown>): Promise<Error & { path?: string }> {
  const failure = promise.then(
    () => expect.unreachable("it was fulfilled"),
    (error) => error,
  );
  failure.catch(() => {});
  return failure;
}

async function toArray<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe.each([
  ["memory that is shared", true],
  ["memory that is handed over", false],
])("by %s", (_, sharesHere) => {
  beforeAll(() => {
    shares = sharesHere;
    return () => (shares = true);
  });

  describe("the pool's epochs", () => {
    const states = [
      ...fc.sample(hostileState(), { seed: 475, numRuns: 150 }),
      ...fc.sample(plainState(), { seed: 475, numRuns: 100 }),
      ...[0, 100, 1, 64, 2, 33].map((n) => dense(n)),
      ...fc.sample(hostileState(), { seed: 476, numRuns: 50 }),
    ];
    const expected = states.map((state) => yuma.epoch(state, ALL));
    // Of so many entries Vitest's own comparison takes seconds.
    const expectAll = (results: unknown) => deepStrictEqual(results, expected);

    it.each(["wasm", "wasm-scalar"] as const)("are those of one thread to the last bit and in their order, on %s", async (backend) => {
      const pool = await poolOf(3, { backend });
      expect(pool.backend).toBe(backend);
      expectAll(await toArray(pool.epochs(states, ALL)));
      expect(threadsStarted).toHaveLength(3);
    });

    it("are the same from an asynchronous source, and one by one", async () => {
      const pool = await poolOf(2);
      async function* source() {
        for (const state of states) {
          await null;
          yield state;
        }
      }
      const digests = expected.map(({ digest }) => digest);
      expect((await toArray(pool.epochs(source(), { digest: true }))).map(({ digest }) => digest)).toEqual(digests);
      expectAll(await Promise.all(states.map((state) => pool.epoch(state, ALL))));
    });

    it("of subnets with several mechanisms are the same too", async () => {
      const pool = await poolOf(2);
      const subnets = fc.sample(hostileSubnet(), { seed: 475, numRuns: 150 });
      const results = await Promise.all(subnets.map((subnet) => pool.subnetEpoch(subnet, { trace: true })));
      expect(results).toEqual(subnets.map((subnet) => yuma.subnetEpoch(subnet, { trace: true })));
      expect(await pool.subnetEpoch(subnets[0]!)).toEqual(yuma.subnetEpoch(subnets[0]!));
    });

    it("of no states are none", async () => {
      expect(await toArray((await poolOf(1)).epochs([]))).toEqual([]);
    });

    it("leave the caller's arrays alone, and take them as they were at the call", async () => {
      const pool = await poolOf(1);
      const before = structuredClone(small);
      const { digest } = await pool.epoch(small, { digest: true });
      expect(small).toEqual(before);

      const state = structuredClone(small);
      const results = Promise.all([pool.epoch(state, { digest: true }), pool.epoch(state, { digest: true })]);
      for (const array of [state.alphaStake, state.lastUpdate]) array.fill(0n);
      for (const array of [state.weights.values, state.validatorPermits]) array.fill(0);
      expect((await results).map((result) => result.digest)).toEqual([digest, digest]);
    });

    it("take arrays that are parts of larger ones, shared, or Node's buffers", async () => {
      const pool = await poolOf(1);
      const part = new BigUint64Array(1_000).subarray(7, 7 + small.n);
      part.set(small.alphaStake);
      const shared = new BigUint64Array(new SharedArrayBuffer(8 * small.n));
      shared.set(small.taoStake);
      const state = { ...small, alphaStake: part, taoStake: shared, validatorPermits: Buffer.from(small.validatorPermits) };
      expect(await pool.epoch(state)).toEqual(yuma.epoch(small));
      expect(part.buffer.byteLength).toBe(8_000);
      expect(state.validatorPermits).toHaveLength(small.n);
    });

    it("go over in memory of the kind that the host allows, and come back in the caller's own", async () => {
      const pool = await poolOf(2);
      const results = await toArray(pool.epochs(states));
      const memories = threadsStarted.flatMap((thread) => thread.memories);
      expect(memories).toHaveLength(states.length);
      for (const memory of memories) expect(memory instanceof SharedArrayBuffer).toBe(shares);
      for (const { emission } of results) expect(emission.buffer).toBeInstanceOf(ArrayBuffer);
    });

    it("start workers as they are needed, never more than the size", async () => {
      const pool = await poolOf(3);
      expect(threadsStarted).toHaveLength(1);
      await pool.epoch(small);
      expect(threadsStarted).toHaveLength(1);
      await Promise.all(Array.from({ length: 2 }, () => pool.epoch(small)));
      expect(threadsStarted).toHaveLength(2);
      await Promise.all(Array.from({ length: 9 }, () => pool.epoch(small)));
      expect(threadsStarted).toHaveLength(3);
    });

    it("pull two states a worker ahead of what was taken, and no more", async () => {
      const size = 2;
      const pool = await poolOf(size);
      const counts = { pulled: 0, taken: 0, ahead: 0 };
      function* source() {
        for (const state of states) {
          counts.pulled++;
          counts.ahead = Math.max(counts.ahead, counts.pulled - counts.taken);
          yield state;
        }
      }
      for await (const _ of pool.epochs(source())) counts.taken++;
      expect(counts).toEqual({ pulled: states.length, taken: states.length, ahead: 2 * size });
    });
  });

  describe("a resident state's epochs", () => {
    /** Of every kind of field, and each time others. */
    function changesOf(state: SubnetState, draw: number): StateChanges {
      const all: StateChanges[] = [
        { kappa: (draw * 7_919) % 65_536, bondsPenalty: (draw * 104_729) % 65_536 },
        { currentBlock: state.currentBlock / 2n, raoEmission: BigInt(draw) * 10n ** 9n },
        { alphaStake: state.alphaStake.slice().reverse(), lastYumaStepBlock: null },
        { weights: state.bonds },
        { bonds: rowsOf(Array(state.n).fill([])), previousConsensus: new Uint16Array(state.n).fill(draw) },
        { liquidAlpha: !state.liquidAlpha, yuma3: true, ownerUid: 0 },
      ];
      return Object.assign({}, ...all.filter((_, i) => (draw >> i) & 1)) as StateChanges;
    }
    const draws = Array.from({ length: 64 }, (_, draw) => (draw * 29) % 64);
    const state = dense(33);
    const sweep = draws.map((draw) => changesOf(state, draw));
    const expected = sweep.map((changes) => yuma.epoch({ ...state, ...changes }, ALL));

    it("are those of the state with the changes to the last bit and in their order, and it goes to each worker once", async () => {
      const pool = await poolOf(3);
      const resident = pool.resident(state);
      expect(resident.n).toBe(33);
      deepStrictEqual(await toArray(resident.epochs(sweep, ALL)), expected);
      deepStrictEqual(await Promise.all(sweep.map((changes) => resident.epoch(changes, ALL))), expected);
      expect(await resident.epoch()).toEqual(yuma.epoch(state));
      expect(threadsStarted.map(({ memories }) => memories.map((memory) => memory instanceof SharedArrayBuffer))).toEqual([
        [shares],
        [shares],
        [shares],
      ]);
    });

    it("are the same of hostile states, among each other and among plain epochs", async () => {
      const pool = await poolOf(2);
      const hostile = fc.sample(hostileState(), { seed: 477, numRuns: 40 });
      const residents = hostile.map((one) => pool.resident(one));
      const runs = hostile.flatMap((one, i) =>
        [1, 6, 33].map(async (draw) => {
          const changes = changesOf(one, draw);
          deepStrictEqual(await residents[i]!.epoch(changes, ALL), yuma.epoch({ ...one, ...changes }, ALL));
          deepStrictEqual(await pool.epoch(one, ALL), yuma.epoch(one, ALL));
        }),
      );
      await Promise.all(runs);
    });

    it("give what is asked for alone", async () => {
      const resident = (await poolOf(1)).resident(state);
      const { dividends, digest } = yuma.epoch({ ...state, kappa: 1 }, { digest: true });
      expect(await resident.epoch({ kappa: 1 }, { outputs: ["dividends"] })).toEqual({ dividends });
      expect(await toArray(resident.epochs([{ kappa: 1 }], { outputs: [], digest: true }))).toEqual([{ digest }]);
    });

    it("take state and changes as they were at the call", async () => {
      const pool = await poolOf(1);
      const mine = structuredClone(state);
      const resident = pool.resident(mine);
      mine.alphaStake.fill(0n);
      mine.weights.values.fill(0);
      const changes = { taoStake: state.alphaStake.slice() };
      const results = Promise.all([resident.epoch(changes), resident.epoch(changes)]);
      changes.taoStake.fill(0n);
      const expected = yuma.epoch({ ...state, taoStake: state.alphaStake });
      expect(await results).toEqual([expected, expected]);
    });

    it("go on where one does not fit, as if that one had not been", async () => {
      const entries = new Uint16Array(77_000_000);
      const starts = Uint32Array.from({ length: small.n + 1 }, (_, i) => (i === 0 ? 0 : entries.length));
      const liquid = { bonds: rowsOf(Array(small.n).fill([])), bondsPenalty: 1, yuma3: true, liquidAlpha: true };
      const resident = (await poolOf(1)).resident(small);
      const tooMany = failureOf(resident.epoch({ ...liquid, weights: { starts, uids: entries, values: entries } }));
      const next = resident.epoch({ kappa: 1 });
      expect(await tooMany).toBeInstanceOf(EpochSizeError);
      expect(await next).toEqual(yuma.epoch({ ...small, kappa: 1 }));
    });

    it("are refused by the change that is wrong, each in its turn", async () => {
      const pool = await poolOf(1);
      expect(() => pool.resident({ ...small, kappa: -1 })).toThrow("kappa: expected a u16, got -1");
      const resident = pool.resident(small);
      const { posts } = threadsStarted[0]!;
      expect(await failureOf(resident.epoch({ kappa: 70_000 }))).toMatchObject({ path: "kappa", expected: "a u16" });
      expect(await failureOf(resident.epoch({ n: 9 } as never))).toMatchObject({ path: "n" });
      expect(await failureOf(resident.epoch({ kapa: 1 } as never))).toMatchObject({ path: "kapa", nearest: "kappa" });
      expect(await failureOf(resident.epoch(null as never))).toMatchObject({ path: "fields", expected: "an object" });
      expect(await failureOf(resident.epoch({}, { outputs: ["emissions" as never] }))).toMatchObject({ path: "options.outputs[0]" });
      expect(await failureOf(resident.epoch({}, { views: true } as never))).toMatchObject({ path: "options.views" });
      expect(threadsStarted[0]!.posts).toBe(posts);
      for (const [change, path] of [
        [{ alphaSigmoidSteepness: 40_000 }, "changes[1].alphaSigmoidSteepness"],
        [{ taoStake: new BigUint64Array(3) }, "changes[1].taoStake"],
        [{ weights: { ...small.weights, starts: new Uint32Array(9).fill(1) } }, "changes[1].weights.starts[0]"],
        ["kappa", "changes[1]"],
      ] as const) {
        const results = resident.epochs([{}, change as never, {}]);
        expect((await results.next()).value).toEqual(yuma.epoch(small));
        const error = await failureOf(results.next());
        expect(error).toBeInstanceOf(EpochInputError);
        expect(error.path).toBe(path);
      }
      for (const changes of [{}, "", null])
        expect(() => resident.epochs(changes as never)).toThrow("changes: expected an iterable or async iterable of changes");
    });

    it("go on after a worker's death, which rejects what it ran, and end with the pool", async () => {
      const pool = await poolOf(1);
      const resident = pool.resident(large);
      expect(await resident.epoch()).toEqual(yuma.epoch(large));
      holdAnswers();
      const outcomes = Promise.all([failureOf(resident.epoch({ kappa: 1 })), resident.epoch({ kappa: 2 })]);
      await threadsStarted[0]!.terminate();
      releaseAnswers();
      const [error, result] = await outcomes;
      expect(error).toMatchObject({ code: "worker-lost", cause: new Error("exit code 1") });
      expect(error.message).toBe("the worker was lost that was asked for an epoch of 100 uids (exit code 1)");
      expect(result).toEqual(yuma.epoch({ ...large, kappa: 2 }));
      const pending = failureOf(resident.epoch());
      await pool.close();
      expect(await pending).toBeInstanceOf(PoolClosedError);
      expect(await failureOf(resident.epoch())).toBeInstanceOf(PoolClosedError);
      expect(await failureOf(toArray(resident.epochs([{}])))).toMatchObject({ code: "pool-closed", path: "changes[0]" });
    });

    it("that are aborted never start", async () => {
      const resident = (await poolOf(1)).resident(large);
      const { posts } = threadsStarted[0]!;
      const controller = new AbortController();
      const calls = [1, 2, 3].map((kappa) => failureOf(resident.epoch({ kappa }, { signal: controller.signal })));
      controller.abort("enough");
      expect(await Promise.all(calls)).toEqual(["enough", "enough", "enough"]);
      expect(await resident.epoch()).toEqual(yuma.epoch(large));
      expect(threadsStarted[0]!.posts).toBe(posts + 2);
    });
  });

  describe("what the pool refuses", () => {
    it("is refused before anything is sent, with the core's own errors", async () => {
      const pool = await poolOf(1);
      const { posts } = threadsStarted[0]!;
      const error = await failureOf(pool.epoch({ ...small, kappa: 70_000 }));
      expect(error).toBeInstanceOf(EpochInputError);
      expect({ ...error, message: error.message }).toEqual({
        name: "EpochInputError",
        code: "invalid-input",
        path: "kappa",
        expected: "a u16",
        got: "70000",
        nearest: null,
        message: "kappa: expected a u16, got 70000",
      });
      expect(await failureOf(pool.subnetEpoch({} as never))).toMatchObject({ path: "epochConsensus" });
      expect(threadsStarted[0]!.posts).toBe(posts);
    });

    it("is named by its index among others, after everything before it", async () => {
      const pool = await poolOf(2);
      let pulled = 0;
      function* source() {
        for (const state of [small, small, { ...small, weights: { ...small.weights, starts: new Uint32Array(3) } }, small]) {
          pulled++;
          yield state;
        }
      }
      const results = pool.epochs(source(), { digest: true });
      const { digest } = yuma.epoch(small, { digest: true });
      expect([(await results.next()).value!.digest, (await results.next()).value!.digest]).toEqual([digest, digest]);
      const error = await failureOf(results.next());
      expect(error).toBeInstanceOf(EpochInputError);
      expect(error.path).toBe("states[2].weights.starts");
      expect(pulled).toBe(3);
      expect(await failureOf(toArray(pool.epochs([null as never])))).toMatchObject({ path: "states[0]", expected: "an object" });
    });

    it("in a worker comes back as the same error, with the same fields", async () => {
      const entries = new Uint16Array(77_000_000);
      const weights = {
        starts: Uint32Array.from({ length: small.n + 1 }, (_, i) => (i === 0 ? 0 : entries.length)),
        uids: entries,
        values: entries,
      };
      const state = { ...small, weights, bonds: rowsOf(Array(small.n).fill([])), bondsPenalty: 1, yuma3: true, liquidAlpha: true };
      const message = /^an epoch of 8 uids with 77000000 weights and 0 bonds does not fit/;
      const pool = await poolOf(1);
      const error = await failureOf(pool.epoch(state));
      expect(error).toBeInstanceOf(EpochSizeError);
      expect({ ...error }).toEqual({ name: "EpochSizeError", code: "too-large", path: "" });
      expect(error.message).toMatch(message);
      expect(error.stack).toContain(error.message);

      const results = pool.epochs([small, state]);
      expect((await results.next()).value).toEqual(yuma.epoch(small));
      const second = await failureOf(results.next());
      expect(second).toBeInstanceOf(EpochSizeError);
      expect({ ...second }).toEqual({ name: "EpochSizeError", code: "too-large", path: "states[1]" });
      expect(second.message).toBe(`states[1]: ${error.message}`);
      expect(second.stack).toContain(second.message);
      expect(threadsStarted).toHaveLength(1);
    });

    it.each([
      ["options.size", { size: 0 }],
      ["options.size", { size: 1.5 }],
      ["options.size", { size: 1_025 }],
      ["options.backend", { backend: "reference" }],
      ["options.timeoutMilliseconds", { timeoutMilliseconds: 0 }],
      ["options.timeoutMilliseconds", { timeoutMilliseconds: 2 ** 31 }],
      ["options.worker", { worker: 1 }],
      ["options.workers", { workers: 2 }],
      ["options", null],
    ])("is a bad %s of the pool: %j", async (path, options) => {
      const error = await failureOf(createPool(options as never));
      expect(error).toBeInstanceOf(EpochInputError);
      expect(error.path).toBe(path);
      expect(threadsStarted).toHaveLength(0);
    });

    it("is a bad option of a call, and what cannot be iterated", async () => {
      const pool = await poolOf(1);
      expect(await failureOf(pool.epoch(small, { signal: {} as never }))).toMatchObject({
        path: "options.signal",
        expected: "an AbortSignal",
      });
      expect(await failureOf(pool.epoch(small, { trace: 1 as never }))).toMatchObject({ path: "options.trace" });
      expect(await failureOf(pool.subnetEpoch({} as never, { digest: true } as never))).toMatchObject({ path: "options.digest" });
      expect(() => pool.epochs([], { limit: 1 } as never)).toThrow("options.limit: expected one of the options trace, digest, signal");
      for (const states of [small, "", null])
        expect(() => pool.epochs(states as never)).toThrow("states: expected an iterable or async iterable of states");
      expect(() => pool.epochs(undefined as never)).toThrow(EpochInputError);
    });
  });

  describe("a signal", () => {
    const none: [string, unknown][] = [
      ["a controller", new AbortController()],
      ["a target of events", new EventTarget()],
      ["a flag", true],
      ["a text", "abort"],
      ["null", null],
      ["one that cannot be listened to", { aborted: false, reason: undefined }],
      ["one that cannot be left", { aborted: false, addEventListener() {} }],
      ["one that says neither yes nor no", Object.assign(new EventTarget(), { aborted: 0 })],
    ];

    it.each(none)("that is none is refused: %s", async (_, signal) => {
      const pool = await poolOf(1);
      const subnet = fc.sample(hostileSubnet(), { seed: 475, numRuns: 1 })[0]!;
      const refused = { name: "EpochInputError", path: "options.signal", expected: "an AbortSignal" };
      expect(await failureOf(pool.epoch(small, { signal: signal as never }))).toMatchObject(refused);
      expect(await failureOf(pool.subnetEpoch(subnet, { signal: signal as never }))).toMatchObject(refused);
      expect(() => pool.epochs([small], { signal: signal as never })).toThrow("options.signal: expected an AbortSignal");
    });

    it("of another realm is taken", async () => {
      const pool = await poolOf(1);
      const controller = runInNewContext(`{
      const listeners = new Set();
      const signal = {
        aborted: false,
        addEventListener: (_, listener) => listeners.add(listener),
        removeEventListener: (_, listener) => listeners.delete(listener),
      };
      const abort = (reason) => {
        Object.assign(signal, { aborted: true, reason });
        listeners.forEach((listener) => listener());
      };
      ({ signal, abort, listeners });
    }`) as { signal: AbortSignal; abort(reason: unknown): void; listeners: Set<unknown> };
      const running = failureOf(pool.epoch(large, { signal: controller.signal }));
      controller.abort("enough");
      expect(await running).toBe("enough");
      expect(controller.listeners.size).toBe(0);
      expect(await failureOf(pool.epoch(small, { signal: controller.signal }))).toBe("enough");
    });
  });

  describe("an abort", () => {
    it("before the call rejects it, and nothing is sent", async () => {
      const pool = await poolOf(1);
      const { posts } = threadsStarted[0]!;
      const signal = AbortSignal.abort("before");
      await expect(pool.epoch(small, { signal })).rejects.toBe("before");
      await expect(pool.epochs([small], { signal }).next()).rejects.toBe("before");
      expect(threadsStarted[0]!.posts).toBe(posts);
    });

    it("rejects the running and the queued with its reason; the queued never start, and the pool goes on", async () => {
      const pool = await poolOf(1);
      const { posts } = threadsStarted[0]!;
      const controller = new AbortController();
      const calls = Array.from({ length: 20 }, () => failureOf(pool.epoch(large, { signal: controller.signal })));
      const other = pool.epoch(small);
      const reason = new Error("enough");
      // In the turn of the calls, so before any answer can be heard.
      controller.abort(reason);
      const [result, ...failures] = await Promise.all([other, ...calls]);
      expect(failures).toEqual(Array(20).fill(reason));
      expect(result).toEqual(yuma.epoch(small));
      expect(threadsStarted[0]!.posts).toBe(posts + 2);
      expect(threadsStarted).toHaveLength(1);
    });

    it("after the result changes nothing", async () => {
      const pool = await poolOf(1);
      const controller = new AbortController();
      const result = await pool.epoch(small, { signal: controller.signal });
      controller.abort();
      expect(result).toEqual(yuma.epoch(small));
      expect(await pool.epoch(small)).toEqual(result);
    });

    it("ends an iteration at once", async () => {
      const pool = await poolOf(6);
      const controller = new AbortController();
      const results = pool.epochs(Array(100).fill(small), { signal: controller.signal });
      await results.next();
      controller.abort();
      expect((await failureOf(results.next())).name).toBe("AbortError");
      expect(await results.next()).toEqual({ done: true, value: undefined });
      expect(await pool.epoch(small)).toEqual(yuma.epoch(small));
    });
  });

  describe("a consumer that leaves", () => {
    it("closes the source and takes back what has not started", async () => {
      const pool = await poolOf(1);
      const { posts } = threadsStarted[0]!;
      let closed = false;
      function* source() {
        try {
          for (;;) yield small;
        } finally {
          closed = true;
        }
      }
      for await (const _ of pool.epochs(source())) break;
      expect(closed).toBe(true);
      expect(await pool.epoch(small)).toEqual(yuma.epoch(small));
      // The first, the one that ran meanwhile, and the last.
      expect(threadsStarted[0]!.posts).toBe(posts + 3);
    });
  });

  describe("a worker that dies", () => {
    it("rejects what it ran and nothing else, and is replaced", async () => {
      const pool = await poolOf(1);
      holdAnswers();
      const outcomes = Promise.all([failureOf(pool.epoch(large)), pool.epoch(small)]);
      await threadsStarted[0]!.terminate();
      releaseAnswers();
      const [error, result] = await outcomes;
      expect(error).toBeInstanceOf(WorkerLostError);
      expect(error).toMatchObject({ name: "WorkerLostError", code: "worker-lost", path: "", cause: new Error("exit code 1") });
      expect(error.message).toBe("the worker was lost that was asked for an epoch of 100 uids (exit code 1)");
      expect(result).toEqual(yuma.epoch(small));
      expect(threadsStarted).toHaveLength(2);
    });

    it("is named by the state that it ran, after everything before it", async () => {
      const pool = await poolOf(2);
      holdAnswers();
      const results = pool.epochs([small, large, small]);
      const first = results.next();
      await new Promise(setImmediate);
      await threadsStarted[1]!.terminate();
      releaseAnswers();
      expect((await first).value).toEqual(yuma.epoch(small));
      expect(await failureOf(results.next())).toMatchObject({ code: "worker-lost", path: "states[1]" });
    });

    it("by an error says which", async () => {
      const pool = await poolOf(1);
      const running = pool.subnetEpoch(
        fc.sample(
          hostileSubnet().filter(({ n }) => n === 3),
          { seed: 475, numRuns: 1 },
        )[0]!,
      );
      const cause = new Error("out of memory");
      threadsStarted[0]!.emit("error", cause);
      expect(await failureOf(running)).toMatchObject({
        cause,
        message: "the worker was lost that was asked for the epoch of a subnet of 3 uids (out of memory)",
      });
      await threadsStarted[0]!.ended;
    });

    it("idle is replaced when it is needed", async () => {
      const pool = await poolOf(1);
      await threadsStarted[0]!.terminate();
      expect(await pool.epoch(small)).toEqual(yuma.epoch(small));
      expect(threadsStarted).toHaveLength(2);
    });
  });

  describe("close", () => {
    it("ends every worker and rejects what is pending, and what comes after", async () => {
      const pool = await poolOf(2);
      holdAnswers();
      const results = pool.epochs([large, large, large, large, large]);
      const pending = [pool.epoch(large), pool.epoch(large), pool.epoch(large), results.next()].map(failureOf);
      await new Promise(setImmediate);
      const closed = pool.close();
      expect(pool.close()).toBe(closed);
      for (const error of await Promise.all(pending)) expect(error).toBeInstanceOf(PoolClosedError);
      expect(await pending[0]).toMatchObject({ name: "PoolClosedError", code: "pool-closed", path: "", message: "the pool is closed" });
      expect(await pending[3]).toMatchObject({ path: "states[0]" });
      await closed;
      await Promise.all(threadsStarted.map(({ ended }) => ended));
      expect(await failureOf(pool.epoch(small))).toBeInstanceOf(PoolClosedError);
      expect(await failureOf(pool.subnetEpoch(fc.sample(hostileSubnet(), 1)[0]!))).toBeInstanceOf(PoolClosedError);
      expect(await failureOf(toArray(pool.epochs([small])))).toMatchObject({ code: "pool-closed", path: "states[0]" });
    });

    it("is what disposes of the pool", async () => {
      const pool = await poolOf(1);
      await pool[Symbol.asyncDispose]();
      expect(await failureOf(pool.epoch(small))).toBeInstanceOf(PoolClosedError);
      await threadsStarted[0]!.ended;
    });
  });
});

describe("in a process of its own, the pool", () => {
  const folder = mkdtempSync(join(tmpdir(), "yuma-pool-"));
  const path = join(folder, "state.json");
  writeFileSync(path, JSON.stringify(toJson(small)));
  afterAll(() => rmSync(folder, { recursive: true }));

  const { digest } = yuma.epoch(small, { digest: true });

  /** What a script writes whose process ends by itself. */
  function run(script: string, ...options: string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...options, "--input-type=module", "-e", script], {
      encoding: "utf8",
      timeout: 120_000,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return stdout.trim();
  }

  const READ = `
    import { readFileSync } from "node:fs";
    import { fromJson } from "yuma-consensus";
    import { createPool } from "yuma-consensus/pool";
    const state = fromJson(readFileSync(${JSON.stringify(path)}, "utf8"));
  `;

  it("gives the same digest, and lets the process end while it is open and idle", () => {
    const script = `${READ}
      const pool = await createPool({ size: 2 });
      for await (const { digest } of pool.epochs([state, state, state], { digest: true })) console.log(digest);
      console.log((await createPool()).size === (await import("node:os")).availableParallelism());
    `;
    expect(run(script).split("\n")).toEqual([digest, digest, digest, "true"]);
  });

  it("keeps the process alive while anything is pending, on idle workers as on new ones", () => {
    const script = `${READ}
      const pool = await createPool({ size: 1 });
      const show = async (pool) => console.log((await pool.epoch(state, { digest: true })).digest);
      // One after the other: nothing but the call itself keeps the process alive.
      createPool({ size: 1 }).then(show).then(() => show(pool)).then(() => setTimeout(show, 0, pool));
    `;
    expect(run(script).split("\n")).toEqual([digest, digest, digest]);
  });

  it("does what its guide shows", () => {
    const [, example] = /## Worker threads\n[\s\S]*?```ts\n([\s\S]*?)```/.exec(readFileSync("docs/guides/batches.md", "utf8"))!;
    const lines = run(example!.replace('"subnet.json"', JSON.stringify(path))).split("\n");
    expect(new Set(lines.map((line) => /^[0-9a-f]{64}$/.test(line)))).toEqual(new Set([true]));
    expect(lines.length).toBeGreaterThan(1);
  });

  /** Web Workers as far as the pool needs them, made of Node's; `path` in place of the worker's own. */
  const webWorkers = (replaced?: string) => `
    import { Worker as Thread } from "node:worker_threads";
    const inside = (url) => \`
      const { parentPort } = require("node:worker_threads");
      globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
      Object.defineProperty(globalThis, "onmessage", { set: (listen) => parentPort.on("message", (data) => listen({ data })) });
      import(\${JSON.stringify(url)});
    \`;
    globalThis.Worker = class {
      constructor(url, { type }) {
        if (type !== "module" || !url.href.endsWith("/dist/pool/worker.js")) throw new Error("unexpected");
        this.thread = new Thread(inside(${replaced === undefined ? "url.href" : JSON.stringify(replaced)}), { eval: true, execArgv: [] });
        this.thread.on("message", (data) => this.onmessage({ data }));
        this.thread.on("error", ({ message }) => this.onerror({ preventDefault() {}, error: null, message }));
      }
      addEventListener() {}
      postMessage(message, transfer) { this.thread.postMessage(message, transfer); }
      terminate() { this.thread.terminate(); }
    };
  `;

  /** The build for browsers. */
  const BROWSER = "--conditions=browser";

  it("runs on Web Workers where there are any", () => {
    const script = `${READ} ${webWorkers()}
      const pool = await createPool({ size: 2 });
      const results = pool.epochs([state, state, { ...state, kappa: -1 }], { digest: true });
      try { for await (const { digest } of results) console.log(digest); } catch ({ path }) { console.log(path); }
      await pool.close();
    `;
    expect(run(script, BROWSER).split("\n")).toEqual([digest, digest, "states[2].kappa"]);
  });

  it("is not made where a worker's script cannot be loaded", () => {
    const script = `${READ} ${webWorkers("file:///missing/worker.js")}
      try { await createPool(); } catch ({ code, message }) { console.log(code, message); }
    `;
    expect(run(script, BROWSER)).toMatch(
      /^worker-lost the worker was lost that was asked for its first answer \(.*worker\.js.*createPool\(\{ worker \}\)$/s,
    );
  });

  it("is not made where there are no workers", () => {
    const script = `${READ} await createPool().catch(({ name, message }) => console.log(name, message));`;
    expect(run(script, BROWSER)).toBe("BackendUnavailableError backend: this host has no worker threads");
  });
});
