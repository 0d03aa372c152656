/**
 * What the page is about: a story over epochs, or one state that is run on. It is all there is to share, undo and pin;
 * documents are never written to, an edit makes another.
 */
import { fromJson, NEWEST_RULE_SET, toJson, type RuleSet, type SubnetState } from "yuma-consensus";
import { readScenario, type Rules, type Scenario, type Variant } from "yuma-consensus/simulate";
import { completed } from "./neutral.js";
import { reads } from "./ruleSets.js";
import { scenarioFile } from "./scenarioFile.js";

/** A story: the rows, stakes and events of each epoch, run under one rule variant. */
export interface ScenarioDocument {
  readonly kind: "scenario";
  readonly scenario: Scenario;
  readonly variant: Variant;
  /** each epoch's result is that of a Null epoch on the story's state */
  readonly nullConsensus: boolean;
}

/** A title is read in a line. */
const MOST_TITLE = 100;

/** A state, of a real network or made, and how often it is run on as it is. */
export interface StateDocument {
  readonly kind: "state";
  readonly title: string;
  readonly state: SubnetState;
  readonly epochs: number;
  readonly nullConsensus: boolean;
}

export type Document = ScenarioDocument | StateDocument;

/** How many epochs a state may be run on: what a page answers while a hand moves. */
export const MOST_STATE_EPOCHS = 100;

/** Bounds of a page, far inside those of the package; what is larger is for the command. */
const MOST_UIDS = 4_096;
export const MOST_CELLS = 2 ** 21;

export class DocumentError extends Error {
  override name = "DocumentError";
}

export function uidsIn(doc: Document): number {
  return doc.kind === "scenario" ? doc.scenario.validators.length + doc.scenario.servers.length : doc.state.n;
}

export function epochsIn(doc: Document): number {
  return doc.kind === "scenario" ? doc.scenario.epochs : doc.epochs;
}

export function titleOf(doc: Document): string {
  return doc.kind === "scenario" ? doc.scenario.title : doc.title;
}

/** A name for a uid: of a story its own, of a state the number. */
export function nameOf(doc: Document, uid: number): string {
  if (doc.kind === "state") return `uid ${uid}`;
  const { validators, servers } = doc.scenario;
  return validators[uid] ?? servers[uid - validators.length] ?? `uid ${uid}`;
}

/** @throws DocumentError where the page would no longer follow a hand */
function fitted<D extends Document>(doc: D): D {
  const [uids, epochs] = [uidsIn(doc), epochsIn(doc)];
  if (uids > MOST_UIDS)
    throw new DocumentError(`the page takes at most ${MOST_UIDS} uids, and this has ${uids}: use the command "yuma epoch"`);
  if (uids * epochs > MOST_CELLS)
    throw new DocumentError(
      `the page takes at most ${MOST_CELLS} uids times epochs, and this has ${uids} times ${epochs}: use "yuma simulate"`,
    );
  return doc;
}

export function scenarioDocument(scenario: Scenario, variant: Variant = scenario.variants[0]!, nullConsensus = false): ScenarioDocument {
  return fitted({ kind: "scenario", scenario, variant, nullConsensus });
}

export function stateDocument(title: string, state: SubnetState, epochs = 1, nullConsensus = false): StateDocument {
  if (!Number.isInteger(epochs) || epochs < 1 || epochs > MOST_STATE_EPOCHS)
    throw new DocumentError(`a state is run on for 1 to ${MOST_STATE_EPOCHS} epochs, not ${epochs}`);
  return fitted({ kind: "state", title: title.slice(0, MOST_TITLE), state: completed(state), epochs, nullConsensus });
}

/** The rules of a document as one of the chips; a state has the switches, a story the variant's name for them. */
export type RulesChip = Rules | "null";

export function chipOf(doc: Document): RulesChip {
  if (doc.nullConsensus) return "null";
  return doc.kind === "scenario" ? doc.variant.rules : chipOfState(doc.state);
}

/** By the switches of a state. */
export function chipOfState({ yuma3, liquidAlpha }: Pick<SubnetState, "yuma3" | "liquidAlpha">): Rules {
  if (!yuma3) return "yuma2";
  return liquidAlpha ? "yuma3-liquid" : "yuma3";
}

