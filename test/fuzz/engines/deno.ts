/** wgpu, whose WGSL compiler is naga, in Deno on SwiftShader. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundleProgram, scratchFolder } from "../../engines/bundle.js";
import { findChromium, swiftShaderEnvironment, unpackChromium } from "../../engines/chromium.js";
import { findDeno, here, ROOT } from "../../engines/engines.js";
import type { FuzzEngine, GpuComparison } from "../gpu.js";

export async function openDeno(): Promise<FuzzEngine> {
  const { command, arguments: given, environment } = here(findDeno());
  const swiftShader = swiftShaderEnvironment(await unpackChromium(here(findChromium())));
  const scratch = scratchFolder("fuzz");
  const program = await bundleProgram("test/fuzz/engines/standalone.ts", join(scratch, "standalone.mjs"));
  const child = spawn(command, [...given, program], {
    cwd: ROOT,
    env: { ...process.env, ...environment, ...swiftShader },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async compare(states) {
      child.stdin.write(`${JSON.stringify(states)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`Deno ended with states ${states.first} to ${states.end - 1}`);
      return JSON.parse(value) as GpuComparison;
    },
    async close() {
      child.kill();
      rmSync(scratch, { recursive: true });
    },
  };
}
