import { XMLValidator } from "fast-xml-parser";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EpochInputError, MalformedJsonError, ScenarioError } from "../bindings/errors.js";
import { fromJson } from "../bindings/boundary/input.js";
import { printable, printableLines } from "../bindings/text/printable.js";
import { csvLine } from "../bindings/report/csv.js";
import { html } from "../bindings/report/html.js";
import { textTable } from "../bindings/report/table.js";
import { readVectors } from "./vectors.js";

/** What no output may have: controls other than the ends of lines, and marks that turn the direction of text. */
const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\r(?!\n)/;

/** Moves a terminal's cursor, retitles its window, turns text around, feigns a line, and deletes. */
const TRICK = "a\x1b[2J\x1b]0;x\x07\x9b31m\u202eb\u2066\r\nyuma: fine\x7f\0\u2028z";
const SHOWN = "a\\u001b[2J\\u001b]0;x\\u0007\\u009b31m\\u202eb\\u2066\\u000d\\u000ayuma: fine\\u007f\\u0000\\u2028z";

/** What a scenario's names may hold of it. */
const TURNED = "a\u202eb\u2066z";
const TURNED_SHOWN = "a\\u202eb\\u2066z";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-shown-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function yuma(args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), "dist/cli/main.js"), ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  expect(HIDDEN.exec(stdout + stderr)).toBeNull();
  return { status, stdout, stderr };
}

describe("text that is shown", () => {
  it("has what is hidden in it written out", () => {
    expect(printable(TRICK)).toBe(SHOWN);
    expect(printable("a\tb\nc")).toBe("a\\u0009b\\u000ac");
    expect(printableLines("a\tb\r\nc\nd\re\x1b")).toBe("a\tb\r\nc\nd\\u000de\\u001b");
    expect(printable("\ud83d \udc4d \u{e0041} \ufeff \xad")).toBe("\\ud83d \\udc4d \\udb40\\udc41 \\ufeff \\u00ad");
  });

  it("is as it was otherwise", () => {
    for (const text of ["", 'plain: \\u001b "quoted"', "Ünïcödé 漢字 עברית ﷺ", "👍🏽 👩‍💻 می‌خواهم"]) {
      expect(printable(text)).toBe(text);
      expect(printableLines(`${text}\n`)).toBe(`${text}\n`);
    }
  });

  it("is the same JSON value", () => {
    expect(JSON.parse(printableLines(JSON.stringify({ [TRICK]: TRICK })))).toEqual({ [TRICK]: TRICK });
  });

  it("keeps a table's rows apart", () => {
    expect(
      textTable(
        [
          ["name", "n"],
          ["x\ny", "1"],
        ],
        1,
      ),
    ).toBe("name      n\nx\\u000ay  1");
    expect(html`<p>${TRICK}</p>`.text).not.toMatch(HIDDEN);
  });
});

describe("an error's message", () => {
  it.each([
    ["a value", new EpochInputError("kappa", "a u16", TRICK)],
    ["a path", new EpochInputError(TRICK, "a u16", 1)],
    ["a file", new ScenarioError(TRICK, new EpochInputError("a", "b", "c"))],
    ["a text", new MalformedJsonError(TRICK)],
  ])("has nothing hidden in it: %s", (_, error) => {
    expect(error.message).not.toMatch(HIDDEN);
    expect(error.message).not.toContain("\n");
    expect(error.message).toContain("\\u009b31m");
  });

  it("of an unknown key, or of text that is not JSON", () => {
    const state = readVectors("epoch/basic")[0]!.in as object;
    for (const json of [JSON.stringify({ ...state, [TRICK]: 1 }), `{"${TRICK}`, `[${TRICK}]`]) {
      let message = "";
      try {
        fromJson(json);
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).not.toBe("");
      expect(message).not.toMatch(HIDDEN);
    }
  });
});

