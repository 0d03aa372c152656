import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MODES, START_UP_CASE, cases, stateOf } from "../bench/cases.js";
import { epochChart, niceTicks } from "../bench/chart.js";
import { referenceContender, wasmContender } from "../bench/contender.js";
import { caseDeadline } from "../bench/deadline.js";
import { flatnessTable, markdown, memoryTable, ratioTable, stageTable, startUpTable, table } from "../bench/markdown.js";
import { measure } from "../bench/measure.js";
import { withInstance } from "../bench/instance.js";
import { percentages } from "../bench/percentages.js";
import { flatness, median, ratio } from "../bench/ratios.js";
import { recordedDigest } from "../bench/recorded.js";
import { json, newReport, type CaseReport, type Report } from "../bench/report.js";
import { modulesOf, packageSizes } from "../bench/sizes.js";
import { spread } from "../bench/spread.js";
import { STAGES, sampleCount, samplesByStage, type ProfileNode } from "../bench/stages.js";
import { functionNames, profiledCases, stageTimes } from "../bench/stageTimes.js";

/** Every contender's samples are its factor times the stored weights, and a little. */
const FACTORS = { wasm: 100, "wasm-scalar": 120, native: 250 };

function caseReport(size: string, mode: string, factors: Record<string, number> = FACTORS): CaseReport {
  const item = cases(true).find((other) => other.size === size && other.mode === mode)!;
  const weights = item.validators * item.rowLength;
  const measurements = Object.entries(factors).map(([contender, factor]) => {
    const samples = [1.5, 1, 0.9].map((drift) => drift * factor * weights);
    const statistics = { p50: (factor * weights) / 1e6, mad: 0 } as CaseReport["measurements"][number]["statistics"];
    return { contender, rounds: 3, samples, statistics, memoryBytes: contender.startsWith("wasm") ? weights * 64 : null };
  });
  return { case: item, measurements, stages: null, notes: [] };
}

function report(...done: CaseReport[]): Report {
  const times = (total: number) => ({ import: 3e6, load: 2e6, epoch: 1e6, total });
  const startUp = { case: START_UP_CASE, samples: { loadYumaSync: [times(6e6), times(8e6), times(7e6)], loadYuma: [times(9e6)] } };
  return {
    ...newReport({ compiler: "cc", plannedCases: 2, sizes: [{ what: "yuma.wasm", bytes: 20, gzipBytes: 10 }], startUp }),
    node: "v20",
    processor: "one",
    cases: done,
  };
}

describe("ratios", () => {
  it("are medians over rounds, of pairs of the same round", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    const item = caseReport("64 x 256", "yuma3");
    item.measurements[0]!.samples = [10, 20, 100];
    item.measurements[2]!.samples = [40, 20, 300];
    expect(ratio(item, "wasm", "native")).toBe(3);
    expect(ratio(item, "wasm", "native-needed")).toBeNull();
  });

  it("say how flat the time per weight is, where both sizes were measured", () => {
    const both = [caseReport("64 x 256", "yuma3"), caseReport("4096 x 4096", "yuma3", { wasm: 150 })];
    expect(flatness(both, "wasm", "yuma3")).toBe(1.5);
    expect(flatness(both, "native", "yuma3")).toBeNull();
    expect(flatness(both, "wasm", "liquid")).toBeNull();
    expect(flatnessTable(both)).toBe("| contender | yuma2 | yuma3 | liquid |\n|---|--:|--:|--:|\n| wasm | - | 1.50 | - |");
    expect(flatnessTable(both.slice(1))).toBeNull();
  });
});

describe("caseDeadline", () => {
  it.each([
    ["an even share", 100, 1_000, 3, 900, 400],
    ["no more than the most", 100, 1_000, 3, 50, 150],
    ["nothing once the time is over", 100, 90, 3, 50, 100],
  ])("gives %s", (_, now, end, casesLeft, most, expected) => expect(caseDeadline(now, end, casesLeft, most)).toBe(expected));
});

describe("measure", () => {
  const contender = (digest: string) => ({
    name: digest,
    run: async () => 5,
    digest: async () => digest,
    memoryBytes: () => 7,
    close() {},
  });

  it("runs the least rounds when the time is over, and the most when it never is", async () => {
    const rounds = async (until: number) => {
      const [measurement] = await measure([contender("a")], "a", { warmUp: 0, until, minimumRounds: 3, maximumRounds: 9 });
      return measurement;
    };
    expect(await rounds(0)).toMatchObject({ contender: "a", rounds: 3, samples: [5, 5, 5], memoryBytes: 7 });
    expect(await rounds(Infinity)).toMatchObject({ rounds: 9 });
  });

  it.each([
    ["a", undefined],
    ["b", "a"],
  ])("refuses different digests: %s, %s", async (first, expected) => {
    const effort = { warmUp: 0, until: 0, minimumRounds: 3, maximumRounds: 3 };
    await expect(measure([contender(first), contender("b")], expected, effort)).rejects.toThrow(
      "b gives b instead of a; nothing is reported",
    );
  });
});

