import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { markdown as deviceMarkdown } from "../../bench/device/markdown.js";
import { benchmarkOf, readReport } from "../../bench/device/report.js";
import { batchCases, statesOf, weightsOf, type BatchCase } from "../../bench/gpu/cases.js";
import { gpuChart } from "../../bench/gpu/chart.js";
import { markdown } from "../../bench/gpu/markdown.js";
import { bySize, crossover, type BatchReport, type GpuReport } from "../../bench/gpu/report.js";
import { StageClock } from "../../bench/gpu/stageClock.js";
import type { Measurement } from "../../bench/measure.js";

const SIZES: Record<string, Pick<BatchCase, "n" | "validators">> = {
  "64 x 256": { n: 256, validators: 64 },
  "8 x 32": { n: 32, validators: 8 },
};

function batch(size: string, networks: number, ms: Record<"wasm" | "threads" | "gpu", number>): BatchReport {
  const measured = (contender: keyof typeof ms): Measurement => {
    const samples = [1.5, 1, 0.9].map((drift) => drift * ms[contender] * 1e6);
    return { contender, rounds: 3, samples, statistics: {} as Measurement["statistics"], memoryBytes: null };
  };
  return {
    case: { what: "batch", size, mode: "yuma3", networks, ...SIZES[size]! },
    wasm: measured("wasm"),
    threads: measured("threads"),
    gpu: measured("gpu"),
    split: { pack: 1e6, compute: 2e6, read: 3e6 },
    stages: { stake: 1_500_000, output: 250_000 },
    work: { operations: 7_000_000, bytes: 3_500_000 },
  };
}

function report(...cases: BatchReport[]): GpuReport {
  return {
    command: "npm run bench:gpu",
    adapter: { name: "a GPU", vendor: "maker", architecture: "", device: "", description: "", isFallbackAdapter: false },
    node: "v20",
    processor: "one",
    threads: 16,
    date: "2026-11-28T12:00:00.000Z",
    startUp: { device: 1e6, compile: 2e6, selfTest: 3e6 },
    plannedCases: 2,
    cases,
    failed: [],
  };
}

const SLOW = batch("64 x 256", 1, { wasm: 1, threads: 1, gpu: 4 });
const FAST = batch("64 x 256", 512, { wasm: 400, threads: 50, gpu: 100 });

describe("the GPU's benchmark", () => {
  it("has medians and the least, ratios to one thread and all, and networks a second", () => {
    const text = markdown(report(SLOW, FAST));
    expect(text).toContain("`npm run bench:gpu` on 2026-11-28, Node v20 on one");
    expect(text).toContain("| 64 x 256 | yuma3 | 512 | 400 / 360 | 50 / 45 | 100 / 90 | 4.000 | 0.500 | 3 |");
    expect(text).toContain("| 64 x 256 | yuma3 | 512 | 1280 | 10240 | 5120 |");
    expect(text).toContain("| 64 x 256 | yuma3 | 8,388,608 | never here |");
    expect(text).toContain("| 64 x 256 | yuma3 | 512 | 1.00 | 2.00 | 3.00 |");
    expect(text).not.toMatch(/incomplete|FAILED|SOFTWARE|undefined|NaN/);
  });

  it("has the stages by the device's clock, of the largest batch of each size", () => {
    const text = markdown(report(SLOW, FAST, batch("8 x 32", 8, { wasm: 1, threads: 1, gpu: 1 })));
    expect(text).toContain("| stage | 512 of 64 x 256 yuma3 | 8 of 8 x 32 yuma3 |");
    expect(text).toContain("| stake | 1.500 | 1.500 |");
    expect(text).toContain("| all stages | 1.750 | 1.750 |");
    expect(markdown(report({ ...FAST, stages: null }))).toContain("the device has no clock");
  });

  it("has operations and bytes, of a weight and of a second", () => {
    // 512 networks of 7 million operations in 1.75 ms.
    expect(markdown(report(FAST))).toContain("| 64 x 256 | yuma3 | 512 | 427 | 214 | 2.00 | 2048 | 1024 |");
  });

  it("says what failed, what is not there yet, and what is software", () => {
    const some = report({ ...FAST, split: null, stages: null });
    some.failed.push({ case: SLOW.case, reason: "Error: lost" });
    some.adapter = { ...some.adapter, isFallbackAdapter: true };
    const text = markdown(some);
    expect(text).toContain("incomplete: 1 of 2 cases");
    expect(text).toContain("**FAILED: 1 of 64 x 256 yuma3**: Error: lost");
    expect(text).toContain("a GPU is SOFTWARE");
    expect(text).toContain("| 64 x 256 | yuma3 | 512 | - | - | - |");
    expect(gpuChart(some)).toContain("SOFTWARE");
  });

  it("finds where the GPU begins to pay and stays so", () => {
    const [group] = bySize([FAST, batch("64 x 256", 8, { wasm: 8, threads: 8, gpu: 4 }), SLOW]);
    expect(group!.map((item) => item.case.networks)).toEqual([1, 8, 512]);
    expect([crossover(group!, "wasm"), crossover(group!, "threads")]).toEqual([8 * 64 * 256, null]);
  });

  it("has more of hardware than of software, and networks with arrays of their own", () => {
    const most = (isSoftware: boolean) => Math.max(...batchCases(isSoftware, false).map(weightsOf));
    // The map of one honest stake is larger than the largest batch.
    expect([most(true), most(false)]).toEqual([8 * 64 * 256, 51 * 51 * 64 * 512]);
    const states = statesOf({ size: "", mode: "yuma3", n: 4, validators: 2, networks: 66 });
    expect(states).toHaveLength(66);
    expect(states[64]).toEqual(states[0]);
    expect(states[1]).not.toEqual(states[0]);
    expect(new Set(states.map(({ weights }) => weights.values)).size).toBe(66);
  });
});