describe("the command", () => {
  const scenario = {
    title: `title ${TURNED}`,
    story: `story ${TRICK}`,
    validators: [`first ${TURNED}`, "=1+2"],
    servers: ["@SUM(A1)", "-3"],
    epochs: 3,
    stakes: [{ epochs: 0, stake: [0.5, 0.25] }],
    weights: [
      {
        epochs: [0, 2],
        weights: [
          [1, null],
          [0, 0.25],
        ],
      },
    ],
    registrations: [{ epoch: 1, who: "-3" }],
    variants: [{ name: `+variant ${TURNED},`, rules: "yuma3" }],
  };
  const name = "s\x1b[31m\u202e.json";

  beforeAll(() => writeFileSync(join(folder, name), JSON.stringify(scenario)));

  it("shows a scenario for a terminal without what is hidden in it", () => {
    const { status, stdout, stderr } = yuma(["simulate", name]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`title ${TURNED_SHOWN} (s\\u001b[31m\\u202e.json, 3 epochs)`);
    expect(stdout).toContain(`  first ${TURNED_SHOWN}`);
    // A story has lines; none of them looks like one of the command's own.
    expect(stdout).not.toMatch(/^yuma: /m);
  });

  it("writes it exactly as JSON", () => {
    const { status, stdout } = yuma(["simulate", name, "--json"]);
    expect(status).toBe(0);
    const { title, validators, variants } = JSON.parse(stdout);
    expect([title, validators[0], variants[0].name]).toEqual([scenario.title, scenario.validators[0], scenario.variants[0]!.name]);
  });

  it("writes CSV in which no cell is a formula", () => {
    const { status, stdout } = yuma(["simulate", name, "--csv"]);
    expect(status).toBe(0);
    expect(stdout).toContain(",\"'+variant a");
    for (const cell of ["'=1+2", "'@SUM(A1)", "'-3"]) expect(stdout).toContain(`,${cell},`);
    expect(stdout).not.toMatch(/(^|,)"?[=+\-@]/m);
  });

  it("draws it without, on a page and alone", () => {
    expect(yuma(["simulate", name, "--html", "page.html", "--svg", "charts"]).status).toBe(0);
    const page = readFileSync(join(folder, "page.html"), "utf8");
    expect(page).not.toMatch(HIDDEN);
    expect(page).toContain(`<h1>title ${TURNED_SHOWN}</h1>`);
    for (const [, json] of page.matchAll(/data-hover="([^"]*)"/g)) {
      const { rows } = JSON.parse(json!.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"));
      for (const row of rows) expect(row.name).not.toMatch(HIDDEN);
    }
    const files = readdirSync(join(folder, "charts"));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const svg = readFileSync(join(folder, "charts", file), "utf8");
      expect([file, HIDDEN.exec(svg), XMLValidator.validate(svg)]).toEqual([file, null, true]);
    }
  });

  it("sweeps over it; the rows' names are the scenario's, and their check holds", () => {
    const args = ["sweep", "--scenario", `./${name}`, "--list", `stake:${scenario.validators[0]}=0.5,1`];
    const { status, stdout } = yuma(args);
    expect(status).toBe(0);
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Object.keys(rows[0].measures)[0]).toBe(`dividends:${scenario.validators[0]}`);
    for (const [written, found] of [
      [2, 0],
      [0, 2],
    ]) {
      expect(yuma([...args, "--out", "rows.jsonl"])).toEqual({
        status: 0,
        stdout: "",
        stderr: `yuma: rows.jsonl: ${written} rows written, ${found} found there\n`,
      });
    }
    expect(readFileSync(join(folder, "rows.jsonl"), "utf8")).toBe(stdout);
  });

  it("answers an unknown key, a bad name, or a file of another kind without showing what is hidden in it", () => {
    const state = JSON.stringify({ ...readVectors("epoch/basic")[0]!.in, [TRICK]: 1 });
    const tried = [
      yuma(["epoch", "-"], state),
      yuma(["epoch", "-"], TRICK),
      yuma(["epoch", name]),
      yuma(["epoch", TRICK.replaceAll("\0", "")]),
      yuma([TRICK.replaceAll("\0", "")]),
      yuma(["epoch", `--${TRICK.replaceAll("\0", "")}`]),
      yuma(["explain", "-", "--uid", "0"], state),
      yuma(["simulate", "-"], JSON.stringify({ ...scenario, [TRICK]: 1 })),
      yuma(["simulate", name, "--set", "kappa=\x1b[31m"]),
      yuma(["sweep", "--list", "kappa\x1b[31m=1"]),
      yuma(["verify", "-"], JSON.stringify({ fn: TRICK, name: TRICK, in: {}, out: {} })),
    ];
    expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 2));
    const lines = [
      { fn: "epoch", in: JSON.parse(state) },
      { fn: TRICK, in: {} },
    ].map((line) => JSON.stringify(line));
    expect(
      yuma(["eval"], `${lines.join("\n")}\n{"${TRICK.replaceAll("\n", "")}\n`)
        .stdout.trimEnd()
        .split("\n"),
    ).toHaveLength(3);
    const wrong = { ...readVectors("epoch/basic")[0]!, name: TRICK, out: {} };
    expect(yuma(["verify", "-"], JSON.stringify(wrong))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`DIFFERENT ${SHOWN}`),
    });
  });
});

describe("a CSV cell", () => {
  it.each([
    ["=1", "'=1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@x", "'@x"],
    ["＝1", "'＝1"],
    ["\tx", '"\'\tx"'],
    ["\rx", '"\'\rx"'],
    ['=a,"b"', `"'=a,""b"""`],
    ["a;=1", '"a;=1"'],
    ["a=1", "a=1"],
    ["'=1", "'=1"],
    ["", ""],
  ])("of the text %j is %j", (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it("of a number is the number", () => {
    expect(csvLine([-1, -1n, 1e21, 0.5, "x"])).toBe("-1,-1,1e+21,0.5,x\r\n");
  });
});
