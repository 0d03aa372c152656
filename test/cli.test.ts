import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FUNCTIONS } from "../bindings/functions/index.js";
import { BACKEND_NAMES } from "./backends.js";
import { readVectors, vectorPath } from "./vectors.js";
import { RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";

const YUMA = "dist/cli/main.js";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function yuma(args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [YUMA, ...args], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
}

function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

const VECTORS = readVectors("epoch/basic");
const STATE = VECTORS[0]!.in;

describe("yuma", () => {
  it("says what it can do, and its version", () => {
    expect(yuma(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("usage: yuma COMMAND") });
    expect(yuma([])).toMatchObject({ status: 2 });
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(yuma(["--version"])).toMatchObject({ status: 0, stdout: `${version}\n` });
    for (const command of ["epoch", "eval", "verify", "simulate", "halving", "rules", "demo"]) {
      expect(yuma([command, "--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining(`usage: yuma ${command}`) });
    }
  });

  it.each([
    ["an unknown command", ["epok"]],
    ["no file", ["epoch"]],
    ["two files", ["epoch", "a", "b"]],
    ["an unknown option", ["epoch", "--fast", "-"]],
    ["an unknown backend", ["epoch", "--backend", "gpu2", "-"]],
    ["a file that is not there", ["epoch", "nowhere.json"]],
    ["a path that is not there", ["verify", "nowhere"]],
    ["no path", ["verify"]],
    ["a folder", ["epoch", "test"]],
  ])("%s is bad usage", (_, args) => {
    const { status, stdout, stderr } = yuma(args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^yuma: /);
    expect(stderr).not.toContain("    at ");
  });
});

describe("what is said about bad usage", () => {
  it.each([
    ["a misspelt command", ["epok"], "no such command: epok; did you mean epoch?", ""],
    ["a misspelt option", ["explain", "x", "--ui", "3"], "no such option: --ui; did you mean --uid?", "explain "],
    ["one with its value", ["verify", "--backends=gpu"], "no such option: --backends; did you mean --backend?", "verify "],
    ["one like no other", ["rules", "-x"], "no such option: -x", "rules "],
    ["an option without its value", ["halving", "--block"], "--block: expected a value", "halving "],
    [
      "an option for a value",
      ["halving", "--block", "--json"],
      "--block: expected a value, got --json; a value that begins with - is written --block=--json",
      "halving ",
    ],
    ["a value for a switch", ["epoch", "--json=yes", "-"], "--json: takes no value, got yes", "epoch "],
    ["a misspelt function", ["eval", "--help", "nope"], "no such function: nope", "eval "],
    ["the same, asked otherwise", ["help", "eval", "nope"], "no such function: nope", "eval "],
    [
      "one of two names",
      ["diff", "x", "--backends", "wasm,gpu"],
      "--backends: expected one of wasm, wasm-scalar, reference, got gpu",
      "diff ",
    ],
  ])("%s: what it may have been, and where the help is", (_, args, message, command) => {
    writeFileSync(join(folder, "x"), JSON.stringify(STATE));
    const { stderr } = spawnSync(process.execPath, [join(process.cwd(), YUMA), ...args], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe(`yuma: ${message}\nyuma ${command}--help says how\n`);
  });

  it("takes a negative number for a value", () => {
    expect(yuma(["halving", "--block", "-1"]).stderr).toMatch(/^yuma: EpochInputError: --block: expected .*got "-1"\n$/);
  });

  it("names the file, and gives the system's reason in words", () => {
    const [good, bad, cut] = [
      file("good.json", JSON.stringify(STATE)),
      file("bad.json", JSON.stringify({ ...STATE, kappa: 70_000 })),
      file("cut.json", "{"),
    ];
    const kappa = `yuma: ${bad}: EpochInputError: kappa: expected a u16, got 70000\n`;
    for (const args of [
      ["epoch", bad],
      ["explain", bad, "--uid", "3"],
      ["explain", good, "--uid", "3", "--before", bad],
      ["diff", bad, good],
      ["diff", good, bad],
    ]) {
      expect(yuma(args)).toMatchObject({ status: 2, stderr: kappa });
    }
    for (const args of [
      ["epoch", cut],
      ["sweep", "--spec", cut],
      ["sweep", "--scenario", cut],
      ["explain", good, "--uid", "3", "--what-if", `weights=${cut}`],
    ]) {
      expect(yuma(args).stderr).toMatch(new RegExp(`^yuma: ${cut}: MalformedJsonError: not JSON`));
    }
    expect(yuma(["epoch", "-"], "{").stderr).toMatch(/^yuma: standard input: MalformedJsonError: not JSON/);
    expect(yuma(["epoch", folder]).stderr).toBe(`yuma: ${folder}: a folder, expected a file\n`);
    expect(yuma(["eval", folder]).stderr).toBe(`yuma: ${folder}: a folder, expected a file\n`);
    expect(yuma(["diff", good, "nofile.json"]).stderr).toBe("yuma: nofile.json: no such file or directory\n");
  });
});

describe("the help of every command", () => {
  const names = [...yuma(["--help"]).stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);

  it.each(names)("%s: fits, and its usage has every option that it describes", (name) => {
    const { stdout } = yuma([name, "--help"]);
    for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(124);
    const usage = stdout.slice(0, stdout.indexOf("\n\n"));
    const options = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option!);
    if (!usage.includes("[OPTIONS]")) for (const option of options) expect(usage).toContain(option);
  });
});

describe("yuma epoch", () => {
  it("prints the whole result as JSON, from a file, packed, or from standard input", () => {
    const text = JSON.stringify(STATE);
    for (const result of [
      yuma(["epoch", file("state.json", text), "--json"]),
      yuma(["epoch", file("state.json.gz", gzipSync(text)), "--json", "--backend", "reference"]),
      yuma(["epoch", "-", "--json", "--backend", "wasm-scalar"], text),
    ]) {
      expect(result.status).toBe(0);
      expect(JSON.parse(result.stdout)).toEqual(VECTORS[0]!.out);
    }
  });

  it("adds the trace and the digest", () => {
    const { stdout } = yuma(["epoch", "-", "--json", "--trace", "--digest"], JSON.stringify(STATE));
    expect(JSON.parse(stdout).trace).toEqual(VECTORS[0]!.trace);
    expect(JSON.parse(stdout).digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it("prints a table otherwise: a line for each uid, and who gained or lost a permit", () => {
    const { status, stdout } = yuma(["epoch", "-"], JSON.stringify(STATE));
    expect(status).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/uid +stake weight +validator trust +dividends +incentive +consensus +emission +permit/);
    expect(lines[1]).toMatch(/^ +0( +[01]\.\d{5}){5} +\d+\.\d{9}/);
    const permits = (VECTORS[0]!.out as { newValidatorPermits: boolean[] }).newValidatorPermits;
    const lost = permits.flatMap((permit, uid) => (!permit && (STATE["validatorPermits"] as boolean[])[uid] ? [`uid ${uid}`] : []));
    expect(stdout).toContain(`permit lost by ${lost.join(", ")}`);
    expect(lines.filter((line) => line.endsWith("LOST"))).toHaveLength(lost.length);
  });

  it.each([
    ["bad input", JSON.stringify({ ...STATE, kappa: 70_000 }), "EpochInputError: kappa: expected a u16, got 70000"],
    ["malformed JSON", "{]", "MalformedJsonError: not JSON"],
    ["a truncated file", JSON.stringify(STATE).slice(0, 500), "MalformedJsonError: not JSON"],
    ["nothing", "", "MalformedJsonError: not JSON"],
  ])("%s gives the typed error", (_, input, message) => {
    const { status, stdout, stderr } = yuma(["epoch", "-"], input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("flat states", () => {
  const subnet = readVectors("history/subnet-425")[0]!;

  it("are made of JSON and are JSON again", () => {
    for (const state of [STATE, subnet.in]) {
      const packed = join(folder, "state.yuma");
      expect(yuma(["encode", "-", "--out", packed], JSON.stringify(state))).toMatchObject({ status: 0, stdout: "", stderr: "" });
      const { status, stdout } = yuma(["decode", packed]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject(state);
    }
  });

  it("run, and what they give is JSON again", () => {
    for (const { in: state, out } of [VECTORS[0]!, subnet]) {
      const [packed, answer] = [join(folder, "state.yuma"), join(folder, "answer.yuma")];
      yuma(["encode", "-", "-o", packed], JSON.stringify(state));
      for (const backend of BACKEND_NAMES) {
        expect(yuma(["epoch", "--binary", packed, "--binary-out", answer, "--backend", backend])).toMatchObject({
          status: 0,
          stdout: "",
          stderr: "",
        });
        const { digest, ...result } = JSON.parse(yuma(["decode", answer]).stdout);
        expect(result).toEqual(out);
        expect(JSON.parse(yuma(["epoch", "--binary", packed, "--json", "--digest"]).stdout).digest).toBe(digest);
      }
    }
  });

  it.each([
    [["epoch", "--binary", "-"], "{}", "bytes: expected a flat state"],
    [["decode", "-"], "YUMA", "bytes: expected a flat state"],
    [["decode", "-"], "YUMR", "bytes: expected the answer of an epoch"],
    [["encode", "-"], "{}", "expected the fields"],
    [["encode"], "", "expected one FILE"],
    [["epoch", "state.json", "--binary", "-"], "", "expected one FILE, or - for standard input, or --binary FILE"],
    [["epoch", "-", "--binary-out", "x", "--json"], "{}", "--binary-out: without --json and --digest"],
  ])("%j is refused with what is wrong", (args, input, message) => {
    const { status, stdout, stderr } = yuma(args, input);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe.each(BACKEND_NAMES)("yuma eval --backend %s", (backend) => {
  it("gives out for every epoch vector, in order", () => {
    const vectors = ["basic", "edge", "liquid", "owner"].flatMap((name) => readVectors(`epoch/${name}`));
    const { status, stdout } = yuma(["eval", "--backend", backend], vectors.map((vector) => JSON.stringify(vector)).join("\n"));
    expect(status).toBe(0);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers).toEqual(vectors.map(({ out }) => ({ out })));
  });

  it("adds the trace where a line asks for it", () => {
    const { stdout } = yuma(["eval", "--backend", backend], JSON.stringify({ ...VECTORS[0], trace: true }));
    expect(JSON.parse(stdout)).toEqual({ out: VECTORS[0]!.out, trace: VECTORS[0]!.trace });
  });
});

describe("yuma eval", () => {
  const good = JSON.stringify({ fn: "i32f32_mul", in: { a: "4294967296", b: "5" } });

  it("answers bad lines with errors, and all the others", () => {
    const lines = [
      good,
      "{",
      "",
      "null",
      "[]",
      JSON.stringify({ fn: "nothing", in: {} }),
      JSON.stringify({ fn: "epoch" }),
      JSON.stringify({ fn: "epoch", in: { ...STATE, bonds: [[[0, 70_000]]] } }),
      JSON.stringify({ fn: "epoch", in: { ...STATE, ruleSet: "spec-9" } }),
      good,
      good.slice(0, -4),
    ];
    const { status, stdout } = yuma(["eval"], lines.join("\n"));
    expect(status).toBe(0);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ error }) => error?.code ?? "out")).toEqual([
      "out",
      "malformed-json",
      "malformed-json",
      "unknown-function",
      "unknown-function",
      "unknown-function",
      "invalid-input",
      "invalid-input",
      "invalid-input",
      "out",
      "malformed-json",
    ]);
    expect(answers[8].error).toEqual({
      code: "invalid-input",
      path: "ruleSet",
      message: `ruleSet: expected one of ${RULE_SET_IDS.join(", ")}, got "spec-9"`,
    });
    expect(answers[9]).toEqual({ out: { saturatingMul: "5", checkedMulOr0: "5" } });
  });

  it("refuses a key that it does not know and a trace that is no boolean, and answers vector lines as they are", () => {
    const lines = [{ fn: "epoch", in: STATE, trace: "yes" }, { fn: "epoch", in: STATE, traces: true }, VECTORS[0]];
    const answers = yuma(["eval"], lines.map((line) => JSON.stringify(line)).join("\n"))
      .stdout.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.slice(0, 2).map(({ error }) => [error.code, error.path])).toEqual([
      ["invalid-input", "trace"],
      ["invalid-input", "traces"],
    ]);
    expect(answers[2]).toEqual({ out: VECTORS[0]!.out });
  });

  it("says what a function is made of", () => {
    const { status, stdout } = yuma(["eval", "--help", "dividend_distribution_475"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}taoWeight +taoWeightX32 +u128 +raw U96F32: 2\^32 is one; a stored taoWeight is a fraction of 2\^64-1$/m);
    const all = yuma(["help", "eval"]).stdout;
    for (const fn of FUNCTIONS) expect(all).toMatch(new RegExp(`\\b${fn}\\b`));
    expect(yuma(["eval", "--help", "gatedshares"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("did you mean gated_shares?"),
    });
  });

  it("answers a line that is too long with an error, and the one after it", () => {
    const script = `{ head -c 300000000 /dev/zero | tr '\\0' a; echo; echo '${good}'; } | "${process.execPath}" ${YUMA} eval`;
    const { status, stdout } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
    expect(status).toBe(0);
    const [first, second] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.error).toMatchObject({ code: "malformed-json", message: "a line of more than 268435456 bytes" });
    expect(second).toEqual({ out: { saturatingMul: "5", checkedMulOr0: "5" } });
  });

  it("stops where nobody reads any more", () => {
    const script = `yes '${good}' | "${process.execPath}" ${YUMA} eval | head -n 2`;
    const { stdout } = spawnSync("sh", ["-c", script], { encoding: "utf8", timeout: 60_000 });
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
  });

  it("takes standard input packed, with a byte order mark, or with Windows line ends", () => {
    const answer = `${JSON.stringify({ out: { saturatingMul: "5", checkedMulOr0: "5" } })}\n`;
    for (const input of [gzipSync(good), `\ufeff${good}`, `${good}\r\n`]) {
      expect(spawnSync(process.execPath, [YUMA, "eval"], { input, encoding: "utf8" }).stdout).toBe(answer);
    }
  });

  it("reads a packed file, and refuses a truncated one", () => {
    const packed = readFileSync(vectorPath("arithmetic/exp.jsonl.gz"));
    expect(
      yuma(["eval", file("exp.jsonl.gz", packed)])
        .stdout.trimEnd()
        .split("\n"),
    ).toHaveLength(3_045);
    const { status, stderr } = yuma(["eval", file("cut.jsonl.gz", packed.subarray(0, 20_000))]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/cut\.jsonl\.gz: unexpected end of file/);
  });
});

describe("yuma verify", () => {
  it("tells 200,000 differences", () => {
    const line = `${JSON.stringify({ fn: "u16_proportion", in: { u: 1 }, out: {} })}\n`;
    const { status, stdout, stderr } = yuma(["verify", file("different.jsonl", line.repeat(200_000))]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("wasm: 0 equal, 200000 different, 0 not run, 0 skipped in 1 files");
  });

  it("does not run a line with a key that no vector has", () => {
    const line = JSON.stringify({ fn: "u16_proportion", in: { u: 0 }, out: { fixed: "0", proportion: "0" }, traec: {} });
    const { status, stdout } = yuma(["verify", file("misspelt.jsonl", line)]);
    expect(status).toBe(2);
    expect(stdout).toContain("traec: expected one of the keys of a line");
  });

  it("is content with what is equal", () => {
    const { status, stdout } = yuma([
      "verify",
      vectorPath("epoch/owner.jsonl.gz"),
      vectorPath("epoch/edge.jsonl.gz"),
      "--backend",
      "wasm-scalar",
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain("wasm-scalar: 50 equal, 0 different, 0 not run, 0 skipped in 2 files");
  });

  it("names case, stage, position, expected and got of the first difference", () => {
    const wrong = structuredClone(VECTORS[0]!) as any;
    wrong.out.dividends[5] = 1;
    wrong.trace.clippedWeights[2][1][1] = "7";
    wrong.trace.incentive[0] = "8";
    const late = structuredClone(VECTORS[1]!) as any;
    late.out.bonds[1] = [];
    const path = file("wrong.jsonl", [wrong, late, VECTORS[2]].map((vector) => JSON.stringify(vector)).join("\n"));
    const { status, stdout } = yuma(["verify", path]);
    expect(status).toBe(1);
    const got = (VECTORS[0]!.trace as any).clippedWeights[2][1][1];
    expect(stdout).toContain(`DIFFERENT basic-000: trace clippedWeights [2][1][1]: expected "7", got "${got}"`);
    expect(stdout).toMatch(/DIFFERENT basic-001: bonds \[1\]/);
    expect(stdout).toContain("1 equal, 2 different");
  });

  it("says what it could not run", () => {
    const path = file("odd.jsonl", [JSON.stringify(VECTORS[0]), JSON.stringify({ fn: "later", in: {}, out: {} }), "{"].join("\n"));
    const { status, stdout } = yuma(["verify", path]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/NOT RUN .*odd\.jsonl: fn: expected one of/);
    expect(stdout).toMatch(/NOT RUN .*odd\.jsonl:3: not JSON/);
  });

  it("reports a file that it cannot run, and goes on with the others", () => {
    const paths = [
      file("null.json", "null"),
      file("case.json", JSON.stringify({ cases: [{ name: "x", n: -1 }] })),
      file("cut.jsonl.gz", readFileSync(vectorPath("arithmetic/exp.jsonl.gz")).subarray(0, 20_000)),
      file("empty.jsonl", ""),
      vectorPath("epoch/owner.jsonl.gz"),
    ];
    const { status, stdout, stderr } = yuma(["verify", ...paths]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(stdout).toMatch(/NOT RUN .*null\.json: neither lines of vectors nor a recipe/);
    expect(stdout).toMatch(/NOT RUN .*case\.json: cases\[0\]\.n: expected a number of uids/);
    expect(stdout).toMatch(/NOT RUN .*cut\.jsonl\.gz: unexpected end of file/);
    expect(stdout).toMatch(/NOT RUN .*empty\.jsonl: holds no vectors/);
    expect(stdout).toMatch(/owner\.jsonl\.gz: 18 equal/);
  });

  it("finds a difference also where nobody reads its output", () => {
    const wrong = JSON.stringify({ ...VECTORS[0], out: { ...VECTORS[0]!.out, active: [] } });
    const path = file("closed.jsonl", `${wrong}\n`.repeat(50));
    const shell = spawnSync("sh", ["-c", `{ "${process.execPath}" ${YUMA} verify "${path}"; echo $? >&2; } | true`], { encoding: "utf8" });
    expect(shell.stderr).toBe("1\n");
  });

  it("generates the big states, and says which it skips", () => {
    const { status, stdout } = yuma(["verify", vectorPath("epoch/large.json"), "--max-weights", "20000"]);
    expect(status).toBe(0);
    expect(stdout).toContain("9 equal");
    expect(stdout).toMatch(/SKIPPED large-b-yuma3-p65535: 65536 weights are above the limit of 20000/);
    expect(stdout).toContain("18 skipped");
  });
});

describe("yuma demo", () => {
  it("shows the ten largest validators and the ten best miners", () => {
    const { status, stdout } = yuma(["demo"]);
    expect(status).toBe(0);
    const rows = [...stdout.matchAll(/^ *(\d+)((?: +[01]\.\d{5}){5}) /gm)].map(([, uid, numbers]) => ({
      uid: Number(uid),
      values: numbers!.trim().split(/ +/).map(Number),
    }));
    const every = [...yuma(["demo", "--all"]).stdout.matchAll(/^ *(\d+)((?: +[01]\.\d{5}){5}) /gm)].map(([, uid, numbers]) => ({
      uid: Number(uid),
      values: numbers!.trim().split(/ +/).map(Number),
    }));
    const best = (column: number) =>
      [...every]
        .sort((a, b) => b.values[column]! - a.values[column]!)
        .slice(0, 10)
        .map(({ values }) => values[column]);
    expect(rows).toHaveLength(20);
    expect(rows.slice(0, 10).map(({ values }) => values[0])).toEqual(best(0));
    expect(rows.slice(10).map(({ values }) => values[3])).toEqual(best(3));
    for (const row of rows) expect(every).toContainEqual(row);
    expect(stdout).toContain("20 of 256 uids: the validators of most stake, then the miners of most incentive; --all shows every uid\n");
  });

  it("gives a subnet of two mechanisms, ready to run", () => {
    const state = yuma(["demo", "--state", "--subnet"]).stdout;
    const { status, stdout } = yuma(["epoch", "-"], state);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^uid +stake weight +validator trust +dividends +incentive 0 +incentive 1 +consensus +emission +permit\n/);
    expect(stdout).toMatch(/rule set spec-475, yuma3 with liquid alpha, 2 mechanisms\nemission 147\.\d+ of 147\.600000000 given out\n/);
    const answer = JSON.parse(yuma(["eval"], JSON.stringify({ fn: "subnet_epoch", in: JSON.parse(state) })).stdout);
    expect(JSON.parse(yuma(["epoch", "-", "--json", "--backend", "reference"], state).stdout)).toEqual(answer.out);
    expect(JSON.parse(yuma(["epoch", "-", "--json", "--digest"], state).stdout)).toEqual({
      ...answer.out,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(yuma(["epoch", "-"], JSON.stringify({ ...JSON.parse(state), kappa: -1 })).stderr).toContain(
      "EpochInputError: kappa: expected a u16",
    );
  });

  it("shows 256 uids and the published case, the same each time", () => {
    const { status, stdout } = yuma(["demo", "--all"]);
    expect(status).toBe(0);
    expect(stdout.split("\n").filter((line) => /^ *\d+( +[01]\.\d{5}){5} /.test(line))).toHaveLength(256);
    expect(stdout).toMatch(/permit gained by uid \d+\n/);
    const rows = [...stdout.matchAll(/^stake \d((?: +\d\.\d{5} \(\d\.\d{4}\)){6})$/gm)].map(([, numbers]) =>
      numbers!
        .trim()
        .split(/[ ()]+/)
        .map(Number),
    );
    expect(rows).toHaveLength(3);
    // The chain publishes four decimals and itself allows 1e-3.
    for (const row of rows) for (const i of [0, 2, 4, 6, 8, 10]) expect(Math.abs(row[i]! - row[i + 1]!)).toBeLessThanOrEqual(1e-3);
    expect(yuma(["demo", "--all"]).stdout).toBe(stdout);
  });

  it("says in at most 60 lines what a first minute needs, with one verdict", () => {
    const { stdout } = yuma(["demo"]);
    expect(stdout.split("\n").length).toBeLessThanOrEqual(61);
    expect(stdout).toMatch(/^A network that is made, not recorded, its quantiles shaped after subnet 2 of August 2024/);
    expect(stdout.replaceAll("\n", " ")).toMatch(
      /Furthest from what its stake alone would give is uid 165: with 8\.3 % of the validators' stake it got 2\.415 alpha for validating and by stake would have 6\.182, 60\.9 % less\. As a validator it got 2\.415978565 of 147\.6 alpha \(dividends [\d.]+\)\. Its votes decide: the consensus cut 0\.661\d+ of its weights/,
    );
    expect(stdout).toContain("npx yuma explain state.json --uid 165 --html why.html\n");
    expect(stdout).not.toContain("the report page");
  });

  it("writes its report where it is told, in a folder that it makes", () => {
    const folder = mkdtempSync(join(tmpdir(), "yuma-demo-"));
    try {
      const report = join(folder, "new", "report.html");
      const { status, stdout } = yuma(["demo", "--report", report]);
      expect(status).toBe(0);
      expect(stdout).toContain(`the report page                             ${report}\n`);
      expect(readFileSync(report, "utf8")).toMatch(/<h1>Why uids 165, \d+ got what they got<\/h1>/);
      expect(yuma(["demo", "--report", folder])).toMatchObject({ status: 2, stderr: `yuma: ${folder}: a folder, expected a file\n` });
      expect(yuma(["demo", "--state", "--report", report]).stderr).toContain("--report or --state, not both");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("gives its state, ready to run", () => {
    const { stdout } = yuma(["demo", "--state"]);
    const { status, stdout: result } = yuma(["epoch", "-", "--json", "--digest"], stdout);
    expect(status).toBe(0);
    expect(yuma(["demo"]).stdout).toContain(`digest ${JSON.parse(result).digest}`);
  });
});
