/** The package as it is built, on the engines that run programs. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleProgram, scratchFolder } from "./bundle.js";
import { describeEngine, findBun, findDeno, findNode, runProgram } from "./engines.js";
import { itFindsFalseVectors, itGivesAllVectors, type RunVectors } from "./suite.js";

const ENGINES = {
  "V8 in Node": findNode(),
  "JavaScriptCore in Bun": findBun(),
  "V8 in Deno": findDeno(),
};

const scratch = scratchFolder("standalone");
const program = join(scratch, "standalone.mjs");
beforeAll(() => bundleProgram("test/engines/standalone.ts", program));
afterAll(() => rmSync(scratch, { recursive: true }));

for (const [title, found] of Object.entries(ENGINES)) {
  describeEngine(title, found, (engine) => {
    const run: RunVectors = (task) => runProgram(engine, program, task);

    itGivesAllVectors(run);
    itFindsFalseVectors(run, "wasm", scratch);

    it("fails where a file is not there", async () => {
      await expect(run({ backend: "wasm", folder: scratch, files: ["none.jsonl.gz"] })).rejects.toThrow("none.jsonl.gz");
    });
  });
}
