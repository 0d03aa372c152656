import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkState, fromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { checkYuma } from "../bindings/boundary/result.js";
import { advance, loadYumaSync } from "../bindings/index.js";
import { EpochInputError, EpochSizeError, ResidentClosedError } from "../bindings/errors.js";
import { RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import { mapRows, rowOf } from "../bindings/simulate/rows.js";
import { denseState } from "../bindings/verify/recipe.js";
import { hostileState, plainState, rowsOf } from "../bindings/testing/index.js";
import type { EpochResult, ResidentState, StateChanges, SubnetState, UidField, Yuma } from "../bindings/types.js";
import { BACKEND_NAMES, backendNamed, describeBackends } from "./backends.js";
import { readVectors } from "./vectors.js";

const SEED = 20_261_128;

const UID_FIELDS: readonly UidField[] = ["lastUpdate", "blockAtRegistration", "commitBlocks", "alphaStake", "taoStake", "validatorPermits"];

const FIELDS = [
  ...UID_FIELDS,
  "currentBlock",
  "activityCutoff",
  "taoWeight",
  "stakeThreshold",
  "ownerUid",
  "commitReveal",
  "tempo",
  "lastMechanismStepBlock",
  "lastYumaStepBlock",
  "maxAllowedValidators",
  "kappa",
  "bondsPenalty",
  "bondsMovingAverage",
  "yuma3",
  "liquidAlpha",
  "alphaSigmoidSteepness",
  "alphaLow",
  "alphaHigh",
  "liquidAlphaConsensusMode",
  "weights",
  "bonds",
  "previousConsensus",
  "raoEmission",
] as const satisfies readonly (keyof StateChanges)[];

/** What is done to a resident state; what is new in it is taken from one of some states of the same size and rules. */
type Step =
  | { do: "weights" | "bonds"; uid: number; from: SubnetState }
  | { do: "set"; field: UidField; uid: number; from: SubnetState }
  | { do: "change"; fields: (typeof FIELDS)[number][]; from: SubnetState }
  | { do: "advance"; blocks: bigint; views: boolean }
  | { do: "run" };

function stepOf(n: number, from: readonly SubnetState[]): fc.Arbitrary<Step> {
  const source = fc.constantFrom(...from);
  const uid = fc.integer({ min: 0, max: Math.max(n - 1, 0) });
  const steps: fc.Arbitrary<Step>[] = [
    fc.record({ do: fc.constant("change"), fields: fc.subarray([...FIELDS], { minLength: 1, maxLength: 4 }), from: source }),
    fc.record({ do: fc.constant("advance"), blocks: fc.bigInt({ min: 0n, max: 400n }), views: fc.boolean() }),
    fc.record({ do: fc.constant("run") }),
  ];
  if (n > 0) {
    steps.push(fc.record({ do: fc.constantFrom("weights" as const, "bonds" as const), uid, from: source }));
    steps.push(fc.record({ do: fc.constant("set"), field: fc.constantFrom(...UID_FIELDS), uid, from: source }));
  }
  return fc.oneof(...steps);
}

/** The state after a step, as anybody would write it down; null where it cannot be. */
function stepped(yuma: Yuma, state: SubnetState, step: Step): SubnetState | null {
  switch (step.do) {
    case "weights":
    case "bonds":
      return { ...state, [step.do]: mapRows(state[step.do], (row, uid) => (uid === step.uid ? rowOf(step.from[step.do], uid) : row)) };
    case "set": {
      const list = state[step.field]!.slice();
      list[step.uid] = step.from[step.field]![step.uid]!;
      return { ...state, [step.field]: list };
    }
    case "change":
      return { ...state, ...Object.fromEntries(step.fields.map((field) => [field, step.from[field]])) };
    case "advance":
      return state.currentBlock + step.blocks < 1n << 64n ? advance(state, yuma.epoch(state), step.blocks) : null;
    case "run":
      return state;
  }
}

/** What a step gives on the way is that of the state as it was. */
function take(resident: ResidentState, step: Step, was: () => EpochResult): void {
  if (step.do === "weights" || step.do === "bonds") {
    const { starts, uids, values } = step.from[step.do];
    const [start, end] = starts.subarray(step.uid, step.uid + 2);
    const row = { uids: uids.subarray(start, end), values: values.subarray(start, end) };
    if (step.do === "weights") resident.setWeights(step.uid, row);
    else resident.setBonds(step.uid, row);
  } else if (step.do === "set") {
    resident.set(step.field, step.uid, step.from[step.field]![step.uid]!);
  } else if (step.do === "change") {
    resident.change(Object.fromEntries(step.fields.map((field) => [field, step.from[field]])));
  } else if (step.do === "advance") {
    expect(toJson(resident.run({ views: step.views, advance: step.blocks }))).toEqual(toJson(was()));
  }
}

const RULE_SETS_OF_TODAY = RULE_SET_IDS.slice(-5);

/** A state and what is done to it. */
const story = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...RULE_SETS_OF_TODAY)).chain(([n, ruleSet]) => {
  const sized = { minUids: n, maxUids: n, ruleSets: [ruleSet] };
  return fc
    .tuple(hostileState(sized), plainState(sized), plainState(sized))
    .chain((states) => fc.tuple(fc.constantFrom(...states), fc.array(stepOf(n, states), { minLength: 1, maxLength: 12 })));
});

