import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SweepRow } from "../bindings/sweep/row.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-sweep-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const COMMAND = ["dist/cli/main.js", "sweep"];

function sweep(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });
  return { status, stdout, stderr };
}

function rowsIn(path: string): SweepRow[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as SweepRow);
}

const SMALL = ["--set", "uids=3", "--set", "validators=2", "--set", "epochs=1"];
const LONG = [...SMALL, "--grid", "kappa=0.4:0.6:0.05", "--list", "bondsPenalty=0,65535", "--draws", "1000"];
const SHORT = [...SMALL, "--list", "kappa=0.4,0.5,0.6", "--draws", "4"];

/** Starts the command, and kills it as soon as the file has grown by some bytes. */
async function killed(signal: NodeJS.Signals, file: string, args: readonly string[], bytes: number): Promise<void> {
  const from = existsSync(file) ? statSync(file).size : 0;
  const child = spawn(process.execPath, [...COMMAND, ...args, "--out", file], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", (_, by) => resolve(by)));
  while (child.exitCode === null && (!existsSync(file) || statSync(file).size < from + bytes)) await sleep(2);
  child.kill(signal);
  expect(await ended).toBe(signal);
}

describe("a sweep of 10,000 points", () => {
  it("is killed and goes on without loss or repetition, to the bytes of one that ran through", async () => {
    const [whole, cut] = [join(folder, "whole.jsonl"), join(folder, "cut.jsonl")];
    expect(sweep(...LONG, "--out", whole)).toEqual({
      status: 0,
      stdout: "",
      stderr: `yuma: ${whole}: 10000 rows written, 0 found there\n`,
    });
    expect(rowsIn(whole).map(({ point }) => point)).toEqual(Array.from({ length: 10_000 }, (_, i) => i));

    const sizes: number[] = [];
    for (const signal of ["SIGKILL", "SIGINT", "SIGKILL"] as const) {
      await killed(signal, cut, LONG, 200_000);
      sizes.push(statSync(cut).size);
      expect(sizes.at(-1)).toBeLessThan(statSync(whole).size);
      // Nothing that was written is lost: what is there is how the whole begins.
      expect(readFileSync(whole, "utf8").startsWith(readFileSync(cut, "utf8"))).toBe(true);
    }
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sweep(...LONG, "--out", cut).status).toBe(0);
    expect(readFileSync(cut).equals(readFileSync(whole))).toBe(true);
  });
});

