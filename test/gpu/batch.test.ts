import { describe, expect, it } from "vitest";
import { runChunks, type BatchContext, type Batched } from "../../bindings/gpu/batch.js";
import { stage, type Chunk } from "../../bindings/gpu/chunk.js";
import { GpuDeviceLostError, GpuGuardError, GpuOutOfMemoryError, GpuScopeError, GpuSizeError } from "../../bindings/gpu/errors.js";
import { DONE, FLAGS, NETWORK_PLACES, NETWORK_SIZE, NETWORK_WORDS, STATUS_WORDS } from "../../bindings/gpu/layout.js";
import { ALL, outputLayout, type Asked } from "../../bindings/gpu/outputs.js";
import { pack } from "../../bindings/gpu/pack.js";
import { jobOf, planChunks, jobSizes, type Job, type Limits } from "../../bindings/gpu/plan.js";
import { Staging } from "../../bindings/gpu/staging.js";
import { WorkspaceMemoryError, type Submission } from "../../bindings/gpu/workspace.js";
import { checkState } from "../../bindings/boundary/input.js";
import { RULE_SETS, RULE_SET_IDS } from "../../bindings/ruleSets/ruleSets.js";
import type { StoredRows, SubnetState } from "../../bindings/types.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { rowsOf } from "../../bindings/testing/index.js";
import { memoryDevice, sectionOf } from "./memoryDevice.js";

const SMALL = { validators: 3, seed: 1n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: true };
const DEFAULTS = { maxStorageBufferBindingSize: 134_217_728, maxBufferSize: 268_435_456 };

function small(n = 5, fields: Partial<SubnetState> = {}): SubnetState {
  return { ...denseState({ ...SMALL, n }), ...fields };
}

function job(state: SubnetState, place = 0): Job {
  return jobOf(checkState(state), place, `states[${place}]`);
}

function packed(...jobs: Job[]): Chunk {
  return pack(jobs, ALL, new Staging(memoryDevice(), DEFAULTS.maxBufferSize));
}

function planned(jobs: readonly Job[], limits: Limits): Job[][] {
  return planChunks(
    jobs,
    (one) => jobSizes(one, ALL),
    limits,
    ({ place }) => `states[${place}]`,
  );
}

const WORDS = [...NETWORK_PLACES, ...NETWORK_WORDS];

function word(chunk: Chunk, network: number, name: (typeof WORDS)[number]): number {
  return sectionOf(chunk, "networks").words[network * NETWORK_SIZE + WORDS.indexOf(name)]!;
}

describe("the register", () => {
  it("has the rule sets from spec-397 on, and says so of the others", () => {
    for (const ruleSet of RULE_SET_IDS) {
      const state = small(3, { ruleSet, stake: new BigUint64Array(3) });
      if (RULE_SETS[ruleSet].spec >= 397) expect(job(state).shape).toBeDefined();
      else {
        expect(() => job(state, 2)).toThrow(GpuScopeError);
        expect(() => job(state, 2)).toThrow("states[2].ruleSet: the shaders have no rule set before spec-397; backend wasm has");
      }
    }
  });

  it("packs spec-397 as spec-425, but for the last step, which it does not read", () => {
    const [old, now] = (["spec-397", "spec-425"] as const).map((ruleSet) => packed(job(small(5, { ruleSet, lastMechanismStepBlock: 3n }))));
    expect(word(old!, 0, "flags")).toBe(word(now!, 0, "flags"));
    const never = packed(job(small(5, { ruleSet: "spec-425", lastMechanismStepBlock: 0n })));
    const records = (chunk: Chunk) => sectionOf(chunk, "networks").words;
    expect(records(old!)).toEqual(records(never));
    expect(records(old!)).not.toEqual(records(now!));
  });
});

