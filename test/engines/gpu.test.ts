/**
 * WebGPU on SwiftShader, a device in software, by each of its implementations: Dawn (whose WGSL compiler is Tint) in
 * Node and in Chromium, wgpu (naga) in Deno. For correctness, never for speed.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Task } from "../browser/task.js";
import { bundleProgram, scratchFolder } from "./bundle.js";
import { findChromium, launchChromium, swiftShaderEnvironment, unpackChromium } from "./chromium.js";
import { describeEngine, findDawn, findDeno, Missing, runProgram, type Engine } from "./engines.js";
import { reportOfPage, writePage } from "./page.js";

const scratch = scratchFolder("gpu");
afterAll(() => rmSync(scratch, { recursive: true }));

/** Without SwiftShader there is no device to count on. */
const chromium = findChromium();
const onSwiftShader = (engine: Engine | Missing) => {
  if (engine instanceof Missing) return engine;
  return chromium instanceof Missing ? chromium : { ...engine, source: chromium };
};

type RunProbe = (task: { flippedBits: string }) => Promise<unknown>;

function itAdds(run: RunProbe): void {
  const adapter = expect.stringMatching(/swiftshader/i);

  it("adds 2401 pairs of 64-bit numbers, on SwiftShader", async () => {
    expect(await run({ flippedBits: "0" })).toEqual({ adapter, equal: 2401, different: 0, firstDifference: null });
  });

  it("finds false sums", async () => {
    const firstDifference = "0 + 0: expected 4294967296, got 0";
    expect(await run({ flippedBits: "4294967296" })).toEqual({ adapter, equal: 0, different: 2401, firstDifference });
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
    itAdds((task) => runProgram({ ...engine, environment }, program, task));
  });
}

describeEngine("Tint in Dawn in Chromium", chromium, (source) => {
  let browser: Browser;
  beforeAll(async () => {
    await writePage(scratch);
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  describe.each([false, true])("in a worker: %s", (worker) => {
    itAdds(({ flippedBits }) => {
      const task: Task = { run: "gpu", flippedBits };
      return reportOfPage(browser, { "/": scratch }, task, { worker });
    });
  });
});
