import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../bindings/functions/index.js";
import { fromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import type { EpochResult, StoredRows, SubnetState } from "../bindings/types.js";
import { BACKEND_NAMES, backendNamed, describeBackends } from "./backends.js";
import { RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import { hostileState, hostileSubnet, plainState, plainSubnet, rowsOf } from "../bindings/testing/index.js";

const ALL = { trace: true, digest: true };

describe("the backends", () => {
  const [first, ...others] = BACKEND_NAMES;

  it("agree on hostile states, in every raw bit", () => {
    fc.assert(
      fc.property(hostileState(), (state) => {
        const expected = toJson(backendNamed(first!).yuma.epoch(state, ALL));
        for (const name of others) expect(toJson(backendNamed(name).yuma.epoch(state, ALL))).toEqual(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it("agree on plain states, in every raw bit", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const expected = toJson(backendNamed(first!).yuma.epoch(state, ALL));
        for (const name of others) expect(toJson(backendNamed(name).yuma.epoch(state, ALL))).toEqual(expected);
      }),
      { numRuns: 1_500 },
    );
  });

  it("agree on states of every rule set, and on what a chain of old would have aborted", () => {
    let traps = 0;
    fc.assert(
      fc.property(hostileState({ ruleSets: RULE_SET_IDS }), (state) => {
        const [expected, ...got] = BACKEND_NAMES.map((name) => evaluate(backendNamed(name), "epoch", toJson(state), { trace: true }));
        for (const evaluation of got) expect(evaluation).toEqual(expected);
        traps += Number(expected!.trap !== undefined);
      }),
      { numRuns: 2_000 },
    );
    expect(traps).toBeGreaterThan(0);
  });

  it("agree on subnets of several mechanisms", () => {
    fc.assert(
      fc.property(fc.oneof(hostileSubnet(), plainSubnet()), (subnet) => {
        const expected = toJson(backendNamed(first!).yuma.subnetEpoch(subnet, { trace: true }));
        for (const name of others) expect(toJson(backendNamed(name).yuma.subnetEpoch(subnet, { trace: true }))).toEqual(expected);
      }),
      { numRuns: 1_500 },
    );
  });
});

/** uid u becomes order[u]. */
function relabelRows(rows: StoredRows, order: number[]): StoredRows {
  const list: [number, number][][] = order.map(() => []);
  for (let i = 0; i < order.length; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) list[order[i]!]!.push([order[rows.uids[k]!]!, rows.values[k]!]);
    list[order[i]!]!.sort(([a], [b]) => a - b);
  }
  return rowsOf(list);
}

function relabel<A extends BigUint64Array | Uint16Array | Uint8Array>(values: A, order: number[]): A {
  const result = values.slice() as A;
  order.forEach((to, from) => (result[to] = values[from]!));
  return result;
}

function relabelState(state: SubnetState, order: number[]): SubnetState {
  return {
    ...state,
    lastUpdate: relabel(state.lastUpdate, order),
    blockAtRegistration: relabel(state.blockAtRegistration, order),
    commitBlocks: relabel(state.commitBlocks, order),
    alphaStake: relabel(state.alphaStake, order),
    taoStake: relabel(state.taoStake, order),
    validatorPermits: relabel(state.validatorPermits, order),
    ownerUid: state.ownerUid === null ? null : (order[state.ownerUid] ?? state.ownerUid),
    weights: relabelRows(state.weights, order),
    bonds: relabelRows(state.bonds, order),
    previousConsensus: new Uint16Array(0),
  };
}

function relabelResult(result: EpochResult, order: number[]): EpochResult {
  const vectors = Object.entries(result)
    .filter(([key]) => key !== "bonds")
    .map(([key, values]) => [key, relabel(values as Uint16Array, order)]);
  return { ...Object.fromEntries(vectors), bonds: relabelRows(result.bonds, order) } as EpochResult;
}

function shuffled(n: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(
    Array.from({ length: n }, (_, i) => i),
    { minLength: n, maxLength: n },
  );
}

describeBackends("an epoch", ({ yuma }) => {
  it("relabels its results where the uids are relabelled and no tie decides", () => {
    const untied = plainState()
      .filter(({ alphaStake }) => new Set(alphaStake).size === alphaStake.length)
      .map((state): SubnetState => ({ ...state, taoStake: new BigUint64Array(state.n), previousConsensus: new Uint16Array(0) }))
      // Stakes that differ may still be equal once normalised.
      .filter((state) => {
        const stake = yuma.epoch(state, { trace: true }).trace!.stake.filter((value) => value !== 0n);
        return new Set(stake).size === stake.length;
      });
    fc.assert(
      fc.property(
        untied.chain((state) => fc.tuple(fc.constant(state), shuffled(state.n))),
        ([state, order]) => {
          expect(toJson(yuma.epoch(relabelState(state, order)))).toEqual(toJson(relabelResult(yuma.epoch(state), order)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does not change where the u16 values of weight rows are scaled by a common factor, but for the rounding of the rules", () => {
    const small = plainState().map(
      (state): SubnetState => ({ ...state, weights: { ...state.weights, values: state.weights.values.map((value) => value >> 4) } }),
    );
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 16 }), (state, factor) => {
        const scaled = { ...state, weights: { ...state.weights, values: state.weights.values.map((value) => value * factor) } };
        // A row's normalised weight is trunc(w / sum), and trunc(k w / k sum) is the same number: here nothing rounds.
        expect(toJson(yuma.epoch(scaled, ALL))).toEqual(toJson(yuma.epoch(state, ALL)));
      }),
      { numRuns: 300 },
    );
  });

  it("never gives more validator trust than one, nor more emission than there is", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const { trace, emission, serverEmission, validatorEmission } = yuma.epoch(state, { trace: true });
        const sum = (amounts: BigUint64Array) => amounts.reduce((a, b) => a + b, 0n);
        for (const trust of trace!.validatorTrust) expect(trust <= 1n << 32n).toBe(true);
        expect(sum(emission) <= state.raoEmission).toBe(true);
        expect(sum(serverEmission) + sum(validatorEmission) <= state.raoEmission).toBe(true);
        emission.forEach((amount, uid) => expect(amount >= serverEmission[uid]! + validatorEmission[uid]!).toBe(true));
      }),
      { numRuns: 500 },
    );
  });

  it("is the same as views of the engine's memory", () => {
    fc.assert(
      fc.property(hostileState(), (state) => {
        const { digest, ...result } = yuma.epoch(state, { digest: true });
        expect(yuma.epoch(state, { digest: true, views: true })).toEqual({ digest, ...result });
      }),
      { numRuns: 200 },
    );
  });

  it("leaves its input untouched, and gives the same digest again", () => {
    fc.assert(
      fc.property(hostileState(), (state) => {
        const before = structuredClone(state);
        const { digest } = yuma.epoch(state, { digest: true });
        expect(state).toEqual(before);
        expect(yuma.epoch(state, { digest: true }).digest).toBe(digest);
      }),
      { numRuns: 200 },
    );
  });

  it("is the same through JSON and back", () => {
    fc.assert(
      fc.property(hostileState(), (state) => {
        const again = fromJson(JSON.stringify(toJson(state)));
        expect(again).toEqual(state);
        expect(yuma.epoch(again, { digest: true }).digest).toBe(yuma.epoch(state, { digest: true }).digest);
      }),
      { numRuns: 100 },
    );
  });

  it("gives results that later epochs do not change", () => {
    fc.assert(
      fc.property(hostileState(), hostileState(), (one, other) => {
        const result = yuma.epoch(one, ALL);
        const copy = structuredClone(result);
        yuma.epoch(other, ALL);
        expect(result).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });
});
