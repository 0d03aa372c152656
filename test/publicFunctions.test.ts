import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { BackendUnavailableError, EpochInputError, UnknownRuleError, YumaError } from "../bindings/errors.js";
import { halvingSchedule, issuanceAt, loadEconomicsSync } from "../bindings/economics/index.js";
import { compareEpochs, compareTrust, diff, explain, explainer, mostSurprising, whatIf } from "../bindings/explain/index.js";
import {
  advance,
  canonicalBytes,
  decodeResult,
  decodeState,
  encodeResult,
  encodeState,
  epochDigest,
  fromJson,
  loadYuma,
  loadYumaSync,
  ruleAt,
  subnetFromJson,
  toJson,
} from "../bindings/index.js";
import { reference } from "../bindings/reference/index.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import * as simulate from "../bindings/simulate/index.js";
import * as testing from "../bindings/testing/index.js";
import type { EpochResult, SubnetState } from "../bindings/types.js";
import { explainInWords } from "../bindings/words/index.js";
import { readVectors } from "./vectors.js";

const STATE = fromJson(readVectors("epoch/basic")[0]!.in);
const RESULT = reference.epoch(STATE);
const SCENARIO = simulate.readScenario(SCENARIOS["clipping-demo"]);
const VARIANT = SCENARIO.variants[0]!;
const ECONOMICS = loadEconomicsSync();
const RESIDENT = loadYumaSync().resident(STATE);
const ROW = { uids: Uint16Array.of(1), values: Uint16Array.of(5) };

