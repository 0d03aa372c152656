/** The fast path: what it takes, what it leaves to the general one, and that nobody can tell from the bits. */
import { describe, expect, it } from "vitest";
import { checkState } from "../bindings/boundary/input.js";
import { epochDigest } from "../bindings/boundary/canonical.js";
import type { SubnetState } from "../bindings/types.js";
import { denseState } from "../bindings/verify/recipe.js";
import { compare } from "./fuzz/compare.js";
import { fuzzState } from "./fuzz/states.js";
import { StagesEngine } from "./stagesEngine.js";
import { rowsOf } from "../bindings/testing/index.js";

const RECIPE = { n: 24, validators: 12, seed: 7n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: false };

function dense(changes: Partial<SubnetState> = {}, recipe: Partial<typeof RECIPE> = {}): SubnetState {
  return { ...denseState({ ...RECIPE, ...recipe }), ...changes };
}

/** A network of so many uids, all of them permitted and active, with these rows of (uid, value). */
function small(weights: [number, number][][], bonds: [number, number][][], changes: Partial<SubnetState>): SubnetState {
  const n = weights.length;
  return {
    ...denseState({ ...RECIPE, n, validators: n }),
    blockAtRegistration: new BigUint64Array(n),
    stakeThreshold: 0n,
    taoStake: new BigUint64Array(n),
    alphaStake: new BigUint64Array(n).fill(1_000_000n),
    weights: rowsOf(weights),
    bonds: rowsOf(bonds),
    ...changes,
  };
}

/** Runs a state on every path, which all have to agree; whether the fast one took it. */
function panelsTake(state: SubnetState): boolean {
  const { differences, panelsRan } = compare(state);
  expect(differences).toEqual([]);
  return panelsRan;
}

/** The same rows, the entries of each changed. */
function withRows(
  rows: SubnetState["weights"],
  change: (entries: [number, number][], row: number) => [number, number][],
): SubnetState["weights"] {
  const n = rows.starts.length - 1;
  return rowsOf(
    Array.from({ length: n }, (_, i) => {
      const entries: [number, number][] = [];
      for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) entries.push([rows.uids[k]!, rows.values[k]!]);
      return change(entries, i);
    }),
  );
}

describe("panels take", () => {
  it.each([
    ["yuma2", {}, { yuma3: false }],
    ["yuma2 with a penalty of nothing", {}, { yuma3: false, bondsPenalty: 0 }],
    ["yuma2 with a penalty between", {}, { yuma3: false, bondsPenalty: 20_000 }],
    ["yuma3", {}, {}],
    ["yuma3 with a penalty of nothing", {}, { bondsPenalty: 0 }],
    ["yuma3 with a penalty between", {}, { bondsPenalty: 20_000 }],
    ["liquid alpha", {}, { liquidAlpha: true }],
    ["liquid alpha with a penalty of nothing", {}, { liquidAlpha: true, bondsPenalty: 0 }],
    ["liquid alpha with a penalty between", {}, { liquidAlpha: true, bondsPenalty: 20_000 }],
    ["liquid alpha so steep that f64 does not reach", { alphaSigmoidSteepness: 32_767 }, { liquidAlpha: true }],
    [
      "liquid alpha by the previous consensus",
      { ruleSet: "spec-452", liquidAlphaConsensusMode: "previous", previousConsensus: new Uint16Array(24).fill(2_000) },
      { liquidAlpha: true },
    ],
    ["an owner that scores itself", { ownerUid: 3 }, {}],
    ["more rows than voters", { lastUpdate: BigUint64Array.from({ length: 24 }, (_, uid) => (uid % 3 === 0 ? 900_000n : 999_900n)) }, {}],
    ["weights older than registrations", { lastUpdate: BigUint64Array.from({ length: 24 }, (_, uid) => 999_790n + BigInt(uid)) }, {}],
    ["several panels", {}, { n: 600, validators: 8 }],
  ] as [string, Partial<SubnetState>, Partial<typeof RECIPE>][])("%s", (_, changes, recipe) => {
    expect(panelsTake(dense(changes, recipe))).toBe(true);
  });

  it("weights of one alone: nothing else in their rows and columns", () => {
    const weights: [number, number][][] = [
      [[3, 9]],
      [[4, 1]],
      [
        [3, 5],
        [4, 0],
      ],
      [],
      [],
    ];
    expect(panelsTake(small(weights, [[[3, 65_535]], [[4, 7]], [], [], []], {}))).toBe(true);
  });

  it("rows whose weights sum to 2^28 and more", () => {
    const n = 4_200;
    const all = Array.from({ length: n }, (_, uid): [number, number] => [uid, 65_535]);
    const weights = Array.from({ length: n }, (_, uid) => (uid < 2 ? all : []));
    const bonds = Array.from({ length: n }, (_, uid) => (uid === 0 ? all.slice(0, 50) : []));
    expect(all.reduce((sum, [, value]) => sum + value, 0)).toBeGreaterThan(2 ** 28);
    // Few voters, as panels have room for all of them.
    const alphaStake = BigUint64Array.from({ length: n }, (_, uid) => (uid < 40 ? 1_000_000n : 0n));
    expect(panelsTake(small(weights, bonds, { yuma3: false, alphaStake }))).toBe(true);
  });

  it("uids that are not in the network, behind the others", () => {
    const weights = withRows(dense().weights, (entries) => [...entries, [24, 5], [65_535, 9]]);
    const bonds = withRows(dense().bonds, (entries) => [...entries, [77, 5]]);
    expect(panelsTake(dense({ weights, bonds }))).toBe(true);
  });
});

