import { UnknownRuleError } from "../errors.js";
import { toJson } from "../boundary/jsonForm.js";
import { ruleName, rulesTable, rulesText } from "../report/rules.js";
import { ruleAt, type MainNetworkBlock } from "../rules/ruleAt.js";
import { RULES, RULE_KINDS } from "../rules/table.js";
import type { Rule, RuleKind } from "../rules/rule.js";
import { NEWEST_RULE_SET, RULE_SETS } from "../ruleSets/ruleSets.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";

function answer(kind: RuleKind, at: number | MainNetworkBlock): Rule | UnknownRuleError {
  try {
    return ruleAt(kind, at);
  } catch (error) {
    if (error instanceof UnknownRuleError) return error;
    throw error;
  }
}

/** An error has the form that `yuma eval` gives it. */
function json(answered: Rule | UnknownRuleError): object {
  if (!(answered instanceof UnknownRuleError)) return answered;
  const { code, message, path, covered } = answered;
  return { kind: path, error: { code, message, path, covered } };
}

function text(answered: Rule | UnknownRuleError): string {
  if (answered instanceof UnknownRuleError) return answered.message;
  const { kind, what, given, except, source } = answered;
  const remarks = Object.entries({ given, "not covered": except }).filter(([, remark]) => remark !== undefined);
  return [`${kind}: ${ruleName(answered)}`, `  ${what} (${source})`, ...remarks.map(([name, remark]) => `  ${name}: ${remark}`)].join("\n");
}

/** A newer runtime is taken to have kept the rules until one is found that it changed. */
function newer(at: number | MainNetworkBlock): string {
  const { spec: checked } = RULE_SETS[NEWEST_RULE_SET];
  return typeof at === "number" && at > checked ? `note: spec ${at} is newer than ${checked}, the newest whose rules were read\n` : "";
}

function number(option: string, text: string, what: string): number {
  if (!/^[0-9]+$/.test(text)) throw new UsageError(`${option}: expected ${what}, got ${text}`);
  return Number(text);
}

export const rules: Command = {
  summary: "which rule of each kind applied under which runtime spec",
  help: `usage: yuma rules [--spec N | --block N] [--json | --markdown]

Prints the table from runtime spec to rule, of each kind: ${RULE_KINDS.join(", ")}.

  --spec N    only what applied under that spec, or why we have no rule for it
  --block N   the same for a block of the main network, as far as it is known under which spec it was made
  --json      the spans, or each kind's answer with --spec or --block, as JSON
  --markdown  the table as it stands in docs/rules/history.md

exit codes: 0 fine, 2 bad usage
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      spec: { type: "string" },
      block: { type: "string" },
      json: { type: "boolean", default: false },
      markdown: { type: "boolean", default: false },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.spec !== undefined && values.block !== undefined) throw new UsageError("--spec and --block: expected one of the two");
    const asked = values.spec ?? values.block;
    if (values.markdown && (values.json || asked !== undefined)) throw new UsageError("--markdown stands alone");
    if (asked === undefined) {
      await print(`${values.markdown ? rulesTable() : values.json ? JSON.stringify(toJson(RULES)) : rulesText()}\n`);
      return EXIT.fine;
    }
    const at =
      values.spec === undefined
        ? { block: number("--block", asked, "a block of the main network") }
        : number("--spec", asked, "a runtime spec");
    const answers = RULE_KINDS.map((kind) => answer(kind, at));
    await print(`${values.json ? JSON.stringify(toJson(answers.map(json))) : newer(at) + answers.map(text).join("\n")}\n`);
    return EXIT.fine;
  },
};