/** Rules that are chosen: a chip, and a rule set where it is to be another than the document's own. */
export interface RulesChoice {
  readonly chip: RulesChip;
  readonly ruleSet: RuleSet | null;
}

/** The rule set that a document begins with; a key frame of a story may name a later one. */
export function ruleSetOf(doc: Document): RuleSet {
  if (doc.kind === "state") return doc.state.ruleSet ?? NEWEST_RULE_SET;
  return doc.variant.hyperparameters.ruleSet ?? doc.scenario.hyperparameters.ruleSet ?? NEWEST_RULE_SET;
}

/** Why a document cannot be under a rule set; null where it can. A story's stake is one number, and fits all. */
export function whyNotUnder(doc: Document, ruleSet: RuleSet): string | null {
  if (doc.kind === "scenario") return null;
  const hasOneStake = doc.state.stake !== undefined;
  if (reads(ruleSet, "alphaStake") !== hasOneStake) return null;
  return hasOneStake
    ? "this state has one stake for each uid, and no alpha"
    : "this state has alpha and TAO, and not one stake for each uid";
}

/** The same document under another rule set from its beginning on. @throws DocumentError where it has not what that reads */
export function underRuleSet(doc: Document, ruleSet: RuleSet): Document {
  const why = whyNotUnder(doc, ruleSet);
  if (why !== null) throw new DocumentError(`${ruleSet} cannot be chosen: ${why}`);
  if (doc.kind === "state") return { ...doc, state: { ...doc.state, ruleSet } };
  const { variant } = doc;
  return { ...doc, variant: { ...variant, hyperparameters: { ...variant.hyperparameters, ruleSet } } };
}

/** The same document under rules that were chosen. @throws DocumentError as `underRuleSet` */
export function underChoice(doc: Document, { chip, ruleSet }: RulesChoice): Document {
  return ruleSet === null || ruleSet === ruleSetOf(doc) ? underRules(doc, chip) : underRuleSet(underRules(doc, chip), ruleSet);
}

/** The same document under other rules. */
export function underRules(doc: Document, chip: RulesChip): Document {
  if (chip === "null") return { ...doc, nullConsensus: true };
  if (doc.kind === "scenario") {
    const { hyperparameters } = doc.variant;
    return { ...doc, nullConsensus: false, variant: { name: chip, rules: chip, hyperparameters } };
  }
  return { ...doc, nullConsensus: false, state: { ...doc.state, yuma3: chip !== "yuma2", liquidAlpha: chip === "yuma3-liquid" } };
}

/** What a link and the store of undone edits hold: plain JSON. */
export type Saved =
  | { scenario: object; variant: { name: string; rules: Rules; hyperparameters: object }; null?: true }
  | { title: string; state: unknown; epochs: number; null?: true };

export function save(doc: Document): Saved {
  const mark = doc.nullConsensus ? { null: true as const } : {};
  if (doc.kind === "state") return { title: doc.title, state: toJson(doc.state), epochs: doc.epochs, ...mark };
  const { name, rules, hyperparameters } = doc.variant;
  return { scenario: scenarioFile(doc.scenario), variant: { name, rules, hyperparameters: toJson(hyperparameters) as object }, ...mark };
}

/** @throws YumaError, DocumentError where it is no document of this version */
export function load(saved: unknown): Document {
  if (typeof saved !== "object" || saved === null) throw new DocumentError("this is no document of the page");
  const from = saved as Record<string, unknown>;
  const isNull = from["null"] === true;
  if ("scenario" in from) {
    const file = from["scenario"] as object;
    // The variant is read as one of the file's own, by the same checks.
    const scenario = readScenario({ ...file, variants: [from["variant"] ?? "yuma3"] });
    return scenarioDocument({ ...scenario, variants: readScenario(file).variants }, scenario.variants[0]!, isNull);
  }
  if ("state" in from) {
    const { title = "a state", epochs = 1 } = from;
    if (typeof title !== "string" || typeof epochs !== "number")
      throw new DocumentError("a state has a title that is text, and a number of epochs");
    return stateDocument(title, fromJson(from["state"]), epochs, isNull);
  }
  throw new DocumentError("this is no document of the page");
}