/** Every call with its arguments right, and the paths that an error names when each of them is wrong. */
const CALLS: Record<string, { call: (...given: any[]) => unknown; right: unknown[]; paths: RegExp[] }> = {
  fromJson: { call: fromJson, right: [toJson(STATE)], paths: [/^$/] },
  subnetFromJson: { call: subnetFromJson, right: [readVectors("newer-rules/epoch-null")[0]!.in], paths: [/^$/] },
  epochDigest: { call: epochDigest, right: [RESULT], paths: [/^result/] },
  canonicalBytes: { call: canonicalBytes, right: [RESULT], paths: [/^result/] },
  encodeState: { call: encodeState, right: [STATE], paths: [/^$/] },
  decodeState: { call: decodeState, right: [encodeState(STATE)], paths: [/^bytes/] },
  encodeResult: { call: encodeResult, right: [STATE, RESULT], paths: [/^$/, /^result/] },
  decodeResult: { call: decodeResult, right: [encodeResult(STATE, RESULT)], paths: [/^bytes/] },
  ruleAt: { call: ruleAt, right: ["epoch", 475], paths: [/^kind$/, /^spec$/] },
  loadYuma: { call: loadYuma, right: [{}], paths: [/^options/] },
  loadYumaSync: { call: loadYumaSync, right: [{}], paths: [/^options/] },
  loadEconomicsSync: { call: loadEconomicsSync, right: [{}], paths: [/^options/] },
  epoch: { call: reference.epoch, right: [STATE, {}], paths: [/^$/, /^options$/] },
  resident: { call: reference.resident, right: [STATE], paths: [/^$/] },
  "resident().setWeights": { call: RESIDENT.setWeights, right: [0, ROW], paths: [/^uid$/, /^row/] },
  "resident().setBonds": { call: RESIDENT.setBonds, right: [0, ROW], paths: [/^uid$/, /^row/] },
  "resident().set": { call: RESIDENT.set, right: ["alphaStake", 0, 5n], paths: [/^field$/, /^uid$/, /^alphaStake\[0\]$/] },
  "resident().change": { call: RESIDENT.change, right: [{ kappa: 5 }], paths: [/^fields$/] },
  "resident().run": { call: RESIDENT.run, right: [{ outputs: [] }], paths: [/^options$/] },
  subnetEpoch: {
    call: reference.subnetEpoch,
    right: [subnetFromJson(readVectors("newer-rules/epoch-null")[0]!.in), {}],
    paths: [/^$/, /^options$/],
  },
  blockEmission: { call: ECONOMICS.blockEmission, right: [{ issuance: 0n }], paths: [/^$/] },
  halvingSchedule: { call: halvingSchedule, right: [{}], paths: [/^options$/] },
  issuanceAt: { call: issuanceAt, right: [5n, {}], paths: [/^blocksAhead$/, /^options$/] },
  explain: { call: explain, right: [reference, STATE, 0], paths: [/^yuma$/, /^$/, /^uid$/] },
  explainInWords: { call: explainInWords, right: [reference, STATE, 0, {}], paths: [/^yuma$/, /^$/, /^uid$/, /^options$/] },
  explainer: { call: explainer, right: [reference, STATE], paths: [/^yuma$/, /^$/] },
  mostSurprising: { call: mostSurprising, right: [STATE, RESULT], paths: [/^$/, /^result/] },
  compareTrust: { call: compareTrust, right: [reference, STATE, STATE, 0], paths: [/^yuma$/, /^(before)?$/, /^(after)?$/, /^uid$/] },
  compareEpochs: { call: compareEpochs, right: [reference, STATE, STATE, 0], paths: [/^yuma$/, /^before$/, /^after$/, /^uid$/] },
  whatIf: { call: whatIf, right: [reference, STATE, 0, { kappa: 9 }], paths: [/^yuma$/, /^$/, /^uid$/, /^changes/] },
  diff: {
    call: diff,
    right: [
      { yuma: reference, state: STATE },
      { yuma: reference, state: STATE },
    ],
    paths: [/^a$/, /^b$/],
  },
  epochBlocks: { call: simulate.epochBlocks, right: [STATE], paths: [/^state$/] },
  advance: { call: advance, right: [STATE, RESULT, 5n], paths: [/^$/, /^result$/, /^blocks$/] },
  setWeights: { call: simulate.setWeights, right: [STATE, new Map([[0, [[1, 5]]]]), 5n], paths: [/^$/, /^rows$/, /^block$/] },
  registerUid: { call: simulate.registerUid, right: [STATE, 3, 5n], paths: [/^$/, /^uid$/, /^block$/] },
  resetBonds: { call: simulate.resetBonds, right: [STATE, 3], paths: [/^$/, /^uid$/] },
  upgrade: { call: simulate.upgrade, right: [STATE, "spec-475"], paths: [/^$/, /^ruleSet$/] },
  rulesOf: { call: simulate.rulesOf, right: ["2024-09-01"], paths: [/^$/] },
  readScenario: { call: simulate.readScenario, right: [SCENARIOS["clipping-demo"], "mine.json"], paths: [/^$/, /^file$/] },
  simulate: { call: simulate.simulate, right: [reference, STATE, { epochs: 1 }], paths: [/^yuma$/, /^$/, /^options$/] },
  simulationStates: { call: simulate.simulationStates, right: [STATE, { epochs: 1 }], paths: [/^$/, /^options$/] },
  scenarioStates: { call: simulate.scenarioStates, right: [SCENARIO, VARIANT], paths: [/^scenario$/, /^variant$/] },
  runScenario: {
    call: simulate.runScenario,
    right: [reference, SCENARIO, VARIANT, {}],
    paths: [/^yuma$/, /^scenario$/, /^variant$/, /^options$/],
  },
  retentionMap: { call: simulate.retentionMap, right: [reference, {}], paths: [/^yuma$/, /^options$/] },
  retentionMapOnGpu: {
    call: simulate.retentionMapOnGpu,
    right: [{ upload: () => {}, sweep: () => {} } as never, {}],
    paths: [/^gpu$/, /^options$/],
  },
  retentionMapOnPool: { call: simulate.retentionMapOnPool, right: [{ resident: () => {} } as never, {}], paths: [/^pool$/, /^options$/] },
  retentionMapSize: { call: simulate.retentionMapSize, right: [{}], paths: [/^options$/] },
  neededUtility: {
    call: simulate.neededUtility,
    right: [reference, 0.6, { uids: 4, validators: 2, minorWeights: [1] }],
    paths: [/^yuma$/, /^majorStake$/, /^options$/],
  },
  hostileState: { call: testing.hostileState, right: [{}], paths: [/^options$/] },
  plainState: { call: testing.plainState, right: [{}], paths: [/^options$/] },
  hostileSubnet: { call: testing.hostileSubnet, right: [{}], paths: [/^options$/] },
  plainSubnet: { call: testing.plainSubnet, right: [{}], paths: [/^options$/] },
  rowsOf: { call: testing.rowsOf, right: [[[[0, 1]]]], paths: [/^rows/] },
};

const WRONG: unknown[] = [
  null,
  "x",
  -1,
  -1n,
  NaN,
  true,
  Symbol("x"),
  [],
  new Map([["x", 1]]),
  new Date(0),
  new Uint8Array(3),
  Object.create(null, { x: { value: 1, enumerable: true } }),
];

async function failure(run: () => unknown): Promise<unknown> {
  try {
    return { gave: await run() };
  } catch (error) {
    return error;
  }
}