describe("contenders", () => {
  it("give the recorded digest, and the memory of the backends that have one", async () => {
    const state = stateOf(START_UP_CASE);
    for (const { name, run, digest, memoryBytes } of [
      wasmContender("wasm", state),
      wasmContender("wasm-scalar", state),
      referenceContender(state),
    ]) {
      await run();
      expect([name, await digest()]).toEqual([name, recordedDigest(START_UP_CASE)]);
      if (name === "reference") expect(memoryBytes()).toBeNull();
      else expect(memoryBytes()! % 65_536).toBe(0);
    }
  });

  it("leave WebAssembly as it was, also where there is no memory to be had", () => {
    const { Instance } = WebAssembly;
    expect(() => withInstance(() => undefined)).toThrow("exactly one instance");
    expect(() =>
      withInstance(() => new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)))),
    ).toThrow("exactly one instance");
    expect(WebAssembly.Instance).toBe(Instance);
  });
});

describe("the report", () => {
  it("has words on the left and numbers on the right", () => {
    expect(
      table(
        1,
        ["a", "b"],
        [
          ["x", 1],
          ["y", null],
        ],
      ),
    ).toBe("| a | b |\n|---|--:|\n| x | 1 |\n| y | - |");
  });

  it("has a line for each state in the table for the guide", () => {
    const liquid = caseReport("sparse", "liquid", { wasm: 100, "native-needed": 1_234 });
    expect(
      ratioTable([caseReport("64 x 256", "yuma2"), caseReport("64 x 256", "yuma3"), liquid])
        .split("\n")
        .slice(2),
    ).toEqual(["| 64 x 256 | 2.5 | 2.5 | - | - |", "| sparse | - | - | - | 12 |"]);
  });

  it("has memory by weight, and medians of the start-up", () => {
    expect(memoryTable([caseReport("64 x 256", "yuma2", { wasm: 1 })]).split("\n")[2]).toBe(
      "| 64 x 256 | yuma2 | 1048576 | 64.0 | - | - |",
    );
    expect(startUpTable(report().startUp).split("\n").slice(2)).toEqual([
      "| `loadYumaSync` | 3.00 | 2.00 | 1.00 | 7.00 | 3 |",
      "| `loadYuma` | 3.00 | 2.00 | 1.00 | 9.00 | 1 |",
    ]);
  });

  it("says until the last case that it is incomplete", () => {
    const some = report(caseReport("64 x 256", "yuma3"));
    expect(markdown(some)).toContain("incomplete: 1 of 2 cases");
    expect(JSON.parse(json(some))).toMatchObject({ complete: false, plannedCases: 2 });
    expect(epochChart(some)).toContain("This run is incomplete: 1 of 2 cases.");
    const whole = report(caseReport("64 x 256", "yuma3"), caseReport("64 x 1024", "yuma3"));
    expect(markdown(whole)).not.toContain("incomplete");
    expect(markdown(whole)).toContain("| 64 x 1024 | yuma3 | wasm | 6.55 | 0.00 | 100.0 | 2.50 | - | 1.20 | 3 |");
    expect(JSON.parse(json(whole))).toMatchObject({ complete: true, cases: [{ case: { seed: "1001" } }, {}] });
    expect(markdown(report())).toContain("incomplete: 0 of 2 cases");
  });
});

