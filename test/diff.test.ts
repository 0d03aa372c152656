import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STAGE_PARTS, diff, isEqual } from "../bindings/diff/index.js";
import { placesOf } from "../bindings/diff/places.js";
import { fromJson } from "../bindings/boundary/input.js";
import { RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import type { RuleSet, SubnetState } from "../bindings/types.js";
import { underRules } from "../bindings/simulate/underRules.js";
import { BACKEND_NAMES, backendNamed } from "./backends.js";
import { plainState, rowsOf } from "../bindings/testing/index.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");
const compare = (a: SubnetState, b: SubnetState) => diff({ yuma, state: a }, { yuma, state: b });
/** Under liquid alpha, with some consensus. */
const STATE = readVectors("epoch/liquid")
  .map((vector) => fromJson(vector.in))
  .find((state) => state.yuma3 && state.liquidAlpha && yuma.epoch(state).consensus.filter((value) => value > 0).length > 2)!;
const NEWEST: SubnetState = { ...STATE, ruleSet: "spec-475", liquidAlphaConsensusMode: "current" };

describe("diff", () => {
  it("compares every part of the trace and of the result once", () => {
    const there = RULE_SET_IDS.flatMap((id) => {
      const { trace, ...result } = yuma.epoch(underRules(NEWEST, id).state, { trace: true });
      return [...Object.keys(trace!).map((field) => `trace ${field}`), ...Object.keys(result).map((field) => `result ${field}`)];
    });
    const parts = Object.values(STAGE_PARTS)
      .flat()
      .map(([source, field]) => `${source} ${field}`);
    expect([...parts].sort()).toEqual([...new Set(there)].sort());
  });

  it("finds nothing between a state and itself, on any two backends", () => {
    const equal = { inputs: [], stages: [], only: { a: [], b: [] }, traps: { a: null, b: null } };
    expect(compare(STATE, structuredClone(STATE))).toEqual(equal);
    expect(isEqual(equal)).toBe(true);
    for (const name of BACKEND_NAMES) {
      expect(diff({ yuma, state: STATE }, { yuma: backendNamed(name).yuma, state: STATE })).toEqual(equal);
    }
  });

  it("is empty where the parts that both have are equal, and only there", () => {
    fc.assert(
      fc.property(plainState(), fc.constantFrom(...RULE_SET_IDS), fc.constantFrom(...RULE_SET_IDS), (state, one, other) => {
        const [a, b] = [one, other].map(
          (ruleSet) => underRules({ ...state, alphaSigmoidSteepness: Math.abs(state.alphaSigmoidSteepness) & 0x7fff }, ruleSet).state,
        );
        const [left, right] = [yuma.epoch(a!), yuma.epoch(b!)] as [object, object];
        const { stages, only } = compare(a!, b!);
        expect(only).toEqual({ a: without(left, right), b: without(right, left) });
        const both = Object.keys(left).filter((part) => part in right);
        const text = (result: object) =>
          JSON.stringify(
            both.map((part) => result[part as keyof object]),
            exact,
          );
        expect(stages.filter(({ source }) => source === "result").length === 0).toBe(text(left) === text(right));
      }),
      { numRuns: 300 },
    );
  });

  it("says what only one side has, and which side aborts, on what", () => {
    const [old, now] = (["spec-195", "spec-475"] as const).map((id) => underRules(NEWEST, id).state);
    expect(compare(old!, now!).only).toEqual({ a: ["ranks", "trust", "pruningScores"], b: ["stake"] });
    const foreign = {
      ...STATE,
      weights: rowsOf(
        Array.from({ length: STATE.n }, (_, uid): [number, number][] => (STATE.validatorPermits[uid] ? [[STATE.n + 3, 5]] : [])),
      ),
    };
    const [aborts, runs] = (["spec-127", "spec-144"] as const).map((id) => underRules(foreign, id).state);
    const found = compare(aborts!, runs!);
    expect(found).toMatchObject({
      stages: [],
      only: { a: [], b: [] },
      traps: { a: "a weight on a uid outside the network, in a row with a permit", b: null },
    });
    expect(isEqual(found)).toBe(false);
    expect(isEqual(compare(aborts!, structuredClone(aborts!)))).toBe(true);
  });

  it("names the field of the input, and the first stage that it reaches", () => {
    const kappa = compare(STATE, { ...STATE, kappa: 0 });
    expect(kappa.inputs).toEqual([
      {
        stage: "input",
        source: "state",
        field: "kappa",
        different: 1,
        of: 1,
        first: { position: "", a: STATE.kappa, b: 0 },
        largest: { position: "", a: STATE.kappa, b: 0, difference: BigInt(-STATE.kappa) },
      },
    ]);
    expect(kappa.stages[0]).toMatchObject({ stage: "consensus", source: "trace", field: "consensus" });
    const emission = compare(STATE, { ...STATE, raoEmission: STATE.raoEmission + 1_000n });
    expect(new Set(emission.stages.map(({ stage }) => stage))).toEqual(new Set(["emission"]));
    const stake = compare(STATE, { ...STATE, alphaStake: STATE.alphaStake.with(0, STATE.alphaStake[0]! + 5_000_000_000n) });
    expect(stake.stages[0]).toMatchObject({
      stage: "stake",
      source: "result",
      field: "stake",
      different: 1,
      of: STATE.n,
      first: { position: "[0]" },
      largest: { difference: 5_000_000_000n },
    });
  });

  it("counts every place, the first and the one furthest apart", () => {
    expect(placesOf(Uint16Array.of(1, 5, 9), Uint16Array.of(1, 7, 2))).toEqual({
      different: 2,
      of: 3,
      first: { position: "[1]", a: 5, b: 7 },
      largest: { position: "[2]", a: 9, b: 2, difference: -7n },
    });
    expect(placesOf(BigUint64Array.of(4n), BigUint64Array.of(4n, 6n))).toEqual({
      different: 1,
      of: 2,
      first: { position: "[1]", a: null, b: 6n },
      largest: { position: "[1]", a: null, b: 6n, difference: 6n },
    });
    expect(placesOf("auto", "current")).toEqual({ different: 1, of: 1, first: { position: "", a: "auto", b: "current" }, largest: null });
    expect(placesOf(null, 3)).toMatchObject({ different: 1, largest: { difference: 3n } });
    expect(placesOf(7n, 7n)).toBeNull();
  });

  it("tells an absent entry from a zero, a second entry from the first, and one order from another", () => {
    const rows = (...list: [number, number][][]) => rowsOf(list);
    expect(placesOf(rows([[3, 0]]), rows([]))).toMatchObject({ different: 1, of: 1, first: { position: "[0][3]", a: 0, b: null } });
    expect(
      placesOf(
        rows([
          [3, 4],
          [3, 5],
        ]),
        rows([
          [3, 4],
          [3, 6],
        ]),
      ),
    ).toMatchObject({ different: 1, of: 2, first: { position: "[0][3]#2", a: 5, b: 6 } });
    expect(
      placesOf(
        rows(
          [],
          [
            [1, 2],
            [3, 4],
          ],
        ),
        rows(
          [],
          [
            [3, 4],
            [1, 2],
          ],
        ),
      ),
    ).toMatchObject({ different: 1, first: { position: "[1] order", a: "[1][3]", b: "[3][1]" } });
    expect(placesOf(rows([[1, 2]]), rows([[1, 2]], [[0, 1]]))).toMatchObject({
      different: 1,
      of: 2,
      first: { position: "[1][0]", a: null, b: 1 },
    });
    expect(placesOf(rows([[1, 2]]), rows([[1, 2]]))).toBeNull();
  });

  it("refuses what is no state as everywhere", () => {
    expect(() => compare(STATE, { ...STATE, kappa: 70_000 })).toThrow("kappa: expected a u16, got 70000");
  });
});

