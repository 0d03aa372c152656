import { useState } from "preact/hooks";
import { RULE_SET_IDS, ruleAt, type RuleSet } from "yuma-consensus";
import { rulesOf } from "yuma-consensus/simulate";
import { chipOf, chipOfState, ruleSetOf, underRules, underRuleSet, whyNotUnder, type Document, type RulesChip } from "../model/document.js";
import { reads, specOf } from "../model/ruleSets.js";
import { doc, edit, NEWEST_RULE_SET, otherRules, played, tryEdit } from "../store.js";

export const CHIPS: readonly (readonly [RulesChip, string])[] = [
  ["yuma2", "Classic"],
  ["yuma3", "Yuma3"],
  ["yuma3-liquid", "Yuma3, liquid alpha"],
  ["null", "Null"],
];

const DIFFERENCE: Readonly<Record<RulesChip, string>> = {
  yuma2: "Bonds are shares of each miner: who bonds first holds the most of it, and others catch up at the same pace.",
  yuma3: "Bonds are proportions of their own for each validator and miner: nobody's early bond keeps another's small.",
  "yuma3-liquid": "As Yuma3, and each bond follows the faster, the further its weight is from the consensus, between alpha low and high.",
  null: "No consensus: the weights of the validator with the largest stake decide alone, and every stake earns its share.",
};

/** What the switch of a chip does under the rule set, where it is not what its name says. */
function remark(chip: RulesChip, ruleSet: RuleSet): string {
  if (chip === "null") return `Null consensus is run as ${NEWEST_RULE_SET} has it.`;
  if (chip === "yuma3" && !reads(ruleSet, "yuma3")) return `${ruleSet} has no Yuma3: it runs the classic bonds.`;
  if (chip !== "yuma3-liquid" || reads(ruleSet, "yuma3")) return "";
  return reads(ruleSet, "liquidAlpha")
    ? `${ruleSet} has no Yuma3: liquid alpha is one for each miner, with classic bonds.`
    : `${ruleSet} has neither Yuma3 nor liquid alpha.`;
}

export function Rules() {
  const [now, ruleSet] = [chipOf(doc.value), ruleSetOf(doc.value)];
  const shown = played.value?.shown;
  const atEpoch = shown?.state.ruleSet ?? NEWEST_RULE_SET;
  const beside = otherRules.value;
  const isKept = shown === undefined || now === "null" || (atEpoch === ruleSet && chipOfState(shown.state) === now);
  return (
    <section class="pane" aria-label="Rules">
      <h2>Rules</h2>
      <fieldset class="bar">
        <legend class="visually-hidden">Rules</legend>
        {CHIPS.map(([chip, name]) => (
          <button key={chip} type="button" aria-pressed={chip === now} onClick={() => edit(underRules(doc.value, chip), `rules: ${name}`)}>
            {name}
          </button>
        ))}
      </fieldset>
      <p>
        {DIFFERENCE[now]} {remark(now, ruleSet)}
      </p>
      <div class="bar">
        <RuleSetSelect name="Rule set" value={ruleSet} isDisabled={now === "null"} onChoose={(id) => choose(id)} />
        <ByDate />
      </div>
      <p class="muted">
        {ruleSet}: {whatIs(ruleSet)}.
        {!isKept && ` By a key frame, this epoch has ${nameOfChip(chipOfState(shown.state))} under ${atEpoch}.`}
      </p>
      <div class="bar">
        <label>
          beside{" "}
          <select
            value={beside?.chip ?? ""}
            onChange={({ currentTarget: { value } }) =>
              (otherRules.value = value === "" ? null : { chip: value as RulesChip, ruleSet: beside?.ruleSet ?? null })
            }
          >
            <option value="">nothing</option>
            {CHIPS.map(([chip, name]) => (
              <option key={chip} value={chip}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {beside !== null && beside.chip !== "null" && (
          <RuleSetSelect
            name="under"
            value={beside.ruleSet ?? ruleSet}
            isDisabled={false}
            onChoose={(id) => (otherRules.value = { ...beside, ruleSet: id })}
          />
        )}
        {beside !== null && beside.chip === now && (beside.ruleSet ?? ruleSet) === ruleSet && <span class="muted">the same rules</span>}
      </div>
    </section>
  );
}

function nameOfChip(asked: RulesChip): string {
  return CHIPS.find(([chip]) => chip === asked)![1];
}

function choose(id: RuleSet): boolean {
  return tryEdit(() => underRuleSet(doc.value, id), `rule set ${id}`);
}

/** What a rule set brought, in the words of the library's own table. */
function whatIs(id: RuleSet): string {
  const { what, source } = ruleAt("epoch", specOf(id));
  return `${what.replaceAll("`", "")} (${source})`;
}

function dayOf(id: RuleSet): string {
  return /\d{4}-\d{2}-\d{2}/.exec(ruleAt("epoch", specOf(id)).source)?.[0] ?? "";
}

interface RuleSetSelectProps {
  readonly name: string;
  readonly value: RuleSet;
  readonly isDisabled: boolean;
  readonly onChoose: (id: RuleSet) => void;
}

/** From the newest to the oldest; those that need what the document has not cannot be chosen. */
function RuleSetSelect({ name, value, isDisabled, onChoose }: RuleSetSelectProps) {
  const held: Document = doc.value;
  return (
    <label>
      {name}{" "}
      <select value={value} disabled={isDisabled} onChange={({ currentTarget }) => onChoose(currentTarget.value as RuleSet)}>
        {RULE_SET_IDS.toReversed().map((id) => {
          const why = whyNotUnder(held, id);
          const day = dayOf(id);
          return (
            <option key={id} value={id} disabled={why !== null} title={why ?? ""}>
              {id}
              {day !== "" && `, ${day}`}
              {id === NEWEST_RULE_SET && " (newest)"}
            </option>
          );
        })}
      </select>
    </label>
  );
}

/** The rule set of a day or a runtime spec; where it is not known which, it says so. */
function ByDate() {
  const [answer, setAnswer] = useState("");
  return (
    <label>
      or of a date or spec{" "}
      <input
        type="text"
        class="short"
        placeholder="2025-06-01"
        onChange={({ currentTarget: { value } }) => {
          if (value.trim() === "") return setAnswer("");
          try {
            const { ruleSet, since } = rulesOf(value.trim());
            if (choose(ruleSet)) setAnswer(`${ruleSet}, ${since}`);
          } catch (error) {
            setAnswer((error as Error).message);
          }
        }}
      />{" "}
      <span class="muted" role="status">
        {answer}
      </span>
    </label>
  );
}
