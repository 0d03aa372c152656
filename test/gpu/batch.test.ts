import { describe, expect, it } from "vitest";
import { runChunks, type BatchContext, type Runner } from "../../bindings/gpu/batch.js";
import { GpuDeviceLostError, GpuGuardError, GpuOutOfMemoryError, GpuScopeError, GpuSizeError } from "../../bindings/gpu/errors.js";
import { LaneMemoryError, type ReadBack } from "../../bindings/gpu/lane.js";
import { DONE, FLAGS, NETWORK_PLACES, NETWORK_SIZE, NETWORK_WORDS, RESULT, STATUS, STATUS_WORDS } from "../../bindings/gpu/layout.js";
import { pack, type Packed } from "../../bindings/gpu/pack.js";
import { jobOf, planChunks, type Job } from "../../bindings/gpu/plan.js";
import { checkState } from "../../bindings/boundary/input.js";
import { RULE_SETS, RULE_SET_IDS } from "../../bindings/ruleSets/ruleSets.js";
import type { StoredRows, SubnetState } from "../../bindings/types.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { rowsOf } from "../../bindings/testing/index.js";

const SMALL = { validators: 3, seed: 1n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: true };
const DEFAULTS = { maxStorageBufferBindingSize: 134_217_728, maxBufferSize: 268_435_456 };

function small(n = 5, fields: Partial<SubnetState> = {}): SubnetState {
  return { ...denseState({ ...SMALL, n }), ...fields };
}

function job(state: SubnetState, place = 0): Job {
  return jobOf(checkState(state), place, `states[${place}]`);
}

const WORDS = [...NETWORK_PLACES, ...NETWORK_WORDS];

function word(packed: Packed, network: number, name: (typeof WORDS)[number]): number {
  return packed.networks[network * NETWORK_SIZE + WORDS.indexOf(name)]!;
}

describe("the register", () => {
  const withWeights = (weights: StoredRows) => small(3, { weights, bonds: rowsOf([[], [], []]) });

  it("leaves out a uid named twice in a row that counts", () => {
    const rows = rowsOf([
      [],
      [
        [0, 1],
        [2, 5],
        [0, 7],
      ],
      [],
    ]);
    expect(() => job(withWeights(rows), 4)).toThrow(GpuScopeError);
    expect(() => job(withWeights(rows), 4)).toThrow("states[4].weights[1][2][0]: uid 0 twice in a row; backend wasm takes it");
    const bonds = small(3, { bonds: rows });
    expect(() => job(bonds)).toThrow("states[0].bonds[1][2][0]");
  });

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
    const [old, now] = (["spec-397", "spec-425"] as const).map((ruleSet) => pack([job(small(5, { ruleSet, lastMechanismStepBlock: 3n }))]));
    expect(word(old!, 0, "flags")).toBe(word(now!, 0, "flags"));
    const never = pack([job(small(5, { ruleSet: "spec-425", lastMechanismStepBlock: 0n }))]);
    expect(old!.networks).toEqual(never.networks);
    expect(old!.networks).not.toEqual(now!.networks);
  });

  it("takes rows in any order, uids outside the network twice, and twice where the row does not count", () => {
    expect(
      job(
        withWeights(
          rowsOf([
            [
              [2, 1],
              [0, 1],
            ],
            [],
            [],
          ]),
        ),
      ).shape.ascending,
    ).toBe(false);
    expect(
      job(
        withWeights(
          rowsOf([
            [
              [0, 1],
              [9, 1],
              [9, 2],
            ],
            [],
            [],
          ]),
        ),
      ).shape.ascending,
    ).toBe(false);
    const state = withWeights(
      rowsOf([
        [],
        [],
        [
          [0, 1],
          [0, 2],
        ],
      ]),
    );
    state.validatorPermits[2] = 0;
    expect(job(state).shape).toMatchObject({ ascending: true, cells: 0 });
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
    expect([...shape.slotUids]).toEqual([0, 2]);
    expect(shape.cells).toBe(8);
  });

  it("lays networks behind one another and lists their work", () => {
    const jobs = [job(small(5)), job(small(70), 1)];
    const packed = pack(jobs);
    expect([0, 1].map((network) => word(packed, network, "firstUid"))).toEqual([0, 5]);
    expect([0, 1].map((network) => word(packed, network, "firstCell"))).toEqual([0, 15]);
    expect(word(packed, 1, "result") % 2).toBe(0);
    expect(word(packed, 1, "status")).toBe(STATUS_WORDS);
    const work = packed.slices.tile.flatMap(({ list, count }) => [...packed.state.subarray(list, list + 2 * count)]);
    expect(work).toEqual([0, 0, 1, 0, 1, 64]);
    expect(packed.slices.row.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(packed.modes).toEqual({ classic: false, yuma3: true, liquid: true, unsorted: false, wrapping: false });
    const at = word(packed, 1, "weightUids");
    expect([...packed.storedWeights.subarray(at, at + 4)]).toEqual([0, 1, 2, 3]);
  });

  it("marks what the shaders ask for", () => {
    const packed = pack([
      job(
        small(3, {
          commitReveal: true,
          ownerUid: 2,
          previousConsensus: Uint16Array.of(1),
          liquidAlphaConsensusMode: "previous",
          ruleSet: "spec-475",
        }),
      ),
    ]);
    const { COMMIT_REVEAL, YUMA3, LIQUID_ALPHA, COMPARES_WITH_PREVIOUS, GATED_BY_SELECTED } = FLAGS;
    expect(word(packed, 0, "flags")).toBe(COMMIT_REVEAL | YUMA3 | LIQUID_ALPHA | COMPARES_WITH_PREVIOUS | GATED_BY_SELECTED);
    expect(word(packed, 0, "ownerUid")).toBe(2);
  });
});

