import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explain, whatIf, type WhatIfChanges } from "../bindings/explain/index.js";
import { changedState } from "../bindings/explain/changedState.js";
import { fromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import type { SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";

const { yuma } = backendNamed("wasm");
const FILE = "examples/trust-after.json";
const STATE = fromJson(readFileSync(FILE, "utf8"));

/** What stands in the state's JSON at a place of the uid itself. */
function withOwn(field: string, uid: number, value: unknown): SubnetState {
  const json = toJson(STATE) as Record<string, unknown>;
  (json[field] as unknown[])[uid] = value;
  return fromJson(json);
}

describe("what if", () => {
  it.each<[WhatIfChanges, SubnetState]>([
    [{ kappa: 13_107 }, { ...STATE, kappa: 13_107 }],
    [
      { ruleSet: "spec-425", yuma3: false },
      { ...STATE, ruleSet: "spec-425", yuma3: false },
    ],
    [
      { ownerUid: null, lastYumaStepBlock: null },
      { ...STATE, ownerUid: null, lastYumaStepBlock: null },
    ],
    [{ lastUpdate: 8_002_520n }, withOwn("lastUpdate", 2, "8002520")],
    [
      { alphaStake: 1n, taoStake: 2n },
      { ...withOwn("alphaStake", 2, "1"), taoStake: withOwn("taoStake", 2, "2").taoStake },
    ],
    [{ blockAtRegistration: 8_002_500n }, withOwn("blockAtRegistration", 2, "8002500")],
    [
      { commitBlock: 5n, commitReveal: true },
      { ...withOwn("commitBlocks", 2, "5"), commitReveal: true },
    ],
    [{ permit: false }, withOwn("validatorPermits", 2, false)],
    [{ weights: [] }, withOwn("weights", 2, [])],
    [
      {
        weights: [
          [5, 65_535],
          [9, 1],
          [6, 7],
          [7, 0],
          [8, 3],
          [4, 4],
          [3, 3],
        ],
      },
      withOwn("weights", 2, [
        [5, 65_535],
        [9, 1],
        [6, 7],
        [7, 0],
        [8, 3],
        [4, 4],
        [3, 3],
      ]),
    ],
    [{ bonds: [[5, 9]] }, withOwn("bonds", 2, [[5, 9]])],
    [{}, STATE],
  ])("%o", (changes, expected) => {
    const before = JSON.stringify(toJson(STATE));
    expect(toJson(changedState(STATE, 2, changes))).toEqual(toJson(changedState(expected, 2, {})));
    const { is, wouldBe } = whatIf(yuma, STATE, 2, changes);
    expect(is).toEqual(explain(yuma, STATE, 2));
    expect(wouldBe).toEqual(explain(yuma, expected, 2));
    expect(JSON.stringify(toJson(STATE))).toBe(before);
  });

  it.each<[object, string]>([
    [{ kapa: 1 }, 'did you mean "kappa"?'],
    [{ kappa: 65_536 }, "changes.kappa: expected a u16, got 65536"],
    [{ lastUpdate: 5 }, "changes.lastUpdate: expected a u64 as bigint, got 5"],
    [{ permit: 1 }, "changes.permit: expected true or false, got 1"],
    [{ weights: [[5, 65_536]] }, "changes.weights[0][1]: expected a u16, got 65536"],
    [{ weights: new Uint16Array(2) }, "changes.weights: expected an array"],
    [{ n: 3 }, "changes.n: expected one of the options "],
  ])("refuses %o", (changes, message) => {
    expect(() => whatIf(yuma, STATE, 2, changes)).toThrow(message);
  });

  it("refuses a uid that is not there, and what is no state", () => {
    expect(() => whatIf(yuma, STATE, 10, {})).toThrow("uid: expected a uid from 0 to 9, got 10");
    expect(() => changedState({ ...STATE, kappa: -1 }, 2, {})).toThrow("kappa: expected a u16, got -1");
  });
});

describe("yuma explain --what-if", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "yuma-what-if-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ["dist/cli/main.js", "explain", FILE, "--uid", "2", ...args.flatMap((one) => (one.startsWith("--") ? [one] : ["--what-if", one]))],
      { encoding: "utf8" },
    );

  it("shows what is beside what would be, with both verdicts", () => {
    const { status, stdout } = run("kappa=0.2", "lastUpdate=now");
    expect(status).toBe(0);
    expect(stdout).toContain("What if kappa = 13107, lastUpdate = 8002520\n");
    expect(stdout).toContain("as it is: As a validator it got 14.742623151 of 147.6 alpha");
    expect(stdout).toContain("as it would be: As a validator it got 16.302164186 of 147.6 alpha");
    expect(stdout).toMatch(/\n {2}validator trust +0\.819193 +1\.000000 +\+0\.180807 +776558188\n/);
  });

  it("takes a row from a file, and gives both as JSON and on a page", () => {
    const row = join(folder, "row.json");
    const page = join(folder, "page.html");
    writeFileSync(row, "[[5, 65535], [6, 7000]]");
    const { stdout, status } = run(`weights=${row}`, "ownerUid=none", `--html=${page}`, "--json");
    expect(status).toBe(0);
    const { uid, changes, wouldBe } = JSON.parse(stdout) as { uid: number; changes: object; wouldBe: unknown };
    expect({ uid, changes }).toEqual({
      uid: 2,
      changes: {
        weights: [
          [5, 65_535],
          [6, 7_000],
        ],
        ownerUid: null,
      },
    });
    expect(wouldBe).toEqual(
      toJson(
        explain(
          yuma,
          {
            ...withOwn("weights", 2, [
              [5, 65_535],
              [6, 7_000],
            ]),
            ownerUid: null,
          },
          2,
        ),
      ),
    );
    expect(readFileSync(page, "utf8")).toContain("What if weights = 2 entries, ownerUid = none");
  });

  it.each([
    ["kapa=0.2", 'did you mean "kappa"?'],
    ["kappa", "--what-if: expected NAME=VALUE, got kappa"],
    ["kappa=1", "--what-if kappa: expected a fraction with a decimal point"],
    ["permit=yes", "--what-if permit: expected one of true, false"],
    ["lastUpdate=soon", "--what-if lastUpdate: expected a u64"],
    ["weights=nowhere.json", "nowhere.json: "],
  ])("%s is refused", (asked, message) => {
    const { status, stderr, stdout } = run(asked);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("refuses a name twice, and --before beside it", () => {
    expect(run("kappa=0.2", "kappa=0.3").stderr).toContain("--what-if: kappa is given twice");
    expect(run("kappa=0.2", "--before=examples/trust-before.json").stderr).toContain("--before or --what-if, not both");
  });
});