describeBackends("a resident state", ({ yuma }, name) => {
  const numRuns = name === "reference" ? 40 : 200;

  it("gives what an epoch of the changed state gives, whatever was changed before", () => {
    let advanced = 0;
    fc.assert(
      fc.property(story, ([start, steps]) => {
        const resident = yuma.resident(start);
        let state = start;
        for (const step of steps) {
          const next = stepped(yuma, state, step);
          if (next === null) continue;
          const before = state;
          take(resident, step, () => yuma.epoch(before));
          state = next;
          advanced += Number(step.do === "advance");
          expect(toJson(resident.run())).toEqual(toJson(yuma.epoch(state)));
          expect(resident.state()).toEqual(checkState(state));
        }
        resident.close();
      }),
      { numRuns, seed: SEED },
    );
    expect(advanced).toBeGreaterThan(numRuns / 2);
  });

  it("is undisturbed by others of its engine, and by plain epochs", () => {
    const two = fc.tuple(story, story, plainState());
    fc.assert(
      fc.property(two, ([[a, stepsOfA], [b, stepsOfB], other]) => {
        const held = [a, b].map((state) => ({ state, resident: yuma.resident(state) }));
        for (let i = 0; i < Math.max(stepsOfA.length, stepsOfB.length); i++) {
          [stepsOfA[i], stepsOfB[i]].forEach((step, k) => {
            const one = held[k]!;
            const next = step === undefined ? null : stepped(yuma, one.state, step);
            if (next === null) return;
            take(one.resident, step!, () => yuma.epoch(one.state));
            one.state = next;
          });
          const views = held.map(({ resident }) => resident.run({ views: true }));
          yuma.epoch(other);
          held.forEach(({ state }, k) => expect(toJson(views[k]!)).toEqual(toJson(yuma.epoch(state))));
        }
      }),
      { numRuns: numRuns / 4, seed: SEED },
    );
  });

  it("gives trace, digest and outputs as asked for, and nothing else", () => {
    fc.assert(
      fc.property(hostileState({ ruleSets: RULE_SETS_OF_TODAY }), (state) => {
        const resident = yuma.resident(state);
        const whole = yuma.epoch(state, { trace: true, digest: true });
        expect(toJson(resident.run({ trace: true, digest: true }))).toEqual(toJson(whole));
        expect(resident.run({ outputs: [] })).toEqual({});
        expect(resident.run({ outputs: [], digest: true })).toEqual({ digest: whole.digest });
        const { emission, bonds } = whole;
        expect(resident.run({ outputs: ["emission", "bonds"] })).toEqual({ emission, bonds });
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it("holds under every rule set, with what the chain would have aborted on", () => {
    let traps = 0;
    fc.assert(
      fc.property(hostileState({ ruleSets: RULE_SET_IDS }), (state) => {
        const outcome = (run: () => object) => {
          try {
            return toJson(run());
          } catch (error) {
            traps++;
            return String(error);
          }
        };
        const resident = yuma.resident(state);
        expect(outcome(() => resident.run())).toEqual(outcome(() => yuma.epoch(state)));
        // It is as good after a trap as before.
        resident.change({ kappa: 5 });
        expect(outcome(() => resident.run())).toEqual(outcome(() => yuma.epoch({ ...state, kappa: 5 })));
      }),
      { numRuns: 400, seed: SEED },
    );
    expect(traps).toBeGreaterThan(0);
  });
});

const STATE = fromJson(readVectors("epoch/basic")[0]!.in);
const yuma = loadYumaSync();

function failure(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

const ROW = { uids: Uint16Array.of(1), values: Uint16Array.of(5) };

const WRONG: [string, (resident: ResidentState) => unknown, string][] = [
  ["an unknown uid's weights", (r) => r.setWeights(r.n, ROW), `uid: expected a uid from 0 to ${STATE.n - 1}, got ${STATE.n}`],
  ["a negative uid's bonds", (r) => r.setBonds(-1, ROW), `uid: expected a uid from 0 to ${STATE.n - 1}, got -1`],
  ["a row of two lengths", (r) => r.setBonds(0, { ...ROW, values: new Uint16Array(2) }), "row.values: expected length 1, got 2"],
  ["a row of numbers", (r) => r.setWeights(0, { ...ROW, uids: [1] as never }), "row.uids: expected a Uint16Array, got [1]"],
  ["no row", (r) => r.setWeights(0, null as never), "row: expected an object, got null"],
  ["a row with more", (r) => r.setWeights(0, { ...ROW, starts: 1 } as never), "row.starts: expected one of the fields uids, values"],
  ["another size", (r) => r.change({ n: 3 } as never), "n: expected no such change"],
  ["other rules", (r) => r.change({ ruleSet: "spec-397" } as never), "ruleSet: expected no such change"],
  ["stakes of another size", (r) => r.change({ alphaStake: new BigUint64Array(1) }), `alphaStake: expected length ${STATE.n}, got 1`],
  ["rows of another size", (r) => r.change({ weights: rowsOf([[]]) }), `weights.starts: expected length ${STATE.n + 1}, got 2`],
  ["a field that is none", (r) => r.change({ kapa: 1 } as never), "kapa: expected one of the fields"],
  ["a kappa beyond u16", (r) => r.change({ kappa: 65_536 }), "kappa: expected a u16, got 65536"],
  ["a steepness beyond i16", (r) => r.change({ alphaSigmoidSteepness: 40_000 }), "alphaSigmoidSteepness: expected an i16, got 40000"],
  ["an element of no list", (r) => r.set("kappa" as never, 0, 1 as never), "field: expected one of the fields"],
  ["an object in place of a name", (r) => r.set({ toString: () => "alphaStake" } as never, 0, 1n as never), "field: expected one of"],
  ["a permit of two", (r) => r.set("validatorPermits", 0, 2), "validatorPermits[0]: expected 0 or 1, got 2"],
  ["a stake of a number", (r) => r.set("alphaStake", 0, 2 as never), "alphaStake[0]: expected a u64 as bigint, got 2"],
  ["an output that is none", (r) => r.run({ outputs: ["emision" as never] }), "options.outputs[0]: expected one of the outputs"],
  ["blocks that are none", (r) => r.run({ advance: -1n }), "options.advance: expected a u64 as bigint"],
  ["blocks beyond the last", (r) => r.run({ advance: (1n << 64n) - 1n }), "options.advance: expected a u64 as bigint"],
];

describe.each(BACKEND_NAMES)("what is refused on %s", (name) => {
  const engine = backendNamed(name).yuma;

  it.each(WRONG)("%s, by name, and nothing is changed", (_, wrong, message) => {
    const resident = engine.resident(STATE);
    const error = failure(() => wrong(resident));
    expect(error).toBeInstanceOf(EpochInputError);
    expect((error as Error).message).toContain(message);
    expect(resident.state()).toEqual(checkState(STATE));
    expect(resident.run()).toEqual(engine.epoch(STATE));
  });

  it("a change of several fields, of which the last is wrong", () => {
    const resident = engine.resident(STATE);
    expect(failure(() => resident.change({ kappa: 1, raoEmission: -1n }))).toMatchObject({ path: "raoEmission" });
    expect(resident.state()).toEqual(checkState(STATE));
  });

  it("everything but closing once it is closed", () => {
    const resident = engine.resident(STATE);
    resident[Symbol.dispose]();
    resident.close();
    const calls: (() => unknown)[] = [
      () => resident.setWeights(0, ROW),
      () => resident.setBonds(0, ROW),
      () => resident.set("alphaStake", 0, 1n),
      () => resident.change({ kappa: 1 }),
      () => resident.run(),
      () => resident.state(),
    ];
    for (const call of calls) {
      const error = failure(call);
      expect(error).toBeInstanceOf(ResidentClosedError);
      expect(error).toMatchObject({ code: "resident-closed", path: "", message: "this resident state is closed" });
    }
  });

  it("nothing that the caller writes to its arrays afterwards", () => {
    const mine = { ...STATE, alphaStake: STATE.alphaStake.slice() };
    const resident = engine.resident(mine);
    mine.alphaStake.fill(1n);
    const row = { uids: Uint16Array.of(1), values: Uint16Array.of(5) };
    resident.setWeights(0, row);
    row.values.fill(9);
    const result: EpochResult = resident.run();
    result.consensus.fill(1);
    const changed = checkState({ ...STATE, weights: mapRows(STATE.weights, (stored, uid) => (uid === 0 ? [[1, 5]] : stored)) });
    expect(resident.state()).toEqual(changed);
    resident.run({ advance: 5n }).bonds.values.fill(1);
    expect(resident.state().bonds).toEqual(engine.epoch(changed).bonds);
  });
});

describe("memory", () => {
  it("views are those of the resident state's own memory, and are not taken for changes of it", () => {
    const resident = yuma.resident(STATE);
    const { stake, bonds } = resident.run({ views: true });
    expect(failure(() => resident.change({ alphaStake: stake }))).toMatchObject({ path: "alphaStake" });
    expect(failure(() => resident.setBonds(0, bonds as never))).toBeInstanceOf(EpochInputError);
    expect(failure(() => resident.setBonds(0, { uids: bonds.uids, values: bonds.values }))).toMatchObject({ path: "row.uids" });
    expect(yuma.resident(STATE).state()).toEqual(resident.state());
  });

  it("a row that does not fit is refused, and the state is as it was", () => {
    const n = 65_535;
    const list = new BigUint64Array(n);
    const nobody = { starts: new Uint32Array(n + 1), uids: new Uint16Array(0), values: new Uint16Array(0) };
    const large: SubnetState = {
      ...STATE,
      n,
      lastUpdate: list,
      blockAtRegistration: list,
      commitBlocks: list,
      alphaStake: list,
      taoStake: list,
      validatorPermits: new Uint8Array(n),
      weights: nobody,
      bonds: nobody,
      previousConsensus: new Uint16Array(0),
    };
    const resident = yuma.resident(large);
    const row = { uids: new Uint16Array(2 ** 28), values: new Uint16Array(2 ** 28) };
    resident.setWeights(1, row);
    expect(failure(() => resident.setWeights(2, { uids: new Uint16Array(2 ** 29), values: new Uint16Array(2 ** 29) }))).toBeInstanceOf(
      EpochSizeError,
    );
    resident.setWeights(1, { uids: new Uint16Array(0), values: new Uint16Array(0) });
    expect(resident.run({ outputs: [], digest: true })).toEqual({ digest: yuma.epoch(large, { digest: true }).digest });
  });

  it.each([true, false])("results outlast the bonds that grow over them: views %s", (views) => {
    const dense = denseState({ n: 128, validators: 96, seed: 5n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: false });
    const before: SubnetState = { ...dense, bonds: rowsOf(Array.from({ length: 128 }, () => [])) };
    const resident = yuma.resident(before);
    for (let state = before, epoch = 0; epoch < 3; epoch++) {
      const result = yuma.epoch(state);
      expect(result.bonds.uids.length).toBeGreaterThan(9_000);
      expect(resident.run({ views, advance: 7n })).toEqual(result);
      state = advance(state, result, 7n);
      expect(resident.state()).toEqual(checkState(state));
    }
  });

  it("thousands may be open, and are free when nobody holds them", () => {
    for (let i = 0; i < 3_000; i++) yuma.resident(STATE);
  });
});

describe("an engine of the caller's own", () => {
  const { epoch, subnetEpoch, backend } = yuma;

  it("has resident states by its epochs where it has none itself", () => {
    let epochs = 0;
    const counting = { backend, subnetEpoch, epoch: ((state: SubnetState) => (epochs++, epoch(state, { digest: true }))) as Yuma["epoch"] };
    const resident = checkYuma(counting).resident(STATE);
    resident.change({ kappa: 20_000 });
    expect(resident.run({ digest: true })).toEqual(epoch({ ...STATE, kappa: 20_000 }, { digest: true }));
    expect(epochs).toBe(1);
  });

  it("is told where what its own give is no result", () => {
    const resident = (state: SubnetState) => ({ ...yuma.resident(state), run: () => ({ emission: 1 }) });
    const lying = { ...yuma, resident } as unknown as Yuma;
    const told = checkYuma(lying).resident(STATE);
    expect(() => told.run({ outputs: ["emission"] })).toThrow("yuma.resident().run().emission: expected a BigUint64Array, got 1");
  });
});
