import { describe, expect, it } from "vitest";
import { EpochInputError } from "../bindings/errors.js";
import { loadYumaSync } from "../bindings/index.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import { readScenario } from "../bindings/simulate/read.js";
import { runScenario } from "../bindings/simulate/scenario.js";
import { countPoints, pointAt, shardRange } from "../bindings/sweep/axes.js";
import { copierSubject } from "../bindings/sweep/copier.js";
import { DrawnNetwork } from "../bindings/sweep/drawnNetwork.js";
import { batchEngine, engineOf, poolEngine, type SweepEngine } from "../bindings/sweep/engine.js";
import { integerKnob, proportionKnob, writtenValues } from "../bindings/boundary/knobs.js";
import { networkSubject } from "../bindings/sweep/network.js";
import { scenarioSubject } from "../bindings/sweep/scenario.js";
import { rowJson, type SweepRow } from "../bindings/sweep/row.js";
import { createSweep } from "../bindings/sweep/sweep.js";
import type { SweepPlan } from "../bindings/sweep/plan.js";
import { rankingTable } from "../bindings/report/rankingTable.js";
import type { SubnetState } from "../bindings/types.js";
import { BACKEND_NAMES, backendNamed } from "./backends.js";

// Workers are files of the built package.
const { createPool } = (await import(new URL("../dist/pool/index.js", import.meta.url).href)) as typeof import("../bindings/pool/index.js");

const yuma = loadYumaSync();

const PLAN: SweepPlan = {
  subject: networkSubject,
  title: "network",
  axes: [
    { name: "kappa", values: ["0.4", "0.5"] },
    { name: "rules", values: ["yuma2", "yuma3", "yuma3-liquid"] },
    { name: "seed", values: ["0", "1"] },
  ],
  settings: { uids: "12", validators: "4", epochs: "3" },
};

async function linesOf(plan: SweepPlan, engine: SweepEngine = engineOf(yuma), from?: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const row of createSweep(plan).rows(engine, from)) lines.push(rowJson(row));
  return lines;
}

async function rowsOf(plan: SweepPlan): Promise<SweepRow[]> {
  return (await linesOf(plan)).map((line) => JSON.parse(line) as SweepRow);
}

describe("a drawn network", () => {
  const settings = { uids: 9, validators: 3, seed: 5, density: 40_000, weightDeviation: 9_000 };
  const drawn = (network: DrawnNetwork, epochs: number) => Array.from({ length: epochs }, () => network.nextWeights());

  it("is drawn once however many ask, each from its beginning and at its own pace", () => {
    const [first, second, third] = [new DrawnNetwork(settings), new DrawnNetwork(settings), new DrawnNetwork(settings)];
    const early = drawn(first, 2);
    const late = drawn(second, 4);
    expect(late.slice(0, 2).map((weights, epoch) => weights === early[epoch])).toEqual([true, true]);
    expect(drawn(first, 2).map((weights, epoch) => weights === late[epoch + 2])).toEqual([true, true]);
    expect(drawn(third, 4)).toEqual(late);
    expect(new Set(late.map(({ values }) => values.join())).size).toBe(4);
  });

  it("is the same where it was forgotten in between, and another's where anything is", () => {
    const [before] = drawn(new DrawnNetwork(settings), 1);
    // Of a row a uid and hardly an entry; together more than is kept.
    drawn(new DrawnNetwork({ ...settings, uids: 65_535, validators: 1, density: 0 }), 257);
    const [after] = drawn(new DrawnNetwork(settings), 1);
    expect(after === before).toBe(false);
    expect(after).toEqual(before);
    for (const [name, value] of Object.entries({ uids: 10, validators: 4, seed: 6, density: 30_000, weightDeviation: 8_000 }))
      expect(drawn(new DrawnNetwork({ ...settings, [name]: value }), 1)).not.toEqual([before]);
  });
});

describe("points", () => {
  const axes = [
    { name: "a", values: ["1", "2"] },
    { name: "b", values: ["x", "y", "z"] },
  ];

  it("are every combination, the last knob the fastest", () => {
    expect(countPoints(axes)).toBe(6);
    const all = Array.from({ length: 6 }, (_, point) => Object.values(pointAt(axes, point)).join(""));
    expect(all).toEqual(["1x", "1y", "1z", "2x", "2y", "2z"]);
    expect(Object.keys(pointAt(axes, 0))).toEqual(["a", "b"]);
  });

  it.each([
    [10_000, 7],
    [3, 5],
    [1, 1],
    [2 ** 53 - 1, 3],
  ])("%d in %d shards: none lost, none twice", (points, count) => {
    const ranges = Array.from({ length: count }, (_, i) => shardRange(points, { index: i + 1, count }));
    expect(ranges[0]![0]).toBe(0);
    expect(ranges.at(-1)![1]).toBe(points);
    for (let i = 1; i < count; i++) expect(ranges[i]![0]).toBe(ranges[i - 1]![1]);
  });
});

