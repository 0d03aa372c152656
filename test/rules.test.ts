import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EpochInputError, UnknownRuleError, YumaError, ruleAt } from "../bindings/index.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { referenceEconomics } from "../bindings/reference/economics.js";
import { rulesTable } from "../bindings/report/rules.js";
import { RULES, RULE_KINDS } from "../bindings/rules/table.js";
import type { Rule, RuleKind, RuleSpan } from "../bindings/rules/rule.js";
import { specsOf } from "../bindings/rules/knownBlocks.js";
import { NEWEST_RULE_SET, RULE_SETS, RULE_SET_IDS, RULE_SWITCHES, RULE_WORDS } from "../bindings/ruleSets/ruleSets.js";
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
      if (span.rule === null) expect(["not pinned", "no such rule"]).toContain(span.why);
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

  it("begin with their specs, but for two that are older than their names", () => {
    const begin = (id: RuleSet) => RULES.epoch.find(({ rule }) => rule === id)!.from;
    expect(RULE_SET_IDS.filter((id) => begin(id) !== RULE_SETS[id].spec)).toEqual(["spec-425", "spec-452"]);
  });
});

/** [spec, epoch, shares, terms, pending, split, movingPrice, schedule, root] */
const EXAMPLES: [number, ...(string | null)[]][] = [
  [127, "spec-127", "generateEmission127", null, "generateEmission127", "emitThroughHotkey127", null, "scheduleOld", null],
  [140, "spec-127", null, null, "generateEmission127", "emitThroughHotkey127", null, "scheduleOld", "rootEpoch"],
  [153, "spec-153", null, null, "generateEmission127", "emitThroughHotkey127", null, "scheduleOld", "rootEpoch"],
  [218, "spec-195", null, null, "generateEmission195", "accumulateHotkey195", null, "scheduleOld", "rootEpoch"],
  [225, null, null, null, null, null, null, null, null],
  [233, "spec-233", "priceShares233", "subnetTerms233", "alphaSplit233", "distribute233", "movingPrice233", "scheduleOld", null],
  [300, "spec-297", "priceShares261", "subnetTerms298", "alphaSplit233", "distribute233", "movingPrice233", "scheduleOld", null],
  [334, "spec-320", "flowShares334", "subnetTerms298", "alphaSplit233", "distribute233", "movingPrice233", "scheduleOld", null],
  [361, "spec-320", "flowShares", "subnetTerms342", "alphaSplit", "dividendDistribution", "movingPrice233", "scheduleOld", null],
  [415, "spec-397", "flowShares411", "subnetTerms342", "alphaSplit", "dividendDistribution", "movingPrice233", "scheduleOld", null],
  [422, "spec-397", "priceShares421", "subnetTerms", "alphaSplit", "dividendDistribution", "movingPrice233", "scheduleOld", null],
  [424, "spec-425", "priceShares421", "subnetTerms", "alphaSplit", "dividendDistribution", "movingPrice", "schedule", null],
  [425, "spec-425", "priceShares", "subnetTerms", "alphaSplit", "dividendDistribution", "movingPrice", "schedule", null],
  [435, "spec-425", "priceShares", "subnetTerms", "alphaSplit", "dividendDistribution", "movingPrice", null, null],
  [446, "spec-446", "gatedShares", "subnetTerms", "alphaSplit", "dividendDistribution475", "movingPrice", "schedule475", null],
  [449, null, "gatedShares", "subnetTerms", "alphaSplit", "dividendDistribution475", "movingPrice", "schedule475", null],
  [452, "spec-452", "gatedShares", "subnetTerms", "alphaSplit", "dividendDistribution475", "movingPrice", "schedule475", null],
  [500, "spec-475", "gatedShares", "subnetTerms", "alphaSplit", "dividendDistribution475", "movingPrice", "schedule475", null],
];

