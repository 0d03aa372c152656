import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import type { CheckedState } from "../../bindings/boundary/input.js";
import { CALIBRATION_ENTRIES, LEAST_ENTRIES, autoBatch, type AutoParts } from "../../bindings/gpu/auto.js";
import {
  GpuDeviceLostError,
  GpuOutOfMemoryError,
  GpuScopeError,
  GpuSelfTestError,
  GpuUnavailableError,
} from "../../bindings/gpu/errors.js";
import { loadBatch } from "../../bindings/gpu/index.js";
import type { Calibration, Gpu, GpuEpochResult } from "../../bindings/gpu/types.js";
import { emptyResult } from "../../bindings/gpu/reading.js";
import { WasmBatch } from "../../bindings/gpu/wasmBatch.js";
import { reference } from "../../bindings/reference/index.js";
import type { EpochResult, SubnetState } from "../../bindings/types.js";
import { denseState } from "../../bindings/verify/recipe.js";

const small = denseState({ n: 3, validators: 2, seed: 1n, bondsPenalty: 0, yuma3: false, liquidAlpha: false });

/** So many entries beside, in a row without permit, which costs WebAssembly little. */
function withEntries(entries: number): SubnetState {
  const weights = { starts: Uint32Array.of(0, 0, 0, entries), uids: new Uint16Array(entries), values: new Uint16Array(entries) };
  return { ...small, validatorPermits: Uint8Array.of(1, 1, 0), weights };
}

const LEAST = withEntries(LEAST_ENTRIES);
const QUARTER = withEntries(CALIBRATION_ENTRIES / 4);
const CALIBRATING = [QUARTER, QUARTER, QUARTER, QUARTER];

const marked: GpuEpochResult = { ...emptyResult(), adapter: "fake" };

/** ms, of batches on a device and of entries (stored weights and bonds) on either side */
interface Costs {
  batch: number;
  entry: number;
  wasmEntry: number;
}

const entriesOf = (states: readonly (SubnetState | CheckedState)[]) =>
  states.reduce((sum, { weights, bonds }) => sum + weights.uids.length + bonds.uids.length, 0);

let adapters = 0;

/** A device and a WebAssembly that take as long as is said by a clock of their own; an adapter of no other test. */
function made(
  costs: Costs,
  run: (states: readonly SubnetState[]) => Promise<GpuEpochResult[]> = async (states) => states.map(() => marked),
) {
  let time = 0;
  const asked: number[] = [];
  const epochBatch = async (states: readonly SubnetState[]) => {
    asked.push(states.length);
    time += costs.batch + costs.entry * entriesOf(states);
    return run(states);
  };
  const wasm = {
    async fill(states: readonly CheckedState[], results: (EpochResult | undefined)[]) {
      time += costs.wasmEntry * entriesOf(states);
      states.forEach((_, place) => (results[place] ??= emptyResult()));
    },
  };
  const name = `fake ${adapters++}`;
  const gpu = { adapter: { name }, epochBatch, destroy: () => {} } as unknown as Gpu;
  const parts = { gpu, wasm, why: "", now: () => time } satisfies AutoParts;
  return { parts, asked, name };
}

/** Those of the calibration: three of each size, after one that does not count. */
const CALIBRATION_RUNS = [1, 1, 1, 1, 8, 8, 8, 8, 64, 64, 64, 64];
/** From 10,000 entries on it pays. */
const COSTS = { batch: 0.4, entry: 0.00001, wasmEntry: 0.00005 };

const adaptersOf = (results: readonly { adapter?: string }[]) => results.map(({ adapter }) => adapter);