describe("chunks", () => {
  const pathOf = (place: number) => `states[${place}]`;

  it("hold 4096 x 4096 within WebGPU's default limits, alone", () => {
    const large = job(small(4096, { weights: everyRow(4096), bonds: everyRow(4096), validatorPermits: new Uint8Array(4096).fill(1) }), 1);
    expect(large.shape.cells).toBe(4096 * 4096);
    const chunks = planChunks([job(small()), large, job(small(), 2)], DEFAULTS, pathOf);
    expect(chunks.map((jobs) => jobs.map(({ place }) => place))).toEqual([[0], [1], [2]]);
  });

  it("name the limit that one state alone exceeds", () => {
    const limits = { ...DEFAULTS, maxStorageBufferBindingSize: 20_000 };
    const jobs = [job(small()), job(small(900), 1)];
    expect(() => planChunks(jobs, limits, pathOf)).toThrow(GpuSizeError);
    expect(() => planChunks(jobs, limits, pathOf)).toThrow(
      /^states\[1\]: its state need \d+ bytes in one buffer; the device's maxStorageBufferBindingSize is 20000$/,
    );
    expect(() => planChunks(jobs, { ...DEFAULTS, maxBufferSize: 20_000 }, pathOf)).toThrow("maxBufferSize is 20000");
  });
});

/** Row upon row of all uids. */
function everyRow(n: number): StoredRows {
  const row = Uint16Array.from({ length: n }, (_, uid) => uid);
  const uids = new Uint16Array(n * n);
  for (let uid = 0; uid < n; uid++) uids.set(row, uid * n);
  return { starts: Uint32Array.from({ length: n + 1 }, (_, uid) => uid * n), uids, values: new Uint16Array(n * n).fill(1) };
}

/** Of the first slot one bond: 77 on uid 1. Its uid is the first half of the row's words, its value the n-th. */
function putBonds(packed: Packed, results: Uint32Array, bonds: Uint32Array): void {
  const n = word(packed, 0, "uids");
  results[packed.resultAt[0]! + RESULT.BOND_COUNTS * n] = 1;
  const halves = new Uint16Array(bonds.buffer);
  halves[0] = 1;
  halves[n] = 77;
}

/** A device that marks every network as done, with its place among all as the stake weight of each uid. */
class FakeLane implements Runner {
  constructor(
    private readonly log: string[],
    private readonly name: string,
    private readonly change: (packed: Packed, results: Uint32Array) => void = () => {},
  ) {}

  start(packed: Packed): void {
    this.log.push(`start ${this.name} ${packed.uids}`);
  }