/** Rows of so many entries, a stride apart that no row shares with its neighbours. */
function scattered(n: number, perRow: number): [number, number][][] {
  return Array.from({ length: n }, (_, i) => {
    const uids = new Set<number>();
    for (let k = 0; uids.size < perRow; k++) uids.add((i * 7_919 + k * (10_007 + 2 * (i % 97))) % n);
    return [...uids].sort((a, b) => a - b).map((uid, k): [number, number] => [uid, 1 + ((i * 31 + k * 4_099) % 65_535)]);
  });
}

// Every panel visits every row: the last of these would not end.
describe("panels leave rows to matrices that are nearly empty", () => {
  const lone = (n: number) => Array.from({ length: n }, (_, i): [number, number][] => [[(i + 1) % n, 9]]);
  it.each<[string, [number, number][][], boolean]>([
    ["few entries in many rows", scattered(4_096, 8), false],
    ["and takes those with an entry in sixteen places", scattered(1_024, 32), true],
    ["a diagonal", lone(20_000), false],
    [
      "one full row among lone entries",
      lone(20_000).with(
        5,
        lone(20_000).map((_, uid) => [uid, 1 + (uid & 1_023)]),
      ),
      false,
    ],
    ["one full column", lone(20_000).map((row, i) => (row[0]![0] <= 9 ? row : [[9, 1 + (i & 1_023)], row[0]!])), false],
    ["as many uids as there can be", scattered(65_500, 4), false],
  ])("%s", (_, rows, taken) => {
    const n = rows.length;
    const state = {
      ...denseState({ ...RECIPE, n, validators: 1 }),
      validatorPermits: new Uint8Array(n).fill(1),
      lastUpdate: new BigUint64Array(n).fill(999_999n),
      blockAtRegistration: new BigUint64Array(n),
      stakeThreshold: 0n,
      taoStake: new BigUint64Array(n),
      alphaStake: new BigUint64Array(n).fill(1_000_000n),
      weights: rowsOf(rows),
      bonds: rowsOf(rows),
    };
    for (const build of ["wasm", "wasm-scalar"] as const) {
      const [chosen, general] = [new StagesEngine(build), new StagesEngine(build, { matricesOnly: true })];
      const [ours, theirs] = [chosen, general].map((engine) => epochDigest(engine.epoch(checkState(state), {})));
      expect([chosen.panelsRan, general.panelsRan]).toEqual([taken, false]);
      expect(ours).toBe(theirs);
    }
  });
});

