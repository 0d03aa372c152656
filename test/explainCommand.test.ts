import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, linkSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BACKEND_NAMES } from "./backends.js";
import { readVectors } from "./vectors.js";

const YUMA = "dist/cli/main.js";
const [BEFORE, AFTER] = ["examples/trust-before.json", "examples/trust-after.json"];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-explain-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function yuma(args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [YUMA, ...args], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
}

interface Raw {
  [name: string]: string;
}

interface Compared {
  outputs: { output: string; change: string; causes: Raw[] }[];
  trust: { miners: Raw[]; changeX32: string };
}

describe("yuma explain", () => {
  it("says where a validator's result comes from, in parts that add up", () => {
    const { status, stdout } = yuma(["explain", AFTER, "--uid", "2"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^uid 2 of 10 at block 8002520, rule set spec-475, yuma3\n/);
    const headings = ["Stake", "Permits and masks", "Validator trust: ", "Bonds: ", "Dividends: ", "Emission"];
    const places = headings.map((heading) => stdout.indexOf(`\n${heading}`));
    expect(places).toEqual(places.filter((place) => place >= 0).sort((a, b) => a - b));
    expect(stdout).toContain("9      does not count: set before the miner registered (block 8002360)");
    const trust = stdout.slice(stdout.indexOf("Validator trust: "), stdout.indexOf("Bonds: "));
    const clipped = [...trust.matchAll(/^ +\d+ .* (\d+)$/gm)].map(([, raw]) => BigInt(raw!));
    expect(clipped).toHaveLength(5);
    expect(trust).toContain(`(raw ${clipped.reduce((sum, raw) => sum + raw, 0n)}): the sum of the clipped weights`);
  });

  it("says how stake decided a miner's consensus, and what would have moved it", () => {
    const { stdout } = yuma(["explain", AFTER, "--uid", "5"]);
    expect(stdout).toContain(
      "consensus 0.245902 (raw 1056139499): 0.725000 of the stake scores that or more, 0.412500 scores more, kappa is 0.499992",
    );
    expect(stdout).toMatch(/it would rise if [\d,.]+ alpha moved from uid 0 to uid 2 \(one rao less does not\)/);
    expect(stdout).toContain("Incentive: stake x clipped weight of each validator");
  });

  it("answers why everything that changed did, each output by cause, and the trust by miner", () => {
    const { status, stdout } = yuma(["explain", AFTER, "--uid", "2", "--before", BEFORE]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^uid 2: what changed from block 8002160 to block 8002520, and why\n/);
    const sections = stdout.split("\n\n");
    expect(sections.filter((text) => text.startsWith("Why its ")).map((text) => text.split("\n")[0])).toEqual([
      "Why its part of the stake that votes rose from 0.180000 to 0.225000",
      "Why its validator trust fell from 0.991841 to 0.819193",
      "Why its dividends rose from 0.179995 to 0.199765",
      "Why its emission for validating rose from 13.283641164 to 14.742623151",
      "Why its stored bonds changed (u16)",
    ]);
    for (const text of sections.filter((one) => /^Why its .*(fell|rose)/.test(one))) {
      const causes = [...text.matchAll(/^ {2}\S.* [+-]\d+\.\d+ +(-?\d+)$/gm)].map(([, raw]) => BigInt(raw!));
      const [, change] = /(?:raw |\()(-?\d+)(?: rao)?\): the sum of these$/m.exec(text)!;
      expect(causes.length).toBeGreaterThan(0);
      expect(causes.reduce((sum, raw) => sum + raw, 0n)).toBe(BigInt(change!));
    }
    expect(stdout).toContain("blocks: uid 3 went inactive");
    const trust = stdout.slice(stdout.indexOf("Validator trust: what changed, by miner"));
    const changes = [...trust.matchAll(/^ +\d+ .* [+-]0\.\d{6} +(-?\d+)$/gm)].slice(0, 5).map(([, raw]) => BigInt(raw!));
    expect(changes.reduce((sum, raw) => sum + raw, 0n)).toBe(-741_515_435n);
    expect(trust).toContain("change of the trust -0.172648 (raw -741515435): the sum of these");
    expect(trust).toContain("Why the consensus on uid 5 went from 0.319315 to 0.245902");
  });

  it("says of a miner, too, what moved its incentive and its emission", () => {
    const { stdout } = yuma(["explain", AFTER, "--uid", "5", "--before", BEFORE]);
    for (const heading of ["consensus fell", "rank fell", "incentive fell", "emission for serving fell"])
      expect(stdout).toContain(`\nWhy its ${heading} from `);
    expect(stdout).not.toContain("Validator trust: what changed");
  });

  it("takes no later state for the earlier, and warns of states that may be of two subnets", () => {
    expect(yuma(["explain", BEFORE, "--uid", "2", "--before", AFTER])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: "yuma: EpochInputError: before.currentBlock: expected an earlier state: a block up to 8002160, got 8002520\n",
    });
    const state = JSON.parse(readFileSync(AFTER, "utf8")) as { blockAtRegistration: string[] };
    state.blockAtRegistration = state.blockAtRegistration.map((block) => String(BigInt(block) + 1n));
    const { status, stdout } = yuma(["explain", "-", "--uid", "2", "--before", BEFORE], JSON.stringify(state));
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /WARNING: these may not be states of one subnet: \d of 10 uids have another registration from before block 8002160/,
    );
  });

  it("prints what the guide shows", () => {
    const shown = /^\$ yuma (explain .*)\n([\s\S]*?)\n\.\.\.\n```$/m.exec(readFileSync("docs/guides/audit.md", "utf8"));
    expect(yuma(shown![1]!.split(" ")).stdout.startsWith(`${shown![2]}\n\n`)).toBe(true);
  });

  it.each(BACKEND_NAMES)("gives everything as JSON, one object a uid, from the trace of %s", (backend) => {
    const { stdout } = yuma(["explain", AFTER, "--uid", "2,5", "--uid", "9", "--json", "--backend", backend]);
    const objects = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { uid: number; weights: Raw[]; validatorTrustX32: string });
    expect(objects.map(({ uid }) => uid)).toEqual([2, 5, 9]);
    const [validator] = objects;
    expect(String(validator!.weights.reduce((sum, { clippedX32 }) => sum + BigInt(clippedX32!), 0n))).toBe(validator!.validatorTrustX32);
    const compared = JSON.parse(yuma(["explain", AFTER, "--uid", "2", "--before", BEFORE, "--json"]).stdout) as Compared;
    expect(String(compared.trust.miners.reduce((sum, { changeX32 }) => sum + BigInt(changeX32!), 0n))).toBe(compared.trust.changeX32);
    expect(compared.outputs.map(({ output }) => output)).toContain("dividendsX32");
    for (const { change, causes } of compared.outputs)
      expect(String(causes.reduce((sum, cause) => sum + BigInt(cause["change"]!), 0n))).toBe(change);
  });

  it("keeps tables to --rows, and sums up what it leaves out", () => {
    const { stdout } = yuma(["explain", AFTER, "--uid", "2", "--rows", "2"]);
    expect(stdout).toMatch(/\n +and 3 more with \d\.\d{6} \(raw \d+\) clipped\n/);
  });

  it("reads standard input, and a state with nothing in it", () => {
    expect(yuma(["explain", "-", "--uid", "0"], readFileSync(AFTER, "utf8")).stdout).toContain("the owner always has one");
    const empty = readVectors("epoch/edge").find((vector) => vector.in["n"] === 0);
    expect(yuma(["explain", "-", "--uid", "0"], JSON.stringify(empty!.in))).toMatchObject({
      status: 2,
      stderr: "yuma: EpochInputError: uid: expected a state with uids, got 0\n",
    });
  });

  it("writes one page that loads nothing, the same bytes each time", () => {
    const pages = ["a.html", "b.html"].map((name) => {
      const path = join(folder, name);
      expect(yuma(["explain", AFTER, "--uid", "2,5", "--before", BEFORE, "--html", path])).toMatchObject({ status: 0, stderr: "" });
      return readFileSync(path, "utf8");
    });
    expect(pages[0]).toBe(pages[1]);
    const [page] = pages;
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/(src|href)=|url\((?!#)|@import|NaN|undefined/);
    expect(page!.match(/<figure>/g)).toHaveLength(6);
    expect(page).toContain("741515435");
    const ids = [...page!.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("draws the charts of the guide", () => {
    const charts = join(folder, "charts");
    yuma(["explain", AFTER, "--uid", "2,5", "--before", BEFORE, "--svg", charts]);
    const committed = readdirSync("docs/explain");
    expect(committed.length).toBeGreaterThan(0);
    for (const name of committed) expect(readFileSync(join("docs/explain", name), "utf8")).toBe(readFileSync(join(charts, name), "utf8"));
  });

  it.each([
    ["no uid", ["explain", AFTER], "expected --uid N"],
    ["a uid that is none", ["explain", AFTER, "--uid", "two"], "--uid: expected a uid, got two"],
    ["a uid that is not there", ["explain", AFTER, "--uid", "10"], "EpochInputError: uid: expected a uid from 0 to 9, got 10"],
    ["no state", ["explain", "--uid", "1"], "expected one STATE"],
    ["no rows", ["explain", AFTER, "--uid", "1", "--rows", "0"], "--rows: expected a count from 1, got 0"],
    ["a file that is not there", ["explain", AFTER, "--uid", "1", "--before", "nowhere.json"], "nowhere.json: "],
    ["a page that cannot be written", ["explain", AFTER, "--uid", "1", "--html", "nowhere/page.html"], "nowhere/page.html: "],
    ["an unknown backend", ["explain", AFTER, "--uid", "1", "--backend", "gpu2"], "--backend: expected one of"],
  ])("%s is bad usage or bad input, and nothing is printed", (_, args, message) => {
    const { status, stdout, stderr } = yuma(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`yuma: ${message}`);
    expect(stderr).not.toContain("    at ");
    expect(existsSync("nowhere")).toBe(false);
  });
});

describe("yuma diff", () => {
  it("lists the inputs, then the stages in order, the first of them marked; exit code 1", () => {
    const { status, stdout } = yuma(["diff", BEFORE, AFTER]);
    expect(status).toBe(1);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/stage +part +different +of +first at +a +b +largest b - a +at$/);
    expect(lines[1]).toMatch(/^ +input +state currentBlock +1 +1 +8002160 +8002520 +\+360$/);
    const marked = lines.filter((line) => line.startsWith("> "));
    expect(marked[0]).toMatch(/^> +masks +result active +1 +10 +\[3\] +1 +0 +-1 +\[3\]$/);
    expect(marked.slice(1)).toEqual(["> the first part of the epoch that differs: what comes after it may follow from it"]);
    expect(stdout).toContain("7 input fields differ; 19 stage parts differ, the first in masks");
  });

  it("is quiet about equal ones; exit code 0", () => {
    const equal = { status: 0, stdout: "the inputs are equal; every stage is equal\n" };
    expect(yuma(["diff", AFTER, AFTER])).toMatchObject(equal);
    for (const backends of ["wasm,reference", "wasm-scalar,wasm"])
      expect(yuma(["diff", AFTER, "--backends", backends])).toMatchObject(equal);
    expect(yuma(["diff", AFTER, "--rules", "spec-425,spec-475"])).toMatchObject(equal);
  });

  it("compares two rule sets where they differ, as a table and as JSON", () => {
    const state = JSON.stringify({ ...JSON.parse(readFileSync(AFTER, "utf8")), liquidAlpha: true });
    const { status, stdout } = yuma(["diff", "-", "--rules", "spec-425,spec-475", "--json"], state);
    expect(status).toBe(1);
    const { inputs, stages } = JSON.parse(stdout) as {
      inputs: unknown[];
      stages: { stage: string; field: string; largest: { difference: string } }[];
    };
    expect(inputs).toEqual([]);
    expect(stages[0]).toMatchObject({ stage: "bonds", field: "emaBonds", largest: { difference: expect.stringMatching(/^-?\d+$/) } });
  });

  it.each([
    ["one state", ["diff", AFTER], "expected two STATEs"],
    ["three states", ["diff", AFTER, AFTER, AFTER], "expected two STATEs"],
    ["two states with rules", ["diff", AFTER, AFTER, "--rules", "spec-425,spec-475"], "expected one STATE with --rules"],
    [
      "both comparisons",
      ["diff", AFTER, "--rules", "spec-425,spec-475", "--backends", "wasm,reference"],
      "--rules and --backends: expected one of the two",
    ],
    ["one rule set", ["diff", AFTER, "--rules", "spec-425"], "--rules: expected two names with a comma between them, got spec-425"],
    ["an unknown rule set", ["diff", AFTER, "--rules", "spec-425,spec-9"], "--rules: expected two of spec-127, spec-144,"],
    ["an unknown backend", ["diff", AFTER, "--backends", "wasm,gpu2"], "--backends: expected one of"],
    ["a file that is no state", ["diff", AFTER, "package.json"], "package.json: EpochInputError: "],
  ])("%s is bad usage or bad input", (_, args, message) => {
    const { status, stdout, stderr } = yuma(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`yuma: ${message}`);
  });

  it("both commands say how they are used", () => {
    for (const command of ["explain", "diff"])
      expect(yuma([command, "--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining(`usage: yuma ${command}`) });
    expect(yuma(["--help"]).stdout).toMatch(/\n {2}explain .*\n {2}diff /);
  });
});

describe("a file that is read is not written over", () => {
  const refused = (output: string) => ({
    status: 2,
    stdout: "",
    stderr: `yuma: ${output}: is read as an input, and would be written over\n`,
  });

  it("by explain, whatever the names, from a file, from standard input, and as the earlier state", () => {
    const [state, link, hard] = ["state.json", "link.json", "hard.json"].map((name) => join(folder, name)) as [string, string, string];
    copyFileSync(AFTER, state);
    symlinkSync(state, link);
    linkSync(state, hard);
    for (const [input, output] of [
      [state, state],
      [state, link],
      [state, hard],
      [link, state],
    ] as const) {
      expect(yuma(["explain", input, "--uid", "1", "--html", output])).toEqual(expect.objectContaining(refused(output)));
    }
    expect(yuma(["explain", AFTER, "--before", state, "--uid", "1", "--html", state])).toEqual(expect.objectContaining(refused(state)));
    expect(readFileSync(state).equals(readFileSync(AFTER))).toBe(true);
  });

  it("by simulate, sweep and retention", () => {
    const path = join(folder, "scenario.json");
    copyFileSync("bindings/simulate/scenarios/stake-merge.json", path);
    const before = readFileSync(path);
    expect(yuma(["simulate", path, "--html", path])).toEqual(expect.objectContaining(refused(path)));
    expect(yuma(["sweep", "--scenario", path, "--list", "kappa=0.4,0.5", "--out", path])).toEqual(expect.objectContaining(refused(path)));
    expect(readFileSync(path).equals(before)).toBe(true);
    const both = join(folder, "both");
    symlinkSync(both, `${both}.link`);
    expect(yuma(["retention", "--out", both, "--svg", `${both}.link`])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("--out and --svg: one file cannot be both"),
    });
  });
});
