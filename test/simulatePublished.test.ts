import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NO_COMMIT } from "../bindings/values/constants.js";
import { readScenario, runScenario, setWeights, simulate } from "../bindings/simulate/index.js";
import { packRows, rowOf, type Entry } from "../bindings/simulate/rows.js";
import type { SubnetState } from "../bindings/types.js";
import { describeBackends } from "./backends.js";
import { vectorPath } from "./vectors.js";

/** The chain's own numbers over many epochs, as its tests publish them. */
interface Published {
  name: string;
  stakes: number[];
  servers?: number;
  weights: { epochs: [number, number]; W: number[][] }[] | string;
  dividends?: number[][];
  bonds?: number[][][];
  overrides?: { liquid_alpha: boolean };
  /** three values a row, the first of which stands for none of the servers */
  bonds_in_source?: number[][][];
  bond_reset?: { server_index: number; epoch: number };
  dividends_at?: Record<string, number[]>;
  bonds_at?: Record<string, number[][]>;
  stored_bonds_u16?: Record<string, number[]>;
  trace_decimal?: Record<string, number[]>;
}

const PUBLISHED = JSON.parse(readFileSync(vectorPath("scenarios/chain-published.json"), "utf8")) as {
  common_hyperparameters: { tolerance: number };
  tests: Published[];
};
const TOLERANCE = PUBLISHED.common_hyperparameters.tolerance;
const ALL = PUBLISHED.tests.filter(({ stored_bonds_u16 }) => stored_bonds_u16 === undefined);

function weightsOf({ weights }: Published): Exclude<Published["weights"], string> {
  if (typeof weights !== "string") return weights;
  return weightsOf(ALL.find(({ name }) => weights.endsWith(name))!);
}

function scenarioOf(test: Published) {
  const weights = weightsOf(test);
  return readScenario({
    title: test.name,
    validators: test.stakes.map((_, i) => `validator ${i}`),
    servers: weights[0]!.W[0]!.map((_, j) => `server ${j}`),
    epochs: Math.max(...weights.map(({ epochs }) => epochs[1])) + 1,
    stakes: [{ epochs: 0, stake: test.stakes }],
    weights: weights.map(({ epochs, W }) => ({ epochs, weights: W })),
    ...(test.bond_reset && { bondResets: [{ epoch: test.bond_reset.epoch, who: `server ${test.bond_reset.server_index}` }] }),
    hyperparameters: { ruleSet: "spec-425", bondsPenalty: 0, alphaLow: 6_553, alphaHigh: 19_660 },
  });
}

/** Both by epoch; what is published, the chain's own test allows a thousandth. */
function expected(test: Published): { dividends: Map<number, number[]>; bonds: Map<number, number[][]> } {
  const byEpoch = <T>(list: T[] | undefined, at: Record<string, T> | undefined) =>
    new Map<number, T>([
      ...(list ?? []).entries(),
      ...Object.entries(at ?? {}).map(([epoch, value]): [number, T] => [Number(epoch), value]),
    ]);
  const inSource = test.bonds_in_source?.map((epoch) => epoch.map((row) => row.slice(1)));
  return { dividends: byEpoch(test.dividends, test.dividends_at), bonds: byEpoch(test.bonds ?? inSource, test.bonds_at) };
}

function furthest(got: readonly number[], wanted: readonly number[]): number {
  expect(got).toHaveLength(wanted.length);
  return Math.max(...wanted.map((value, i) => Math.abs(got[i]! - value)));
}

