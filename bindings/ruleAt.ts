import { UnknownRuleError } from "./errors.js";
import { oneOf, u32 } from "./kinds.js";
import { RULES, RULE_KINDS, type Rule, type RuleKind, type RuleSpan } from "./rules.js";

/** Specs as the README's table writes them. */
export function specRange(from: number, to: number | null): string {
  if (to === null) return `${from} on`;
  return from === to ? `${from}` : `${from}-${to}`;
}

/** The specs of which a kind has a rule; spans that touch count as one. */
function covered(kind: RuleKind): string[] {
  const ranges: { from: number; to: number | null }[] = [];
  for (const { rule, from, to } of RULES[kind]) {
    if (rule === null) continue;
    const last = ranges.at(-1);
    if (last?.to === from - 1) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges.map(({ from, to }) => specRange(from, to));
}

/**
 * The rule of a kind that applied under a runtime spec, as the node reports it for the block. Never one that is merely
 * close; `except` names the inputs for which even this rule is not described exactly.
 * @throws UnknownRuleError where we have no rule for the spec; it says for which we have
 * @throws EpochInputError where the spec is no u32, or the kind is none
 */
export function ruleAt<K extends RuleKind>(kind: K, spec: number): Rule<K> {
  oneOf(RULE_KINDS).check(kind, "kind", 0);
  u32.check(spec, "spec", 0);
  const span = (RULES[kind] as readonly RuleSpan[]).findLast(({ from }) => from <= spec);
  if (span === undefined) throw new UnknownRuleError(kind, covered(kind), spec, "the table begins later");
  if (span.rule === null) throw new UnknownRuleError(kind, covered(kind), spec, `${span.why}: ${span.what}`);
  return span as Rule<K>;
}