describe("every public function", () => {
  it.each(Object.entries(CALLS))("%s takes what is right, and names what is wrong", async (_, { call, right, paths }) => {
    expect(await failure(() => call(...right))).not.toBeInstanceOf(Error);
    for (const [i, path] of paths.entries()) {
      for (const wrong of WRONG) {
        if (typeof wrong === typeof right[i] && typeof wrong !== "object" && typeof wrong !== "string" && wrong !== -1 && wrong !== -1n)
          continue;
        // A list of nothing is a list.
        if (Array.isArray(wrong) && Array.isArray(right[i])) continue;
        const error = await failure(() => call(...right.with(i, wrong)));
        if (typeof wrong === "string" && typeof right[i] === "string" && !(error instanceof Error)) continue;
        expect(error, `argument ${i}: ${String(typeof wrong)}`).toBeInstanceOf(YumaError);
        // Where the argument is an object, one that has other fields is answered with the first of them.
        if (wrong === null || typeof wrong !== "object") expect((error as YumaError).path).toMatch(path);
      }
    }
  });

  it("is called here", async () => {
    const entries = [
      await import("../bindings/index.js"),
      await import("../bindings/economics/index.js"),
      await import("../bindings/explain/index.js"),
      await import("../bindings/words/index.js"),
      simulate,
      testing,
    ];
    const functions = entries
      .flatMap((entry) => Object.entries(entry))
      .filter(([name, value]) => typeof value === "function" && !name.endsWith("Error"));
    expect(
      functions
        .map(([name]) => name)
        .filter((name) => !(name in CALLS))
        .sort(),
    ).toEqual(["loadEconomics", "toJson"]);
  });

  it("takes objects of another realm", () => {
    const elsewhere = (text: string) => vm.runInNewContext(text) as never;
    expect(simulate.setWeights(STATE, elsewhere("new Map([[0, [[1, 5]]]])"), 5n).lastUpdate[0]).toBe(5n);
    expect(reference.epoch(STATE, elsewhere("({ digest: true })")).digest).toBe(epochDigest(RESULT));
  });

  it("is right about what its errors are", () => {
    expect(new BackendUnavailableError("x")).toBeInstanceOf(YumaError);
    expect(() => ruleAt("epoch", 1)).toThrow(UnknownRuleError);
  });
});

function error(run: () => unknown): EpochInputError {
  try {
    run();
  } catch (caught) {
    if (caught instanceof EpochInputError) return caught;
    throw caught;
  }
  throw new Error("nothing was thrown");
}

/** Asked for anything, it throws an error of the language's. */
function revoked(target: object): never {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy as never;
}

describe("a proxy that was revoked", () => {
  it.each<[string, () => unknown, string]>([
    ["as a state", () => reference.epoch(revoked({})), ""],
    ["as options", () => reference.epoch(STATE, revoked({})), "options"],
    ["as rows", () => reference.epoch({ ...STATE, bonds: revoked({}) }), "bonds"],
    ["as an array", () => reference.epoch({ ...STATE, alphaStake: revoked([]) }), "alphaStake"],
    ["as JSON", () => fromJson(revoked([])), ""],
    ["as a part of JSON", () => fromJson({ ...(toJson(STATE) as object), weights: revoked([]) }), "weights"],
    ["as a subnet", () => subnetFromJson(revoked({})), ""],
    ["as an engine", () => explain(revoked({}), STATE, 0), "yuma"],
    ["as rows to set", () => simulate.setWeights(STATE, revoked(new Map()), 5n), "rows"],
    ["for JSON", () => toJson({ a: revoked({}) }), "a"],
    ["as a result", () => epochDigest(revoked({})), "result"],
  ])("%s", (_, run, path) => expect(error(run).path).toBe(path));
});

describe("options", () => {
  it("may be inherited, as fields of a state may be", () => {
    expect(reference.epoch(Object.create(STATE) as SubnetState, Object.create({ digest: true }) as object).digest).toBe(
      epochDigest(RESULT),
    );
  });
});

