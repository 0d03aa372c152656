import { UnknownRuleError } from "../errors.js";
import { ruleName, rulesTable, rulesText } from "../report/rules.js";
import { ruleAt } from "../ruleAt.js";
import { RULES, RULE_KINDS, type Rule, type RuleKind } from "../rules.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";

function answer(kind: RuleKind, spec: number): Rule | UnknownRuleError {
  try {
    return ruleAt(kind, spec);
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
  const { kind, what, except, source } = answered;
  return [`${kind}: ${ruleName(answered)}`, `  ${what} (${source})`, ...(except === undefined ? [] : [`  not covered: ${except}`])].join("\n");
}

export const rules: Command = {
  summary: "which rule of each kind applied under which runtime spec",
  help: `usage: yuma rules [--spec N] [--json | --markdown]

Prints the table from runtime spec to rule, of each kind: ${RULE_KINDS.join(", ")}.

  --spec N    only what applied under that spec, or why we have no rule for it
  --json      the spans, or each kind's answer with --spec, as JSON
  --markdown  the table as it stands in the README

exit codes: 0 fine, 2 bad usage
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      spec: { type: "string" },
      json: { type: "boolean", default: false },
      markdown: { type: "boolean", default: false },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.markdown && (values.json || values.spec !== undefined)) throw new UsageError("--markdown stands alone");
    if (values.spec === undefined) {
      await print(`${values.markdown ? rulesTable() : values.json ? JSON.stringify(RULES) : rulesText()}\n`);
      return EXIT.fine;
    }
    if (!/^[0-9]+$/.test(values.spec)) throw new UsageError(`--spec: expected a runtime spec, got ${values.spec}`);
    const spec = Number(values.spec);
    const answers = RULE_KINDS.map((kind) => answer(kind, spec));
    await print(`${values.json ? JSON.stringify(answers.map(json)) : answers.map(text).join("\n")}\n`);
    return EXIT.fine;
  },
};
