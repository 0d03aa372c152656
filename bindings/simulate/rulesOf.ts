/** Which rule set a day or a runtime spec had. */
import { EpochInputError } from "../errors.js";
import { text } from "../boundary/kinds.js";
import { ruleAt, specRange } from "../rules/ruleAt.js";
import { RULES } from "../rules/table.js";
import type { RuleSpan } from "../rules/rule.js";
import { UNREAD } from "../ruleSets/fields.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { RuleSet } from "../types.js";
import { periodUnderRules } from "./chain.js";
import { HYPERPARAMETERS } from "./rules.js";

const DATE = /\((?:main network )?(\d{4}-\d{2}-\d{2})\)/;

/**
 * Specs whose change of some kind has a date (of the merge; of the last one, the main network's), each with its last: in
 * the order of the specs, and the days, ISO 8601, ascend.
 */
export const DATED: readonly { spec: number; day: string }[] = datedSpecs();

function datedSpecs(): { spec: number; day: string }[] {
  const days = new Map<number, string>();
  for (const { rule, from, source } of Object.values(RULES).flat() as RuleSpan[]) {
    const day = DATE.exec(source)?.[1];
    if (rule !== null && day !== undefined && day > (days.get(from) ?? "")) days.set(from, day);
  }
  return Array.from(days, ([spec, day]) => ({ spec, day })).sort((a, b) => a.spec - b.spec);
}

const FIRST_DAY = DATED[0]!.day;

/** A rule set and since when it holds, in words. */
export interface RulesOf {
  ruleSet: RuleSet;
  since: string;
}

type EpochRule = Extract<RuleSpan<"epoch">, { rule: RuleSet }>;

function answer({ rule, source }: EpochRule): RulesOf {
  return { ruleSet: rule, since: source };
}

/**
 * The epoch's rules of a day, as merged by then, or of a runtime spec.
 * @param asked a date such as 2024-09-01, or a spec such as 195
 * @throws EpochInputError where it is neither, where the day is before the first, or where several sets may have been the newest
 * @throws UnknownRuleError where a spec has no rule set, or it is not known which
 */
export function rulesOf(asked: string): RulesOf {
  text.check(asked, "", 0);
  if (/^\d{1,9}$/.test(asked)) return answer(ruleAt("epoch", Number(asked)) as EpochRule);
  if (!isDay(asked)) throw new EpochInputError("", "a date such as 2024-09-01, or a runtime spec", asked);
  if (asked < FIRST_DAY) throw new EpochInputError("", `a date from ${FIRST_DAY} on`, asked);
  const from = DATED.findLast(({ day }) => day <= asked)!.spec;
  const to = (DATED.find(({ day }) => day > asked)?.spec ?? Infinity) - 1;
  const possible = RULES.epoch.filter(
    (span) => span.from <= to && (span.to ?? Infinity) >= from && !("why" in span && span.why === "no such rule"),
  );
  const [only] = possible;
  if (possible.length === 1 && only!.rule !== null) return answer(only as EpochRule);
  const sets = possible.map(({ rule, from, to }) => `${rule ?? "not pinned"} (${specRange(from, to)})`).join(", ");
  throw new EpochInputError("", `a date of which the newest rule set is known, or a spec: it may have been ${sets}`, asked);
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const SETTINGS = ["yuma3", "liquidAlpha", ...Object.keys(HYPERPARAMETERS)];

/** What whoever runs a scenario under them should know. */
export function rulesNotes(asked: string, { ruleSet, since }: RulesOf): string[] {
  const { dynamicTao, yuma3, steepnessInHundredths } = RULE_SETS[ruleSet];
  // The tempo says how far epochs are apart all the same.
  const idle = SETTINGS.filter((name) => UNREAD[ruleSet].has(name) && name !== "tempo");
  return [
    `the rules of ${asked} are ${ruleSet}, ${since}; a merge precedes the main network by days`,
    `epochs are ${periodUnderRules({ tempo: 0, ruleSet }) === 1n ? "tempo + 1" : "tempo"} blocks apart, as the schedule of the time had them`,
    ...(idle.length === 0 ? [] : [`${ruleSet} does not read ${idle.join(", ")}`]),
    ...(dynamicTao ? [] : [`a validator's stake, one number under ${ruleSet}, is its alpha in the scenario`]),
    ...(yuma3 && !steepnessInHundredths
      ? [`${ruleSet} takes alphaSigmoidSteepness as it is, a hundred times as steep as the hundredths of later sets`]
      : []),
  ];
}