describe("what is written", () => {
  it("steps in exact decimals, both ends included", () => {
    expect(writtenValues("0.1:0.5:0.1", "x")).toEqual(["0.1", "0.2", "0.3", "0.4", "0.5"]);
    expect(writtenValues("0:1:0.4", "x")).toEqual(["0.0", "0.4", "0.8"]);
    expect(writtenValues("-2:1:1", "x")).toEqual(["-2", "-1", "0", "1"]);
    expect(writtenValues("yuma2, yuma3", "x")).toEqual(["yuma2", "yuma3"]);
  });

  it.each(["1:2", "1:0:1", "0:1:0", "a:b:c", "0:1:-1", "0:1:0.0000001"])("refuses the range %s", (written) => {
    expect(() => writtenValues(written, "kappa")).toThrow(EpochInputError);
  });

  it("takes fractions with a point and 65535ths without, as the chain's defaults", () => {
    const read = (written: string, chainDefault?: number) => proportionKnob(chainDefault).read(written, "x");
    expect([read("0.5", 32_767), read("0.7", 45_875), read("0.9", 58_982), read("1.0"), read("0"), read("65535")]).toEqual([
      32_767, 45_875, 58_982, 65_535, 0, 65_535,
    ]);
    for (const bad of ["1", "1.5", "65536", "-1", "half", "", ".5"])
      expect(() => read(bad)).toThrow(/^x: expected a fraction with a decimal point/);
    expect(() => integerKnob(1, 5).read("6", "x")).toThrow("x: expected an integer from 1 to 5, got");
    expect(() => integerKnob(1, 5).read("", "x")).toThrow(EpochInputError);
  });
});

