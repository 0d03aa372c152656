import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { START_UP_CASE, caseOf } from "../bench/cases.js";
import { epochChart, niceTicks } from "../bench/chart.js";
import { referenceContender, wasmContender } from "../bench/contender.js";
import { chosenModes, chosenShapes } from "../bench/choice.js";
import { countsOf, functionsOf, indexAt } from "../bench/count/counts.js";
import { readDump, readMap } from "../bench/count/callgrind.js";
import { partName } from "../bench/count/child.js";
import { countTable, functionTable } from "../bench/count/markdown.js";
import { between } from "../bench/between.js";
import { caseDeadline } from "../bench/deadline.js";
import { flatnessTable, markdown, memoryTable, pathTable, ratioTable, stageTable, startUpTable, table } from "../bench/markdown.js";
import { measure } from "../bench/measure.js";
import { withInstance } from "../bench/instance.js";
import { percentages } from "../bench/percentages.js";
import { median } from "../bench/median.js";
import { BUILDERS, nativeContender, writeCase } from "../bench/native.js";
import { flatness, ratio } from "../bench/ratios.js";
import { recordedDigest } from "../bench/recorded.js";
import { json, newReport, type CaseReport, type Report } from "../bench/report.js";
import { modulesOf, packageSizes } from "../bench/sizes.js";
import { MODES, SHAPES, type Mode } from "../bench/shapes.js";
import { spread } from "../bench/spread.js";
import { coldText, isWhole, speedOfAll, speedSummary } from "../bench/tables.js";
import type { StoredRows } from "../bindings/types.js";
import { STAGES, sampleCount, samplesByStage, type ProfileNode } from "../bench/stages.js";
import { functionNames, profiledCases, stageTimes } from "../bench/stageTimes.js";

/** Every contender's samples are its factor times the stored weights, and a little. */
const FACTORS = { wasm: 100, "wasm-scalar": 120, native: 250 };

function shape(name: string) {
  return SHAPES.find((shape) => shape.name === name)!;
}

/** Weights of the shapes that reports here are made of. */
const WEIGHTS: Record<string, number> = {
  "subnet 2": 8_405,
  "64 x 256": 16_384,
  "64 x 1024": 65_536,
  "64 x 4096": 262_144,
  "256 x 4096": 1_048_576,
  "4096 x 4096": 16_777_216,
  sparse: 6_400,
  diagonal: 16_384,
};

function caseReport(name: string, mode: Mode, factors: Record<string, number> = FACTORS): CaseReport {
  const weights = WEIGHTS[name]!;
  const measurements = Object.entries(factors).map(([contender, factor]) => {
    const samples = [1.5, 1, 0.9].map((drift) => drift * factor * weights);
    const ms = (factor * weights) / 1e6;
    const statistics = { p50: ms, p99: 2 * ms, min: ms / 2, samplesCount: 30 } as CaseReport["measurements"][number]["statistics"];
    return { contender, rounds: 3, samples, statistics, memoryBytes: contender.startsWith("wasm") ? weights * 64 : null };
  });
  return { case: { shape: name, kind: shape(name).kind, mode, uids: 1, rows: 1, weights }, measurements, stages: null, notes: [] };
}

