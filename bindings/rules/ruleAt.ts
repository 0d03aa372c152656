import { EpochInputError, UnknownRuleError } from "../errors.js";
import { checkOptions } from "../boundary/input.js";
import { integer, oneOf, u32 } from "../boundary/kinds.js";
import { specsOf, type SpecRange } from "./knownBlocks.js";
import { RULES, RULE_KINDS } from "./table.js";
import type { Rule, RuleKind, RuleSpan } from "./rule.js";

/** Specs as a table writes them. */
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

/** A block of the main network. */
export interface MainNetworkBlock {
  block: number;
}

const block = integer(0, Number.MAX_SAFE_INTEGER, "a block number");

/**
 * The rule of a kind that applied under a runtime spec, as the node reports it for the block, or in a block of the main
 * network, as far as it is known which specs it may have run. Never one that is merely close; `except` names the inputs
 * for which even this rule is not described exactly.
 * @throws UnknownRuleError where we have no rule, or where it is not known which of several; it says for which specs we
 * have one
 * @throws EpochInputError where the spec is no u32, the block no integer up to 2^53-1, or the kind is none
 */
export function ruleAt<K extends RuleKind>(kind: K, at: number | MainNetworkBlock): Rule<K> {
  oneOf(RULE_KINDS).check(kind, "kind", 0);
  const spans = RULES[kind] as readonly RuleSpan[];
  const refuse = (asked: { spec: number } | { block: number }, why: string) => new UnknownRuleError(kind, covered(kind), asked, why);
  if (typeof at === "object" && at !== null) {
    const asked = checkOptions(at, { block });
    const { block: number } = asked;
    if (number === undefined) throw new EpochInputError("options.block", "a block number", undefined);
    const specs = specsOf(number);
    const possible = spans.filter(({ from, to }) => from <= (specs.to ?? Infinity) && (to ?? Infinity) >= (specs.from ?? 0));
    const [only] = possible;
    if (possible.length === 1 && specs.from !== null && specs.to !== null && only!.rule !== null) return only as Rule<K>;
    const where = specWords(specs);
    if (possible.length === 1 && only!.rule === null) throw refuse({ block: number }, `${where}: ${only!.why}: ${only!.what}`);
    throw refuse({ block: number }, `${where}; ask with the spec that a node reports for it`);
  }
  u32.check(at, "spec", 0);
  const span = spans.findLast(({ from }) => from <= at);
  if (span === undefined) throw refuse({ spec: at }, "the table begins later");
  if (span.rule === null) throw refuse({ spec: at }, `${span.why}: ${span.what}`);
  return span as Rule<K>;
}

function specWords({ from, to }: SpecRange): string {
  if (from === null) return `the main network ran spec ${to} or an older one`;
  if (to === null) return `the main network ran spec ${from} or a newer one`;
  return from === to ? `the main network ran spec ${from}` : `the main network ran one of the specs ${from} to ${to}`;
}
