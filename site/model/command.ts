/** The same document as a command of the package, and as files that such a command reads. */
import { toJson, type SubnetState } from "yuma-consensus";
import { SCENARIOS } from "yuma-consensus/scenarios";
import { readScenario } from "yuma-consensus/simulate";
import { titleOf, type Document } from "./document.js";
import { scenarioFile } from "./scenarioFile.js";

/** Text in single quotes of a shell. */
export function quoted(text: string): string {
  return /^[\w./=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

const MOST_NAME = 60;

/** A name for a file after the title. */
export function fileName(doc: Document, extension: string): string {
  const name = titleOf(doc)
    .toLowerCase()
    .replace(/\.(json|gz|bin)\b/g, "")
    .replace(/[^a-z0-9.]+/g, "-")
    .slice(0, MOST_NAME)
    .replace(/^[-.]+|[-.]+$/g, "");
  return `${name || "yuma"}.${extension}`;
}

/** The name of the package's own scenario that this is, null where it was edited. */
export function bundledName(doc: Document): string | null {
  if (doc.kind === "state") return null;
  const written = JSON.stringify(scenarioFile(doc.scenario));
  return Object.keys(SCENARIOS).find((name) => JSON.stringify(scenarioFile(readScenario(SCENARIOS[name]))) === written) ?? null;
}

export interface Command {
  readonly text: string;
  /** the file that the command reads, null where the package has it */
  readonly file: { readonly name: string; readonly contents: string } | null;
}

/** Null consensus is run by the form of a subnet, of the state that is looked at. */
export function commandOf(doc: Document, shown: SubnetState): Command {
  if (doc.kind === "state" || doc.nullConsensus) {
    const file = { name: fileName(doc, "json"), contents: stateText(shown) };
    return { text: `npx yuma-consensus epoch ${quoted(file.name)} --digest`, file };
  }
  const { rules, hyperparameters } = doc.variant;
  const settings = Object.entries(hyperparameters).map(([name, value]) => `${name}=${value}`);
  const variant = quoted([rules, ...settings].join(","));
  const bundled = bundledName(doc);
  if (bundled !== null) return { text: `npx yuma-consensus simulate ${bundled} --variant ${variant}`, file: null };
  const file = { name: fileName(doc, "scenario.json"), contents: scenarioText(doc) };
  return { text: `npx yuma-consensus simulate ${quoted(file.name)} --variant ${variant}`, file };
}

export function stateText(state: SubnetState): string {
  return `${JSON.stringify(toJson(state))}\n`;
}

export function scenarioText(doc: Document & { kind: "scenario" }): string {
  return `${JSON.stringify(scenarioFile(doc.scenario), null, 2)}\n`;
}
