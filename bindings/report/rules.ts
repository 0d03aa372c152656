import { largest } from "../values/extremes.js";
import { specRange } from "../rules/ruleAt.js";
import { RULES, RULE_KINDS } from "../rules/table.js";
import type { Rule, RuleKind, RuleSpan } from "../rules/rule.js";

/** A rule and what it fixes, as one would call it: `gatedShares minerBurnWeighting=true`. */
export function ruleName(rule: Rule): string {
  const call = (name: string, parameters: object) =>
    [name, ...Object.entries(parameters).map(([key, value]) => `${key}=${value}`)].join(" ");
  const named = call(rule.rule, "parameters" in rule ? rule.parameters : {});
  return "drain" in rule ? `${named}, drained by ${call("drainHotkey195", rule.drain)}` : named;
}

function description({ what, given, except }: RuleSpan): string {
  return [what, ...(given === undefined ? [] : [`Given: ${given}`]), ...(except === undefined ? [] : [`Not covered: ${except}`])].join(
    ". ",
  );
}

function section(kind: RuleKind): string {
  const rows = RULES[kind].map((span) => {
    const rule = span.rule === null ? `*${span.why}*` : `\`${ruleName(span)}\``;
    return `| ${[specRange(span.from, span.to), rule, description(span), span.source].join(" | ")} |`;
  });
  return [`**${kind}**`, "", "| spec | rule | what | source |", "|---|---|---|---|", ...rows].join("\n");
}

/** The whole table as Markdown, as it stands in docs/rules/history.md. */
export function rulesTable(): string {
  return RULE_KINDS.map(section).join("\n\n");
}

/** The whole table for a terminal. */
export function rulesText(): string {
  return RULE_KINDS.map((kind) => {
    const rows = RULES[kind].map((span) => {
      const rule = span.rule === null ? span.why : ruleName(span);
      return [specRange(span.from, span.to), rule, description(span)];
    });
    const widths = [0, 1].map((column) => largest(rows.map((row) => row[column]!.length)));
    return [kind, ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`)].join("\n");
  }).join("\n\n");
}