describe("panels leave to matrices", () => {
  it.each(["weights", "bonds"] as const)("%s that do not ascend", (name) => {
    const swapped = withRows(dense()[name], ([first, second, ...rest], row) =>
      row === 5 ? [second!, first!, ...rest] : [first!, second!, ...rest].filter(Boolean),
    );
    expect(panelsTake(dense({ [name]: swapped }))).toBe(false);
  });

  it.each(["weights", "bonds"] as const)("%s with a uid twice", (name) => {
    const doubled = withRows(dense()[name], (entries, row) => (row === 11 ? [...entries, entries.at(-1)!] : entries));
    expect(panelsTake(dense({ [name]: doubled }))).toBe(false);
  });

  it("a moving average above one, whose alpha is negative", () => {
    expect(panelsTake(dense({ bondsMovingAverage: 1_000_001n }))).toBe(false);
    expect(panelsTake(dense({ bondsMovingAverage: 1_000_001n }, { yuma3: false }))).toBe(false);
  });

  it("a moving average of nothing or all, with which no product is below one", () => {
    expect(panelsTake(dense({ bondsMovingAverage: 0n }))).toBe(false);
    expect(panelsTake(dense({ bondsMovingAverage: 1_000_000n }))).toBe(false);
  });

  it("stakes whose sum wraps", () => {
    const alphaStake = new BigUint64Array(24).fill((1n << 64n) - 1n);
    expect(panelsTake(dense({ alphaStake, stakeThreshold: 0n }))).toBe(false);
  });

  it.each([
    ["yuma2", { yuma3: false }],
    ["yuma3", { yuma3: true }],
    ["liquid alpha", { yuma3: true, liquidAlpha: true }],
  ])("stakes whose sum wraps to nearly nothing, so that each is one whole: %s", (_, mode) => {
    // Ranks of one, of which two come to more, on what all of a row goes to and everybody agrees on.
    const weights: [number, number][][] = [[[1, 1]], [[0, 1]], [[0, 1]]];
    const alphaStake = BigUint64Array.of(1n << 62n, (1n << 64n) - 1n, (1n << 62n) + 1_000n);
    for (const kappa of [0, 32_767, 65_535])
      for (const bondsPenalty of [0, 13_674, 65_535])
        expect(panelsTake(small(weights, weights, { alphaStake, kappa, bondsPenalty, ...mode }))).toBe(false);
  });

  it("a single voter, and none", () => {
    expect(panelsTake(dense({}, { validators: 1 }))).toBe(false);
    expect(panelsTake(dense({ validatorPermits: new Uint8Array(24) }))).toBe(false);
  });

  it("an active stake of exactly 2^32 - 1", () => {
    const weights: [number, number][][] = [[[2, 1]], [[2, 1]], []];
    const state = small(weights, [[], [], []], { alphaStake: BigUint64Array.of((1n << 32n) - 1n, 1n, 0n) });
    expect(panelsTake(state)).toBe(false);
    expect(panelsTake({ ...state, alphaStake: BigUint64Array.of((1n << 32n) - 3n, 3n, 0n) })).toBe(true);
  });

  it("an incentive of exactly 2^32 - 1", () => {
    // With kappa 0 nothing is clipped: ranks of 2^32 - 2 and 1 on one uid, 1 on the other, of 2^32 in all.
    const weights: [number, number][][] = [
      [[2, 1]],
      [
        [2, 1],
        [3, 1],
      ],
      [],
      [],
    ];
    const state = small(weights, [[], [], [], []], { alphaStake: BigUint64Array.of((1n << 32n) - 2n, 2n, 0n, 0n), kappa: 0 });
    expect(panelsTake(state)).toBe(false);
    expect(panelsTake({ ...state, kappa: 32_767 })).toBe(true);
  });

  it("an averaged bond of exactly 2^32 - 1", () => {
    // alpha x one + (1 - alpha) x 65535/65536, of which the second part is 1 short.
    const weights: [number, number][][] = [[[2, 1]], [[3, 1]], [], []];
    const bonds: [number, number][][] = [[[2, 65_535]], [[2, 1]], [], []];
    const state = small(weights, bonds, { yuma3: false, bondsPenalty: 0, bondsMovingAverage: 15n });
    expect(panelsTake(state)).toBe(false);
    expect(panelsTake({ ...state, bondsMovingAverage: 16n })).toBe(true);
  });

  it("a share of a column of exactly 2^32 - 1", () => {
    // One full bond beside one of raw 1: 2^64 / (2^32 + 1).
    const weights: [number, number][][] = [
      [[2, 1]],
      [
        [2, 1],
        [3, 65_535],
        [4, 65_535],
      ],
      [],
      [],
      [],
    ];
    const state = small(weights, [[[2, 65_535]], [], [], [], []], { bondsPenalty: 0, bondsMovingAverage: 999_969n });
    expect(panelsTake(state)).toBe(false);
    expect(panelsTake({ ...state, bondsMovingAverage: 999_900n })).toBe(true);
  });

  it("liquid alpha whose bounds leave nothing between them", () => {
    expect(panelsTake(dense({ alphaLow: 50_000, alphaHigh: 50_000 }, { liquidAlpha: true }))).toBe(false);
  });

  it("liquid alpha without a consensus, and a constant alpha that is no fraction", () => {
    expect(panelsTake(dense({ weights: rowsOf(alone(12)), bondsMovingAverage: 0n }, { liquidAlpha: true }))).toBe(false);
  });
});

