import { XMLValidator } from "fast-xml-parser";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { HYPERPARAMETERS } from "../bindings/simulate/rules.js";
import { Pace } from "../bindings/cli/progress.js";
import { scaleFor, shortNumber } from "../bindings/report/lineChart.js";
import { html } from "../bindings/report/html.js";
import { RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import { vectorPath } from "./vectors.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-simulate-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function simulate(args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["dist/cli/main.js", "simulate", ...args], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
}

function fine(...args: string[]): string {
  const { status, stdout, stderr } = simulate(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

const EVIL = {
  title: `<b>"Evil" & 'worse'</b>`,
  story: "</p><script>alert(1)</script>",
  validators: ['<img src="x">', 'a,"b"'],
  servers: ["]]>", "&amp;"],
  epochs: 3,
  stakes: [{ epochs: 0, stake: [0.5, 0] }],
  weights: [
    {
      epochs: [0, 2],
      weights: [
        [1, null],
        [0, 0.25],
      ],
    },
  ],
  registrations: [{ epoch: 1, who: "]]>" }],
  variants: [{ name: "<i>mine</i>", rules: "yuma3" }],
};

function evilFile(): string {
  const path = join(folder, "evil.json");
  writeFileSync(path, JSON.stringify(EVIL));
  return path;
}

describe("yuma simulate", () => {
  it("lists the scenarios of the package", () => {
    const lines = fine("--list").trimEnd().split("\n");
    expect(lines.map((line) => line.split(/ {2,}/)[0])).toEqual(Object.keys(SCENARIOS));
  });

  it("runs under the rules of a day or a spec, and says which they are", () => {
    const stdout = fine("stake-merge", "--rules-of", "2024-09-01");
    expect(stdout).toContain(
      "note: the rules of 2024-09-01 are spec-195, e79b0999d (2024-08-29); a merge precedes the main network by days\n",
    );
    expect(stdout).toContain("note: epochs are tempo + 1 blocks apart");
    expect(stdout).toContain("note: spec-195 does not read yuma3, stakeThreshold,");
    expect(stdout).toContain("note: a validator's stake, one number under spec-195, is its alpha");
    const [old, now] = ["200", "475"].map(
      (spec) =>
        JSON.parse(fine("stake-merge", "--rules-of", spec, "--json")) as {
          notes: string[];
          variants: { hyperparameters: object; epochs: Record<string, unknown>[] }[];
        },
    );
    const blocks = ({ variants }: typeof old & {}) => variants[0]!.epochs.slice(0, 3).map(({ block }) => block);
    expect([blocks(old!), blocks(now!)]).toEqual([
      ["1000", "1361", "1722"],
      ["1000", "1360", "1720"],
    ]);
    expect(old!.variants[0]!.hyperparameters).toEqual({ ruleSet: "spec-195" });
    expect(old!.variants[0]!.epochs[0]).toHaveProperty("pruningScores");
    expect(old!.variants[0]!.epochs[0]).not.toHaveProperty("stake");
    expect(now!.notes).toHaveLength(2);
    expect(fine("stake-merge", "--rules-of", "475")).not.toBe(fine("stake-merge"));
  });

  it("runs under every rule set", () => {
    for (const ruleSet of RULE_SET_IDS)
      fine("stake-merge", "late-majority-twice-copier", "--set", `ruleSet=${ruleSet}`, "--variant", "yuma3-liquid", "--csv");
  });

  it.each([
    ["a month", "2024-09", "expected a date such as 2024-09-01, or a runtime spec"],
    ["a day that there was not", "2024-02-30", "expected a date such as 2024-09-01, or a runtime spec"],
    ["a day before the first", "2023-07-31", "expected a date from 2023-08-01 on"],
    ["a day of which the newest is not known", "2026-08-15", "it may have been spec-425 (423-445), spec-446 (446), not pinned (447-450)"],
    ["a spec of which it is not known", "449", "UnknownRuleError: epoch: expected a spec in 127-219, 233-446, 451 on, got 449"],
    ["a spec that there was not", "225", "no such rule"],
  ])("%s names no rules", (_, asked, message) => {
    const { status, stdout, stderr } = simulate(["stake-merge", "--rules-of", asked]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("prints title, story and totals in at most 100 columns", () => {
    const stdout = fine("late-majority-twice-copier", "stake-merge");
    expect(stdout).toContain("The majority copies weights (late-majority-twice-copier, 40 epochs)");
    expect(stdout).toMatch(
      /\n +yuma2 +yuma3 +yuma3-liquid\ndividends, alpha\n {2}Big dishonest lazy validator \(0\.8\) +\d+\.\d{9} +\d+\.\d{9} +\d+\.\d{9}\n/,
    );
    expect(stdout).toContain("\nTwo stakes merge (stake-merge, 40 epochs)\n");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("totals are what the recorded epochs add up to", () => {
    const stdout = fine("majority-moves-second", "--variant", "yuma3-liquid,bondsPenalty=0");
    const lines = gunzipSync(readFileSync(vectorPath("scenarios/expected.jsonl.gz")))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    const recorded = lines
      .map((line) => JSON.parse(line))
      .find(({ scenario, mode }) => scenario === "majority-moves-second" && mode === "yuma3-liquid/penalty-0");
    const sum = (field: string, i: number) =>
      recorded.epochs.reduce((total: bigint, epoch: Record<string, string[]>) => total + BigInt(epoch[field]![i]!), 0n) as bigint;
    const alpha = (rao: bigint) => `${rao / 1_000_000_000n}.${String(rao % 1_000_000_000n).padStart(9, "0")}`;
    const rows = [...stdout.matchAll(/^ {2}(\S.*?) +(\d+\.\d{9})$/gm)].map(([, , total]) => total);
    expect(rows).toEqual([
      ...[0, 1, 2].map((i) => alpha(sum("validatorEmission", i))),
      ...[0, 1].map((j) => alpha(sum("serverEmission", j))),
    ]);
  });

  it("prints a file that is the scenario again", () => {
    const path = join(folder, "again.json");
    writeFileSync(path, fine("second-then-third", "--print"));
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({
      ...SCENARIOS["second-then-third"],
      $schema: expect.stringContaining("scenario.schema.json"),
    });
    const cells = (...args: string[]) => fine(...args, "--csv").replaceAll(path, "second-then-third");
    expect(cells(path)).toBe(cells("second-then-third"));
  });

  it("takes a scenario from standard input, on every backend the same", () => {
    const input = JSON.stringify(SCENARIOS["split-supporter"]);
    const [first, ...others] = ["wasm", "wasm-scalar", "reference"].map(
      (backend) => simulate(["-", "--csv", "--backend", backend], input).stdout,
    );
    expect(first!.split("\r\n")).toHaveLength(1 + 3 * 40 * 5 + 1);
    for (const other of others) expect(other === first).toBe(true);
  });

  it("--json gives the recorded epochs, one object a scenario", () => {
    const lines = fine("majority-moves-first", "stake-merge", "--variant", "yuma2,bondsPenalty=65535", "--json").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).scenario)).toEqual(["majority-moves-first", "stake-merge"]);
    const { variants, validators } = JSON.parse(lines[0]!);
    expect(validators).toHaveLength(3);
    expect(variants).toMatchObject([{ name: "yuma2,bondsPenalty=65535", rules: "yuma2", hyperparameters: { bondsPenalty: 65_535 } }]);
    expect(variants[0].epochs).toHaveLength(40);
    expect(variants[0].epochs[1]).toMatchObject({
      epoch: 1,
      block: "1361",
      dividends: [65_535, 0, 0, 0, 0],
      validatorEmission: ["500000000", "0", "0", "0", "0"],
    });
  });

  it("--csv has a header once, and a line for each uid in each epoch of each variant", () => {
    const stdout = fine(evilFile(), "stake-merge", "--csv");
    const lines = stdout.split("\r\n");
    expect(lines[0]).toBe(
      "scenario,variant,epoch,block,uid,name,alphaStakeRao,validatorPermit,consensus,incentive,dividends,validatorTrust,serverEmissionRao,validatorEmissionRao,weights,bonds",
    );
    expect(lines).toHaveLength(1 + 3 * 4 + 3 * 40 * 5 + 1);
    expect(lines[2]).toContain(',1,"a,""b""",0,1,');
    expect(lines[2]).toContain(",2:0 3:16384,");
  });

  it.each([
    ["no scenario", [], "expected at least one SCENARIO or FILE"],
    [
      "a part of a name",
      ["majority"],
      "no scenario and no file is called majority; did you mean majority-moves-first, majority-moves-second, majority-moves-third, late-majority-then-one-early, late-majority-twice-copier, majority-delayed-ten?",
    ],
    [
      "a misspelt part of a name",
      ["stabel-miner"],
      "did you mean stable-miner-0.25, stable-miner-0.50, stable-miner-0.75, stable-miner-0.90?",
    ],
    ["a name with a point", ["stable-miner-0.2"], "did you mean stable-miner-0.25?"],
    ["a name like no other", ["x"], "no scenario and no file is called x; yuma simulate --list names the scenarios"],
    ["a part of a name to print", ["clipping", "--print"], "--print: no scenario is called clipping; did you mean clipping-demo?"],
    ["a misspelt scenario", ["stake-merg"], "no scenario and no file is called stake-merg; did you mean stake-merge?"],
    ["a file that is not there", ["./nowhere.json"], "./nowhere.json: no such file or directory"],
    ["two forms", ["stake-merge", "--json", "--csv"], "--json or --csv, not both"],
    [
      "a misspelt variant",
      ["stake-merge", "--variant", "yuma33"],
      '--variant: rules: expected one of yuma2, yuma3, yuma3-liquid, got "yuma33"; did you mean "yuma3"?',
    ],
    ["a misspelt hyperparameter", ["stake-merge", "--set", "kapa=1"], 'did you mean "kappa"?'],
    ["an option that is a hyperparameter", ["stake-merge", "--kappa", "0.5"], "no such option: --kappa; it is set by --set kappa=VALUE"],
    ["a misspelt option", ["stake-merge", "--variants", "yuma3"], "no such option: --variants; did you mean --variant?"],
    [
      "a bare one",
      ["stake-merge", "--set", "kappa=1"],
      '--set: kappa: expected a fraction with a decimal point (0.5, 1.0), or a u16 of 0 or from 2 on, got "1"',
    ],
    ["a setting without a value", ["stake-merge", "--set", "kappa"], "--set: expected KEY=VALUE, got kappa"],
    [
      "alphaLow above alphaHigh",
      ["stake-merge", "--set", "alphaLow=20000"],
      "alphaLow: expected at most alphaHigh (19660), as the chain has it, got 20000",
    ],
    [
      "a value out of range",
      ["stake-merge", "--set", "kappa=65536"],
      '--set: kappa: expected a fraction with a decimal point (0.5, 1.0), or a u16 of 0 or from 2 on, got "65536"',
    ],
    ["an unknown backend", ["stake-merge", "--backend", "abacus"], "--backend: expected one of wasm, wasm-scalar, reference"],
    ["a list of something", ["--list", "stake-merge"], "--list stands alone"],
    ["a print of nothing", ["--print"], "expected at least one SCENARIO"],
    ["a print of a file", ["mine.json", "--print"], "--print: no scenario is called mine.json"],
    ["a page that cannot be written", ["stake-merge", "--html", "nowhere/page.html"], "nowhere/page.html: no such file or directory"],
    ["charts over each other", ["stake-merge", "stake-merge", "--svg", "build/nothing"], "--svg: two scenarios would write the same files"],
  ])("%s is bad usage", (_, args, message) => {
    const { status, stdout, stderr } = simulate(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^yuma: /);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  it("takes hyperparameters as a sweep does: fractions with a point, 65535ths without", () => {
    const inUnits = simulate(["stake-merge", "--json", "--set", "kappa=0.4", "--variant", "yuma3-liquid,alphaHigh=0.9,raoEmission=5"]);
    const raw = simulate(["stake-merge", "--json", "--set", "kappa=26214", "--variant", "yuma3-liquid,alphaHigh=58982,raoEmission=5"]);
    expect(inUnits.status).toBe(0);
    const results = (text: string) => JSON.parse(text.replaceAll(/yuma3-liquid,[^"]*/g, "V"));
    expect(results(inUnits.stdout)).toEqual(results(raw.stdout));
    expect(inUnits.stdout).not.toBe(simulate(["stake-merge", "--json"]).stdout);
  });

  it("lists the hyperparameters in its help, as a sweep does", () => {
    const helps = [simulate(["--help"]), spawnSync(process.execPath, ["dist/cli/main.js", "sweep", "--help"], { encoding: "utf8" })];
    for (const { stdout } of helps) for (const name of Object.keys(HYPERPARAMETERS)) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it("names the file and the place of a mistake", () => {
    const path = join(folder, "mistake.json");
    writeFileSync(path, JSON.stringify({ ...EVIL, registrations: [{ epoch: 9, who: "]]>" }] }));
    expect(simulate([path])).toMatchObject({
      status: 2,
      stderr: `yuma: ScenarioError: ${path}: registrations[0].epoch: expected an epoch from 0 to 2, got 9\n`,
    });
    writeFileSync(path, "{");
    expect(simulate([path]).stderr).toMatch(/^yuma: MalformedJsonError: .*mistake\.json: not JSON/);
  });
});

/** Three validators and two servers, for so many epochs. */
function longFile(epochs: number): string {
  const path = join(folder, `long-${epochs}.json`);
  const all = [0, epochs - 1];
  writeFileSync(
    path,
    JSON.stringify({
      title: "long",
      validators: ["a", "b", "c"],
      servers: ["x", "y"],
      epochs,
      stakes: [{ epochs: all, stake: [0.5, 0.3, 0.2] }],
      weights: [
        {
          epochs: all,
          weights: [
            [1, 0.5],
            [0.5, 1],
            [1, 0.000_007],
          ],
        },
      ],
      variants: ["yuma3"],
    }),
  );
  return path;
}

describe("a long run", () => {
  it.each([[[]], [["--json"]], [["--csv"]]])("holds no epochs: 20,000 of them in a heap of 32 MB, %j", (args) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--max-old-space-size=32", "dist/cli/main.js", "simulate", longFile(20_000), ...args],
      {
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      },
    );
    expect({ status, stderr: args[0] === "--csv" ? stderr.replaceAll(/^yuma: .*: note: .*\n/gm, "") : stderr }).toEqual({
      status: 0,
      stderr: "",
    });
  });

  it("says first how much there is to do, and ends where its reader does", async () => {
    const child = spawn(process.execPath, ["dist/cli/main.js", "simulate", longFile(100_000), "--csv"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const error: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => error.push(text));
    const first = await new Promise<string>((resolve) => child.stdout.once("data", (bytes: Buffer) => resolve(bytes.toString("utf8"))));
    expect(error.join("")).toMatch(/^yuma: 100,000 epochs to run\n/m);
    expect(first).toMatch(/^scenario,variant,epoch,/);
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  });

  it("draws no more than a page can show", () => {
    const { status, stdout, stderr } = simulate([
      longFile(100_000),
      longFile(99_999),
      "--variant",
      "yuma2",
      "--variant",
      "yuma3",
      "--html",
      join(folder, "never.html"),
    ]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(
      "--html, --svg: expected at most 4,000,000 values to draw (epochs x lines x variants), got 9,199,954; --csv and --json write any number",
    );
    expect(existsSync(join(folder, "never.html"))).toBe(false);
  });
});

describe("a weight that becomes a stored zero", () => {
  it("is noted in the table, in the JSON, beside a CSV and on a page", () => {
    const path = longFile(3);
    const note = "weights[0].weights[2][1]: 0.000007 is stored as an entry of 0, as it is less than half of 1/65535; null stores no entry";
    expect(fine(path)).toMatch(new RegExp(`\\n\\nnote: ${note.replaceAll(/[[\].]/g, "\\$&")}\\n$`));
    expect(JSON.parse(fine(path, "--json")).notes).toEqual([note]);
    const { status, stderr, stdout } = simulate([path, "--csv"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `yuma: ${path}: note: ${note}\n` });
    expect(stdout).not.toContain("note");
    const page = join(folder, "noted.html");
    fine(path, "--html", page);
    expect(readFileSync(page, "utf8")).toContain(`Note: ${note}`);
  });
});

describe("how far a run is", () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, stream: { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream };
  };

  it("says of a short run nothing, where nobody looks", () => {
    const { written, stream: to } = stream(false);
    const pace = new Pace(10, 11, to);
    pace.begin("10 epochs to run");
    pace.step(10, "done");
    pace.end();
    expect(written).toEqual([]);
  });

  it("says of a long one what there is to do, and once how long it takes", () => {
    vi.useFakeTimers();
    try {
      const { written, stream: to } = stream(false);
      const pace = new Pace(1_000, 100, to);
      pace.begin("1,000 epochs to run");
      expect(written).toEqual(["yuma: 1,000 epochs to run\n"]);
      for (let i = 0; i < 4; i++) {
        vi.advanceTimersByTime(600);
        pace.step(5, "some");
      }
      expect(written).toEqual(["yuma: 1,000 epochs to run\n", "yuma: about 1 min 59 s left\n"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("shows each step with the time that is left on a terminal", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    try {
      const { written, stream: to } = stream(true);
      const pace = new Pace(10, 100, to);
      vi.advanceTimersByTime(2_000);
      pace.step(5, "half");
      pace.end();
      expect(written).toEqual(["\r\x1b[2Khalf, 2 s left", "\r\x1b[2K"]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("yuma simulate --html", () => {
  const page = (name: string, ...args: string[]) => {
    const path = join(folder, name);
    fine(...args, "--html", path);
    return readFileSync(path, "utf8");
  };

  it("writes one page that loads nothing, the same bytes each time", () => {
    const text = page("one.html", "second-then-third", "stake-merge");
    expect(page("two.html", "second-then-third", "stake-merge")).toBe(text);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(link|iframe|img|object)\b|\b(src|href)=|@import|url\((?!#)/);
    expect(text.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:/);
    expect(text).toContain("prefers-color-scheme: dark");
    expect(text).toContain("Two discoveries. In epoch 1 both small validators move to Server 2");
    expect(text).toContain("epoch 20: bonds reset: Server 2");
    expect(text.match(/<figure>/g)).toHaveLength((3 + 4 * 3 + 2 * 3) * 2);
    expect(
      XMLValidator.validate(
        text
          .replace("<!doctype html>", "")
          .replaceAll(/<meta [^>]*>/g, "")
          .replace(/<script>.*<\/script>/s, ""),
      ),
    ).toBe(true);
  });

  it("carries the values of every chart for the pointer", () => {
    const text = page("values.html", "majority-moves-first", "--variant", "yuma2");
    const hovers = [...text.matchAll(/data-hover="([^"]*)"/g)].map(([, json]) =>
      JSON.parse(json!.replaceAll("&quot;", '"').replaceAll("&amp;", "&")),
    );
    expect(hovers).toHaveLength(3 + 4 + 2);
    for (const { places, rows } of hovers) for (const { values } of rows) expect(values).toHaveLength(places.length);
    const dividends = hovers[3];
    expect(dividends.places[1]).toBe("epoch 1");
    expect(dividends.rows.map(({ name, values }: { name: string; values: string[] }) => [name, values[1]])).toEqual([
      ["Big validator (0.8)", "1.0000"],
      ["Small lazy validator (0.1)", "0"],
      ["Small lazier validator (0.1)", "0"],
    ]);
  });

  it("escapes what people write", () => {
    const text = page("evil.html", evilFile());
    expect(text).toContain("<title>&lt;b&gt;&quot;Evil&quot; &amp; &#39;worse&#39;&lt;/b&gt;</title>");
    expect(text).not.toMatch(/<script>alert|<img|<i>mine|<b>"/);
    expect(text.match(/<script>/g)).toHaveLength(1);
  });
});

describe("yuma simulate --svg", () => {
  it("writes each chart alone, well formed and the same each time", () => {
    const draw = (name: string) => {
      const target = join(folder, "charts", name);
      fine("second-then-third", evilFile(), "--svg", target);
      return new Map(
        readdirSync(target)
          .sort()
          .map((file) => [file, readFileSync(join(target, file), "utf8")]),
      );
    };
    const drawn = draw("one");
    expect([...draw("two")]).toEqual([...drawn]);
    expect(drawn.size).toBe(3 + 4 * 3 + 2 * 3 + (2 + 4 + 2));
    expect([...drawn.keys()]).toContain("second-then-third-per-1000-3-yuma3-liquid.svg");
    for (const [name, text] of drawn) {
      expect([name, XMLValidator.validate(text)]).toEqual([name, true]);
      expect(text.startsWith("<svg ")).toBe(true);
      expect(text).not.toMatch(/var\(|color-mix|href=/);
    }
    expect(drawn.get("second-then-third-bonds-4-2-yuma3.svg")).toContain("dotted, epoch 20: bonds reset: Server 2");
    expect(drawn.get("second-then-third-bonds-4-1-yuma2.svg")).not.toContain("bonds reset");
    expect(existsSync(join(folder, "charts", "one", "evil-dividends-1-i-mine-i.svg"))).toBe(true);
  });
});

describe("the guide", () => {
  it("shows charts as the command draws them", () => {
    const target = join(folder, "docs");
    fine("late-majority-twice-copier", "--set", "bondsPenalty=0", "--svg", target);
    const shown = [...readFileSync("docs/guides/simulate.md", "utf8").matchAll(/\]\(\.\.\/(late-majority-[^)]+)\)/g)].map(
      ([, name]) => `docs/${name}`,
    );
    expect(shown).toHaveLength(2);
    for (const path of shown) expect(readFileSync(path, "utf8")).toBe(readFileSync(join(folder, path), "utf8"));
  });

  it("has a scenario that runs", () => {
    const [, json] = /```json\n(\{\n {2}"title"[\s\S]*?)```/.exec(readFileSync("docs/guides/simulate.md", "utf8"))!;
    const { status, stdout } = simulate(["-"], json);
    expect(status).toBe(0);
    expect(stdout).toMatch(/ yuma2 +yuma3 +cautious\n/);
  });
});

describe("pieces of a page", () => {
  it.each([
    [0, { max: 1, interval: 0.25 }],
    [1, { max: 1, interval: 0.25 }],
    [0.3, { max: 0.3, interval: 0.1 }],
    [0.00056, { max: 0.0006, interval: 0.0002 }],
    [1.01, { max: 1.5, interval: 0.5 }],
    [91, { max: 100, interval: 25 }],
  ])("a scale for %d", (value, { max, interval }) => {
    const scale = scaleFor(value);
    expect(scale.max).toBeCloseTo(max, 12);
    expect(scale.interval).toBeCloseTo(interval, 12);
    expect(scale.max).toBeGreaterThanOrEqual(value * (1 - 1e-9));
  });

  it.each([
    [0, "0"],
    [1, "1.0000"],
    [0.000_512_345_6, "0.00051235"],
    [123_456.7, "123457"],
  ])("%d in short", (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });

  it("text is escaped, a piece is not", () => {
    expect(html`<p>${["<", html`<b>${"&"}</b>`, 3]}</p>`.text).toBe("<p>&lt;<b>&amp;</b>3</p>");
  });
});