describe("a sweep", () => {
  it("gives a row for each point in order", async () => {
    const rows = await rowsOf(PLAN);
    expect(rows.map(({ point }) => point)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(rows[7]).toMatchObject({
      knobs: { kappa: 32_767, rules: "yuma2", seed: 1 },
      measures: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(new Set(rows.map(({ measures }) => measures!["digest"])).size).toBe(12);
  });

  it.each(BACKEND_NAMES)("gives the same lines on %s", async (name) => {
    expect(await linesOf(PLAN, engineOf(backendNamed(name).yuma))).toEqual(await linesOf(PLAN));
  });

  it("gives the same lines from any point on", async () => {
    const whole = await linesOf(PLAN);
    expect(await linesOf(PLAN, engineOf(yuma), 5)).toEqual(whole.slice(5));
    const shards = await Promise.all(
      [1, 2, 3, 4, 5].map(async (index) => {
        const lines: string[] = [];
        for await (const row of createSweep(PLAN, { index, count: 5 }).rows(engineOf(yuma))) lines.push(rowJson(row));
        return lines;
      }),
    );
    expect(shards.flat()).toEqual(whole);
  });

  it("is another sweep when anything is set otherwise", () => {
    const { id } = createSweep(PLAN);
    expect(createSweep({ ...PLAN, settings: { epochs: "3", validators: "4", uids: "12" } }).id).toBe(id);
    const others = [
      { ...PLAN, title: "other" },
      { ...PLAN, settings: { ...PLAN.settings, epochs: "4" } },
      { ...PLAN, axes: [...PLAN.axes].reverse() },
    ];
    for (const other of others) expect(createSweep(other).id).not.toBe(id);
  });

  it("records a point that fails and goes on", async () => {
    const rows = await rowsOf({
      ...PLAN,
      axes: [{ name: "validators", values: ["4", "12", "five", "3"] }],
      settings: { uids: "12", epochs: "1" },
    });
    expect(rows.map(({ error }) => error?.message)).toEqual([
      undefined,
      "validators: expected fewer than the 12 uids, got 12",
      'validators: expected an integer from 1 to 4095, got "five"',
      undefined,
    ]);
    expect(rows[1]).toMatchObject({
      sweep: rows[0]!.sweep,
      point: 1,
      knobs: { validators: 12 },
      error: { code: "invalid-input", message: expect.any(String), path: "validators" },
    });
    expect(rows[2]!.knobs).toEqual({ validators: "five" });
  });

  it("says of a point that the chain would refuse to set", async () => {
    const rows = await rowsOf({
      ...PLAN,
      axes: [{ name: "alphaLow", values: ["0.8", "0.9", "0.95"] }],
      settings: { uids: "12", validators: "3", epochs: "1" },
    });
    expect(rows.map(({ error }) => error?.message)).toEqual([
      undefined,
      undefined,
      "alphaLow: expected at most alphaHigh (58982), as the chain has it, got 62258",
    ]);
  });

  it("names a knob that is unknown, and the one that was meant", () => {
    const axes = [{ name: "kapa", values: ["0.5"] }];
    expect(() => createSweep({ ...PLAN, axes })).toThrow(/^kapa: expected one of the knobs .*did you mean "kappa"\?/);
    expect(() => createSweep({ ...PLAN, settings: { kappa: "0.5" } })).toThrow("kappa: expected a knob that is set once");
  });
});

describe("engines", () => {
  it("a pool gives the same lines", async () => {
    const pool = await createPool({ size: 2 });
    try {
      expect(await linesOf(PLAN, poolEngine(pool))).toEqual(await linesOf(PLAN));
    } finally {
      await pool.close();
    }
  });

  it("a batch engine gathers the epochs that points wait for, and gives the same lines", async () => {
    const sizes: number[] = [];
    const engine = batchEngine(async (states) => {
      sizes.push(states.length);
      return states.map((state) => yuma.epoch(state));
    }, 5);
    expect(await linesOf(PLAN, engine)).toEqual(await linesOf(PLAN));
    expect(Math.max(...sizes)).toBe(5);
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(36);
    expect(sizes.length).toBeLessThan(18);
  });

  it("a batch that fails as a whole fails only the points that have to", async () => {
    const refused = (state: SubnetState) => state.kappa === 32_767;
    const engine = batchEngine(async (states) => {
      if (states.some(refused)) throw new EpochInputError("states", "another kappa", 32_767);
      return states.map((state) => yuma.epoch(state));
    }, 12);
    const rows = (await linesOf(PLAN, engine)).map((line) => JSON.parse(line) as SweepRow);
    expect(rows.filter(({ error }) => error !== undefined).map(({ knobs }) => knobs["kappa"])).toEqual(Array(6).fill(32_767));
    expect(rows.slice(0, 6).map((row) => JSON.stringify(row))).toEqual((await rowsOf(PLAN)).slice(0, 6).map((row) => JSON.stringify(row)));
  });
});

describe("subjects", () => {
  const json = SCENARIOS["majority-moves-first"]!;
  const scenario = readScenario(json);
  const plan = (values: Record<string, string[]>, settings: Record<string, string> = {}): SweepPlan => ({
    subject: scenarioSubject(scenario),
    title: "scenario",
    axes: Object.entries(values).map(([name, written]) => ({ name, values: written })),
    settings,
  });

  it("a scenario comes to what simulating it does", async () => {
    const rows = await rowsOf(plan({ rules: ["yuma2", "yuma3-liquid"] }));
    for (const [i, rules] of (["yuma2", "yuma3-liquid"] as const).entries()) {
      const sums = scenario.validators.map(() => 0);
      for (const { result } of runScenario(yuma, scenario, { name: rules, rules, hyperparameters: {} }))
        sums.forEach((_, uid) => (sums[uid]! += result.dividends[uid]!));
      scenario.validators.forEach((name, uid) =>
        expect(rows[i]!.measures![`dividends:${name}`]).toBe(Number((sums[uid]! / 65_535).toFixed(6))),
      );
    }
  });

  it("a scenario's hyperparameters, stakes and epochs can be turned", async () => {
    const name = `stake:${scenario.validators[0]}`;
    const [low, high] = await rowsOf(plan({ [name]: ["0.3", "0.9"] }, { epochs: "5", bondsPenalty: "0" }));
    const measure = `dividends:${scenario.validators[0]}`;
    expect(low!.measures![measure]).toBeLessThan(high!.measures![measure] as number);
    const total = (row: SweepRow) => scenario.validators.reduce((sum, one) => sum + (row.measures![`dividends:${one}`] as number), 0);
    // Five epochs of which each gives out one, less what u16 and the six digits of a measure cut off.
    const most = scenario.validators.length * (5 / 65_535 + 1e-6);
    expect(total(low!)).toBeLessThanOrEqual(5 + 1e-6 * scenario.validators.length);
    expect(total(low!)).toBeGreaterThan(5 - most);
  });

  it("the copier pays where rules are gentle, and the score is the difference", async () => {
    const rows = await rowsOf({
      subject: copierSubject,
      title: "copier",
      axes: [{ name: "copyAge", values: ["1", "2", "5"] }],
      settings: {},
    });
    const copiers = rows.map(({ measures }) => measures!["copierReturn"] as number);
    expect(copiers[0]!).toBeGreaterThan(copiers[1]!);
    expect(copiers[1]!).toBeGreaterThan(copiers[2]!);
    // Measures have six digits.
    for (const { measures } of rows)
      expect(measures!["score"]).toBeCloseTo((measures!["lateReturn"] as number) - (measures!["copierReturn"] as number), 5);
  });

  it("a ranking takes means over the draws, best first", () => {
    const row = (alphaLow: number, seed: number, score: number): SweepRow => ({
      sweep: "",
      point: 0,
      knobs: { alphaLow, seed },
      measures: { score },
    });
    const failed: SweepRow = { sweep: "", point: 0, knobs: { alphaLow: 2, seed: 9 }, error: { code: "x", message: "x", path: "" } };
    const table = rankingTable(
      [row(1, 0, 0.1), row(1, 1, 0.2), row(2, 0, 0.5), row(2, 1, 0.3), failed],
      { over: "seed", measures: ["score"] },
      1,
    );
    expect(
      table
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(/ +/)),
    ).toEqual([
      ["1", "2", "0.4000", "2", "1"],
      ["…", "and", "1", "more"],
    ]);
  });
});