describe("yuma sweep --out", () => {
  it("repairs a last line that is torn anywhere", () => {
    const [whole, torn] = [join(folder, "short.jsonl"), join(folder, "torn.jsonl")];
    expect(sweep(...SHORT, "--out", whole).status).toBe(0);
    const bytes = readFileSync(whole);
    const lastLine = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1;
    for (const size of [0, 1, lastLine - 1, lastLine, lastLine + 1, lastLine + 40, bytes.length - 1, bytes.length]) {
      writeFileSync(torn, bytes);
      truncateSync(torn, size);
      const found = bytes.subarray(0, size).toString("utf8").split("\n").length - 1;
      const all = bytes.toString("utf8").split("\n").length - 1;
      expect(sweep(...SHORT, "--out", torn)).toEqual({
        status: 0,
        stdout: "",
        stderr: `yuma: ${torn}: ${all - found} rows written, ${found} found there\n`,
      });
      expect(readFileSync(torn).equals(bytes)).toBe(true);
    }
  });

  it("runs shards whose files joined are the whole's", () => {
    const whole = sweep(...SHORT).stdout;
    const parts = [1, 2, 3, 4, 5].map((index) => {
      const path = join(folder, `shard-${index}.jsonl`);
      expect(sweep(...SHORT, "--shard", `${index}/5`, "--out", path).status).toBe(0);
      return readFileSync(path, "utf8");
    });
    expect(parts.join("")).toBe(whole);
    const sorted = (text: string) => text.split("\n").sort();
    expect(sorted([...parts].reverse().join(""))).toEqual(sorted(whole));
  });

  it("gives the same bytes from workers, and from every backend", () => {
    const plain = sweep(...SHORT).stdout;
    for (const args of [
      ["--workers", "2"],
      ["--backend", "wasm-scalar"],
      ["--backend", "reference"],
    ]) {
      expect(sweep(...SHORT, ...args)).toEqual({ status: 0, stdout: plain, stderr: "" });
    }
  });

  it("does not touch a file with anything else in it", () => {
    const path = join(folder, "other.jsonl");
    expect(sweep(...SHORT, "--out", path).status).toBe(0);
    const before = readFileSync(path, "utf8");
    const refused = [
      [...SHORT, "--set", "density=0.5"],
      [...SHORT, "--shard", "2/2"],
      [...SMALL, "--draws", "4"],
    ];
    for (const args of refused) {
      expect(sweep(...args, "--out", path)).toMatchObject({ status: 2, stderr: expect.stringContaining("line 1 is no row of this run") });
    }
    appendFileSync(path, "{}\n");
    expect(sweep(...SHORT, "--out", path)).toMatchObject({ status: 2, stderr: expect.stringContaining("line 13 is no row of this run") });
    expect(readFileSync(path, "utf8")).toBe(`${before}{}\n`);
    expect(sweep(...SHORT, "--out", join(folder, "nowhere", "x"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("x: no such file or directory"),
    });
  });

  it("records points that fail, goes on, and says so", () => {
    const path = join(folder, "failing.jsonl");
    const args = ["--set", "uids=4", "--set", "epochs=1", "--list", "validators=2,4,3", "--list", "kappa=0.5,70000"];
    expect(sweep(...args, "--out", path)).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^yuma: .*: 6 rows written, 0 found there\n4 of the points that ran failed/),
    });
    expect(rowsIn(path).map(({ error, measures }) => [error?.path, measures === undefined])).toEqual([
      [undefined, false],
      ["kappa", true],
      ["validators", true],
      ["kappa", true],
      [undefined, false],
      ["kappa", true],
    ]);
  });
});