/** Rows of one weight each, no two on one uid: no uid has a majority. */
function alone(validators: number): [number, number][][] {
  return Array.from({ length: 24 }, (_, uid): [number, number][] => (uid < validators ? [[uid + 12, 5]] : []));
}

describe("panels take liquid alpha without a consensus, which the constant alpha replaces", () => {
  const newest = { ruleSet: "spec-452", liquidAlphaConsensusMode: "previous" } as const;
  it.each<[string, Partial<SubnetState>]>([
    ["where no uid has a majority", {}],
    [
      "where explicit zeros and weights on oneself are the majority's",
      { weights: rowsOf(alone(12).map((row, uid) => (uid < 12 ? [[12, 0], ...row.filter(([at]) => at !== 12)] : row))) },
    ],
    ["by a previous consensus of nothing", { ...newest, weights: dense().weights, previousConsensus: new Uint16Array(24) }],
    ["by a previous consensus, without one of today", { ...newest, previousConsensus: new Uint16Array(24).fill(2_000) }],
  ])("%s", (_, changes) => {
    for (const bondsPenalty of [0, 20_000, 65_535]) {
      expect(panelsTake(dense({ weights: rowsOf(alone(12)), ...changes }, { liquidAlpha: true, bondsPenalty }))).toBe(true);
    }
  });

  it.each([0, 1, 65_535])("with a kappa of %i, of which every vote or none decides", (kappa) => {
    const { differences } = compare(dense({ weights: rowsOf(alone(12)), kappa }, { liquidAlpha: true }));
    expect(differences).toEqual([]);
  });
});

describe("sigmoids", () => {
  it.each([1_000, 999, 137, -250, 2_799, 2_801, 30_000])("are those of I32F32 at a steepness of %i", (alphaSigmoidSteepness) => {
    for (const backend of ["wasm", "wasm-scalar"] as const) {
      const [fast, general] = [false, true].map((matricesOnly) => new StagesEngine(backend, { matricesOnly }));
      for (const bondsPenalty of [0, 65_535]) {
        const recipe = { n: 256, validators: 256, seed: BigInt(alphaSigmoidSteepness + 40_000), bondsPenalty, liquidAlpha: true };
        const state = checkState(dense({ alphaSigmoidSteepness, alphaLow: 1, alphaHigh: 65_535 }, recipe));
        expect(epochDigest(fast!.epoch(state, {}))).toBe(epochDigest(general!.epoch(state, {})));
        expect([fast!.panelsRan, general!.panelsRan]).toEqual([true, false]);
      }
    }
  });
});

describe("fuzzing", () => {
  it("finds no difference between panels, matrices and the specification", () => {
    let panels = 0;
    for (let number = 0; number < 1_500; number++) {
      const { differences, panelsRan } = compare(fuzzState(1n, number));
      expect([number, differences]).toEqual([number, []]);
      panels += Number(panelsRan);
    }
    // Of eighteen rule sets the fast path serves the newest.
    expect(panels).toBeGreaterThan(100);
  });
});