describe("the device's clock", () => {
  /** Notes what it is asked, and stamps 0, 10, 20, ... */
  function fakeDevice(log: string[]): GPUDevice {
    const device = {
      createQuerySet: () => ({ destroy() {} }),
      createBuffer: () => ({
        mapAsync: async () => undefined,
        getMappedRange: () => BigUint64Array.from({ length: 4096 }, (_, i) => 10n * BigInt(i * i)).buffer,
        unmap() {},
        destroy() {},
      }),
      createCommandEncoder: () => ({
        beginComputePass: ({ timestampWrites }: { timestampWrites: GPUComputePassTimestampWrites }) => {
          log.push(`begin ${timestampWrites.beginningOfPassWriteIndex}`);
          return {
            setPipeline: (name: string) => log.push(`pipeline ${name}`),
            setBindGroup: (index: number, group: string) => log.push(`group ${index} ${group}`),
            dispatchWorkgroups: (count: number) => log.push(`dispatch ${count}`),
            end: () => log.push("end"),
          };
        },
        resolveQuerySet: (_: unknown, first: number, count: number) => log.push(`resolve ${first} to ${count}`),
        copyBufferToBuffer() {},
        finish: () => "commands",
      }),
      queue: { submit() {} },
    };
    return device as unknown as GPUDevice;
  }

  it("gives each pipeline a pass of its own with the groups that were set, and sums by stage", async () => {
    const log: string[] = [];
    const pipelines = ["a", "b"] as unknown as [GPUComputePipeline, GPUComputePipeline];
    const clock = new StageClock(fakeDevice(log), new Map([...pipelines].map((pipeline) => [pipeline, `stage ${pipeline}`])));
    expect(await clock.times()).toEqual({});
    const pass = clock.device.createCommandEncoder().beginComputePass();
    pass.setPipeline(pipelines[0]);
    pass.setBindGroup(0, "first" as unknown as GPUBindGroup);
    pass.dispatchWorkgroups(1);
    pass.setPipeline(pipelines[1]);
    pass.dispatchWorkgroups(2);
    pass.setPipeline(pipelines[0]);
    pass.end();
    // Stamps at i are 10 i²: 10 - 0, 90 - 40 and 250 - 160.
    expect(await clock.times()).toEqual({ "stage a": 100, "stage b": 50 });
    expect(log.join(", ")).toBe(
      "begin 0, pipeline a, group 0 first, dispatch 1, end, begin 2, pipeline b, group 0 first, dispatch 2, end, begin 4, pipeline a, group 0 first, end, resolve 0 to 6",
    );
    expect(await clock.times()).toEqual({});
    expect(() => pass.setPipeline("c" as unknown as GPUComputePipeline)).toThrow("no stage");
  });
});

describe("the report of a device", () => {
  it("has what each step gave, how it ended and what it said, from what is there", () => {
    const folder = mkdtempSync(join(tmpdir(), "yuma-device-report-"));
    try {
      expect(deviceMarkdown(readReport(folder))).toContain("None was found.");
      const files = {
        "steps.tsv": [
          "adapter\t1\t0\t25\tadapter.1.log",
          "adapter\t0\t1\t25\tadapter.2.log",
          "telling\t0\t9\t45\ttelling.log",
          "vectors\t124\t75\t75\tvectors.log",
          "rest\t-\t0\t150\trest.log\n",
        ].join("\n"),
        "adapter.1.log": "no such driver",
        "adapter.2.log": "of no interest",
        "vectors.log": "begun ``` and hung",
        "vectors.json": JSON.stringify([
          { file: "epoch/basic", adapter: "a", equal: 39, different: ["x-1: consensus 3"], outOfScope: ["y", "z"] },
        ]),
        "fuzz.json": JSON.stringify({ adapter: "a", compared: 1_000, outOfScope: 3_200, resident: 70, different: ["seed 475 state 9"] }),
        "compile.json": JSON.stringify({ stake: 12_340_000 }),
        "telling.json": JSON.stringify(report(FAST)),
        "machine.txt": "$ nvidia-smi",
      };
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const text = deviceMarkdown(readReport(folder));
      expect(text).toContain("| vectors | **ended** after 75 s | 75 |");
      expect(text).toContain("| rest | **not begun**: no time was left | 0 |");
      expect(text).toContain("no such driver");
      expect(text).not.toContain("of no interest");
      expect(text).toContain("begun ''' and hung");
      expect(text).toContain("| epoch/basic | 39 | 1 | 2 |\n| all | 39 | 1 | 2 |");
      expect(text).toContain("epoch/basic: x-1: consensus 3");
      expect(text).toContain(
        "1000 compared with WebAssembly, and 70 of states held there, 3200 out of scope: **1 different**.\n\n```text\nseed 475 state 9\n```",
      );
      expect(text).toContain("| stake | 12.3 |");
      expect(text).toContain("\n## GPU benchmark\n");
      expect(text).toContain("$ nvidia-smi");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("puts the cases of both steps together, by size", () => {
    const small = batch("8 x 32", 1, { wasm: 1, threads: 1, gpu: 1 });
    const whole = benchmarkOf({ telling: report(FAST), rest: report(small, SLOW) })!;
    expect(whole.cases.map((item) => weightsOf(item.case))).toEqual([64 * 256, 512 * 64 * 256, 8 * 32]);
    expect(whole.plannedCases).toBe(4);
    expect(benchmarkOf({})).toBeNull();
  });
});