  async finish(packed: Packed): Promise<ReadBack> {
    this.log.push(`finish ${this.name} ${packed.uids}`);
    const results = new Uint32Array(packed.resultWords);
    packed.resultAt.forEach((at, network) => {
      results[network * STATUS_WORDS + STATUS.DONE] = DONE;
      const n = word(packed, network, "uids");
      results.fill(n, at + RESULT.STAKE_WEIGHT * n, at + (RESULT.STAKE_WEIGHT + 1) * n);
      results.fill(1, at + RESULT.NEW_VALIDATOR_PERMITS * n, at + (RESULT.NEW_VALIDATOR_PERMITS + 1) * n);
    });
    const bonds = new Uint32Array(packed.cells);
    putBonds(packed, results, bonds);
    this.change(packed, results);
    return { results, bonds };
  }
}

describe("a batch over two lanes", () => {
  const states = [5, 6, 7, 8].map((n) => small(n));
  const chunks = states.map((state, place) => [job(state, place)]);

  function run(change?: (packed: Packed, results: Uint32Array) => void, more: Partial<BatchContext> = {}) {
    const log: string[] = [];
    const lanes = [new FakeLane(log, "a", change), new FakeLane(log, "b", change)] as const;
    const context: BatchContext = {
      lanes,
      stages: [],
      adapter: "fake",
      size: 4,
      pathOf: (place, field) => `states[${place}].${field}`,
      lost: () => undefined,
      ...more,
    };
    return { log, results: runChunks(chunks, context) };
  }

  it("starts the next chunk before it waits for the one before, and keeps the order", async () => {
    const { log, results } = run();
    expect((await results).map((result) => [result!.adapter, result!.stakeWeight[0]])).toEqual([5, 6, 7, 8].map((n) => ["fake", n]));
    expect(log).toEqual(["start a 5", "start b 6", "finish a 5", "start a 7", "finish b 6", "start b 8", "finish a 7", "finish b 8"]);
    const { bonds } = (await results)[0]!;
    expect([[...bonds.starts], [...bonds.uids], [...bonds.values]]).toEqual([[0, 1, 1, 1, 1, 1], [1], [77]]);
  });

  it("says what a lost device has done and what not", async () => {
    const { results } = run(({ uids }) => {
      if (uids === 7) throw new Error("gone");
    });
    const error = await results.catch((error: unknown) => error as GpuDeviceLostError);
    expect(error).toBeInstanceOf(GpuDeviceLostError);
    expect(error).toMatchObject({ code: "gpu-lost", done: [0, 1, 3], notDone: [2] });
    expect((error as GpuDeviceLostError).message).toBe("the device is lost: gone (3 of 4 states are done)");
    expect((error as GpuDeviceLostError).results[1]!.stakeWeight[0]).toBe(6);
  });

  it("takes memory that did not suffice for what it is", async () => {
    const { results } = run(({ uids }) => {
      if (uids === 5) throw new LaneMemoryError("too little");
    });
    await expect(results).rejects.toThrow(GpuOutOfMemoryError);
    await expect(results).rejects.toMatchObject({ code: "gpu-out-of-memory", notDone: expect.arrayContaining([0]) });
  });

  it("does not take zeros for results", async () => {
    const { results } = run((_, words) => words.fill(0));
    await expect(results).rejects.toThrow("it gave nothing back for state 0");
  });

  it("names the state and field of what the device cannot represent, and gives the others", async () => {
    const { results } = run(({ uids }, words) => {
      if (uids === 6) words[STATUS.GUARD] = 1;
    });
    const error = (await results.catch((error: unknown) => error)) as GpuGuardError;
    expect(error).toBeInstanceOf(GpuGuardError);
    expect(error).toMatchObject({ code: "gpu-scope", path: "states[1].weights", done: [0, 2, 3], notDone: [1] });
  });

  it("ends with the signal's reason, and starts nothing more", async () => {
    const controller = new AbortController();
    const { log, results } = run(({ uids }) => uids === 5 && controller.abort(new Error("enough")), { signal: controller.signal });
    await expect(results).rejects.toThrow("enough");
    expect(log.filter((line) => line.startsWith("start"))).toEqual(["start a 5", "start b 6"]);
  });
});