describe("ruleAt", () => {
  it.each(EXAMPLES)("spec %i", (spec, ...rules) => {
    expect(RULE_KINDS.map((kind) => ruleOrNull(kind, spec))).toEqual(rules);
  });

  it("answers for every spec but those not pinned and those that there were none of", () => {
    const without = (kind: RuleKind) =>
      Array.from({ length: NEWEST - FIRST + 1 }, (_, i) => FIRST + i).filter((spec) => ruleOrNull(kind, spec) === null);
    const [development, unpinned] = [range(220, 232), { epoch: range(447, 450), schedule: range(433, 439) }];
    expect(without("epoch")).toEqual([...development, ...unpinned.epoch]);
    expect(without("schedule")).toEqual([...development, ...unpinned.schedule]);
    expect(without("shares")).toEqual(range(133, 232));
    for (const kind of ["pending", "split"] as const) expect(without(kind)).toEqual(development);
    for (const kind of ["terms", "movingPrice"] as const) expect(without(kind)).toEqual(range(127, 232));
  });

  it.each([
    ["shares", 127, { ruleSet: 127 }],
    ["shares", 338, { ruleSet: 338 }],
    ["shares", 350, { netFlowEnabled: false }],
    ["shares", 411, undefined],
    ["shares", 440, { rank: 0, minerBurnWeighting: true }],
    ["shares", 442, { minerBurnWeighting: true }],
    ["shares", 444, { minerBurnWeighting: false }],
    ["shares", 445, { minerBurnWeighting: true }],
    ["terms", 361, { ruleSet: 361 }],
    ["split", 201, { ruleSet: 195 }],
    ["schedule", 152, { variant: "wrapping", tempoZeroBlocks: 1_000n }],
    ["schedule", 218, { variant: "saturating" }],
    ["schedule", 233, { variant: "wrapping" }],
    ["root", 150, { normalizeRows: false }],
    ["root", 151, { normalizeRows: true }],
  ] as [RuleKind, number, object | undefined][])("%s under %i: what it fixes", (kind, spec, parameters) => {
    expect(ruleAt(kind, spec)).toMatchObject({ kind });
    expect((ruleAt(kind, spec) as { parameters?: object }).parameters).toEqual(parameters);
  });

  it("names the inputs that even a known rule does not cover, and what is given otherwise", () => {
    expect(ruleAt("root", 140).except).toBe("values that overflow, which wrapped");
    expect(ruleAt("shares", 348).except).toBeUndefined();
    expect(ruleAt("split", 441).given).toBe("a root stake of 0 for hotkeys without a root uid");
  });

  it.each([447, 450])("epoch under %i: says what is missing and which specs we cover", (spec) => {
    const error = failure(() => ruleAt("epoch", spec));
    expect(error).toMatchObject({ name: "UnknownRuleError", covered: ["127-219", "233-446", "451 on"] });
    expect(error.message).toMatch(new RegExp(`^epoch: expected a spec in 127-219, 233-446, 451 on, got ${spec} \\(not pinned: `));
  });

  it("says so before the table begins", () => {
    expect(failure(() => ruleAt("root", 126)).message).toBe("root: expected a spec in 133-219, got 126 (the table begins later)");
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

/** From one to another, both included. */
function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

describe("ruleAt for a block of the main network", () => {
  it("is as for the spec that the block is known to have had", () => {
    for (const [block, spec] of [
      [6_530_367, 320],
      [8_513_821, 424],
      [8_636_190, 424],
      [8_636_191, 432],
      [8_713_024, 438],
      [9_233_782, 475],
    ] as const) {
      if (spec !== 438) expect(specsOf(block)).toEqual({ from: spec, to: spec });
      for (const kind of RULE_KINDS) if (ruleOrNull(kind, spec) !== null) expect(ruleAt(kind, { block })).toBe(ruleAt(kind, spec));
    }
  });

  it("is determined between known blocks where all specs between have the same rule", () => {
    expect(specsOf(8_700_000)).toEqual({ from: 432, to: 438 });
    expect(ruleAt("epoch", { block: 8_700_000 })).toBe(ruleAt("epoch", 432));
    expect(ruleAt("shares", { block: 9_100_000 })).toBe(ruleAt("shares", 460));
    const error = failure(() => ruleAt("schedule", { block: 8_700_000 }));
    expect(error).toMatchObject({ name: "UnknownRuleError", block: 8_700_000, spec: null });
    expect(error.message).toContain(
      "got block 8700000 (the main network ran one of the specs 432 to 438; ask with the spec that a node reports for it)",
    );
  });

  it("is not known before the first known block, nor after the last", () => {
    expect(specsOf(1)).toEqual({ from: null, to: 315 });
    expect(specsOf(9_243_030)).toEqual({ from: 475, to: null });
    expect(failure(() => ruleAt("epoch", { block: 1 })).message).toContain("the main network ran spec 315 or an older one");
    expect(failure(() => ruleAt("epoch", { block: 9_243_030 })).message).toContain("the main network ran spec 475 or a newer one");
  });

  it("says that there was none where there was none under all of them", () => {
    expect(failure(() => ruleAt("root", { block: 8_700_000 })).message).toContain("no such rule: no root epoch any more, see shares");
  });

  it.each([
    [{ block: -1 }, "options.block"],
    [{ block: 0.5 }, "options.block"],
    [{ block: 2 ** 53 }, "options.block"],
    [{ block: 5n }, "options.block"],
    [{}, "options.block"],
    [{ spec: 5 }, "options.spec"],
  ])("%o is no block", (at, path) => {
    const error = failure(() => ruleAt("epoch", at as never));
    expect(error).toBeInstanceOf(EpochInputError);
    expect(error.path).toBe(path);
  });
});

/** `aNameLikeThis` as `A_NAME_LIKE_THIS`. */
function constantName(name: string): string {
  return name.replace(/[A-Z]/g, "_$&").toUpperCase();
}

describe("the switches", () => {
  it("are bits of a word, in the order of their declaration", () => {
    expect(RULE_SWITCHES.length).toBeLessThanOrEqual(31);
    for (const id of RULE_SET_IDS) {
      RULE_SWITCHES.forEach((name, bit) => expect((RULE_WORDS[id] >>> bit) & 1).toBe(Number(RULE_SETS[id][name])));
    }
  });

  it("have the kernels' names and bits", () => {
    const source = readFileSync("assembly/ruleSets.ts", "utf8");
    const constants = [...source.matchAll(/^export const (\w+): u32 = 1 << (\d+);$/gm)].map(([, name, bit]): [string, number] => [
      name!,
      Number(bit),
    ]);
    expect(constants.length).toBe(source.match(/^export const/gm)!.length);
    const bits = new Map(RULE_SWITCHES.map((name, bit) => [constantName(name), bit]));
    for (const [name, bit] of constants) expect([name, bits.get(name)]).toEqual([name, bit]);
  });

  it("are those of docs/rules/rule-sets.md, with the sets that have them", () => {
    const [, table] = readFileSync("docs/rules/rule-sets.md", "utf8").split(/^## .*$/m);
    const rows = [...table!.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, name, on]) => [name, on]);
    const words = (ids: readonly RuleSet[]) => {
      const [first, last] = [ids[0]!, ids.at(-1)!];
      expect(ids).toEqual(RULE_SET_IDS.slice(RULE_SET_IDS.indexOf(first), RULE_SET_IDS.indexOf(last) + 1));
      if (last === NEWEST_RULE_SET) return `${first} on`;
      return first === RULE_SET_IDS[0] ? `up to ${last}` : `${first} to ${last}`;
    };
    expect(rows).toEqual(RULE_SWITCHES.map((name) => [name, words(RULE_SET_IDS.filter((id) => RULE_SETS[id][name]))]));
  });

  it("that the rules speak of are there, each on its page", () => {
    const mentioned = readdirSync("docs/rules").flatMap((page) => {
      const text = readFileSync(`docs/rules/${page}`, "utf8");
      return [...text.matchAll(/switch(?:es)?\s+(`\w+`(?:(?:,| and)\s+`\w+`)*)/g)].flatMap(([, names]) =>
        [...names!.matchAll(/\w+/g)].map(([name]) => name).filter((name) => name !== "and"),
      );
    });
    expect(mentioned.length).toBeGreaterThan(10);
    for (const name of mentioned) expect(RULE_SWITCHES).toContain(name);
  });
});

function yumaRules(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["dist/cli/main.js", "rules", ...args], { encoding: "utf8" });
}

describe("docs/rules/history.md", () => {
  it("shows the table of the code", () => {
    const [, part] = /<!-- rules:begin -->\n([\s\S]*?)\n<!-- rules:end -->/.exec(readFileSync("docs/rules/history.md", "utf8"))!;
    expect(part, "yuma rules --markdown prints the part anew").toBe(rulesTable());
  });
});

describe("yuma rules", () => {
  it("prints the table, as text, Markdown or JSON", () => {
    expect(yumaRules("--markdown")).toMatchObject({ status: 0, stdout: `${rulesTable()}\n`, stderr: "" });
    expect(JSON.parse(yumaRules("--json").stdout)).toEqual(toJson(RULES));
    const { status, stdout } = yumaRules();
    expect(status).toBe(0);
    expect(stdout.split("\n")).toHaveLength(RULE_KINDS.reduce((lines, kind) => lines + 2 + RULES[kind].length, 0));
    expect(stdout).toMatch(/^ {2}440 +gatedShares rank=0 minerBurnWeighting=true {2}/m);
    expect(stdout).toMatch(/^ {2}201 +accumulateHotkey195 ruleSet=195, drained by drainHotkey195 ruleSet=201 {2}/m);
    expect(stdout).toContain("Given: a root stake of 0 for hotkeys without a root uid");
  });

  it("answers for one spec: each kind's rule, or why not", () => {
    const { status, stdout } = yumaRules("--spec", "361");
    expect(status).toBe(0);
    expect(stdout).toContain("shares: flowShares netFlowEnabled=false\n");
    expect(stdout).toContain("root: expected a spec in 133-219, got 361 (no such rule: ");
    expect(yumaRules("--spec", "140").stdout).toContain("\n  not covered: values that overflow, which wrapped\n");
    expect(yumaRules("--spec", "441").stdout).toContain("\n  given: a root stake of 0 for hotkeys without a root uid\n");
  });

  it("answers for a block", () => {
    const { status, stdout } = yumaRules("--block", "8700000");
    expect(status).toBe(0);
    expect(stdout).toContain("epoch: spec-425\n");
    expect(stdout).toContain("schedule: expected a spec in 127-219, 233-432, 440 on, got block 8700000 (");
  });

  it("answers for one spec as JSON", () => {
    const { message } = failure(() => ruleAt("schedule", 435));
    const answers = JSON.parse(yumaRules("--spec", "435", "--json").stdout);
    expect(answers.map(({ kind }: { kind: string }) => kind)).toEqual(RULE_KINDS);
    expect(answers[1]).toEqual(ruleAt("shares", 435));
    expect(answers[6]).toEqual({
      kind: "schedule",
      error: { code: "unknown-rule", path: "schedule", message, covered: ["127-219", "233-432", "440 on"] },
    });
  });

  it("says how it is used", () => {
    expect(yumaRules("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("usage: yuma rules") });
  });

  it.each([
    ["an argument", ["361"]],
    ["a spec that is none", ["--spec", "3e2"]],
    ["a spec above 32 bits", ["--spec", "99999999999"]],
    ["a block that is none", ["--block", "-5"]],
    ["a block above 53 bits", ["--block", "99999999999999999999"]],
    ["a spec and a block", ["--spec", "361", "--block", "5"]],
    ["two forms", ["--markdown", "--json"]],
    ["an unknown option", ["--blocks", "5"]],
  ])("%s is bad usage", (_, args) => {
    const { status, stdout, stderr } = yumaRules(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^yuma: /);
    expect(stderr).not.toContain("    at ");
  });
});