describe("a calibration", () => {
  it("waits for work that is worth it, and takes each batch to where it ends first", async () => {
    const { parts, asked, name } = made(COSTS);
    const batch = autoBatch(parts);
    expect(batch.calibration).toBeUndefined();
    expect(adaptersOf(await batch.epochBatch([LEAST]))).toEqual([undefined]);
    expect(asked).toEqual([]);
    expect(adaptersOf(await batch.epochBatch(CALIBRATING))).toEqual(Array(4).fill("fake"));
    expect(asked).toEqual([...CALIBRATION_RUNS, 4]);
    const { adapter, version: measured, ...costs } = batch.calibration!;
    expect({ adapter, measured }).toEqual({ adapter: name, measured: version });
    // Of times on a clock, in doubles.
    expect(costs.fixedNanoseconds).toBeCloseTo(400_000);
    expect(costs.nanosecondsPerEntry).toBeCloseTo(10);
    expect(costs.wasmNanosecondsPerEntry).toBeCloseTo(50);

    const before = asked.length;
    expect(adaptersOf(await batch.epochBatch([withEntries(9_900)]))).toEqual([undefined]);
    expect(adaptersOf(await batch.epochBatch([withEntries(10_100)]))).toEqual(["fake"]);
    expect(asked.slice(before)).toEqual([1]);
  });

  it("is brought about by many batches too, and never by small ones", async () => {
    const { parts, asked } = made(COSTS);
    const batch = autoBatch(parts);
    const below = withEntries(LEAST_ENTRIES - 100);
    for (let i = 0; i < 3; i++) await batch.epochBatch([QUARTER]);
    for (let i = 0; i < 300; i++) await batch.epochBatch([below]);
    expect(asked).toEqual([]);
    expect(adaptersOf(await batch.epochBatch([QUARTER]))).toEqual(["fake"]);
    expect(asked).toEqual([...CALIBRATION_RUNS, 1]);
  });

  it("leaves everything to WebAssembly where the device is never the faster, and times a slow one less often", async () => {
    const { parts, asked } = made({ batch: 0, entry: 0.001, wasmEntry: 0.00005 });
    const batch = autoBatch(parts);
    expect(adaptersOf(await batch.epochBatch(CALIBRATING))).toEqual(Array(4).fill(undefined));
    expect(asked).toEqual([1, 1, 1, 1, 8, 8]);
    expect(batch.why).toBe("");
  });

  it("is made once, for batches that come at once and for others on the same adapter", async () => {
    const { parts, asked } = made(COSTS);
    const batch = autoBatch(parts);
    const results = await Promise.all([batch.epochBatch(CALIBRATING), batch.epochBatch([LEAST]), batch.epochBatch(CALIBRATING)]);
    expect(results.map((each) => each[0]!.adapter)).toEqual(["fake", "fake", "fake"]);
    expect(asked.slice(0, CALIBRATION_RUNS.length)).toEqual(CALIBRATION_RUNS);
    expect(asked).toHaveLength(CALIBRATION_RUNS.length + 3);
    expect(autoBatch(parts).calibration).toEqual(batch.calibration);
  });

  it("is of a clock that may be coarse", async () => {
    const { parts } = made({ batch: 0, entry: 0, wasmEntry: 0 });
    const batch = autoBatch(parts);
    await batch.epochBatch(CALIBRATING);
    expect(batch.calibration).toMatchObject({ fixedNanoseconds: 0, nanosecondsPerEntry: 0, wasmNanosecondsPerEntry: 0 });
  });

  it("is not made where the caller kept one, unless it was of another adapter or version", async () => {
    const { parts, asked, name } = made(COSTS);
    const kept: Calibration = { adapter: name, version, fixedNanoseconds: 0, nanosecondsPerEntry: 1, wasmNanosecondsPerEntry: 2 };
    const batch = autoBatch({ ...parts, calibration: kept });
    expect(batch.calibration).toEqual(kept);
    expect(adaptersOf(await batch.epochBatch([small]))).toEqual(["fake"]);
    expect(asked).toEqual([1]);
    for (const other of [{ adapter: "another" }, { version: "0.0.0" }])
      expect(autoBatch({ ...parts, calibration: { ...kept, ...other } }).calibration).toBeUndefined();
  });

  it.each([
    ["calibration", 7, "an object"],
    ["calibration.adapter", { version, fixedNanoseconds: 0, nanosecondsPerEntry: 1, wasmNanosecondsPerEntry: 1 }, "a text"],
    ["calibration.fixedNanoseconds", { fixedNanoseconds: -1 }, "a number of nanoseconds from 0"],
    ["calibration.nanosecondsPerEntry", { nanosecondsPerEntry: Number.NaN }, "a number of nanoseconds from 0"],
    ["calibration.wasmNanosecondsPerEntry", { wasmNanosecondsPerEntry: "1" }, "a number of nanoseconds from 0"],
    ["calibration.speed", { speed: 1 }, "one of the fields adapter, version"],
  ])("that is kept and bad is refused by its field: %s", async (path, fields, expected) => {
    const good = { adapter: "", version, fixedNanoseconds: 0, nanosecondsPerEntry: 1, wasmNanosecondsPerEntry: 1 };
    const calibration = typeof fields === "number" ? fields : "version" in fields ? fields : { ...good, ...fields };
    const error = await loadBatch({ backend: "wasm", calibration: calibration as never }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "EpochInputError", path: `options.${path}`, expected: expect.stringContaining(expected) });
  });

  it("that fails leaves everything to WebAssembly, and is not tried again", async () => {
    const { parts, asked } = made(COSTS, () => Promise.reject(new GpuOutOfMemoryError("too little", [marked])));
    const batch = autoBatch(parts);
    for (let i = 0; i < 2; i++) expect(adaptersOf(await batch.epochBatch(CALIBRATING))).toEqual(Array(4).fill(undefined));
    expect(asked).toEqual([1]);
    expect(batch).toMatchObject({ why: "too little (1 of 1 states are done)", calibration: undefined });
  });

  it("keeps nobody who aborts", async () => {
    const { parts } = made(COSTS, () => new Promise(() => {}));
    const controller = new AbortController();
    const waiting = autoBatch(parts).epochBatch(CALIBRATING, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });
});

