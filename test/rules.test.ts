import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EpochInputError, UnknownRuleError, YumaError, ruleAt } from "../bindings/index.js";
import { referenceEconomics } from "../bindings/reference/economics.js";
import { rulesTable } from "../bindings/report/rules.js";
import { RULES, RULE_KINDS, type Rule, type RuleKind, type RuleSpan } from "../bindings/rules.js";
import { NEWEST_RULE_SET, RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets.js";
import type { RuleSet } from "../bindings/types.js";

const FIRST = 127;
const NEWEST = RULE_SETS[NEWEST_RULE_SET].spec;

function failure(run: () => unknown): YumaError {
  try {
    run();
  } catch (error) {
    if (error instanceof YumaError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** The rule's name, or null where there is none. */
function ruleOrNull(kind: RuleKind, spec: number): string | null {
  try {
    return ruleAt(kind, spec).rule;
  } catch (error) {
    if (error instanceof UnknownRuleError) return null;
    throw error;
  }
}

describe.each(RULE_KINDS)("the spans of %s", (kind) => {
  const spans: readonly RuleSpan[] = RULES[kind];

  it("hold every spec from the first to the newest exactly once", () => {
    expect(spans[0]!.from).toBe(FIRST);
    expect(spans.at(-1)!.to).toBeNull();
    for (let spec = FIRST; spec <= NEWEST + 5; spec++) {
      expect(spans.filter(({ from, to }) => from <= spec && (to === null || spec <= to))).toHaveLength(1);
    }
  });

  it("name a rule that there is, or say why there is none", () => {
    const known: readonly string[] = kind === "epoch" ? RULE_SET_IDS : Object.keys(referenceEconomics);
    for (const span of spans) {
      if (span.rule === null) expect(["no exact description", "not pinned", "no such rule"]).toContain(span.why);
      else expect(known).toContain(span.rule);
      expect(span.what).not.toBe("");
      expect(span.source).not.toBe("");
    }
  });

  it("are what ruleAt answers, at both ends", () => {
    for (const span of spans) {
      for (const spec of [span.from, span.to ?? 0xffff_ffff]) {
        if (span.rule !== null) expect(ruleAt(kind, spec)).toBe(span);
        else {
          const error = failure(() => ruleAt(kind, spec));
          expect(error).toBeInstanceOf(UnknownRuleError);
          expect(error).toMatchObject({ code: "unknown-rule", path: kind, spec });
          expect(error.message).toContain(`got ${spec} (${span.why}: ${span.what})`);
        }
      }
    }
  });
});

describe("the rule sets of the epoch", () => {
  it("are all in the table, each under the spec that names it", () => {
    const ids = RULES.epoch.flatMap(({ rule }) => (rule === null ? [] : [rule]));
    expect(ids).toEqual(RULE_SET_IDS);
    for (const id of RULE_SET_IDS) expect(ruleAt("epoch", RULE_SETS[id].spec).rule).toBe(id);
  });

  it("begin with their specs, but for the baseline, which is older than its name", () => {
    const begin = (id: RuleSet) => RULES.epoch.find(({ rule }) => rule === id)!.from;
    expect(RULE_SET_IDS.filter((id) => begin(id) !== RULE_SETS[id].spec)).toEqual(["spec-425"]);
  });
});

/** [spec, epoch, shares, split, schedule, root] */
const EXAMPLES: [number, ...(string | null)[]][] = [
  [127, null, null, null, "scheduleOld", null],
  [140, null, null, null, "scheduleOld", "rootEpoch"],
  [218, null, null, null, "scheduleOld", "rootEpoch"],
  [225, null, null, null, null, null],
  [233, null, null, null, "scheduleOld", null],
  [334, null, "flowShares", null, "scheduleOld", null],
  [361, null, "flowShares", "dividendDistribution", "scheduleOld", null],
  [421, null, null, "dividendDistribution", "scheduleOld", null],
  [422, null, null, "dividendDistribution", null, null],
  [424, "spec-425", null, "dividendDistribution", "schedule", null],
  [425, "spec-425", "priceShares", "dividendDistribution", "schedule", null],
  [441, "spec-425", "gatedShares", null, null, null],
  [446, "spec-446", "gatedShares", "dividendDistribution475", null, null],
  [449, null, "gatedShares", "dividendDistribution475", null, null],
  [452, "spec-452", "gatedShares", "dividendDistribution475", null, null],
  [475, "spec-475", "gatedShares", "dividendDistribution475", "schedule475", null],
  [500, "spec-475", "gatedShares", "dividendDistribution475", "schedule475", null],
];

describe("ruleAt", () => {
  it.each(EXAMPLES)("spec %i", (spec, ...rules) => {
    expect(RULE_KINDS.map((kind) => ruleOrNull(kind, spec))).toEqual(rules);
  });

  it.each([
    ["shares", 334, { netFlowEnabled: false }],
    ["shares", 410, { netFlowEnabled: false }],
    ["shares", 411, {}],
    ["shares", 440, { rank: 0, minerBurnWeighting: true }],
    ["shares", 442, { minerBurnWeighting: true }],
    ["shares", 444, { minerBurnWeighting: false }],
    ["shares", 445, { minerBurnWeighting: true }],
    ["schedule", 218, { variant: "saturating" }],
    ["schedule", 233, { variant: "wrapping" }],
    ["root", 150, { normalizeRows: false }],
    ["root", 151, { normalizeRows: true }],
  ] as [RuleKind, number, object][])("%s under %i fixes %j", (kind, spec, parameters) => {
    expect(ruleAt(kind, spec)).toMatchObject({ kind });
    expect((ruleAt(kind, spec) as { parameters?: object }).parameters).toEqual(parameters);
  });

  it("names the inputs that even a known rule does not cover", () => {
    expect(ruleAt("shares", 347).except).toContain("taoEma");
    expect(ruleAt("shares", 348).except).toBeUndefined();
  });

  it.each([421, 422, 423, 424])("shares under %i: says what is missing and which specs we cover", (spec) => {
    const error = failure(() => ruleAt("shares", spec));
    expect(error).toMatchObject({ name: "UnknownRuleError", covered: ["334-420", "425 on"] });
    expect(error.message).toBe(
      `shares: expected a spec in 334-420, 425 on, got ${spec} (no exact description: price x root proportion x (1 - burned))`,
    );
  });

  it("says so before the table begins", () => {
    expect(failure(() => ruleAt("root", 126)).message).toBe("root: expected a spec in 133-218, got 126 (the table begins later)");
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 32, Infinity, "361", 361n, null, undefined])("%s is no spec", (spec) => {
    const error = failure(() => ruleAt("shares", spec as number));
    expect(error).toBeInstanceOf(EpochInputError);
    expect(error.path).toBe("spec");
  });

  it.each(["halving", "toString", "", undefined])("%j is no kind", (kind) => {
    const error = failure(() => ruleAt(kind as RuleKind, 361));
    expect(error).toBeInstanceOf(EpochInputError);
    expect(error.path).toBe("kind");
  });

  it("tells its caller by type which function, and what to give it", () => {
    const rule: Rule = ruleAt("shares", 440);
    if (rule.kind !== "shares" || rule.rule !== "gatedShares") throw new Error("another rule");
    const bar: boolean = rule.parameters.minerBurnWeighting;
    // @ts-expect-error: what the rule of another kind fixes
    rule.parameters.variant;
    expect(bar).toBe(true);
  });
});

function yumaRules(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["dist/cli/main.js", "rules", ...args], { encoding: "utf8" });
}

describe("the README", () => {
  it("shows the table of the code", () => {
    const [, part] = /<!-- rules:begin -->\n([\s\S]*?)\n<!-- rules:end -->/.exec(readFileSync("README.md", "utf8"))!;
    expect(part, "yuma rules --markdown prints the part anew").toBe(rulesTable());
  });
});

describe("yuma rules", () => {
  it("prints the table, as text, Markdown or JSON", () => {
    expect(yumaRules("--markdown")).toMatchObject({ status: 0, stdout: `${rulesTable()}\n`, stderr: "" });
    expect(JSON.parse(yumaRules("--json").stdout)).toEqual(RULES);
    const { status, stdout } = yumaRules();
    expect(status).toBe(0);
    expect(stdout.split("\n")).toHaveLength(RULE_KINDS.reduce((lines, kind) => lines + 2 + RULES[kind].length, 0));
    expect(stdout).toMatch(/^ {2}440 +gatedShares rank=0 minerBurnWeighting=true {2}/m);
  });

  it("answers for one spec: each kind's rule, or why not", () => {
    const { status, stdout } = yumaRules("--spec", "361");
    expect(status).toBe(0);
    expect(stdout).toContain("shares: flowShares netFlowEnabled=false\n");
    expect(stdout).toContain("root: expected a spec in 133-218, got 361 (no such rule: ");
    expect(yumaRules("--spec", "340").stdout).toContain("  not covered: subnets without a stored average");
  });

  it("answers for one spec as JSON", () => {
    const { message } = failure(() => ruleAt("schedule", 440));
    const answers = JSON.parse(yumaRules("--spec", "440", "--json").stdout);
    expect(answers.map(({ kind }: { kind: string }) => kind)).toEqual(RULE_KINDS);
    expect(answers[1]).toEqual(ruleAt("shares", 440));
    expect(answers[3]).toEqual({
      kind: "schedule",
      error: { code: "unknown-rule", path: "schedule", message, covered: ["127-218", "233-421", "423-425", "475 on"] },
    });
  });

  it("says how it is used", () => {
    expect(yumaRules("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("usage: yuma rules") });
  });

  it.each([
    ["an argument", ["361"]],
    ["a spec that is none", ["--spec", "3e2"]],
    ["a spec above 32 bits", ["--spec", "99999999999"]],
    ["two forms", ["--markdown", "--json"]],
    ["an unknown option", ["--block", "5"]],
  ])("%s is bad usage", (_, args) => {
    const { status, stdout, stderr } = yumaRules(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^yuma: /);
    expect(stderr).not.toContain("    at ");
  });
});