describe("packing", () => {
  it("gives a slot to rows with a permit and weights, and to rows with bonds", () => {
    const state = small(4, {
      weights: rowsOf([[[1, 2]], [[0, 3]], [], []]),
      bonds: rowsOf([[], [], [[1, 9]], []]),
      validatorPermits: Uint8Array.of(1, 0, 1, 1),
    });
    const { shape } = job(state);
    expect([...shape.slots.uids]).toEqual([0, 2]);
    expect(shape.cells).toBe(8);
  });

  it("lays networks behind one another and lists their work", () => {
    const chunk = packed(job(small(5)), job(small(70), 1));
    expect([0, 1].map((network) => word(chunk, network, "firstUid"))).toEqual([0, 5]);
    expect([0, 1].map((network) => word(chunk, network, "firstCell"))).toEqual([0, 15]);
    expect(word(chunk, 1, "result") % 2).toBe(0);
    expect(word(chunk, 1, "output")).toBe(outputLayout(ALL, 5, 3).words);
    expect(word(chunk, 1, "status")).toBe(STATUS_WORDS);
    const [{ slices }] = chunk.steps as [Chunk["steps"][0]];
    const { words } = sectionOf(chunk, "state");
    const work = slices.tile.flatMap(({ list, count }) => [...words.subarray(list, list + 2 * count)]);
    expect(work).toEqual([0, 0, 1, 0, 1, 64]);
    expect(slices.row.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(chunk.modes).toEqual({
      classic: false,
      yuma3: true,
      liquid: true,
      wrapping: false,
      bonds: true,
      digest: false,
      advances: false,
    });
    const at = word(chunk, 1, "weightUids");
    expect([...sectionOf(chunk, "storedWeights").halves.subarray(at, at + 4)]).toEqual([0, 1, 2, 3]);
  });

  it("has what networks have in common once, weights and bonds apart", () => {
    const one = small(6);
    const shared = { ...one, bonds: one.weights };
    const chunk = packed(job(shared), job({ ...shared, kappa: 5 }, 1), job(small(6, { alphaStake: one.alphaStake }), 2));
    const places = (network: number) =>
      (["alphaStake", "taoStake", "weightUids", "weightValues", "bondUids", "bondValues"] as const).map((name) =>
        word(chunk, network, name),
      );
    expect(places(1)).toEqual(places(0));
    const [first, third] = [places(0), places(2)];
    expect(third.map((place, i) => place === first[i])).toEqual([true, false, false, false, false, false]);
    const { length } = one.weights.uids;
    expect(first.slice(2)).toEqual([0, length, 0, length]);
    expect(sectionOf(chunk, "storedBonds").halves.slice(0, length)).toEqual(one.weights.uids);
    // Two networks' rows: those of the first two are the same.
    expect(chunk.sizes.storedWeights).toBe(2 * 2 * 2 * length);
  });

  it("marks what the shaders ask for", () => {
    const chunk = packed(
      job(
        small(3, {
          commitReveal: true,
          ownerUid: 2,
          previousConsensus: Uint16Array.of(1),
          liquidAlphaConsensusMode: "previous",
          ruleSet: "spec-475",
        }),
      ),
    );
    const { COMMIT_REVEAL, YUMA3, LIQUID_ALPHA, COMPARES_WITH_PREVIOUS, GATED_BY_SELECTED } = FLAGS;
    expect(word(chunk, 0, "flags")).toBe(COMMIT_REVEAL | YUMA3 | LIQUID_ALPHA | COMPARES_WITH_PREVIOUS | GATED_BY_SELECTED);
    expect(word(chunk, 0, "ownerUid")).toBe(2);
  });
});

describe("staging", () => {
  const parts = [
    { section: "networks" as const, offset: 0, bytes: 12 },
    { section: "state" as const, offset: 8, bytes: 100_000 },
  ];

  it("is one buffer, or one for each part where all of them exceed its limit", () => {
    const { staged, written } = stage(new Staging(memoryDevice(), 2 ** 20), parts);
    expect(staged).toHaveLength(1);
    expect(written.map(({ copy: { at, offset, bytes } }) => [at, offset, bytes])).toEqual([
      [0, 0, 16],
      [16, 8, 100_000],
    ]);
    const apart = stage(new Staging(memoryDevice(), 100_008), parts);
    expect(apart.staged).toHaveLength(2);
    expect(apart.written.map(({ copy: { at } }) => at)).toEqual([0, 0]);
  });

  it("uses its memory again, and gives it back", async () => {
    const device = memoryDevice();
    const staging = new Staging(device, 2 ** 20);
    const first = staging.toWrite(10);
    staging.unused(first);
    await null;
    expect(staging.toWrite(20)).toBe(first);
    first.unmap();
    staging.handedOver(first);
    await null;
    expect(staging.toWrite(20)).toBe(first);
    const larger = staging.toWrite(300_000);
    staging.destroy();
    staging.unused(larger);
    await null;
    expect(device.destroyed).toEqual([larger]);
  });
});

describe("chunks", () => {
  it("hold 4096 x 4096 within WebGPU's default limits, alone", () => {
    const large = job(small(4096, { weights: everyRow(4096), bonds: everyRow(4096), validatorPermits: new Uint8Array(4096).fill(1) }), 1);
    expect(large.shape.cells).toBe(4096 * 4096);
    const chunks = planned([job(small()), large, job(small(), 2)], DEFAULTS);
    expect(chunks.map((jobs) => jobs.map(({ place }) => place))).toEqual([[0], [1], [2]]);
  });

  it("name the limit that one state alone exceeds", () => {
    const limits = { ...DEFAULTS, maxStorageBufferBindingSize: 20_000 };
    const jobs = [job(small()), job(small(900), 1)];
    expect(() => planned(jobs, limits)).toThrow(GpuSizeError);
    expect(() => planned(jobs, limits)).toThrow(
      /^states\[1\]: its state need \d+ bytes in one buffer; the device's maxStorageBufferBindingSize is 20000$/,
    );
    expect(() => planned(jobs, { ...DEFAULTS, maxBufferSize: 20_000 })).toThrow("maxBufferSize is 20000");
  });
});

/** Row upon row of all uids. */
function everyRow(n: number): StoredRows {
  const row = Uint16Array.from({ length: n }, (_, uid) => uid);
  const uids = new Uint16Array(n * n);
  for (let uid = 0; uid < n; uid++) uids.set(row, uid * n);
  return { starts: Uint32Array.from({ length: n + 1 }, (_, uid) => uid * n), uids, values: new Uint16Array(n * n).fill(1) };
}

/** Of the first slot one bond, 77 on uid 1; everything else is 0, but for what `change` does. */
function answerTo({ chunk, members }: Batched, asked: Asked, change: (n: number, words: Uint32Array) => void): ArrayBuffer {
  const outputs = new ArrayBuffer(4 * chunk.outputWords);
  let at = 0;
  for (const { n, slots } of members) {
    const layout = outputLayout(asked, n, slots.uids.length);
    new Uint32Array(outputs, at, 3).set([DONE, 0, 1]);
    new Uint32Array(outputs, at + layout.bondCounts, 1)[0] = 1;
    new Uint16Array(outputs, at + layout.bondUids, 1)[0] = 1;
    new Uint16Array(outputs, at + layout.bondValues, 1)[0] = 77;
    change(n, new Uint32Array(outputs, at, 3));
    at += 4 * layout.words;
  }
  return outputs;
}

describe("a batch of chunks", () => {
  const batch = [5, 6, 7, 8].map((n, place): Batched => {
    const one = job(small(n), place);
    return { chunk: packed(one), members: [{ place, n, slots: one.shape.slots }] };
  });

  interface Result {
    n: number;
    bonds: StoredRows;
  }

  function run(change: (n: number, words: Uint32Array) => void = () => {}, more: Partial<BatchContext<Result>> = {}) {
    const log: string[] = [];
    const submit = (chunk: Chunk): Submission => {
      log.push(`start ${chunk.uids}`);
      const one = batch.find((batched) => batched.chunk === chunk)!;
      return {
        async read(use) {
          log.push(`finish ${chunk.uids}`);
          return use(answerTo(one, ALL, change));
        },
      };
    };
    const results = runChunks<Result>(batch, {
      submit,
      drop: ({ uids }) => log.push(`drop ${uids}`),
      made: ({ active, bonds }) => ({ n: active!.length, bonds: bonds! }),
      asked: ALL,
      isChain: false,
      results: new Array<undefined>(4).fill(undefined),
      pathOf: (place, field) => `states[${place}].${field}`,
      lost: () => undefined,
      ...more,
    });
    return { log, results };
  }

  it("starts the next chunk before it waits for the one before, and keeps the order", async () => {
    const { log, results } = run();
    expect((await results).map((result) => result!.n)).toEqual([5, 6, 7, 8]);
    expect(log).toEqual(["start 5", "start 6", "finish 5", "start 7", "finish 6", "start 8", "finish 7", "finish 8"]);
    const { bonds } = (await results)[0]!;
    expect([[...bonds.starts], [...bonds.uids], [...bonds.values]]).toEqual([[0, 1, 1, 1, 1, 1], [1], [77]]);
  });

  it("says what a lost device has done and what not, and takes back what it has not begun", async () => {
    const { results, log } = run((n) => {
      if (n === 6) throw new Error("gone");
    });
    const error = (await results.catch((error: unknown) => error)) as GpuDeviceLostError<Result>;
    expect(error).toBeInstanceOf(GpuDeviceLostError);
    expect(error).toMatchObject({ code: "gpu-lost", done: [0, 2], notDone: [1, 3] });
    expect(error.message).toBe("the device is lost: gone (2 of 4 states are done)");
    expect(error.results[2]!.n).toBe(7);
    expect(log).toContain("drop 8");
  });

  it("takes memory that did not suffice for what it is", async () => {
    const { results } = run((n) => {
      if (n === 5) throw new WorkspaceMemoryError("too little");
    });
    await expect(results).rejects.toThrow(GpuOutOfMemoryError);
    await expect(results).rejects.toMatchObject({ code: "gpu-out-of-memory", notDone: expect.arrayContaining([0]) });
  });

  it("does not take zeros for results", async () => {
    const { results } = run((_, words) => words.fill(0));
    await expect(results).rejects.toThrow("it gave nothing back for state 0");
  });

  it("names the states and fields of what the device cannot represent, and gives the others", async () => {
    const { results } = run((n, words) => {
      if (n === 6) words[1] = 1;
      if (n === 8) words[1] = 4;
    });
    const error = (await results.catch((error: unknown) => error)) as GpuGuardError;
    expect(error).toBeInstanceOf(GpuGuardError);
    expect(error).toMatchObject({ code: "gpu-scope", path: "states[1].weights", done: [0, 2], notDone: [1, 3] });
    expect(error.guards).toMatchObject([{ place: 1 }, { place: 3, path: "states[3].bonds", reason: expect.stringContaining("twice") }]);
  });

  it("gives nothing of a chain behind the first of its guards", async () => {
    const { results } = run((n, words) => (words[1] = n === 6 ? 3 : 0), { isChain: true });
    await expect(results).rejects.toMatchObject({ done: [0], notDone: [1, 2, 3], guards: [{ place: 1 }] });
  });

  it("ends with the signal's reason, and starts nothing more", async () => {
    const controller = new AbortController();
    const { log, results } = run((n) => n === 5 && controller.abort(new Error("enough")), { signal: controller.signal });
    await expect(results).rejects.toThrow("enough");
    expect(log.filter((line) => !line.startsWith("finish"))).toEqual(["start 5", "start 6", "drop 7", "drop 8"]);
  });
});