describe("backend auto", () => {
  /** By a calibration that takes everything to the device. */
  async function onDevice(run: (states: readonly SubnetState[]) => Promise<GpuEpochResult[]>) {
    const { parts, asked, name } = made(COSTS, run);
    const calibration = { adapter: name, version, fixedNanoseconds: 0, nanosecondsPerEntry: 0, wasmNanosecondsPerEntry: 1 };
    return { batch: autoBatch({ ...parts, wasm: await WasmBatch.load(), calibration }), asked };
  }

  it("keeps what a lost device did, does the rest itself, and does not ask again", async () => {
    const { batch, asked } = await onDevice(async () => Promise.reject(new GpuDeviceLostError("gone", [marked, undefined])));
    for (const adapters of [
      ["fake", undefined],
      [undefined, undefined],
    ]) {
      const results = await batch.epochBatch([small, small], { digest: true });
      expect(adaptersOf(results)).toEqual(adapters);
      expect(results.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest!))).toBe(true);
    }
    expect(asked).toEqual([2]);
    expect(batch.why).toBe("gone (1 of 2 states are done)");
  });

  it("asks no device again that was wrong or does not answer, and one again that does not cover a state", async () => {
    const { digest } = reference.epoch(small, { digest: true });
    for (const [error, times, why] of [
      [new GpuSelfTestError("wrong"), 1, "wrong"],
      [new GpuUnavailableError("silent"), 1, "backend: silent"],
      [new GpuScopeError("states[0]", "not covered"), 2, ""],
    ] as const) {
      const { batch, asked } = await onDevice(async () => Promise.reject(error));
      for (let i = 0; i < 2; i++) expect((await batch.epochBatch([small], { digest: true }))[0]!.digest).toBe(digest);
      expect(asked).toHaveLength(times);
      expect(batch.why).toBe(why);
    }
  });

  it("computes the states as they were when they were given", async () => {
    const { digest } = reference.epoch(small, { digest: true });
    const change = ({ weights, alphaStake }: SubnetState) => {
      weights.starts.fill(0xffff_ffff);
      alphaStake.fill(0n);
    };
    const onWasm = structuredClone(small);
    const batch = autoBatch({ gpu: undefined, wasm: await WasmBatch.load(), why: "" });
    const running = batch.epochBatch([onWasm], { digest: true });
    change(onWasm);
    expect((await running)[0]!.digest).toBe(digest);

    let seen: readonly SubnetState[] = [];
    const lost = await onDevice(async (states) => {
      seen = states;
      await null;
      throw new GpuDeviceLostError(
        "gone",
        states.map(() => undefined),
      );
    });
    const shared = [structuredClone(small), { ...LEAST }, { ...LEAST }];
    const results = lost.batch.epochBatch(shared, { digest: true });
    change(shared[0]!);
    expect((await results)[0]!.digest).toBe(digest);
    expect(seen[0]!.weights.starts).toEqual(small.weights.starts);
    // What states have in common is copied once.
    const [, first, second] = seen.map(({ weights }) => weights.uids);
    expect([first === second, first === LEAST.weights.uids]).toEqual([true, false]);
  });

  it("refuses bad states by their place, whichever would run them", async () => {
    const batch = autoBatch({ gpu: undefined, wasm: await WasmBatch.load(), why: "" });
    await expect(batch.epochBatch([small, { ...small, kappa: -1 }])).rejects.toThrow("states[1].kappa: expected a u16, got -1");
    batch.destroy();
    await expect(batch.epochBatch([small])).rejects.toThrow("destroyed");
  });
});