function report(...done: CaseReport[]): Report {
  const times = (total: number) => ({ import: 3e6, load: 2e6, epoch: 1e6, total });
  const samples = { loadYumaSync: [times(6e6), times(8e6), times(7e6)], loadYuma: [times(9e6)] };
  const startUp = { case: caseReport("64 x 256", "yuma3").case, samples };
  const programs = [
    { name: "native", path: "", compiled: "cc -O2", skipped: "" },
    { name: "limit", path: "", compiled: null, skipped: "no lanes" },
  ];
  return {
    ...newReport({
      command: "npm run bench",
      programs,
      plannedCases: 2,
      sizes: [{ what: "yuma.wasm", bytes: 20, gzipBytes: 10 }],
      startUp,
    }),
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
    run: async () => 5e6,
    digest: async () => digest,
    memoryBytes: () => 7,
    close() {},
  });

  it("runs the least rounds when the time is over, and the most when it never is", async () => {
    const rounds = async (until: number) => {
      const [measurement] = await measure([contender("a")], "a", { warmUp: 0, until, minimumRounds: 3, maximumRounds: 9 });
      return measurement;
    };
    expect(await rounds(0)).toMatchObject({ contender: "a", rounds: 3, samples: [5e6, 5e6, 5e6], memoryBytes: 7 });
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
    const state = START_UP_CASE.shape.make(START_UP_CASE.mode);
    for (const { name, run, digest, memoryBytes } of [
      wasmContender("wasm", state),
      wasmContender("wasm-scalar", state),
      referenceContender(state),
    ]) {
      await run();
      expect([name, await digest()]).toEqual([name, recordedDigest(START_UP_CASE, state)]);
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

  it("has a line for each case in the table of ratios, and columns for who was there", () => {
    const liquid = caseReport("sparse", "liquid", { wasm: 100, "native-needed": 1_234 });
    expect(ratioTable([caseReport("64 x 256", "yuma2"), liquid]).split("\n")).toEqual([
      "| shape | mode | weights | native | native-needed | wasm-scalar |",
      "|---|---|--:|--:|--:|--:|",
      "| 64 x 256 | yuma2 | 16384 | 2.5 | - | 1.2 |",
      "| sparse | liquid | 6400 | - | 12 | - |",
    ]);
  });

  it("has what the chosen path takes of the general path's time, where a layout has it hard", () => {
    const hostile = caseReport("diagonal", "yuma3", { wasm: 110, general: 100 });
    expect(
      pathTable([caseReport("64 x 256", "yuma3", { wasm: 110, general: 100 }), hostile])!
        .split("\n")
        .slice(2),
    ).toEqual(["| diagonal | yuma3 | 16384 | 1.10 |"]);
    expect(pathTable([caseReport("64 x 256", "yuma3")])).toBeNull();
  });

  it("names what was skipped", () => {
    expect(markdown(report())).toContain("- `native`: cc -O2\n- `limit`: **SKIPPED**, no lanes");
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
    expect(markdown(whole)).toContain("| 64 x 1024 | yuma3 | wasm | 6554 | 13107 | 3277 | 153 | 100.0 | 30 | 3 |");
    expect(JSON.parse(json(whole))).toMatchObject({ complete: true, cases: [{ case: { shape: "64 x 256" } }, {}] });
    expect(markdown(report())).toContain("incomplete: 0 of 2 cases");
  });
});

describe("the tables of README and guide", () => {
  const all = report(
    ...["subnet 2", "64 x 1024", "64 x 4096", "diagonal"].flatMap((name) => MODES.map((mode) => caseReport(name, mode))),
    caseReport("64 x 256", "yuma3"),
  );

  it("lead with what is real, and leave out what was not measured and what is hostile", () => {
    const lines = speedSummary(all, "en")
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(lines.slice(2)).toEqual([
      "| subnet 2, recorded | 1 x 1 | 8,405 | 841 | 1190 | 100.0 | 100.0 | 100.0 | 2.5 |",
      "| dense | 1 x 1 | 262,144 | 26214 | 38 | 100.0 | 100.0 | 100.0 | 2.5 |",
      "| dense | 1 x 1 | 16,384 | 1638 | 610 | 100.0 | - | - | 2.5 |",
    ]);
    expect(speedOfAll(all)).toContain("| dense | 1 x 1 | 65,536 |");
  });

  it("have the same rows and numbers in both languages, and say what run they are of", () => {
    const [english, chinese] = (["en", "zh"] as const).map((language) =>
      speedSummary(all, language)
        .match(/[\d.,]*\d/g)!
        .toSorted(),
    );
    expect(chinese).toEqual(english);
    expect(speedSummary(all, "en")).toContain("One run of `npm run bench` on 20");
  });

  it("say how long the first epoch takes, and memory by weight", () => {
    expect(coldText(all)).toContain("by `loadYumaSync`: 7.0 ms;");
    expect(coldText(all)).toContain("| subnet 2 | 8,405 | 64.0 |");
  });

  it("are of whole runs", () => {
    const whole = SHAPES.flatMap(({ name }) => MODES.map((mode) => ({ shape: name, mode })));
    expect([isWhole(whole), isWhole(whole, "small"), isWhole(whole.slice(1)), isWhole([], "small")]).toEqual([true, true, false, false]);
    expect(isWhole(whole.filter(({ shape: name }) => shape(name).size === "small"))).toBe(false);
    expect(isWhole(whole.filter(({ shape: name }) => shape(name).size !== "huge"))).toBe(true);
  });

  it("go between their comments, which have to be there once", () => {
    const page = "a\n<!-- bench: x -->\nold\n<!-- end of x -->\nb";
    const once = between(page, "x", "new");
    expect(once).toBe("a\n<!-- bench: x -->\n\nnew\n\n<!-- end of x -->\nb");
    expect(between(once, "x", "new")).toBe(once);
    for (const bad of ["a", page + page, "<!-- bench: x -->"]) expect(() => between(bad, "x", "new")).toThrow("once each");
  });
});

describe("the chart", () => {
  it("is the same for the same report, with a ground of its own and nothing from outside", () => {
    const all = report(
      ...["subnet 2", "64 x 256", "64 x 4096", "sparse", "diagonal"].flatMap((size) => MODES.map((mode) => caseReport(size, mode))),
    );
    const text = epochChart(all);
    for (let i = 0; i < 2; i++) expect(epochChart(all)).toBe(text);
    for (const words of ["wasm yuma2", "native liquid", "64 x 4096", "262,144", "sparse", "100"]) expect(text).toContain(`>${words}<`);
    expect(text).not.toContain("diagonal");
    expect(text).toContain('fill="#ffffff"');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text.replaceAll(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(/http|href|<image|<script|<style|@import/);
  });

  it("draws a single point, and a sparse state alone", () => {
    for (const size of ["64 x 256", "sparse", "subnet 2"])
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
    "panels/epoch/runFull",
    "fixed/i32f32/saturatingMul",
    "panels/epoch/panels",
    "panels/full/scatter/scatterFull",
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
    const some = { boundary: 13, "stake and masks": 3, consensus: 27, "clipping and bonds": 10, output: 8, other: 17 };
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

  it("are of the larger dense state that is there, a real one and one sparse", () => {
    const profiled = (...names: string[]) =>
      profiledCases(names.flatMap((name) => MODES.map((mode) => ({ shape: shape(name), mode })))).map(
        (item) => `${item.shape.name} ${item.mode}`,
      );
    expect(profiled("64 x 256", "64 x 4096", "256 x 4096", "sparse")).toEqual([
      "256 x 4096 yuma2",
      "256 x 4096 yuma3",
      "256 x 4096 liquid",
      "sparse yuma3",
    ]);
    expect(profiled("64 x 4096")).toHaveLength(3);
    expect(profiled("64 x 256", "64 real 95%")).toHaveLength(3);
    expect(profiled("64 x 256")).toEqual([]);
  });

  it("come from a profile of the built module", async () => {
    const { epochs, samples } = await stageTimes(wasmContender("wasm", START_UP_CASE.shape.make("yuma3")), 100);
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

describe("shapes", () => {
  it("give the same state each time, of rows that the fast path could take", () => {
    const bytes = ({ starts, uids, values }: StoredRows) =>
      Buffer.concat([starts, uids, values].map((list) => new Uint8Array(list.buffer)));
    for (const { name, make } of SHAPES.filter(({ size }) => size === "small")) {
      const { weights, bonds } = make("yuma3");
      expect(bytes(make("yuma3").weights).equals(bytes(weights)), name).toBe(true);
      for (const { starts, uids } of [weights, bonds]) {
        const first = new Set(starts);
        expect(
          uids.every((uid, at) => first.has(at) || uids[at - 1]! < uid),
          name,
        ).toBe(true);
      }
    }
  });

  it("have names of their own, and as many weights as their size says", () => {
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
    for (const { name, size, make } of SHAPES.filter(({ size }) => size !== "huge")) {
      const { uids } = make("yuma3").weights;
      expect(uids.length < 100_000, `${name}: ${uids.length}`).toBe(size === "small");
      if (name in WEIGHTS) expect(uids.length).toBe(WEIGHTS[name]);
    }
  });

  it("have the rows, gaps and bonds that their names say where they are shaped as real ones", () => {
    for (const real of SHAPES.filter(({ name }) => name.includes(" real "))) {
      const [validators, percent] = real.name.split(/ real |%/).map(Number);
      const state = real.make("yuma3");
      const { rows, weights } = caseOf({ shape: real, mode: "yuma3" }, state);
      expect(rows).toBe(validators);
      expect(Math.abs(weights / (255 * validators!) - percent! / 100)).toBeLessThan(0.05);
      state.weights.starts.forEach((start, uid) =>
        expect([...state.weights.uids.subarray(start, state.weights.starts[uid + 1])]).not.toContain(uid),
      );
      expect(state.bonds.uids.length).toBeGreaterThan(0.8 * weights);
    }
  });

  it("are chosen by name, or else by a part of it", () => {
    const chosen = (shapes: string) => chosenShapes({ shapes }, ({ size }) => size === "small").map(({ name }) => name);
    expect(chosen("64 x 4096, 12 real")).toEqual(["12 real 30%", "12 real 60%", "12 real 95%", "64 x 4096"]);
    expect(chosen("")).not.toContain("64 x 4096");
    expect(() => chosen("128 x 128")).toThrow('no shape contains "128 x 128"');
    expect(chosenModes({ modes: "liquid,yuma2" })).toEqual(["liquid", "yuma2"]);
    expect(() => chosenModes({ modes: "yuma4" })).toThrow('no mode is "yuma4"');
  });
});

describe("the programs in C", () => {
  const programs = { native: BUILDERS.native(), limit: BUILDERS.limit() };

  async function digestOf(program: keyof typeof programs, name: string, mode: Mode, ...options: string[]) {
    const state = shape(name).make(mode);
    const files = writeCase(state, mode);
    const [wasm, native] = [wasmContender("wasm", state), nativeContender(program, programs[program], [files.state, ...options])];
    try {
      for (const contender of [wasm, native]) await contender.run();
      return [await native.digest(), await wasm.digest()];
    } finally {
      native.close();
      files.remove();
    }
  }

  it.skipIf(programs.native.skipped !== "")("give the kernels' digests on real shapes, too", async () => {
    for (const [name, mode] of [
      ["subnet 2", "yuma2"],
      ["12 real 60%", "yuma3"],
      ["12 real 30%", "liquid"],
    ] as const) {
      const [native, wasm] = await digestOf("native", name, mode);
      expect(native, `${name} ${mode}`).toBe(wasm);
    }
    const [needed, wasm] = await digestOf("native", "12 real 60%", "liquid", "--needed");
    expect(needed).toBe(wasm);
  });

  it.skipIf(programs.limit.skipped !== "")("give them by hand on a dense one", async () => {
    const [limit, wasm] = await digestOf("limit", "64 x 256", "yuma3");
    expect(limit).toBe(wasm);
  });
});

describe("counted instructions", () => {
  const DUMP = `events: Ir
fn=(1)
0x1000 5 7
+10 5 3
* 6 2
calls=4 0x2000
+20 5 900
-8 7 1
fn=(2)
0x2004 1 900
summary: 913
`;

  it("are read from what callgrind writes, each at its address and those of the called where they are", () => {
    expect(readDump(DUMP, false)).toEqual({ instructions: 913, byAddress: new Map() });
    const addresses = new Map([
      [0x1000, 7],
      [0x100a, 5],
      [0x1016, 1],
      [0x2004, 900],
    ]);
    expect(readDump(DUMP, true)).toEqual({ instructions: 913, byAddress: addresses });
  });

  it("go by the functions whose code lies there", () => {
    const code = readMap("2000 10 JS:wasm-function[7]-7-turbofan\n1f00 40 LazyCompile:~a\n1000 c JS:wasm-function[3]-3-turbofan\n");
    expect([0xfff, 0x1000, 0x100b, 0x100c, 0x2004].map((address) => indexAt(code, address))).toEqual([null, 3, 3, null, 7]);
  });

  const order = {
    modules: ["a.wasm", "b.wasm"],
    general: "stages.wasm",
    cases: [{ shape: "diagonal", mode: "yuma3" as const, general: true }],
  };
  const parts = [0, 1, 2].flatMap((module) =>
    (["kernel", "whole"] as const).flatMap((counting) =>
      ([0, 1] as const).flatMap((epochs) =>
        // Something else came between in the first round.
        [500, 0].map((more) => {
          const instructions = 40 + more + epochs * 1_000 * (module + (counting === "whole" ? 2 : 1));
          return { name: partName(0, module, counting, epochs), instructions, byAddress: new Map([[0x1004, instructions]]) };
        }),
      ),
    ),
  );

  it("are the difference of an epoch and none, by weight", () => {
    const [count] = countsOf(order, [100], parts);
    expect(count).toEqual({ shape: "diagonal", mode: "yuma3", weights: 100, kernel: [10, 20], whole: [20, 30], general: 30 });
    expect(countTable(order.modules, [count!]).split("\n")[2]).toBe(
      "| diagonal | yuma3 | 100 | 10.0 | 20.0 | 20.0 | 30.0 | 2.000 | 30.0 | 0.33 |",
    );
    const beside = { ...count!, shape: "64 x 256", general: null };
    expect(countTable(["a.wasm"], [beside]).split("\n")[2]).toBe("| 64 x 256 | yuma3 | 100 | 10.0 | 20.0 |");
    expect(countTable(["a.wasm"], [count!, beside]).split("\n")[3]).toBe("| 64 x 256 | yuma3 | 100 | 10.0 | 20.0 | - | - |");
    const sums = functionsOf(order, 1, { result: [100], parts, code: [{ start: 0x1000, bytes: 8, index: 3 }] });
    expect(sums).toEqual([new Map([[3, 20]])]);
    expect(functionTable("b.wasm", ["", "", "", "median"], sums, order.cases)[1]).toContain("| `median` | 20.0 |");
  });
});
