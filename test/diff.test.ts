import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STAGE_PARTS, diff } from "../bindings/diff/index.js";
import { placesOf } from "../bindings/diff/places.js";
import { fromJson } from "../bindings/input.js";
import { RULE_SET_IDS } from "../bindings/ruleSets.js";
import type { SubnetState } from "../bindings/types.js";
import { BACKEND_NAMES, backendNamed } from "./backends.js";
import { plainState, rowsOf } from "./states.js";
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
    const { trace, ...result } = yuma.epoch(NEWEST, { trace: true });
    const parts = Object.values(STAGE_PARTS).flat().map(([source, field]) => `${source} ${field}`);
    const there = [...Object.keys(trace!).map((field) => `trace ${field}`), ...Object.keys(result).map((field) => `result ${field}`)];
    expect([...parts].sort()).toEqual(there.sort());
  });

  it("finds nothing between a state and itself, on any two backends", () => {
    expect(compare(STATE, structuredClone(STATE))).toEqual({ inputs: [], stages: [] });
    for (const name of BACKEND_NAMES) {
      expect(diff({ yuma, state: STATE }, { yuma: backendNamed(name).yuma, state: STATE })).toEqual({ inputs: [], stages: [] });
    }
  });

  it("is empty where trace and result are equal, and only there", () => {
    fc.assert(
      fc.property(plainState, fc.constantFrom(...RULE_SET_IDS), fc.constantFrom(...RULE_SET_IDS), (state, one, other) => {
        const [a, b] = [one, other].map((ruleSet): SubnetState => ({ ...state, ruleSet }));
        const { trace: _, ...left } = yuma.epoch(a!, { trace: true });
        const { trace: __, ...right } = yuma.epoch(b!, { trace: true });
        const { stages } = compare(a!, b!);
        expect(stages.filter(({ source }) => source === "result").length === 0).toBe(JSON.stringify(left, exact) === JSON.stringify(right, exact));
      }),
      { numRuns: 300 },
    );
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
    expect(stake.stages[0]).toMatchObject({ stage: "stake", source: "result", field: "stake", different: 1, of: STATE.n, first: { position: "[0]" }, largest: { difference: 5_000_000_000n } });
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
    expect(placesOf(rows([[3, 4], [3, 5]]), rows([[3, 4], [3, 6]]))).toMatchObject({ different: 1, of: 2, first: { position: "[0][3]#2", a: 5, b: 6 } });
    expect(placesOf(rows([], [[1, 2], [3, 4]]), rows([], [[3, 4], [1, 2]]))).toMatchObject({ different: 1, first: { position: "[1] order", a: "[1][3]", b: "[3][1]" } });
    expect(placesOf(rows([[1, 2]]), rows([[1, 2]], [[0, 1]]))).toMatchObject({ different: 1, of: 2, first: { position: "[1][0]", a: null, b: 1 } });
    expect(placesOf(rows([[1, 2]]), rows([[1, 2]]))).toBeNull();
  });

  it("refuses what is no state as everywhere", () => {
    expect(() => compare(STATE, { ...STATE, kappa: 70_000 })).toThrow("kappa: expected a u16, got 70000");
  });
});

function exact(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
}
