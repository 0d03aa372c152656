import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-retention-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function retention(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "retention", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const SMALL = [
  "--uids",
  "24",
  "--validators",
  "6",
  "--major-stakes",
  "0.55,0.6",
  "--major-weights",
  "0:1:0.5",
  "--minor-weights",
  "0.2,0.8",
];

describe("yuma retention", () => {
  it("prints the utility that each honest stake needs", () => {
    const { status, stdout, stderr } = retention("--major-stakes", "0.6,0.8", "--minor-weights", "0.5:1:0.1");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^honest stake +honest utility needed\n +0\.60 +0\.73\d\d\n +0\.80 +0\.8\d\d\d\n$/);
    expect(retention("--major-stakes", "0.55", "--kappa", "0.6", "--minor-weights", "1").stdout).toContain("none is enough");
  });

  it("writes the map as CSV and as lines of JSON, the same numbers", () => {
    const csv = retention(...SMALL, "--csv")
      .stdout.split("\r\n")
      .slice(0, -1);
    expect(csv[0]).toBe("majorStake,majorWeight,minorWeight,weightDeviation,majorEmissionRatio");
    expect(csv.slice(1).map((line) => line.split(",").slice(0, 3).join(" "))).toEqual(
      ["0.55", "0.6"].flatMap((stake) =>
        ["0", "0.5", "1"].flatMap((weight) => ["0.2", "0.8"].map((minor) => `${stake} ${weight} ${minor}`)),
      ),
    );
    const json = retention(...SMALL, "--json")
      .stdout.trim()
      .split("\n")
      .map((line) => Object.values(JSON.parse(line) as object).join(","));
    expect(json).toEqual(csv.slice(1));
    expect(retention(...SMALL, "--csv", "--backend", "wasm-scalar").stdout).toBe(retention(...SMALL, "--csv").stdout);
    expect(retention(...SMALL, "--csv", "--seed", "1").stdout).not.toBe(retention(...SMALL, "--csv").stdout);
  });

  it("gives the same bytes on worker threads, and goes on where it ended", () => {
    expect(retention(...SMALL, "--csv", "--workers", "2").stdout).toBe(retention(...SMALL, "--csv").stdout);
    const [whole, resumed] = [join(folder, "inThisThread.jsonl"), join(folder, "onThreads.jsonl")];
    retention(...SMALL, "--out", whole);
    const lines = readFileSync(whole, "utf8").split("\n");
    // In the second of the stakes.
    writeFileSync(resumed, `${lines.slice(0, 7).join("\n")}\n`);
    retention(...SMALL, "--out", resumed, "--workers", "2");
    expect(readFileSync(resumed, "utf8")).toBe(readFileSync(whole, "utf8"));
  });

  it("says what threads and a GPU have no form of", () => {
    const refused = (...args: string[]) => {
      const { status, stderr } = retention(...SMALL, ...args);
      return [status, stderr.split("\n")[0]];
    };
    expect(refused("--workers", "2")).toEqual([2, "yuma: --workers: gives the map alone, so add --csv, --json or --out"]);
    expect(refused("--backend", "gpu")).toEqual([2, "yuma: --backend gpu: gives the map alone, so add --csv, --json or --out"]);
    expect(refused("--csv", "--backend", "gpu", "--workers", "2")).toEqual([
      2,
      "yuma: --workers: a GPU takes many networks at once, not threads",
    ]);
    expect(refused("--csv", "--backend", "reference", "--workers", "2")).toEqual([
      2,
      "yuma: --workers: the reference runs in this thread only",
    ]);
    expect(refused("--csv", "--workers", "2", "--epochs", "2")[1]).toBe("yuma: --epochs: with --workers networks are of one epoch");
  });

  it("draws beside its output, the same bytes in every process, nothing from outside", () => {
    const draw = (name: string) => {
      const path = join(folder, name);
      const { status, stdout, stderr } = retention(...SMALL, "--csv", "--svg", path);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toBe(retention(...SMALL, "--csv").stdout);
      return readFileSync(path, "utf8");
    };
    const text = draw("one.svg");
    expect(draw("two.svg")).toBe(text);
    expect(text).toContain(">0.60 honest<");
    expect(text.replaceAll(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(/http|href|<image|<script|<style|@import/);
  });

  it("goes on where its file ends, to the same rows and the same drawing", () => {
    const [whole, cut, fromFile, direct] = ["whole.jsonl", "cut.jsonl", "from-file.svg", "direct.svg"].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    expect(retention(...SMALL, "--out", whole)).toEqual({
      status: 0,
      stdout: "",
      stderr: expect.stringMatching(/^yuma: .*: \d+ rows written, 0 found there\n$/),
    });
    const bytes = readFileSync(whole);
    const rows = bytes
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const numbers = retention(...SMALL, "--json")
      .stdout.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const rounded = (value: number) => Number(value.toFixed(6));
    expect(
      rows.map(({ knobs, measures }) => ({
        ...knobs,
        weightDeviation: rounded(measures.weightDeviation),
        majorEmissionRatio: rounded(measures.majorEmissionRatio),
      })),
    ).toEqual(numbers);
    for (const size of [0, 1, 200, Math.floor(bytes.length / 2), bytes.length - 1, bytes.length]) {
      writeFileSync(cut, bytes.subarray(0, size));
      const found = bytes.subarray(0, size).toString("utf8").split("\n").length - 1;
      expect(retention(...SMALL, "--out", cut, "--svg", fromFile)).toEqual({
        status: 0,
        stdout: "",
        stderr: `yuma: ${cut}: ${rows.length - found} rows written, ${found} found there\n`,
      });
      expect(readFileSync(cut).equals(bytes)).toBe(true);
    }
    expect(retention(...SMALL, "--csv", "--svg", direct).status).toBe(0);
    expect(readFileSync(fromFile).equals(readFileSync(direct))).toBe(true);
    const otherStakes = SMALL.map((word, i) => (SMALL[i - 1] === "--major-stakes" ? "0.6,0.55" : word));
    for (const other of [[...SMALL, "--seed", "1"], [...SMALL, "--kappa", "0.6"], otherStakes]) {
      expect(retention(...other, "--out", cut)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("line 1 is no row of this run"),
      });
    }
    expect(readFileSync(cut).equals(bytes)).toBe(true);
  });

  it("draws the guide's map, byte for byte", () => {
    const path = join(folder, "readme.svg");
    expect(retention("--major-weights", "0:1:0.05", "--minor-weights", "0:1:0.05", "--svg", path).status).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(readFileSync("docs/retention.svg", "utf8"));
  });

  it.each([
    ["an argument", ["0.6"], "no such argument: 0.6"],
    ["two forms", ["--json", "--csv"], "--csv, --json or --out, one of them"],
    ["a file and a form", ["--json", "--out", "nothing.jsonl"], "--csv, --json or --out, one of them"],
    ["a repair of nothing", ["--csv", "--repair"], "--repair: needs --out FILE"],
    ["a stake of all", ["--major-stakes", "1"], "expected a fraction above 0 and below 1, got 1"],
    ["a bare one", ["--kappa", "1"], "--kappa: expected a fraction with a decimal point"],
    ["a fraction above one", ["--weight-deviation", "1.5"], "--weight-deviation: expected a fraction from 0 to 1"],
    ["more validators than uids", ["--validators", "511"], "validators: expected at most 510 of 512 uids, got 511"],
    ["nothing to draw a line between", ["--minor-weights", "0.5", "--svg", "nothing.svg"], "--svg: a line needs at least two utilities"],
    ["a file that cannot be written", [...SMALL, "--svg", "nowhere/map.svg"], "nowhere/map.svg: no such file or directory"],
  ])("%s is bad usage", (_, args, message) => {
    const { status, stdout, stderr } = retention(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(existsSync("nothing.svg")).toBe(false);
  });

  it("says how it is used, and loads its drawing only where it draws", () => {
    expect(retention("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("usage: yuma retention") });
    const drawing = readdirSync("dist/cli").filter((name) => /^retentionChart/.test(name));
    expect(drawing).toHaveLength(1);
    expect(readFileSync("dist/cli/main.js", "utf8")).toMatch(/await import\("[^"]*retentionChart[^"]*"\)/);
  });
});