describeBackends("the chain's published scenarios", ({ yuma }) => {
  it.each(ALL.map((test) => [test.name, test] as const))("%s: dividends and bonds", (_, test) => {
    const scenario = scenarioOf(test);
    const rules = test.overrides?.liquid_alpha === false ? "yuma3" : "yuma3-liquid";
    const { dividends, bonds } = expected(test);
    let compared = 0;
    const validators = test.stakes.length;
    for (const { epoch, result } of runScenario(yuma, scenario, { name: "", rules, hyperparameters: {} })) {
      const fractions = Array.from(result.dividends.subarray(0, validators), (value) => value / 65_535);
      if (dividends.has(epoch)) expect(furthest(fractions, dividends.get(epoch)!)).toBeLessThanOrEqual(TOLERANCE);
      bonds.get(epoch)?.forEach((row, i) => {
        const stored = new Map(rowOf(result.bonds, i));
        expect(
          furthest(
            row.map((_, j) => (stored.get(validators + j) ?? 0) / 65_535),
            row,
          ),
        ).toBeLessThanOrEqual(TOLERANCE);
        compared += row.length;
      });
    }
    expect(compared).toBe([...bonds.values()].flat(2).length);
    expect(compared).toBeGreaterThan(20);
  });

  it("classic bonds: the exact u16 of six epochs", () => {
    const { stored_bonds_u16: stored, trace_decimal: trace } = PUBLISHED.tests.find((test) => test.stored_bonds_u16 !== undefined)!;
    const n = 8;
    const start: SubnetState = {
      ruleSet: "spec-425",
      n,
      currentBlock: 2n,
      tempo: 1,
      lastMechanismStepBlock: 0n,
      activityCutoff: 5_000n,
      lastUpdate: new BigUint64Array(n),
      blockAtRegistration: new BigUint64Array(n),
      alphaStake: BigUint64Array.of(1n, 2n, 3n, 4n, 0n, 0n, 0n, 0n),
      taoStake: new BigUint64Array(n),
      taoWeight: 0n,
      stakeThreshold: 0n,
      validatorPermits: Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0),
      maxAllowedValidators: n,
      ownerUid: null,
      weights: packRows(Array.from({ length: n }, () => [])),
      bonds: packRows(Array.from({ length: n }, () => [])),
      kappa: 32_767,
      bondsPenalty: 65_535,
      bondsMovingAverage: 900_000n,
      yuma3: false,
      liquidAlpha: false,
      alphaSigmoidSteepness: 1_000,
      alphaLow: 45_875,
      alphaHigh: 58_982,
      commitReveal: false,
      commitBlocks: new BigUint64Array(n).fill(NO_COMMIT),
      raoEmission: 1_000_000_000n,
    };
    const everyServer: Entry[] = [
      [4, 16_383],
      [5, 32_767],
      [6, 49_149],
      [7, 65_535],
    ];
    const self = (uid: number): [number, Entry[]] => [uid, [[uid, 65_535]]];
    const sets: [number, Entry[]][][] = [
      [0, 1, 2, 3].map((uid) => [uid, everyServer]),
      [self(0)],
      [self(1)],
      [self(2)],
      [[2, [[7, 65_535]]]],
      [],
      [],
    ];
    const epochs = [
      ...simulate(yuma, start, {
        epochs: sets.length,
        before: (state, epoch) => setWeights(state, new Map(sets[epoch]), state.currentBlock),
      }),
    ];
    for (const [key, values] of Object.entries(stored!)) {
      const [, epoch, server] = /^e(\d)_server(\d)$/.exec(key)!;
      const bonds = [0, 1, 2, 3].map((uid) => new Map(rowOf(epochs[Number(epoch)]!.result.bonds, uid)).get(Number(server) + 3));
      expect([key, ...bonds]).toEqual([key, ...values]);
    }
    expect(Object.keys(stored!)).toHaveLength(7);
    const emission = Array.from(epochs[0]!.result.emission, Number);
    expect(emission).toEqual(trace!["e0_emission_rao"]);
    expect(Array.from(epochs[1]!.result.emission, Number)).toEqual(trace!["e1_emission_rao"]);
  });
});

describe("what is published", () => {
  it("is there to be compared", () => {
    expect(ALL.map(({ name }) => name)).toHaveLength(7);
  });
});
