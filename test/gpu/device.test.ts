/**
 * The shaders on SwiftShader, by Dawn in Node: every program here is a process of its own, as the driver is chosen by
 * the environment, and has to end by itself once its device is destroyed.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual, promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { findChromium, swiftShaderEnvironment, unpackChromium } from "../engines/chromium.js";
import { describeEngine } from "../engines/describeEngine.js";
import { Missing, ROOT, findDawn } from "../engines/engines.js";
import type { ArithmeticCounts } from "./arithmetic.js";

const TIMEOUT_MS = 240_000;

const chromium = findChromium();
const dawn = findDawn();
const found = dawn instanceof Missing ? dawn : chromium instanceof Missing ? chromium : { version: dawn.version, source: chromium };

describeEngine("the GPU engine on Dawn", found, ({ source }) => {
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    environment = { ...process.env, ...swiftShaderEnvironment(await unpackChromium(source)) };
  });

  const run = async (...args: string[]) => {
    const options = { cwd: ROOT, env: environment, timeout: TIMEOUT_MS, killSignal: "SIGKILL" as const, maxBuffer: 2 ** 28 };
    const { stdout } = await promisify(execFile)(process.execPath, args, options);
    return stdout.trimEnd().split("\n");
  };
  const runScript = (name: string, ...args: string[]) => run("run.mjs", `test/${name}.ts`, ...args);

  it("computes as BigInt does", async () => {
    const [line] = await runScript("gpu/runArithmetic");
    expect(JSON.parse(line!) satisfies ArithmeticCounts).toEqual({ pairs: 49_801, operations: 33, different: [] });
  });

  it("notices in the self-test of a mode every stage that does not run", async () => {
    const [line] = await runScript("gpu/runSelfTest");
    expect(JSON.parse(line!)).toMatchObject({ wrong: [], unnoticed: [] });
  });

  it("gives generated states as WebAssembly does", async () => {
    const lines = await runScript("fuzz/fuzz", "--backend", "gpu", "--epochs", "1200", "--first", "20000");
    // Of eighteen rule sets the shaders have five.
    expect(lines.at(-1)).toMatch(
      /^2\d\d epochs compared and [2-9]\d\d of states held there, \d+ that the register leaves out: 0 different$/,
    );
  });

  it("batches networks of all sizes, splits by its limits, and says what it cannot do", async () => {
    const [line] = await runScript("gpu/runBatches");
    expect(JSON.parse(line!)).toEqual({
      mixed: true,
      split: true,
      empty: true,
      digests: true,
      together: true,
      parts: true,
      changed: true,
      guarded: [[0, 2], [1]],
      bad: "EpochInputError: states[1].kappa: expected a u16, got 70000",
      large: "GpuSizeError: its averaged bonds need 2097152 bytes in one buffer; the device's maxStorageBufferBindingSize is 1048576",
      destroyed: "GpuDestroyedError",
      lost: "GpuDeviceLostError 0 of 3 done",
      auto: "wasm",
      named: 'EpochInputError: options.outputs: expected one of the options digest, signal, got "outputs"',
    });
  });

  it("keeps states, sweeps by deltas, chains epochs, and says what it cannot do", async () => {
    const [line] = await runScript("gpu/runStates");
    const { refused, ...report } = JSON.parse(line!);
    expect(report).toEqual({
      whole: true,
      part: ["active,adapter,sums", true],
      none: 0,
      guarded: ["GpuGuardError: points[1].weights: a row names a uid twice; backend wasm takes it (2 of 3 states are done)", [0, 2], [1]],
      chained: ["GpuGuardError: steps[1].weights: a row names a uid twice; backend wasm takes it (1 of 3 states are done)", true],
      busy: expect.stringContaining("state: expected a state on which no call of epochs runs (await it)"),
      ordered: true,
      beyond: true,
      leaving: 5,
      aborted: "Error: enough",
      empty: true,
      gone: "GpuStateDestroyedError: state: the state on the device was destroyed",
      destroyed: "GpuDestroyedError: the engine was destroyed",
      large: "GpuSizeError: its stored weights need 1440000 bytes in one buffer; the device's maxStorageBufferBindingSize is 1048576",
      split: true,
    });
    const paths = refused.map((message: string) => /^EpochInputError: ([^:]+): /.exec(message)?.[1]);
    expect(paths).toEqual([
      "points[1].kappa",
      "points[0].weights",
      "points[0].n",
      "points[0].kapa",
      "points[0].weightRows[0].uid",
      "points[0].weightRows[1].uid",
      "points[0].bondRows[0].values",
      "options.outputs[0]",
      "state",
      "options.advance",
      "steps[1].bondRows",
      "steps[0].weightRows[0].uid",
      "options.advance",
      "points[0].weightRows[0].x",
      "state",
    ]);
  });

  it("changes no byte of a sweep", async () => {
    const sweep = [
      "sweep",
      "--grid",
      "kappa=0.4:0.6:0.1",
      "--list",
      "rules=yuma2,yuma3-liquid",
      "--set",
      "uids=16",
      "--set",
      "validators=4",
      "--set",
      "epochs=3",
      "--draws",
      "4",
    ];
    const lines = await run("dist/cli/main.js", ...sweep, "--backend", "gpu");
    expect(lines).toHaveLength(24);
    expect(lines).toEqual(await run("dist/cli/main.js", ...sweep));
  });

  it("changes no byte of a retention map", async () => {
    const map = "retention --csv --major-stakes 0.55,0.6 --major-weights 0:1:0.5 --minor-weights 0:1:0.25 --uids 48 --validators 12".split(
      " ",
    );
    const lines = await run("dist/cli/main.js", ...map, "--backend", "gpu");
    expect(lines).toHaveLength(1 + 2 * 3 * 5);
    expect(lines).toEqual(await run("dist/cli/main.js", ...map));
  });

  it("answers yuma eval and yuma verify", async () => {
    const lines = await run("dist/cli/main.js", "eval", "--backend", "gpu", "test/vectors/epoch/basic.jsonl.gz");
    const wasm = await run("dist/cli/main.js", "eval", "test/vectors/epoch/basic.jsonl.gz");
    expect(lines).toHaveLength(40);
    // Backends differ in the order of the keys.
    const different = lines.filter((line, i) => !isDeepStrictEqual(JSON.parse(line), JSON.parse(wasm[i]!)));
    expect(different).toEqual([]);
    const report = await run(
      "dist/cli/main.js",
      "verify",
      "--backend",
      "gpu",
      "test/vectors/epoch/series.jsonl.gz",
      "test/vectors/arithmetic/exp.jsonl.gz",
    );
    expect(report.at(-1)).toBe("gpu: 25 equal, 0 different, 0 not run, 1 skipped in 2 files");
    const history = await run(
      "dist/cli/main.js",
      "verify",
      "--backend",
      "gpu",
      "test/vectors/history/epoch-397.jsonl.gz",
      "test/vectors/history/epoch-365.jsonl.gz",
    );
    expect(history.at(-1)).toBe("gpu: 145 equal, 0 different, 0 not run, 149 skipped in 2 files");
    expect(history.join("\n")).toContain("ruleSet: the shaders have no rule set before spec-397; backend wasm has");
    expect(report.join("\n")).toContain("SKIPPED test/vectors/arithmetic/exp.jsonl.gz: fn: exp_i32f32: the GPU has no form of it");
  });
});

it("is loaded by nothing of the core", () => {
  for (const entry of ["index", "pool/index", "reference/index"])
    expect(readFileSync(`dist/${entry}.js`, "utf8")).not.toContain("requestAdapter");
});

it("says what is missing where there is no GPU", async () => {
  const script = `
    import { loadGpu, loadBatch } from "yuma-consensus/gpu";
    const failure = async (options) => loadGpu(options).catch((error) => error.name + ": " + error.message);
    console.log(await failure({ gpu: { requestAdapter: async () => null } }));
    console.log(await failure({ gpu: {} }));
    console.log(await failure({ gpus: 1 }));
    const batch = await loadBatch({ gpu: { requestAdapter: async () => null } });
    console.log(batch.backend, batch.adapter, batch.why);
    console.log(Object.getOwnPropertyDescriptor(batch, "why").value === batch.why);
    console.log(await loadBatch({ backend: "gpu", gpu: { requestAdapter: async () => null } }).catch(({ name }) => name));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { cwd: ROOT });
  expect(stdout.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^GpuUnavailableError: backend: WebGPU finds no adapter on this host: .*driver.*Vulkan loader/),
    "EpochInputError: options.gpu: expected a GPU object with requestAdapter, got {}",
    'EpochInputError: options.gpus: expected one of the options gpu, powerPreference, maxBufferBytes, timeoutMilliseconds, got "gpus"; did you mean "gpu"?',
    expect.stringMatching(/^auto undefined backend: WebGPU finds no adapter on this host: .*driver/),
    "true",
    "GpuUnavailableError",
  ]);
});
