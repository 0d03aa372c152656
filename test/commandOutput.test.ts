import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readVectors, vectorPath } from "./vectors.js";

const YUMA = join(process.cwd(), "dist/cli/main.js");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-output-"));
  const [vector] = readVectors("epoch/basic");
  writeFileSync(join(folder, "state.json"), JSON.stringify(vector!.in));
  writeFileSync(join(folder, "other.json"), JSON.stringify({ ...vector!.in, kappa: 1 }));
  writeFileSync(join(folder, "line.jsonl"), `${JSON.stringify({ fn: "i32f32_mul", in: { a: "4294967296", b: "5" } })}\n`);
  writeFileSync(join(folder, "vectors.jsonl.gz"), readFileSync(vectorPath("epoch/owner.jsonl.gz")));
  shell("yuma encode state.json --out state.yuma && yuma epoch --binary state.yuma --binary-out answer.yuma");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A shell command in the folder, in which `yuma` is the command. */
function shell(script: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `yuma() { "${process.execPath}" "${YUMA}" "$@"; }; ${script}`], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const SWEEP = "sweep --set uids=3 --set validators=2 --set epochs=1 --list kappa=0.4,0.5";
const RETENTION = "retention --uids 24 --validators 6 --major-stakes 0.6 --major-weights 0:1:0.5 --minor-weights 0.2,0.8";

/** Every command, in every form in which it writes. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  epoch: ["epoch state.json", "epoch state.json --json", "epoch state.json --json --trace --digest"],
  explain: ["explain state.json --uid 0", "explain state.json --uid 0,1 --json", "explain state.json --uid 0 --before other.json"],
  diff: ["diff state.json other.json", "diff state.json other.json --json"],
  eval: ["eval line.jsonl"],
  verify: ["verify vectors.jsonl.gz", "verify vectors.jsonl.gz --json"],
  simulate: [
    "simulate stake-merge",
    "simulate stake-merge --json",
    "simulate stake-merge --csv",
    "simulate --list",
    "simulate stake-merge --print",
  ],
  sweep: [
    SWEEP,
    "sweep --preset copier --set epochs=9 --list alphaLow=0.1 --list alphaHigh=0.9 --list alphaSigmoidSteepness=1000 --draws 1",
  ],
  retention: [`${RETENTION} --csv`, `${RETENTION} --json`, RETENTION],
  halving: ["halving", "halving --json", "halving --csv"],
  encode: ["encode state.json"],
  decode: ["decode state.yuma", "decode answer.yuma"],
  // What they read is a node's; their output is tried in test/chain.
  snapshot: [],
  replay: [],
  import: [],
  rules: ["rules", "rules --json", "rules --markdown", "rules --spec 425"],
  demo: ["demo", "demo --all", "demo --state"],
  // It serves until it is ended: test/play.test.ts.
  play: [],
};

/** Those of the command's own help. */
function commands(): string[] {
  return [...shell("yuma --help").stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
}

it("every command of the command line is tried here", () => {
  expect(Object.keys(FORMS).sort()).toEqual(commands().sort());
});

describe("output that cannot be written ends with exit code 2 and says so:", () => {
  const forms = [...Object.values(FORMS).flat(), ...Object.keys(FORMS).map((name) => `${name} --help`), "--help", "--version"];

  it.each(forms)("yuma %s > /dev/full", (form) => {
    expect(shell(`yuma ${form} > /dev/full`)).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^yuma: standard output: no space left on device\n$/),
    });
  });

  it.each(["demo --state", "simulate stake-merge --csv", "epoch state.json"])("yuma %s, onto a disk with room for a part", (form) => {
    const { status, stderr } = shell(`ulimit -f 1; yuma ${form} > part`);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^yuma: standard output: file too large\n$/) });
  });

  it("where it is not open for writing", () => {
    expect(shell("yuma rules 1< state.json")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^yuma: standard output: bad file descriptor\n$/),
    });
  });
});

it("a reader that goes away is no error, and changes no exit code", () => {
  for (const form of ["demo --state", "simulate stake-merge --csv", "diff state.json state.json"]) {
    expect(shell(`{ yuma ${form}; echo $? >&2; } | true`)).toEqual({ status: 0, stdout: "", stderr: "0\n" });
  }
  expect(shell("{ yuma diff state.json other.json; echo $? >&2; } | true").stderr).toBe("1\n");
});

it("a slow reader gets everything, without a warning", () => {
  const whole = shell("yuma simulate stake-merge late-majority-twice-copier --csv").stdout;
  expect(shell("yuma simulate stake-merge late-majority-twice-copier --csv | { sleep 0.5; cat; }")).toEqual({
    status: 0,
    stdout: whole,
    stderr: "",
  });
});

it("where standard error cannot be written either, the exit code stands", () => {
  expect(shell("yuma nothing 2> /dev/full")).toEqual({ status: 2, stdout: "", stderr: "" });
  expect(shell("yuma rules > /dev/full 2> /dev/full")).toEqual({ status: 2, stdout: "", stderr: "" });
});

const FILES: readonly [form: string, file: string][] = [
  ["explain state.json --uid 0 --html", "page.html"],
  ["simulate stake-merge --html", "page.html"],
  [`${RETENTION} --csv --svg`, "map.svg"],
  ["halving --svg", "halving.svg"],
];

describe("a file that is written whole", () => {
  it.each(FILES)("yuma %s, on a full disk: what was there stays, and nothing else", (form, file) => {
    const at = mkdtempSync(join(folder, "full-"));
    writeFileSync(join(at, file), "before");
    expect(shell(`ulimit -f 1; yuma ${form} ${join(at, file)}`)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/: file too large\n$/),
    });
    expect(readdirSync(at)).toEqual([file]);
    expect(readFileSync(join(at, file), "utf8")).toBe("before");
    expect(shell(`yuma ${form} /dev/full`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("/dev/full: no space left on device"),
    });
  });

  it.each(["explain state.json --uid 0 --svg", "simulate stake-merge --svg"])(
    "yuma %s, on a full disk: no chart that is half there",
    (form) => {
      const at = mkdtempSync(join(folder, "charts-"));
      expect(shell(`ulimit -f 1; yuma ${form} ${at}`)).toMatchObject({ status: 2, stderr: expect.stringMatching(/: file too large\n$/) });
      expect(readdirSync(at)).toEqual([]);
    },
  );

  it("keeps its mode, and the link that it is named by; a device stays one", () => {
    const at = mkdtempSync(join(folder, "link-"));
    mkdirSync(join(at, "real"));
    writeFileSync(join(at, "real/page.html"), "before");
    chmodSync(join(at, "real/page.html"), 0o640);
    symlinkSync("real/page.html", join(at, "page.html"));
    symlinkSync("real/later.html", join(at, "later.html"));
    for (const name of ["page.html", "later.html"]) {
      expect(shell(`yuma halving --svg ${join(at, name)}`).status).toBe(0);
      expect(readFileSync(join(at, "real", name), "utf8")).toMatch(/^<svg/);
    }
    expect(readdirSync(join(at, "real")).sort()).toEqual(["later.html", "page.html"]);
    expect(statSync(join(at, "real/page.html")).mode & 0o777).toBe(0o640);
    expect(shell("yuma halving --csv --svg /dev/null").status).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});