function without(result: object, other: object): string[] {
  const parts = Object.values(STAGE_PARTS)
    .flat()
    .flatMap(([source, field]) => (source === "result" ? [field as string] : []));
  return parts.filter((field) => field in result && !(field in other));
}

function exact(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
}

describe("a state under another rule set", () => {
  const every = (id: RuleSet) => underRules(STATE, id);

  it("has one stake up to spec-195: what the epoch gives as stake later", () => {
    const { stake } = yuma.epoch(STATE);
    for (const id of RULE_SET_IDS) {
      const { state, notes } = every(id);
      expect(state.ruleSet).toBe(id);
      if (RULE_SETS[id].dynamicTao) expect(state.stake).toBeUndefined();
      else expect(state.stake).toEqual(stake);
      expect(notes.filter((note) => note.startsWith("stake,"))).toHaveLength(RULE_SETS[id].dynamicTao ? 0 : 1);
    }
    const own = BigUint64Array.from({ length: STATE.n }, () => 7n);
    expect(underRules({ ...STATE, stake: own }, "spec-154")).toMatchObject({ state: { stake: own }, notes: [] });
  });

  it("has its one stake as alpha later, and says what else it lacks", () => {
    const { in: json } = readVectors("history/epoch-153")[0]!;
    const given = fromJson(json);
    const { state, notes } = underRules(given, "spec-475");
    expect(state.alphaStake).toEqual(given.stake);
    expect(yuma.epoch(state).stake).toEqual(given.stake);
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain("alphaStake, which spec-475 reads: made of stake");
    expect(notes[1]).toMatch(/\bownerUid\b.*\byuma3\b.*read by spec-475 and not by spec-153/);
    expect(underRules(given, "spec-144")).toEqual({ state: { ...given, ruleSet: "spec-144" }, notes: [] });
  });
});
