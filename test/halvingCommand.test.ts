import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAIN_NETWORK_CHECKPOINT, halvingSchedule } from "../bindings/halving/schedule.js";
import { halvingChart } from "../bindings/report/halvingChart.js";
import { utcDate } from "../bindings/report/halvingTable.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-halving-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function halving(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["dist/cli/main.js", "halving", ...args], {
    encoding: "utf8",
    env: { ...process.env, TZ: "Asia/Tokyo" },
  });
}

describe("yuma halving", () => {
  it("prints 30 steps, and says that they end short of the cap", () => {
    const { status, stdout, stderr } = halving("--time", "2021-01-03");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^step +issuance TAO +emission before +emission after +supply left TAO +blocks ahead +block +date \(UTC\)$/);
    expect(lines.filter((line) => /^ *\d+ +\d+\.\d{9} /.test(line))).toHaveLength(30);
    expect(lines[1]).toMatch(/^ +1 +10500000\.000000000 +1\.000000000 +0\.500000000 +10500000\.000000000 +10500000 +10500000 +2024-12-31$/);
    expect(lines[30]).toMatch(/^ +30 +20999999\.980442226 +0\.000000001 +0\.000000000 +0\.019557774 +328414167 +328414167 +2145-11-22$/);
    expect(stdout).toContain("30 steps, not 64: the last is at 20,999,999,980,442,226 rao, 19,557,774 rao short of the cap");
    expect(stdout).toContain("counted from block 0 (2021-01-03) with 0 TAO issued, 12 s a block, nothing recycled or burned\n");
  });

  it("counts from a recorded checkpoint of the main network by default, named, and so has dates", () => {
    const { status, stdout, stderr } = halving();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines[1]).toMatch(/^ +1 .* reached$/);
    expect(lines[2]).toMatch(/^ +2 +15750000\.000000000 +0\.500000000 +0\.250000000 .* \d+ +\d+ +\d{4}-\d\d-\d\d$/);
    expect(lines.slice(2, 31).every((line) => /\d{4}-\d\d-\d\d$/.test(line))).toBe(true);
    expect(stdout).toContain(
      "counted from block 8,766,000 (2026-08-03) with 11,194,293.378683952 TAO issued, 12 s a block, nothing recycled or burned\n",
    );
    expect(stdout).toContain(
      "a recorded checkpoint: block 8,766,000 of the main network (2026-08-03), 11,194,293.378683952 TAO issued; --block, --issuance and --time begin elsewhere\n",
    );
    const json = JSON.parse(halving("--json").stdout);
    expect(json).toMatchObject({
      asset: "TAO",
      checkpoint: expect.stringContaining("main network"),
      block: "8766000",
      issuanceRao: "11194293378683952",
      unixSeconds: "1785788220",
    });
    expect(json.steps[1].block).toBe(String(halvingSchedule(MAIN_NETWORK_CHECKPOINT).steps[1]!.block));
    expect(JSON.parse(halving("--json", "--recycled", "10000000").stdout)).toMatchObject({
      block: "8766000",
      recycledPerBlockRao: "10000000",
    });
  });

  it.each([
    ["--block", "7"],
    ["--issuance", "7"],
    ["--time", "7"],
  ])("a start of another place is not mixed with the checkpoint: %s", (...args) => {
    const { block, issuanceRao, unixSeconds, checkpoint } = JSON.parse(halving("--json", ...args).stdout);
    expect({ block, issuanceRao, unixSeconds, checkpoint }).toEqual({
      block: args[0] === "--block" ? "7" : "0",
      issuanceRao: args[0] === "--issuance" ? "7" : "0",
      unixSeconds: args[0] === "--time" ? "7" : null,
      checkpoint: null,
    });
  });

  it.each([
    [["--block", "9000000"], "yuma: note: counted as if 0 TAO were issued at block 9,000,000; --issuance RAO says how much is\n"],
    [["--subnet-alpha", "--block", "7"], "yuma: note: counted as if 0 alpha were issued at block 7; --issuance RAO says how much is\n"],
    [["--issuance", "7000000000"], "yuma: note: counted as if 7 TAO were issued at block 0; --block N says where that is\n"],
    [["--block", "0"], ""],
    [["--block", "9", "--issuance", "9"], ""],
  ])("says what a start is taken to be of which the half is given: %s", (args, note) => {
    for (const form of [[], ["--csv"]]) expect(halving(...args, ...form)).toMatchObject({ status: 0, stderr: note });
  });

  it("says of a subnet's alpha what is injected beside the emission, and that the steps come sooner for it", () => {
    const alpha = (...args: string[]) => JSON.parse(halving("--subnet-alpha", "--json", ...args).stdout);
    expect(alpha()).toMatchObject({ asset: "alpha", checkpoint: null, block: "0", issuanceRao: "0", injectedShareX32: "0" });
    expect(alpha().steps[0].block).toBe("10500000");
    expect(alpha("--injected", "1").steps[0].block).toBe("5250000");
    expect(alpha("--injected", "0.25")).toMatchObject({
      injectedShareX32: String(2n ** 30n),
      steps: expect.arrayContaining([expect.objectContaining({ block: "8400000" })]),
    });
    const { stdout } = halving("--subnet-alpha", "--injected", "0.25", "--time", "2025-02-13");
    expect(stdout).toMatch(/^step +issuance alpha .* supply left alpha .* date \(UTC\)\n/);
    expect(stdout).toContain(
      "counted from block 0 (2025-02-13) with 0 alpha issued, 12 s a block, 0.25 of each emission injected into the pool beside it, nothing recycled or burned\n",
    );
    expect(halving("--subnet-alpha").stdout).toContain("12 s a block, nothing injected into the pool, nothing recycled or burned\n");
    expect(stdout).not.toContain("TAO");
  });

  it("has no dates without a time, and says what is behind and what never comes", () => {
    const { stdout } = halving("--block", "8000000", "--issuance", "10600000000000000", "--recycled", "125000000");
    const lines = stdout.split("\n");
    expect(lines[1]).toMatch(/ reached$/);
    expect(lines[2]).toMatch(/ 13733334 +21733334$/);
    expect(lines[4]).toMatch(/^ +4 .* never$/);
    expect(stdout).toContain("0.125 TAO recycled or burned a block\nsteps from 4 on are never reached: a block then emits 0.125 TAO");
  });

  it("gives the library's schedule as JSON, integers as decimal strings", () => {
    const { status, stdout } = halving("--json", "--block", "7", "--issuance", "5", "--time", "86399", "--recycled", "3");
    expect(status).toBe(0);
    const schedule = JSON.parse(stdout);
    const expected = halvingSchedule({ block: 7n, issuanceRao: 5n, unixSeconds: 86_399n, recycledPerBlockRao: 3n });
    const dated = {
      ...expected,
      steps: expected.steps.map((step) => ({ ...step, date: step.unixSeconds === null ? null : utcDate(step.unixSeconds) })),
    };
    expect(schedule).toEqual(
      JSON.parse(
        JSON.stringify({ asset: "TAO", checkpoint: null, ...dated }, (_, value) => (typeof value === "bigint" ? String(value) : value)),
      ),
    );
    expect(schedule.steps[29]).toMatchObject({ thresholdRao: "20999999980442226", status: "never", block: null, date: null });
  });

  it("gives a CSV of exact rao", () => {
    const { stdout } = halving("--csv", "--time", "2021-01-03T00:00Z");
    const rows = stdout.split("\r\n");
    expect(rows).toHaveLength(32);
    expect(rows[0]).toBe("step,thresholdRao,emissionBeforeRao,emissionAfterRao,supplyLeftRao,status,blocksAhead,block,unixSeconds,date");
    expect(rows[1]).toBe("1,10500000000000000,1000000000,500000000,10500000000000000,expected,10500000,10500000,1735632000,2024-12-31");
    expect(rows[31]).toBe("");
    expect(halving("--csv", "--block", "0").stdout.split("\r\n")[1]).toMatch(/,10500000,10500000,,$/);
    expect(stdout.replaceAll("\r\n", "")).not.toMatch(/["\r\n]/);
  });

  it("takes a time with its zone, and dates that no calendar reaches", () => {
    const first = (...args: string[]) => JSON.parse(halving("--json", ...args).stdout);
    expect(first("--time", "2026-01-31T12:00+02:00").unixSeconds).toBe(first("--time", "1769853600").unixSeconds);
    expect(first("--time", "2026-01-31").unixSeconds).toBe("1769817600");
    expect(halving("--time", "0", "--recycled", "999999999").stdout).toMatch(/ 10500000000000000 +10500000000000000 +beyond year 275760\n/);
    expect(utcDate(253_402_300_800n)).toBe("+010000-01-01");
  });

  it.each([
    ["an argument", ["8000000"], "no such argument: 8000000"],
    ["both forms", ["--json", "--csv"], "--json or --csv, not both"],
    ["a negative block", ["--block=-1"], "EpochInputError: --block: expected a u64"],
    ["a fraction of a rao", ["--issuance", "1.5"], "EpochInputError: --issuance: expected a u64"],
    ["too much", ["--recycled", "18446744073709551616"], "EpochInputError: --recycled: expected a u64"],
    ["injected TAO", ["--injected", "0.5"], "--injected goes with --subnet-alpha"],
    [
      "more injected than emitted",
      ["--subnet-alpha", "--injected", "1.01"],
      "--injected: expected a fraction from 0 to 1, as 0.15, got 1.01",
    ],
    ["an injection that is no number", ["--subnet-alpha", "--injected", "half"], "--injected: expected a fraction from 0 to 1"],
    ["a time without its zone", ["--time", "2026-01-31T12:00"], "--time: expected ISO 8601"],
    ["a day that is none", ["--time", "2026-02-30"], "--time: expected ISO 8601"],
    ["a month that is none", ["--time", "2026-13-01"], "--time: expected ISO 8601"],
    ["a time before 1970", ["--time", "1969-12-31"], "--time: expected ISO 8601"],
    ["a file that cannot be written", ["--svg", "nowhere/halving.svg"], "nowhere/halving.svg: no such file or directory"],
    ["nothing to draw", ["--svg", "nothing.svg", "--issuance", "21000000000000000"], "--svg: no step is ahead"],
  ])("%s is bad usage", (_, args, message) => {
    const { status, stdout, stderr } = halving(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`yuma: ${message}`);
    expect(existsSync("nothing.svg")).toBe(false);
  });

  it("says how it is used", () => {
    expect(halving("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("usage: yuma halving") });
    expect(spawnSync(process.execPath, ["dist/cli/main.js", "--help"], { encoding: "utf8" }).stdout).toMatch(/^ {2}halving {2,}\S/m);
  });
});

describe("yuma halving --svg", () => {
  const draw = (name: string, ...args: string[]): string => {
    const path = join(folder, name);
    const { status, stdout, stderr } = halving(...args, "--svg", path);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(halving(...args).stdout);
    return readFileSync(path, "utf8");
  };

  it.each([
    [["--block", "0"]],
    [["--time", "2021-01-03"]],
    [["--block", "8000000", "--issuance", "10600000000000000", "--recycled", "60000000"]],
  ])("draws the same bytes in every process, and again in one: %j", (args) => {
    const text = draw("one.svg", ...args);
    expect(draw("two.svg", ...args)).toBe(text);
    const value = (name: string) => (args.includes(name) ? BigInt(args[args.indexOf(name) + 1]!) : 0n);
    const schedule = halvingSchedule({
      ...(args.includes("--time") && { unixSeconds: 1_609_632_000n }),
      ...(args.includes("--block") && {
        block: value("--block"),
        issuanceRao: value("--issuance"),
        recycledPerBlockRao: value("--recycled"),
      }),
    });
    for (let i = 0; i < 3; i++) expect(halvingChart(schedule, "TAO")).toBe(text);
  });

  it("has units, dates or blocks, the cap and a white ground, and nothing from outside", () => {
    const dated = draw("dated.svg", "--time", "2021-01-03");
    for (const words of [
      "issued, million TAO",
      "emission, TAO a block (log scale)",
      "date (UTC)",
      "2030",
      "2140",
      "1 rao",
      "cap: 21,000,000 TAO",
    ]) {
      expect(dated).toContain(`>${words}<`);
    }
    expect(dated).toContain('fill="#ffffff"');
    expect(dated.replaceAll(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(/http|href|<image|<script|<style|@import/);
    expect(draw("blocks.svg", "--block", "0")).toContain(">blocks since issuance began, millions<");
    expect(draw("later.svg", "--block", "8000000", "--issuance", "5")).toContain(">block, millions<");
  });

  it.each([
    ["a step of one block", { issuanceRao: 20_999_999_980_442_225n, unixSeconds: 1_900_000_000n, block: 2n ** 64n - 1n }, "2030-03-17"],
    ["blocks one by one", { issuanceRao: 20_999_999_980_442_220n, block: 8_000_000n }, "8,000,005"],
    ["more than a calendar holds", { recycledPerBlockRao: 999_999_999n, unixSeconds: 0n }, "10,000,000,000"],
  ])("draws %s", (_, options, label) => {
    const text = halvingChart(halvingSchedule(options), "TAO");
    expect(text).toContain(`>${label}<`);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("draws a subnet's alpha in its own unit", () => {
    const text = draw("alpha.svg", "--subnet-alpha", "--injected", "0.5");
    for (const words of [
      "A subnet&apos;s alpha: issuance and block emission",
      "issued, million alpha",
      "emission, alpha a block (log scale)",
      "cap: 21,000,000 alpha",
    ]) {
      expect(text.replaceAll("&#39;", "&apos;").replaceAll("'", "&apos;")).toContain(`>${words}<`);
    }
  });

  it("is the guide's chart, byte for byte", () => {
    expect(draw("readme.svg", "--block", "0", "--issuance", "0")).toBe(readFileSync("docs/halving.svg", "utf8"));
  });

  it("loads its drawing only there", () => {
    const drawing = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".js") && /SVGRenderer/.test(readFileSync(join("dist", name), "utf8")),
    );
    expect(drawing).toHaveLength(1);
    const loaded = new Set<string>();
    const load = (path: string) => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const [, imported] of readFileSync(path, "utf8").matchAll(/^(?:import|export|\}) ?(?:[^"]*from )?"(\.[^"]+)"/gm))
        load(join(path, "..", imported!));
    };
    load("dist/cli/main.js");
    expect(loaded.size).toBeGreaterThan(3);
    expect(loaded).not.toContain(join("dist", drawing[0]!));
    expect(readFileSync("dist/cli/main.js", "utf8")).toMatch(/await import\("[^"]*halvingChart[^"]*"\)/);
    expect(readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8")).toContain("Apache ECharts");
  });
});

it("an option that has one value is refused where it is given more than once, by every command", () => {
  for (const args of [
    ["halving", "--issuance", "1", "--issuance", "2"],
    ["explain", "--rows=1", "--rows=1"],
    ["sweep", "--out", "a", "--out", "b"],
    ["epoch", "--trace", "--trace"],
  ]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", ...args], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/--\w+: given more than once/);
  }
});
