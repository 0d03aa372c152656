import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openResults } from "../bindings/cli/resultFile.js";
import { planSweep } from "../bindings/cli/sweepPlan.js";
import type { Shard } from "../bindings/sweep/axes.js";
import { createSweep } from "../bindings/sweep/sweep.js";

/** Where nothing can be written. */
const readOnly = vi.hoisted(() => ({ path: "" }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const openSync = (path: string, flags: string) => {
    if (readOnly.path !== "" && path.startsWith(readOnly.path) && flags !== "r")
      throw Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS" });
    return fs.openSync(path, flags);
  };
  return { ...fs, openSync };
});

const YUMA = join(process.cwd(), "dist/cli/main.js");
const SMALL = ["--set", "uids=3", "--set", "validators=2", "--set", "epochs=1", "--list", "kappa=0.4,0.5,0.6", "--draws", "4"];
const LONG = ["--set", "uids=3", "--set", "validators=2", "--set", "epochs=20", "--draws", "1000000"];

let folder: string;
let path: string;
let whole: Buffer;
let rows: string[];
let count = 0;

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [YUMA, "sweep", ...args], { encoding: "utf8", timeout: 60_000 });
  return { status, stdout, stderr };
}

function sweep(...args: string[]): ReturnType<typeof run> {
  return run(...SMALL, "--out", path, ...args);
}

/** The same sweep in this process. */
const PLAN = planSweep({
  axes: new Map([["kappa", ["0.4", "0.5", "0.6"]]]),
  set: new Map([
    ["uids", "3"],
    ["validators", "2"],
    ["epochs", "1"],
  ]),
  draws: "4",
}).plan;

/** Goes on with the file as the command does, without running anything. */
function goOn(repair: boolean, shard?: Shard): void {
  const planned = createSweep(PLAN, shard);
  const results = openResults(path, planned, { repair });
  try {
    for (let point = results.next; point < planned.end; point++) results.write(rows[point]!);
  } finally {
    results.close();
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-results-"));
  path = join(folder, "whole.jsonl");
  expect(sweep().status).toBe(0);
  whole = readFileSync(path);
  rows = whole.toString("utf8").split("\n").slice(0, -1);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  path = join(folder, `${count++}.jsonl`);
});

/** A row as the command would have written it, had it come to this. */
function rowOf(value: object): string {
  const text = JSON.stringify(value);
  return `${text.slice(0, -1)},"check":"${createHash("sha256").update(text).digest("hex").slice(0, 8)}"}`;
}

function without(row: string): Record<string, any> {
  const { check: _, ...rest } = JSON.parse(row);
  return rest;
}

it("a row carries the check that the help describes", () => {
  for (const row of rows) expect(row).toBe(rowOf(without(row)));
});