describe("between two epochs", () => {
  it.each<[string, () => unknown, string]>([
    ["a weight of 70000", () => simulate.setWeights(STATE, new Map([[0, [[1, 70_000]]]]), 5n), "rows[0][0][1]"],
    ["a weight of -1", () => simulate.setWeights(STATE, new Map([[0, [[1, -1]]]]), 5n), "rows[0][0][1]"],
    ["a weight on uid 65537", () => simulate.setWeights(STATE, new Map([[0, [[65_537, 1]]]]), 5n), "rows[0][0][0]"],
    ["a row of uid 99", () => simulate.setWeights(STATE, new Map([[99, []]]), 5n), "rows"],
    ["a block of -1", () => simulate.setWeights(STATE, new Map(), -1n), "block"],
    ["a newcomer at uid 99", () => simulate.registerUid(STATE, 99, 5n), "uid"],
    ["a newcomer in block -1", () => simulate.registerUid(STATE, 1, -1n), "block"],
    ["a reset of uid 0.5", () => simulate.resetBonds(STATE, 0.5), "uid"],
    ["rules that there are not", () => simulate.upgrade(STATE, "x" as never), "ruleSet"],
    ["blocks beyond the last", () => advance(STATE, RESULT, 2n ** 64n - 1n), "blocks"],
    ["a result of another network", () => advance(STATE, { ...RESULT, consensus: new Uint16Array(3) }), "result.consensus"],
  ])("%s", (_, run, path) => expect(error(run).path).toBe(path));

  it("what `before` gives is checked", () => {
    const run = (before: unknown) => [...simulate.simulate(reference, STATE, { epochs: 2, before: before as never })];
    expect(error(() => run(() => null))).toMatchObject({ path: "", expected: "an object" });
    expect(error(() => run((state: SubnetState) => ({ ...state, kappa: -1 }))).path).toBe("kappa");
  });

  it("what comes back from an engine is checked", () => {
    const states = simulate.simulationStates(STATE, { epochs: 2 });
    states.next();
    expect(error(() => states.next({ ...RESULT, bonds: null } as never)).path).toBe("result.bonds");
  });

  it("a scenario that was not read is checked as one that was", () => {
    const run = (change: object) => simulate.scenarioStates({ ...SCENARIO, ...change }, VARIANT);
    expect(error(() => simulate.scenarioStates(SCENARIOS["clipping-demo"] as never, VARIANT)).message).toMatch(
      /^scenario: .* goes through readScenario first, got /,
    );
    expect(error(() => run({ epochs: 1e9 })).path).toBe("scenario.epochs");
    expect(error(() => run({ validators: new Array(2 ** 32 - 1) })).path).toBe("scenario.validators");
    expect(error(() => run({ registrations: [{ epoch: 0, who: 99 }] })).path).toBe("scenario.registrations[0].who");
    expect(error(() => run({ stakes: [{ epochs: [0, 1], stake: new Map([[0, -1n]]) }] })).path).toBe("scenario.stakes[0].stake[0]");
    expect(error(() => run({ hyperparameters: { kapa: 1 } }))).toMatchObject({ path: "scenario.hyperparameters.kapa", nearest: "kappa" });
  });
});

describe("a rule of the block emission", () => {
  it.each<[string, (issuanceRao: bigint) => unknown]>([
    ["that gives numbers", () => 0],
    ["that gives less than nothing", () => -1n],
    ["that never ends", () => 5n],
    ["that falls with every rao", (issuanceRao) => 21_000_000_000_000_000n - issuanceRao],
  ])("%s", (_, blockEmission) => {
    expect(error(() => halvingSchedule({ blockEmission: blockEmission as never })).path).toMatch(/^options\.blockEmission/);
  });

  it("is asked a bounded number of times", () => {
    let asked = 0;
    // Steps that are as far apart as they have to be, and too many.
    const blockEmission = (issuanceRao: bigint) => (asked++, BigInt(Math.floor(Math.sqrt(Number(21_000_000_000_000_000n - issuanceRao)))));
    error(() => halvingSchedule({ blockEmission }));
    expect(asked).toBeLessThan(1_000_000);
  });
});

describe("toJson", () => {
  it("takes arrays by what they are", () => {
    const foreign = vm.runInNewContext("({ a: BigUint64Array.of(5n), b: Uint8Array.of(1), c: Uint16Array.of(7) })") as object;
    expect(toJson(foreign)).toEqual({ a: ["5"], b: [true], c: [7] });
  });

  it.each<[string, unknown, string]>([
    ["a function", () => 5, ""],
    ["nothing", undefined, ""],
    ["no number", { a: [NaN] }, "a[0]"],
    ["other arrays", { a: new Float64Array(3) }, "a"],
    ["rows that are none", { bonds: { starts: 5 } }, "bonds"],
    ["rows that reach beyond their entries", { starts: Uint32Array.of(0, 1e9), uids: new Uint16Array(1), values: new Uint16Array(1) }, ""],
    ["rows that go back", { starts: Uint32Array.of(0, 4, 1), uids: new Uint16Array(1), values: new Uint16Array(1) }, ""],
  ])("refuses %s", (_, value, path) => expect(error(() => toJson(value)).path).toBe(path));

  it("has an end", () => {
    const endless: unknown[] = [];
    endless.push(endless);
    expect(error(() => toJson(endless)).expected).toContain("at most 64 levels");
  });
});

describe("a digest", () => {
  it("is of a result, and of all of it", () => {
    expect(error(() => epochDigest({ ...RESULT, stake: new BigUint64Array(3) })).path).toBe("result.stake");
    expect(error(() => epochDigest({ active: RESULT.active } as EpochResult)).message).toContain(
      "result.stakeWeight: expected the fields stakeWeight, consensus",
    );
    const foreign = vm.runInNewContext("(result) => ({ ...result })") as (result: EpochResult) => EpochResult;
    expect(epochDigest(foreign(RESULT))).toBe(reference.epoch(STATE, { digest: true }).digest);
  });
});