describe("yuma sweep", () => {
  it("takes all of it from a file, and options win", () => {
    const path = join(folder, "spec.json");
    writeFileSync(path, JSON.stringify({ axes: { kappa: [0.4, 0.5, 0.6] }, set: { uids: 3, validators: 2, epochs: 9 }, draws: 4 }));
    expect(sweep("--spec", path, "--set", "epochs=1")).toEqual(sweep(...SHORT));
    writeFileSync(path, JSON.stringify({ axis: {} }));
    expect(sweep("--spec", path)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("axis: expected one of the fields preset, scenario, axes, set, draws"),
    });
  });

  it("notes a weight of its scenario that becomes a stored zero", () => {
    const path = join(folder, "zero.json");
    const weights = [{ epochs: 0, weights: [[1, 0.000_007]] }];
    writeFileSync(
      path,
      JSON.stringify({ title: "zero", validators: ["a"], servers: ["x", "y"], epochs: 1, stakes: [{ epochs: 0, stake: [1] }], weights }),
    );
    const { status, stderr } = sweep("--scenario", path, "--list", "kappa=0.5");
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        "yuma: note: weights[0].weights[0][1]: 0.000007 is stored as an entry of 0, as it is less than half of 1/65535; null stores no entry\n",
    });
  });

  it("runs one point where nothing is turned but something is set", () => {
    const { status, stdout } = sweep("--set", "uids=9", "--set", "validators=4", "--set", "epochs=1");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ point: 0, knobs: {}, measures: { earningMiners: 1 } });
    expect(sweep("--set", "uids=4", "--set", "validators=9")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("validators: expected fewer than the 4 uids"),
    });
  });

  it("runs a scenario of the package", () => {
    const { status, stdout } = sweep("--scenario", "majority-moves-first", "--list", "rules=yuma2,yuma3", "--set", "epochs=5");
    expect(status).toBe(0);
    expect(stdout.split("\n").filter((line) => line.includes('"dividends:Big validator (0.8)"'))).toHaveLength(2);
  });

  it("prints a preset's table, the same from joined lines", () => {
    const few = [
      "--preset",
      "copier",
      "--set",
      "epochs=20",
      "--list",
      "alphaLow=0.1,0.7",
      "--list",
      "alphaHigh=0.9",
      "--list",
      "alphaSigmoidSteepness=1000",
      "--draws",
      "2",
    ];
    const { status, stdout } = sweep(...few);
    expect(status).toBe(0);
    expect(stdout).toMatch(/alphaLow +alphaHigh +alphaSigmoidSteepness +score +copierReturn +lateReturn/);
    expect(stdout).toMatch(/\n1 +\d+ +58982 +1000 +/);
    const lines = sweep(...few, "--json").stdout;
    expect(lines.split("\n")).toHaveLength(5);
    expect(spawnSync(process.execPath, [...COMMAND, ...few, "--table", "-"], { input: lines, encoding: "utf8" }).stdout).toBe(stdout);
    expect(sweep(...few, "--out", join(folder, "copier.jsonl")).stdout).toBe(stdout);
  });

  it.each([
    ["nothing to sweep over", [], "nothing to sweep over"],
    ["a table of no preset", ["--table", "copier.jsonl"], "--table: needs the --preset whose table it is (copier)"],
    ["a knob as an option", ["--uids", "5"], "no such option: --uids; it is set by --set uids=VALUE"],
    ["a misspelt knob as an option", ["--kapa", "5"], "no such option: --kapa; did you mean --set kappa=VALUE?"],
    ["an unknown knob", ["--list", "kapa=0.5"], 'did you mean "kappa"?'],
    ["a knob without values", ["--list", "kappa"], "--list: expected NAME=VALUES, got kappa"],
    ["a bad range", ["--grid", "kappa=0.6:0.4:0.1"], "kappa: expected FROM:TO:STEP"],
    ["a shard that is none", [...SHORT, "--shard", "0/4"], "--shard: expected I/N with I from 1 to N, got 0/4"],
    ["an unknown preset", ["--preset", "copyer"], "--preset: expected one of copier"],
    ["a part of a scenario's name", ["--scenario", "clipping", "--list", "kappa=0.5"], "did you mean clipping-demo?"],
    ["an unknown scenario", ["--scenario", "majority-moves-fist", "--list", "kappa=0.5"], "did you mean majority-moves-first?"],
    ["an unknown backend", [...SHORT, "--backend", "abacus"], "--backend: expected one of wasm"],
    [
      "workers for the reference",
      [...SHORT, "--backend", "reference", "--workers", "2"],
      "--workers: the reference runs in this thread only",
    ],
    ["two seeds", ["--draws", "2", "--list", "seed=1,2"], "draws turn the seed"],
    ["an argument", ["kappa=0.5"], "no such argument: kappa=0.5"],
  ])("%s is bad usage", (_, args, message) => {
    const { status, stdout, stderr } = sweep(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("says what every measure is", () => {
    const { stdout: help } = sweep("--help");
    const small = [
      ["--set", "uids=4", "--set", "validators=2", "--set", "epochs=1"],
      [
        "--preset",
        "copier",
        "--json",
        "--draws",
        "1",
        "--set",
        "epochs=9",
        "--set",
        "alphaLow=0.1",
        "--set",
        "alphaHigh=0.9",
        "--set",
        "alphaSigmoidSteepness=1000",
      ],
      ["--scenario", "stake-merge", "--set", "epochs=1"],
    ];
    for (const args of small) {
      const names = Object.keys(JSON.parse(sweep(...args).stdout).measures).map((name) =>
        name.replace(/^dividends:.*/, "dividends:VALIDATOR").replace(/^incentive:.*/, "incentive:SERVER"),
      );
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(help).toMatch(new RegExp(`^ {2}([\\w:]+, )*${name}\\b`, "m"));
    }
  });

  it("says how it is used", () => {
    expect(sweep("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("usage: yuma sweep") });
  });
});
