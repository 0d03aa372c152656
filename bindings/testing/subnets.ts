import fc from "fast-check";
import { EpochInputError } from "../errors.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { NullSubnetState, RuleSet, SubnetEpochState, YumaSubnetState } from "../types.js";
import { subnetOptions, type SubnetOptions } from "./options.js";
import { HOSTILE, PLAIN, mechanism, previousConsensus, shared, yuma, type Manner } from "./parts.js";
import { u16s } from "./values.js";

/**
 * Subnets with one or several mechanisms, for `subnetEpoch`, under Yuma or Null consensus, as hostile as `hostileState`, with
 * budgets up to 2^64-1 rao and an emission split of any length, also of another than there are mechanisms.
 *
 * @throws EpochInputError where an option is not as `SubnetOptions` says, or no rule set has what is asked for
 */
export function hostileSubnet(options: SubnetOptions = {}): fc.Arbitrary<SubnetEpochState> {
  return subnetOf(HOSTILE, subnetOptions(options, 6));
}

/** The same of what `plainState` says; each budget is at most 21 million tokens. @throws EpochInputError as `hostileSubnet` */
export function plainSubnet(options: SubnetOptions = {}): fc.Arbitrary<SubnetEpochState> {
  return subnetOf(PLAIN, subnetOptions(options, 6));
}

type Options = ReturnType<typeof subnetOptions>;

/** The form of a subnet's state, which has all that is shared. */
type Form = "yuma" | "null";

function subnetOf(manner: Manner, options: Options): fc.Arbitrary<SubnetEpochState> {
  const forms = formsOf(options);
  return fc
    .tuple(fc.integer({ min: options.minUids, max: options.maxUids }), fc.constantFrom(...forms))
    .chain(
      ([n, [form, ruleSet]]): fc.Arbitrary<SubnetEpochState> =>
        form === "yuma" ? yumaSubnet(n, ruleSet, manner, options) : nullSubnet(n, ruleSet, manner, options),
    );
}

/** Both forms alike often, whatever the number of rule sets that have each. */
function formsOf({ ruleSets, epochConsensus }: Options): [Form, RuleSet][] {
  const having = (rule: "mechanisms" | "nullConsensus") => ruleSets.filter((id) => RULE_SETS[id][rule]);
  const yumaSets = epochConsensus === "null" ? [] : having("mechanisms");
  const nullSets = epochConsensus === "yuma" ? [] : having("nullConsensus");
  if (yumaSets.length + nullSets.length === 0) {
    const expected = epochConsensus === "null" ? "a rule set with Null consensus" : "a rule set with several mechanisms";
    throw new EpochInputError("options.ruleSets", expected, ruleSets.join(", "));
  }
  const times = Math.max(1, yumaSets.length);
  return [
    ...yumaSets.map((id): [Form, RuleSet] => ["yuma", id]),
    ...nullSets.flatMap((id) => Array.from({ length: times }, (): [Form, RuleSet] => ["null", id])),
  ];
}

function budgets({ rao }: Manner) {
  return { minerBudget: rao, localDividendBudget: rao, rootBudget: rao, emissionSplit: fc.option(u16s(4), { nil: null }) };
}

function yumaSubnet(n: number, ruleSet: RuleSet, manner: Manner, options: Options): fc.Arbitrary<YumaSubnetState> {
  const each = fc.record({ ...mechanism(n, manner), ...previousConsensus(n) });
  return fc.record({
    epochConsensus: fc.constant("yuma" as const),
    ...shared(n, manner),
    ...yuma(n, ruleSet, manner, options),
    ...budgets(manner),
    mechanisms: mechanisms(each, options),
  });
}

function nullSubnet(n: number, ruleSet: RuleSet, manner: Manner, options: Options): fc.Arbitrary<NullSubnetState> {
  return fc.record({
    epochConsensus: fc.constant("null" as const),
    ruleSet: fc.constant(ruleSet),
    ...shared(n, manner),
    ...budgets(manner),
    mechanisms: mechanisms(fc.record(mechanism(n, manner)), options),
  });
}

function mechanisms<T>(each: fc.Arbitrary<T>, { maxMechanisms = 4 }: Options): fc.Arbitrary<T[]> {
  return fc.array(each, { minLength: 1, maxLength: maxMechanisms });
}