describe("what is not this sweep's is left as it is, also with --repair:", () => {
  const start = () => rows[0]!.slice(0, 30);
  it.each<[string, () => string | Buffer]>([
    ["a note without an end", () => "remember the milk"],
    ["a note of one line", () => "remember the milk\n"],
    ["a JSON without an end", () => '{"a":1}'],
    ["a JSON that begins as a row does", () => `${start()}, but "is": "not"}`.replace("sweep", "swap")],
    ["NULs", () => Buffer.alloc(5_000_000)],
    ["a long text without an end", () => "a".repeat(20_000_000)],
    ["an empty line", () => "\n"],
    ["bytes that are no text", () => Buffer.from([0xff, 0xfe, 0x7b, 0x00])],
    ["a byte order mark before the rows", () => `\ufeff${whole.toString("utf8")}`],
    [
      "another sweep's rows",
      () => whole.toString("utf8").replaceAll(/"sweep":"./g, (found) => `${found.slice(0, -1)}${found.endsWith("0") ? "1" : "0"}`),
    ],
    ["a second part's rows", () => `${rows.slice(6).join("\n")}\n`],
    ["more than this sweep's rows", () => Buffer.concat([whole, Buffer.from("and a note")])],
    ["all rows and one of them again", () => `${whole.toString("utf8")}${rows[11]}\n`],
  ])("%s", (_, contents) => {
    writeFileSync(path, contents());
    const before = readFileSync(path);
    for (const repair of [false, true]) {
      expect(() => goOn(repair)).toThrow(/line \d+ is no row of this run/);
      expect(readFileSync(path).equals(before)).toBe(true);
    }
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("a part's command on the file of the whole", () => {
    writeFileSync(path, whole);
    expect(() => goOn(true, { index: 1, count: 2 })).toThrow("line 7 is no row of this run");
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it("an endless line, of which no more is read than a row could have", () => {
    writeFileSync(path, rows[0]!.slice(0, 40));
    truncateSync(path, 2 ** 36);
    expect(() => goOn(false)).toThrow("line 1 is too long for a row");
    expect(statSync(path).size).toBe(2 ** 36);
  });

  it.each(["/dev/full", "/dev/null", "/dev/zero", "/dev/stdout", "folder", "pipe"])("%s", (name) => {
    path = name.startsWith("/") ? name : join(folder, name);
    if (name === "folder") mkdirSync(path);
    if (name === "pipe") spawnSync("mkfifo", [path]);
    expect(sweep()).toEqual({ status: 2, stdout: "", stderr: expect.stringContaining("no regular file") });
  });
});

describe("where nothing can be written", () => {
  it("a file with all rows is fine as it is, and any other is not", () => {
    try {
      for (const [contents, repair] of [
        [whole, false],
        [whole, true],
      ] as const) {
        readOnly.path = "";
        writeFileSync(path, contents);
        readOnly.path = path;
        expect(() => goOn(repair)).not.toThrow();
      }
      for (const contents of [whole.subarray(0, -1), `${rows.slice(0, 11).join("\n")}\n`, `${whole}\n`, null]) {
        readOnly.path = "";
        if (contents === null) rmSync(path);
        else writeFileSync(path, contents);
        readOnly.path = path;
        expect(() => goOn(false)).toThrow("EROFS");
      }
    } finally {
      readOnly.path = "";
    }
  });
});

describe("what something else writes while a sweep runs is noticed", () => {
  const meanwhile = (at: number, happens: () => void, begun = "") => {
    writeFileSync(path, begun);
    const results = openResults(path, createSweep(PLAN), { repair: false });
    let written = 0;
    try {
      for (; written < 12; written++) {
        if (written === at) happens();
        results.write(rows[written]!);
      }
      if (at === written) happens();
    } finally {
      try {
        results.close();
      } finally {
        expect(existsSync(`${path}.lock`)).toBe(false);
      }
    }
  };

  it("a line, before the next row and after the last one", () => {
    expect(() => meanwhile(4, () => appendFileSync(path, "a note\n"))).toThrow("line 5 was written by something else while this ran");
    expect(readFileSync(path, "utf8")).toBe(`${rows.slice(0, 4).join("\n")}\na note\n`);
    expect(() => meanwhile(12, () => appendFileSync(path, "a note\n"))).toThrow("line 13 was written by something else while this ran");
  });

  it("a part of a torn row, and less than there was", () => {
    expect(() => meanwhile(0, () => appendFileSync(path, "a note\n"), rows[0]!.slice(0, 150))).toThrow(
      "line 1 was written by something else",
    );
    expect(() => meanwhile(7, () => truncateSync(path, 10))).toThrow("the file was cut off before line 8 while this ran");
  });
});

describe("every row that is there is checked:", () => {
  const damages: [string, number, (lines: string[]) => void][] = [
    ["a line that is cut in half", 5, (lines) => (lines[4] = lines[4]!.slice(0, 90))],
    ["a changed measure", 3, (lines) => (lines[2] = lines[2]!.replace(/"validatorTrust":[\d.]+/, '"validatorTrust":0.5'))],
    ["a changed knob", 3, (lines) => (lines[2] = lines[2]!.replace(/"kappa":\d+/, '"kappa":1'))],
    ["a changed knob under a right check", 3, (lines) => (lines[2] = rowOf({ ...without(lines[2]!), knobs: { kappa: 1, seed: 2 } }))],
    ["a row without a check", 2, (lines) => (lines[1] = JSON.stringify(without(lines[1]!)))],
    ["a space more", 12, (lines) => (lines[11] += " ")],
    ["a field more", 4, (lines) => (lines[3] = rowOf({ ...without(lines[3]!), more: 1 }))],
    ["a carriage return", 7, (lines) => (lines[6] += "\r")],
    ["carriage returns throughout", 1, (lines) => lines.forEach((line, i) => (lines[i] = `${line}\r`))],
    ["a line that is missing", 6, (lines) => lines.splice(5, 1)],
    ["a line that is there twice", 7, (lines) => lines.splice(6, 0, lines[5]!)],
    ["two lines in one", 8, (lines) => lines.splice(7, 2, lines[7]! + lines[8]!)],
    ["a NUL in a name", 11, (lines) => (lines[10] = lines[10]!.replace("topIncentive", "topIncentiv\u0000"))],
    ["a note among them", 9, (lines) => lines.splice(8, 0, "a note")],
    ["an empty line", 10, (lines) => lines.splice(9, 0, "")],
    ["a first line that is cut", 1, (lines) => (lines[0] = lines[0]!.slice(0, 60))],
  ];

  it.each(damages)("%s is found, said to be in line %d, and gone on from only where asked", (_, line, damage) => {
    const lines = [...rows];
    damage(lines);
    const contents = `${lines.slice(0, 12).join("\n")}\n`;
    writeFileSync(path, contents);
    expect(() => goOn(false)).toThrow(new RegExp(`line ${line} .*with --repair the file is cut off before this line`));
    expect(readFileSync(path, "utf8")).toBe(contents);
    goOn(true);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it.each<[string, (torn: string) => string | Buffer]>([
    ["another text", () => "a note"],
    ["NULs", () => Buffer.alloc(100)],
    ["other measures", (torn) => torn.replace(/"validatorTrust":[\d.]+/, '"validatorTrust":0.123')],
    ["another row's beginning", () => rows[8]!.slice(0, 50)],
  ])("a last line without its end that is %s is no torn row", (_, change) => {
    const contents = Buffer.concat([Buffer.from(`${rows.slice(0, 6).join("\n")}\n`), Buffer.from(change(rows[6]!.slice(0, 150)))]);
    writeFileSync(path, contents);
    expect(() => goOn(false)).toThrow(/line 7 .* --repair/);
    expect(readFileSync(path).equals(contents)).toBe(true);
    goOn(true);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it("by the command too; a sound file is the same after a repair", () => {
    const damaged = whole.toString("utf8").replace('"point":5', '"point":6');
    writeFileSync(path, damaged);
    expect(sweep()).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^yuma: .*: line 6 is no row of this run at this place. Nothing was changed/),
    });
    expect(readFileSync(path, "utf8")).toBe(damaged);
    for (const _ of [1, 2]) {
      expect(sweep("--repair")).toEqual({
        status: 0,
        stdout: "",
        stderr: expect.stringMatching(/^yuma: .* rows written, \d+ found there/),
      });
      expect(readFileSync(path).equals(whole)).toBe(true);
    }
    expect(run(...SMALL, "--repair")).toMatchObject({ status: 2, stderr: expect.stringContaining("--repair: needs --out FILE") });
  });

  it("and before a table is made of them", () => {
    const few = [
      "--preset",
      "copier",
      "--set",
      "epochs=9",
      "--list",
      "alphaLow=0.1",
      "--list",
      "alphaHigh=0.9",
      "--list",
      "alphaSigmoidSteepness=1000",
      "--draws",
      "2",
    ];
    const table = (contents: string) => {
      writeFileSync(path, contents);
      return run(...few, "--table", path);
    };
    const lines = run(...few, "--json").stdout;
    expect(table(lines).status).toBe(0);
    const changed = lines.replace(/"score":-?[\d.]+/, '"score":7');
    for (const [contents, message] of [
      [changed, "line 1 is no row of a sweep, or is damaged"],
      [`${lines}{}\n`, "line 3 is no row of a sweep"],
      [`${lines}null\n`, "line 3 is no row of a sweep"],
      [`${lines}${rows[0]}\n`, "line 3 is a row of another sweep"],
      [`${rows[0]}\n`, "point 0 has no measure score"],
    ] as const) {
      expect(table(contents)).toEqual({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
    }
  });
});

describe("a disk that is full", () => {
  it("ends it with exit code 2, and it goes on where there is room again", () => {
    const script = `ulimit -f 2; exec "${process.execPath}" "${YUMA}" sweep ${SMALL.join(" ")} --out "${path}"`;
    expect(spawnSync("bash", ["-c", script], { encoding: "utf8" })).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^yuma: .*: file too large$/m),
    });
    expect(statSync(path).size).toBe(2_048);
    expect(whole.subarray(0, 2_048).equals(readFileSync(path))).toBe(true);
    expect(sweep().status).toBe(0);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });
});

describe("two at once", () => {
  /** A long sweep that writes, until it is ended; gives what its lock holds. */
  async function running(): Promise<{ lock: string; end(signal: NodeJS.Signals): Promise<NodeJS.Signals | null> }> {
    const child = spawn(process.execPath, [YUMA, "sweep", ...LONG, "--out", path], { stdio: "ignore" });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_, by) => resolve(by)));
    while (child.exitCode === null && (!existsSync(path) || statSync(path).size === 0)) await sleep(5);
    const lock = readFileSync(`${path}.lock`, "utf8");
    return {
      lock,
      end: (signal) => {
        // As of keys that are held down: what comes while the file is being freed changes nothing.
        const again = setInterval(() => child.kill(signal), 0);
        return ended.finally(() => clearInterval(again));
      },
    };
  }

  const second = () => run(...LONG, "--out", path);
  const refused = {
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/\.lock: .* is writing there; if it is not, delete this lock and try again/),
  };

  it("the second is refused, by whatever name, and the first goes on", async () => {
    const first = await running();
    const name = join(folder, "link.jsonl");
    symlinkSync(path, name);
    expect(second()).toEqual(refused);
    expect(second().stderr).toContain(`process ${JSON.parse(first.lock).pid} on `);
    expect(run(...LONG, "--repair", "--out", name)).toEqual(refused);
    const size = statSync(path).size;
    while (statSync(path).size === size) await sleep(5);
    expect(await first.end("SIGKILL")).toBe("SIGKILL");
    for (const line of readFileSync(path, "utf8").split("\n").slice(0, -1)) expect(line).toBe(rowOf(without(line)));
  });

  it("a file of two names is refused, as each would have a lock of its own", () => {
    writeFileSync(path, rows[0]!);
    const name = join(folder, "hard.jsonl");
    linkSync(path, name);
    for (const out of [path, name]) {
      expect(run(...SMALL, "--repair", "--out", out)).toEqual({
        status: 2,
        stdout: "",
        stderr: expect.stringContaining("the file has 2 names (hard links)"),
      });
    }
    rmSync(name);
    expect(sweep().status).toBe(0);
  });

  it("a lock that is no file is not waited for", () => {
    spawnSync("mkfifo", [`${path}.lock`]);
    expect(sweep()).toEqual(refused);
    expect(existsSync(path)).toBe(false);
  });

  it("a link to where no file is yet has the lock of that file", async () => {
    const name = join(folder, "dangling.jsonl");
    symlinkSync(path, name);
    writeFileSync(`${path}.lock`, "");
    expect(run(...SMALL, "--out", name)).toEqual(refused);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends it at once and frees the file", async (signal) => {
    const first = await running();
    expect(await first.end(signal)).toBe(signal);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("a lock is taken over only from an owner that surely is gone", async () => {
    const first = await running();
    await first.end("SIGKILL");
    const dead = JSON.parse(first.lock) as Record<string, unknown>;
    rmSync(path);
    const living = { ...dead, pid: process.pid };
    const began = readFileSync(`/proc/${process.pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
    const lock = `${path}.lock`;
    for (const held of [
      { ...living, began },
      { ...living, began: "" },
      { ...dead, host: "elsewhere" },
      { ...dead, space: "another container" },
      { ...dead, pid: -1 },
      null,
    ]) {
      const text = JSON.stringify(held);
      writeFileSync(lock, text);
      expect(sweep()).toEqual(refused);
      expect(readFileSync(lock, "utf8")).toBe(text);
    }
    writeFileSync(lock, "");
    expect(sweep()).toEqual(refused);
    expect(existsSync(path)).toBe(false);
    // Dead, and a pid that is another process by now.
    for (const held of [dead, living]) {
      rmSync(path, { force: true });
      writeFileSync(lock, JSON.stringify(held));
      expect(sweep()).toEqual({ status: 0, stdout: "", stderr: expect.stringMatching(/: 12 rows written, 0 found there\n$/) });
      expect(readFileSync(path).equals(whole)).toBe(true);
      expect(existsSync(lock)).toBe(false);
    }
  });

  it("of many that find a dead owner's lock none ruins the file", async () => {
    const first = await running();
    await first.end("SIGKILL");
    rmSync(path);
    writeFileSync(`${path}.lock`, first.lock);
    const codes = await Promise.all(
      Array.from({ length: 6 }, () => {
        const child = spawn(process.execPath, [YUMA, "sweep", ...SMALL, "--out", path], { stdio: "ignore" });
        return new Promise((resolve) => child.once("exit", resolve));
      }),
    );
    expect(codes).toContain(0);
    expect(codes.every((code) => code === 0 || code === 2)).toBe(true);
    expect(readFileSync(path).equals(whole)).toBe(true);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});
