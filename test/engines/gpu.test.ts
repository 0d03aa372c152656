/**
 * WebGPU on SwiftShader, a device in software, by each of its implementations: Dawn (whose WGSL compiler is Tint) in
 * Node and in Chromium, wgpu (naga) in Deno. For correctness, never for speed.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Task } from "../browser/task.js";
import { openChromium } from "../fuzz/engines/chromium.js";
import { openDeno } from "../fuzz/engines/deno.js";
import { compareOnGpu, type FuzzEngine } from "../fuzz/gpu.js";
import { bundleProgram, scratchFolder } from "./bundle.js";
import { findChromium, launchChromium, swiftShaderEnvironment, unpackChromium } from "./chromium.js";
import { describeEngine } from "./describeEngine.js";
import { findDawn, findDeno, Missing, ROOT, runProgram, type Engine } from "./engines.js";
import { reportOfPage, writePage } from "./page.js";
import { allEqual, FILES, VECTORS, writeFalseVectors, writeSomeScenarios } from "./suite.js";
import type { Files } from "./vectors.js";

const scratch = scratchFolder("gpu");
afterAll(() => rmSync(scratch, { recursive: true }));

/** Without SwiftShader there is no device to count on. */
const chromium = findChromium();
const onSwiftShader = (engine: Engine | Missing) => {
  if (engine instanceof Missing) return engine;
  return chromium instanceof Missing ? chromium : { ...engine, source: chromium };
};

/** Epochs without traces; Null consensus is out of scope as a whole, and of the scenarios' runs there are too many. */
const ALL = FILES.epoch.filter((file) => file.endsWith(".jsonl.gz") && !/epoch-null|scenarios/.test(file));
const SOME = ["epoch/basic.jsonl.gz", "epoch/liquid.jsonl.gz"];

/** What bindings/gpu/register.ts declares: rows that name a uid twice. */
const OUT_OF_SCOPE = [
  "adversarial-003-dup-weights",
  "adversarial-004-dup-weights-liquid",
  "adversarial-013-triple-dups",
  "adversarial-017-dup-weights",
  "adversarial-018-dup-weights-liquid",
  "adversarial-027-triple-dups",
];

type RunOnGpu = (sets: Files[]) => Promise<unknown>;

/** In one go, as a device takes seconds to be ready. */
function itGivesTheVectors(run: RunOnGpu, what: string, files: readonly string[]): void {
  const { equal: all } = allEqual(files);
  const declared = files === ALL ? OUT_OF_SCOPE : [];
  const but = declared.length === 0 ? "" : ` but the ${declared.length} that the register declares`;
  const scenarios = writeSomeScenarios(scratch);
  it(`gives all ${all} vectors of ${what}${but}, ${scenarios.count} scenarios, and finds a false bit, on SwiftShader`, async () => {
    const adapter = expect.stringMatching(/swiftshader/i);
    const outOfScope = declared.map((name) => expect.stringMatching(new RegExp(`^${name}: a row names a uid twice;`)));
    const { file, firstDifference } = writeFalseVectors(scratch);
    expect(
      await run([
        { folder: VECTORS, files },
        { folder: scratch, files: [scenarios.file] },
        { folder: scratch, files: [file] },
      ]),
    ).toEqual([
      { adapter, equal: all - declared.length, different: [], outOfScope },
      { adapter, equal: scenarios.count, different: [], outOfScope: [] },
      { adapter, equal: 7, different: [firstDifference], outOfScope: [] },
    ]);
  });
}

/** The fuzzer has thousands; here it is seen to reach the engine. */
function itIsFuzzed(open: () => Promise<FuzzEngine>): void {
  it("gives what WebAssembly gives of generated states, alone and held", async () => {
    const adapter = expect.stringMatching(/swiftshader/i);
    const counts = await compareOnGpu(open, { seed: "475", first: 19, end: 23 }, () => {});
    expect(counts).toEqual({ adapter, compared: 3, outOfScope: 1, resident: 7, different: [] });
  });
}

const PROGRAMS = {
  "Tint in Dawn in Node": onSwiftShader(findDawn()),
  "naga in wgpu in Deno": onSwiftShader(findDeno()),
};

for (const [title, found] of Object.entries(PROGRAMS)) {
  describeEngine(title, found, (engine) => {
    const program = join(scratch, "standaloneGpu.mjs");
    let environment: NodeJS.ProcessEnv;
    beforeAll(async () => {
      environment = { ...engine.environment, ...swiftShaderEnvironment(await unpackChromium(engine.source)) };
      await bundleProgram("test/engines/standaloneGpu.ts", program);
    });
    itGivesTheVectors((sets) => runProgram({ ...engine, environment }, program, { sets }), "epoch", ALL);
  });
}

describeEngine("naga in wgpu in Deno", PROGRAMS["naga in wgpu in Deno"], () => itIsFuzzed(openDeno));

describeEngine("Tint in Dawn in Chromium", chromium, (source) => {
  let browser: Browser;
  beforeAll(async () => {
    await writePage(scratch);
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  const runIn =
    (worker: boolean): RunOnGpu =>
    (sets) => {
      const folders = { "/": scratch, "/scratch/": scratch, "/vectors/": VECTORS, "/dist/": join(ROOT, "dist") };
      const served = sets.map(({ folder, files }) => ({ folder: folder === VECTORS ? "/vectors" : "/scratch", files }));
      const task: Task = { run: "gpu", from: "/dist/gpu/index.js", sets: served };
      return reportOfPage(browser, folders, task, { worker });
    };

  describe("in a page", () => {
    itGivesTheVectors(runIn(false), "epoch", ALL);
    itIsFuzzed(openChromium);
  });
  describe("in a worker", () => itGivesTheVectors(runIn(true), "epoch/basic and epoch/liquid", SOME));
});