describe("the chart", () => {
  it("is the same for the same report, with a ground of its own and nothing from outside", () => {
    const all = report(...["64 x 256", "64 x 4096", "sparse"].flatMap((size) => MODES.map((mode) => caseReport(size, mode))));
    const text = epochChart(all);
    for (let i = 0; i < 2; i++) expect(epochChart(all)).toBe(text);
    for (const words of ["wasm yuma2", "native liquid", "64 x 4096", "262,144", "sparse", "100"]) expect(text).toContain(`>${words}<`);
    expect(text).toContain('fill="#ffffff"');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text.replaceAll(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(/http|href|<image|<script|<style|@import/);
  });

  it("draws a single point, and a sparse state alone", () => {
    for (const size of ["64 x 256", "sparse"])
      expect(epochChart(report(caseReport(size, "yuma2", { wasm: 100 })))).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each([
    [150, 420, [100, 200, 500]],
    [100, 100, [100, 200]],
    [0.7, 21, [0.5, 1, 2, 5, 10, 20, 50]],
  ])("has ticks around %d to %d", (low, high, expected) => expect(niceTicks(low, high)).toEqual(expected));

  it.each([
    ["far apart", [0, 50, 20], [0, 50, 20]],
    ["equal", [30, 30], [25, 35]],
    ["in each other's way twice", [0, 1, 14, 100], [-5, 5, 15, 100]],
    ["none", [], []],
  ])("moves labels no further than needed: %s", (_, places, expected) => {
    expect(spread(places, 10)).toEqual(expected);
  });
});

describe("the times by stage", () => {
  const NAMES = [
    "epoch/epoch",
    "panels/consensus/median<v128>",
    "panels/consensus/clip<v128>",
    "fixed/i32f32/saturatingMul",
    "panels/epoch/panels",
    "panels/block/scatterBlock",
  ];
  const text = NAMES.map((name) => ` (func $assembly/${name} (param $0 i32)\n  (local $1 i32)\n )`).join("\n");

  type Call = [functionName: string, hitCount: number, ...callees: Call[]];

  function nodesOf(root: Call): ProfileNode[] {
    const nodes: ProfileNode[] = [];
    const add = ([functionName, hitCount, ...callees]: Call): number => {
      const node: ProfileNode = { id: nodes.length + 1, callFrame: { functionName }, hitCount };
      nodes.push(node);
      node.children = callees.map(add);
      return node.id;
    };
    add(root);
    return nodes;
  }

  const wasm = (index: number, hitCount: number, ...callees: Call[]): Call => [`wasm-function[${index}]`, hitCount, ...callees];

  it("go by the functions, arithmetic and what has no name by their callers", () => {
    const panels = wasm(4, 7, wasm(1, 20, wasm(3, 5), ["memory.copy", 2]), wasm(2, 10), wasm(5, 8), wasm(3, 1));
    const run: Call = ["run", 1, ["checkState", 4], ["call", 2, wasm(0, 3, panels)]];
    const nodes = nodesOf(["(root)", 0, ["loop", 50, run], ["dispatch", 60], ["(garbage collector)", 6], ["(program)", 9]]);
    const samples = samplesByStage(nodes, functionNames(text), "run")!;
    const some = { boundary: 13, "stake and masks": 3, consensus: 27, clipping: 10, output: 8, other: 17 };
    expect(samples).toEqual({ ...Object.fromEntries(STAGES.map((stage) => [stage, 0])), ...some });
    expect(sampleCount(samples)).toBe(78);
  });

  it("are none where the profile names no function", () => {
    expect(samplesByStage(nodesOf(["(root)", 0, ["run", 5, ["wasm", 9]]]), functionNames(text), "run")).toBeNull();
    const unnamed = { ...caseReport("256 x 4096", "yuma3"), stages: { epochs: 1, nsPerEpoch: 1, samples: null } };
    expect(stageTable([unnamed])).toBeNull();
    expect(markdown(report(unnamed))).toContain("The profiles name no function of WebAssembly");
    expect(markdown(report(caseReport("256 x 4096", "yuma3")))).not.toContain("by stage");
  });

  it("have percent and ns per stored weight, all in all 100 %", () => {
    const samples = samplesByStage(nodesOf(["(root)", 0, ["run", 1, wasm(1, 2)]]), functionNames(text), "run");
    const profiled = { ...caseReport("64 x 4096", "yuma3"), stages: { epochs: 2, nsPerEpoch: 1, samples } };
    const lines = stageTable([caseReport("64 x 256", "yuma3"), profiled])!.split("\n");
    expect(lines[0]).toBe("| stage | bound by | 64 x 4096 yuma3 % | ns |");
    expect(
      lines
        .filter((line) => !line.includes(" 0.0 "))
        .slice(2)
        .map((line) => line.split(" | ").slice(-2).join(" ")),
    ).toEqual(["33.3 33.33 |", "66.7 66.67 |", "100.0 100.00 |"]);
    expect(percentages([1, 1, 1])).toEqual(["33.4", "33.3", "33.3"]);
  });

  it("are of the larger dense state that is there, and one sparse", () => {
    const sizes = (only: string) =>
      profiledCases(cases(true).filter(({ size, mode }) => `${size} ${mode}`.includes(only))).map(({ size, mode }) => `${size} ${mode}`);
    expect(sizes("")).toEqual(["256 x 4096 yuma2", "256 x 4096 yuma3", "256 x 4096 liquid", "sparse yuma3"]);
    expect(sizes("64 x 4096 yuma")).toEqual(["64 x 4096 yuma2", "64 x 4096 yuma3"]);
    expect(sizes("64 x 256")).toEqual([]);
  });

  it("come from a profile of the built module", async () => {
    const { epochs, samples } = await stageTimes(wasmContender("wasm", stateOf(START_UP_CASE)), 100);
    expect(epochs).toBeGreaterThan(0);
    expect(sampleCount(samples!)).toBeGreaterThan(samples!.other);
  });
});

describe("sizes", () => {
  it("are of the entry and of all its chunks, none of them the chart's", () => {
    const modules = modulesOf("dist/index.js");
    expect(modules.length).toBeGreaterThan(1);
    for (const path of modules) expect(existsSync(path)).toBe(true);
    expect(modules.join()).not.toContain("halvingChart");
    const [simd, scalar, entry] = packageSizes("dist");
    expect(entry!.bytes).toBeGreaterThan(simd!.bytes + scalar!.bytes);
    for (const { bytes, gzipBytes } of [simd!, scalar!, entry!]) expect(gzipBytes).toBeLessThan(bytes);
  });
});
