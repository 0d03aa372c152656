/** Times batches and single matrices on this host's GPU against WebAssembly; bench/README.md says what is compared. */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { findChromium, swiftShaderEnvironment, unpackChromium } from "../test/engines/chromium.js";
import { Missing } from "../test/engines/engines.js";
import { batchCases } from "./gpu/cases.js";
import { markdown } from "./gpu/markdown.js";
import { openGpu } from "./gpu/open.js";
import { writeResults } from "./gpu/results.js";
import { runCases } from "./gpu/run.js";

const SHORT = { limit: 60_000, mostPerCase: 6_000, warmUp: 100, minimumRounds: 3, maximumRounds: 15 };
const FULL = { limit: 900_000, mostPerCase: 20_000, warmUp: 500, minimumRounds: 3, maximumRounds: 31 };

const FOLDER = "bench/results";

/** Once more as a process that finds SwiftShader alone: the driver is chosen by the environment. Its exit code. */
async function runOnSwiftShader(): Promise<number> {
  const source = findChromium();
  if (source instanceof Missing) throw new Error(source.reason);
  const env = { ...process.env, ...swiftShaderEnvironment(await unpackChromium(source)) };
  return spawnSync(process.execPath, [process.argv[1]!, "bench/gpu.ts", ...process.argv.slice(2)], { env, stdio: "inherit" }).status ?? 1;
}

const { full, software } = parseArgs({
  options: { full: { type: "boolean", default: false }, software: { type: "boolean", default: false } },
}).values;
if (software && process.env["VK_ICD_FILENAMES"] === undefined) process.exit(await runOnSwiftShader());
const gpu = await openGpu();
const cases = batchCases(gpu.engine.adapter.isFallbackAdapter, full);
const command = ["npm run bench:gpu", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])].join(" ");
const report = await runCases(gpu, command, cases, full ? FULL : SHORT, (soFar) => writeResults(FOLDER, soFar));
gpu.close();
console.log(markdown(report));
if (report.failed.length > 0) process.exitCode = 1;
