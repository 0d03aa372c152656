import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { hyperparametersAt, runScenario } from "../bindings/simulate/scenario.js";
import {
  advance,
  readScenario,
  registerUid,
  resetBonds,
  setWeights,
  simulate,
  upgrade,
  type Scenario,
  type Variant,
} from "../bindings/simulate/index.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import { packRows, rowOf } from "../bindings/simulate/rows.js";
import { periodUnderRules } from "../bindings/simulate/chain.js";
import { DATED, rulesOf } from "../bindings/simulate/rulesOf.js";
import { RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import { RULES } from "../bindings/rules/table.js";
import type { EpochOptions, EpochResult, SubnetState, Yuma } from "../bindings/types.js";
import { verifyFile } from "../bindings/verify/index.js";
import { backendNamed, describeBackends } from "./backends.js";
import { plainState } from "../bindings/testing/index.js";
import { vectorPath } from "./vectors.js";

const { yuma } = backendNamed("wasm");

interface Recorded {
  slug: string;
  validators: string[];
  servers: string[];
  epochs: number;
  stakes: { epochs: [number, number]; stake: number[] }[];
  weights: { epochs: [number, number]; weights: number[][] }[];
  bondReset: { epoch: number; serverIndex: number } | null;
}

const RECORDED = JSON.parse(readFileSync(vectorPath("scenarios/scenarios.json"), "utf8")) as Recorded[];

function bundled(slug: string): Scenario {
  return readScenario(SCENARIOS[slug], slug);
}

function variantOf(rules: Variant["rules"], hyperparameters: Variant["hyperparameters"] = {}): Variant {
  return { name: rules, rules, hyperparameters };
}

describeBackends("the scenarios of the package", (backend) => {
  it("come out as recorded, all 24 in 6 modes", async () => {
    const report = await verifyFile(backend, vectorPath("scenarios/expected.jsonl.gz"), { maxWeights: 0 });
    expect(report).toEqual({ passed: 144, differences: [], notRun: [], skipped: [] });
  });
});

describe("the scenarios of the package", () => {
  it("are the recorded ones", () => {
    expect(Object.keys(SCENARIOS)).toEqual(RECORDED.map(({ slug }) => slug));
  });

  it.each(RECORDED.map((recorded) => [recorded.slug, recorded] as const))(
    "%s becomes the states that its record describes",
    (slug, recorded) => {
      const scenario = bundled(slug);
      const {
        validators: { length: V },
        servers: { length: S },
      } = recorded;
      const now = <T extends { epochs: [number, number] }>(phases: T[], epoch: number) =>
        phases.find(({ epochs: [first, last] }) => first <= epoch && epoch <= last)!;
      let permits = Array.from({ length: V + S }, (_, uid) => uid < V);
      for (const { epoch, state, result } of runScenario(yuma, scenario, variantOf("yuma3-liquid"))) {
        const block = BigInt(1000 + 361 * epoch);
        const { stake } = now(recorded.stakes, epoch);
        const { weights } = now(recorded.weights, epoch);
        expect(toJson(state)).toMatchObject({
          ruleSet: "spec-425",
          n: V + S,
          ownerUid: null,
          commitReveal: false,
          taoStake: Array.from({ length: V + S }, () => "0"),
          taoWeight: "0",
          stakeThreshold: "0",
          maxAllowedValidators: V,
          alphaStake: Array.from({ length: V + S }, (_, uid) => String(BigInt(Math.round((stake[uid] ?? 0) * 1e6)) * 10n ** 9n)),
          weights: Array.from({ length: V + S }, (_, uid) => (weights[uid] ?? []).map((weight, j) => [V + j, Math.round(weight * 65_535)])),
          currentBlock: String(block),
          tempo: 360,
          lastUpdate: Array.from({ length: V + S }, () => String(block - 1n)),
          blockAtRegistration: Array.from({ length: V + S }, () => "0"),
          activityCutoff: "5000",
          lastMechanismStepBlock: String(epoch === 0 ? 0n : block - 361n),
          validatorPermits: permits,
          kappa: 32_767,
          alphaLow: 6_553,
          alphaHigh: 19_660,
          alphaSigmoidSteepness: 1_000,
          raoEmission: "1000000000",
          bondsMovingAverage: "975000",
        });
        permits = (toJson(result) as { newValidatorPermits: boolean[] }).newValidatorPermits;
      }
      expect(scenario.epochs).toBe(recorded.epochs);
      expect(scenario.bondResets).toEqual(
        recorded.bondReset === null ? [] : [{ epoch: recorded.bondReset.epoch, who: V + recorded.bondReset.serverIndex }],
      );
    },
  );
});

const LAYOUT: Partial<SubnetState> = { ruleSet: "spec-475", currentBlock: 1_000n, tempo: 360 };

/** A state whose blocks do not run over. */
const startState = plainState().map(
  (state): SubnetState => ({ ...state, ...LAYOUT, bondsMovingAverage: state.bondsMovingAverage % 1_000_001n }),
);

describe("a simulation", () => {
  it("is epoch after epoch, each with what the one before has stored", () => {
    fc.assert(
      fc.property(startState, fc.bigInt(1n, 500n), (start, blocks) => {
        const simulated = [...simulate(yuma, start, { epochs: 4, blocks, trace: true, digest: true })];
        let state = start;
        simulated.forEach(({ epoch, state: ran, result }, i) => {
          expect(epoch).toBe(i);
          expect(toJson(ran)).toEqual(toJson(state));
          const expected = yuma.epoch(state, { trace: true, digest: true });
          expect(toJson(result)).toEqual(toJson(expected));
          state = {
            ...state,
            currentBlock: 1_000n + blocks * BigInt(i + 1),
            lastMechanismStepBlock: state.currentBlock,
            lastYumaStepBlock: state.currentBlock,
            validatorPermits: expected.newValidatorPermits,
            bonds: expected.bonds,
            previousConsensus: expected.consensus,
          };
        });
      }),
      { numRuns: 200 },
    );
  });

  it("gives the same each time, and leaves its start as it was", () => {
    fc.assert(
      fc.property(startState, (start) => {
        const before = toJson(start);
        const run = () =>
          toJson([
            ...simulate(yuma, start, {
              epochs: 3,
              before: (state, epoch) => (epoch === 1 && state.n > 0 ? registerUid(state, 0, 1_200n) : state),
            }),
          ]);
        expect(run()).toEqual(run());
        expect(toJson(start)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it("runs no epoch that nobody asks for", () => {
    let ran = 0;
    const epoch = (state: SubnetState, options?: EpochOptions) => (ran++, yuma.epoch(state, options));
    const counting = { ...yuma, epoch } as Yuma;
    const [start] = fc.sample(startState, 1);
    for (const { epoch } of simulate(counting, start!, { epochs: 1_000 })) if (epoch === 2) break;
    expect(ran).toBe(3);
  });

  it("refuses options and states that are none, with the field's name", () => {
    const [start] = fc.sample(startState, 1);
    const error = (options: object) => {
      try {
        return [...simulate(yuma, start!, options as { epochs: number })].length;
      } catch (thrown) {
        return (thrown as Error).message;
      }
    };
    expect(error({})).toBe("options.epochs: expected a u32, got nothing");
    expect(error({ epochs: -1 })).toBe("options.epochs: expected a u32, got -1");
    expect(error({ epochs: 1, blocks: 0n })).toBe("options.blocks: expected a number of blocks from 1 to 2^64-1, as bigint, got 0");
    expect(error({ epochs: 1, before: 3 })).toBe("options.before: expected a function, got 3");
    expect(error({ epochs: 1, onEpoch: 3 })).toMatch(/^options\.onEpoch: expected one of the options epochs, before/);
    expect(error({ epochs: 2, before: (state: SubnetState, epoch: number) => ({ ...state, kappa: 65_535 + epoch }) })).toBe(
      "kappa: expected a u16, got 65536",
    );
    expect(error({ epochs: 0 })).toBe(0);
  });

  it("goes on tempo + 1 blocks later", () => {
    const [start] = fc.sample(startState, 1);
    const blocks = [
      ...simulate(yuma, start!, { epochs: 4, before: (state, epoch) => (epoch === 2 ? { ...state, tempo: 99 } : state) }),
    ].map(({ state }) => state.currentBlock);
    expect(blocks).toEqual([1_000n, 1_361n, 1_722n, 1_822n]);
  });
});

/** Two validators on three miners, with bonds after one epoch. */
function afterOneEpoch(overrides: Partial<SubnetState> = {}): { state: SubnetState; result: EpochResult } {
  const scenario = readScenario({
    title: "two",
    validators: ["a", "b"],
    servers: ["x", "y", "z"],
    epochs: 1,
    stakes: [{ epochs: 0, stake: [0.6, 0.4] }],
    weights: [{ epochs: 0, weights: [[0.5, 0.3, 0.2], { x: 1, z: null, b: 0.5 }] }],
  });
  const [first] = [...runScenario(yuma, scenario, variantOf("yuma3-liquid"))];
  const ran = { ...first!.state, ...overrides };
  return { state: ran, result: yuma.epoch(ran) };
}

describe("what the chain does between epochs", () => {
  it("weights: the row is replaced as it is given, and the block is the last update", () => {
    const { state } = afterOneEpoch();
    expect(rowOf(state.weights, 1)).toEqual([
      [1, 32_768],
      [2, 65_535],
      [3, 0],
    ]);
    const after = setWeights(
      state,
      new Map([
        [
          0,
          [
            [4, 7],
            [2, 0],
          ],
        ],
      ]),
      1_300n,
    );
    expect(rowOf(after.weights, 0)).toEqual([
      [4, 7],
      [2, 0],
    ]);
    expect(rowOf(after.weights, 1)).toEqual(rowOf(state.weights, 1));
    expect([...after.lastUpdate]).toEqual([1_300n, 999n, 999n, 999n, 999n]);
    expect(rowOf(state.weights, 0)).toHaveLength(3);
  });

  it("a newcomer: nothing of the uid's own stays, weights on it are zero, and bonds on it are masked", () => {
    const { state, result } = afterOneEpoch();
    const stored = advance(state, result);
    const after = registerUid(stored, 2, stored.currentBlock - 359n);
    expect(after.blockAtRegistration[2]).toBe(1_001n);
    expect(after.lastUpdate[2]).toBe(1_001n);
    expect(after.previousConsensus![2]).toBe(0);
    expect(rowOf(after.weights, 0)).toEqual([
      [2, 0],
      [3, 19_661],
      [4, 13_107],
    ]);
    expect(rowOf(after.weights, 1)).toEqual([
      [1, 32_768],
      [2, 0],
      [3, 0],
    ]);
    expect(rowOf(after.bonds, 0)).toEqual(rowOf(stored.bonds, 0));
    const set = (from: SubnetState) =>
      setWeights(
        from,
        new Map([
          [0, rowOf(state.weights, 0)],
          [1, rowOf(state.weights, 1)],
        ]),
        from.currentBlock - 1n,
      );
    const withoutBonds = yuma.epoch(set(resetBonds(after, 2)), { digest: true });
    expect(rowOf(stored.bonds, 0).some(([uid, value]) => uid === 2 && value > 0)).toBe(true);
    expect(yuma.epoch(set(after), { digest: true }).digest).toBe(withoutBonds.digest);
    expect(yuma.epoch(set(stored), { digest: true }).digest).not.toBe(withoutBonds.digest);
  });

  it("a newcomer on a validator's uid has no permit, no weights and no bonds", () => {
    const { state, result } = afterOneEpoch();
    const after = registerUid(advance(state, result), 1, 1_001n);
    expect([...after.validatorPermits]).toEqual([1, 0, 0, 0, 0]);
    expect(rowOf(after.weights, 1)).toEqual([]);
    expect(rowOf(after.bonds, 1)).toEqual([]);
    const { dividends, newValidatorPermits } = yuma.epoch(after);
    expect([dividends[1], newValidatorPermits[1]]).toEqual([0, 1]);
  });

  it("a bond reset removes what is stored on one uid and nothing else", () => {
    const { result, state } = afterOneEpoch();
    const stored = advance(state, result);
    const after = resetBonds(stored, 2);
    for (const uid of [0, 1]) expect(rowOf(after.bonds, uid)).toEqual(rowOf(stored.bonds, uid).filter(([to]) => to !== 2));
    expect(rowOf(stored.bonds, 0).map(([to]) => to)).toContain(2);
    expect({ ...after, bonds: null }).toEqual({ ...stored, bonds: null });
  });

  it("the block of the last Yuma epoch is kept from spec-475 on, and by none at block 0", () => {
    const kept = (overrides: Partial<SubnetState>) => {
      const { state, result } = afterOneEpoch(overrides);
      return advance(state, result).lastYumaStepBlock;
    };
    expect(kept({ ruleSet: "spec-475" })).toBe(1_000n);
    expect(kept({ ruleSet: "spec-452" })).toBeNull();
    expect(kept({ ruleSet: "spec-475", currentBlock: 0n, lastYumaStepBlock: 7n })).toBe(7n);
  });

  it("an upgrade that stores the consensus anew begins with none", () => {
    const stored = { ...afterOneEpoch().state, previousConsensus: Uint16Array.of(1, 2, 3, 4, 5) };
    const upgraded = (from: SubnetState["ruleSet"], to: "spec-425" | "spec-446" | "spec-452" | "spec-475") => [
      ...upgrade({ ...stored, ruleSet: from }, to).previousConsensus!,
    ];
    expect(upgraded("spec-425", "spec-446")).toHaveLength(5);
    expect(upgraded("spec-425", "spec-452")).toEqual([]);
    expect(upgraded("spec-446", "spec-475")).toEqual([]);
    expect(upgraded("spec-452", "spec-475")).toHaveLength(5);
    expect(upgraded("spec-475", "spec-475")).toHaveLength(5);
  });

  it("what the rule set does not read is handed on, for the next one to read", () => {
    const consensus = Uint16Array.of(1, 2, 3, 4, 5);
    const stored: SubnetState = {
      ...afterOneEpoch().state,
      ruleSet: "spec-195",
      stake: new BigUint64Array(5).fill(9n),
      previousConsensus: consensus,
    };
    for (const after of [
      setWeights(stored, new Map(), 1n),
      resetBonds(stored, 1),
      upgrade(stored, "spec-154"),
      upgrade(upgrade(stored, "spec-446"), "spec-195"),
    ]) {
      expect(after).toMatchObject({
        stake: stored.stake,
        alphaStake: stored.alphaStake,
        tempo: stored.tempo,
        previousConsensus: consensus,
      });
    }
    expect(upgrade(stored, "spec-452").previousConsensus).toEqual(new Uint16Array(0));
  });

  it("epochs are tempo + 1 blocks apart up to spec-397, and tempo from spec-425 on", () => {
    const apart = RULE_SET_IDS.map((ruleSet) => periodUnderRules({ tempo: 360, ruleSet }));
    expect(apart).toEqual(RULE_SET_IDS.map((id) => (RULE_SETS[id].spec < 423 ? 361n : 360n)));
    expect(periodUnderRules({ tempo: 360 })).toBe(360n);
  });

  it("rows are packed and unpacked", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(fc.integer({ min: 0, max: 65_535 }), fc.integer({ min: 0, max: 65_535 })))), (rows) => {
        const packed = packRows(rows);
        expect(rows.map((_, uid) => rowOf(packed, uid))).toEqual(rows);
      }),
    );
  });
});

const STORY = {
  title: "A story",
  validators: ["Ada", "Ben"],
  servers: ["One", "Two"],
  epochs: 12,
  stakes: [
    { epochs: 0, stake: { Ada: 0.7, Ben: 0.3 } },
    { epochs: [6, 7], stake: { Ben: 0.9 } },
  ],
  weights: [
    { epochs: [0, 11], weights: { Ada: [1, 0.5] } },
    { epochs: [0, 3], weights: { Ben: [0, 1] } },
  ],
};

function runStory(changes: object, variant = variantOf("yuma3-liquid")) {
  return [...runScenario(yuma, readScenario({ ...STORY, ...changes }), variant)];
}

describe("a scenario", () => {
  it("keeps a stake after its phase, and the weights of who sets none grow old", () => {
    const epochs = runStory({ hyperparameters: { activityCutoff: 1_000 } });
    expect(epochs.map(({ state }) => Number(state.alphaStake[1]! / 10n ** 14n))).toEqual([3, 3, 3, 3, 3, 3, 9, 9, 9, 9, 9, 9]);
    expect(epochs.map(({ state }) => Number(state.currentBlock - state.lastUpdate[1]!)).slice(2, 7)).toEqual([1, 1, 362, 723, 1_084]);
    expect(epochs.map(({ result }) => result.active[1]).slice(2, 8)).toEqual([1, 1, 1, 1, 0, 0]);
    expect(rowOf(epochs[11]!.state.weights, 1)).toEqual([
      [2, 0],
      [3, 65_535],
    ]);
  });

  it("is the same up to a change of its hyperparameters, and another from there on", () => {
    const plain = runStory({});
    const changed = runStory({ changes: [{ epoch: 5, hyperparameters: { kappa: 60_000, raoEmission: "2000000000" } }] });
    const json = (epochs: typeof plain) => epochs.map(({ result }) => JSON.stringify(toJson(result)));
    expect(json(changed).slice(0, 5)).toEqual(json(plain).slice(0, 5));
    expect(json(changed)[5]).not.toBe(json(plain)[5]);
    expect(changed[11]!.state).toMatchObject({ kappa: 60_000, raoEmission: 2_000_000_000n });
  });

  it("may change its rules on the way, with their pace unless it sets its own", () => {
    const pace = (json: object, epoch: number) => hyperparametersAt(readScenario({ ...STORY, ...json }), variantOf("yuma2"), epoch);
    const changes = [
      { epoch: 5, rules: "yuma3-liquid" },
      { epoch: 3, rules: "yuma3" },
    ];
    expect(pace({ changes }, 2)).toMatchObject({ yuma3: false, bondsMovingAverage: 900_000n, bondsReset: false });
    expect(pace({ changes }, 3)).toMatchObject({ yuma3: true, liquidAlpha: false, bondsMovingAverage: 975_000n, bondsReset: true });
    expect(pace({ changes }, 11)).toMatchObject({ yuma3: true, liquidAlpha: true });
    expect(pace({ changes, hyperparameters: { bondsMovingAverage: 5 } }, 4)).toMatchObject({ yuma3: true, bondsMovingAverage: 5n });
  });

  it("has newcomers in the first block after the epoch before", () => {
    const [, , third, fourth] = runStory({
      registrations: [
        { epoch: 3, who: "Two" },
        { epoch: 0, who: "One" },
      ],
    });
    expect([...fourth!.state.blockAtRegistration]).toEqual([0n, 0n, 640n, third!.state.currentBlock + 1n]);
    expect(third!.state.blockAtRegistration[3]).toBe(0n);
  });

  it("resets bonds where the rules do", () => {
    const bonds = (rules: Variant["rules"], hyperparameters: Variant["hyperparameters"] = {}) =>
      runStory({ bondResets: [{ epoch: 2, who: "One" }] }, variantOf(rules, hyperparameters))[2]!.state.bonds.uids.includes(2);
    expect([bonds("yuma2"), bonds("yuma3"), bonds("yuma3-liquid")]).toEqual([true, false, false]);
    expect([bonds("yuma2", { bondsReset: true }), bonds("yuma3", { bondsReset: false })]).toEqual([false, true]);
  });
});

describe("the rules of a day", () => {
  it("are the newest that were merged by then, where that is known", () => {
    const days = [
      "2023-08-01",
      "2024-03-16",
      "2024-03-17",
      "2024-07-01",
      "2024-07-02",
      "2024-09-01",
      "2025-02-12",
      "2025-02-13",
      "2026-06-24",
      "2026-06-25",
      "2026-08-10",
      "2026-08-29",
      "2030-01-01",
    ];
    const sets = ["127", "127", "144", "144", "154", "195", "195", "233", "397", "425", "425", "452", "475"];
    expect(days.map((day) => rulesOf(day).ruleSet)).toEqual(sets.map((spec) => `spec-${spec}`));
    expect(() => rulesOf("2026-08-11")).toThrow("it may have been spec-425 (423-445), spec-446 (446), not pinned (447-450)");
  });

  it("are those of a spec as ruleAt has them", () => {
    for (const spec of [127, 219, 233, 424, 451, 475])
      expect(rulesOf(String(spec)).ruleSet).toBe(RULES.epoch.findLast(({ from }) => from <= spec)!.rule);
  });

  it("come from dates that ascend with the specs; of the epoch's changes one alone has none", () => {
    for (const [i, { day }] of DATED.entries()) expect(i === 0 || day >= DATED[i - 1]!.day).toBe(true);
    const dated = new Set(DATED.map(({ spec }) => spec));
    expect(RULES.epoch.filter(({ rule, from }) => rule !== null && !dated.has(from)).map(({ rule }) => rule)).toEqual(["spec-446"]);
  });
});

it("a newcomer of a scenario comes in the first block after the epoch before, by either schedule", () => {
  const registered = { ...STORY, registrations: [{ epoch: 2, who: "Two" }] };
  for (const periodOfRules of [false, true]) {
    const runs = [...runScenario(yuma, readScenario(registered), variantOf("yuma2"), { periodOfRules })];
    const [before, at] = [runs[1]!.state, runs[2]!.state];
    expect(at.currentBlock - before.currentBlock).toBe(periodOfRules ? 360n : 361n);
    expect(at.blockAtRegistration.at(-1)).toBe(before.currentBlock + 1n);
  }
});
