/** The commands that give the numbers of the page's sweeps. */
import type { RetentionOptions } from "yuma-consensus/simulate";
import { bundledName, fileName, quoted } from "./command.js";
import { nameOf, type Document } from "./document.js";
import { axisValues, type SweepAxis, type SweepPlan } from "./sweep.js";

/** A command, or why there is none. */
export type Command = { readonly arguments: readonly string[]; readonly note: string } | { readonly none: string };

const PROPORTIONS = new Set<string>(["kappa", "bondsPenalty", "alphaLow", "alphaHigh"]);

/** As the command reads it: a bare 1 could be a whole, and is written as the fraction that is nearest to a 65535th. */
function written(name: string, value: unknown): string {
  return PROPORTIONS.has(name) && value === 1 ? "0.0000153" : String(value);
}

/** Stakes in millions of alpha, to the whole alpha. */
function stakeText(alpha: number): string {
  return (alpha / 1e6).toFixed(6);
}

function listOf(doc: Document, axis: SweepAxis, steps: number): string {
  const values = axisValues(axis, steps);
  if (axis.name === "stake") return `stake:${nameOf(doc, axis.uid)}=${values.map(stakeText).join(",")}`;
  return `${axis.name}=${values.map((value) => written(axis.name, value)).join(",")}`;
}

/** `yuma sweep` over the same points with the same measures; it sums a story's epochs. */
export function sweepCommand(doc: Document, plan: SweepPlan): Command {
  if (doc.kind === "state") return { none: "the command sweeps stories and random networks, and this is a state" };
  if (doc.nullConsensus) return { none: "the command sweeps the rules of Yuma, not Null consensus" };
  const { scenario, variant } = doc;
  const set = Object.entries(variant.hyperparameters).filter(([name]) => name !== plan.x.name && name !== plan.y.name);
  const changed = set.find(([name]) => scenario.changes.some(({ hyperparameters }) => name in hyperparameters));
  if (changed !== undefined) return { none: `the story changes ${changed[0]} in some epoch, and the command would set it in all` };
  const turned = [plan.x, plan.y].find(({ name, uid }) => name === "stake" && nameOf(doc, uid).includes("="));
  if (turned !== undefined) return { none: `the command takes what is behind "=" for the value, and ${nameOf(doc, turned.uid)} has one` };
  const { id } = plan.measure;
  if (!id.endsWith("Sum") && !(scenario.epochs === 1 && (id === "dividends" || id === "incentive")))
    return { none: "the command gives dividends and incentives over all epochs; choose one of these" };
  const name = bundledName(doc);
  const file = fileName(doc, "scenario.json");
  return {
    arguments: [
      "sweep",
      "--scenario",
      name ?? file,
      // The axis that is named last turns fastest.
      ...[plan.y, plan.x].flatMap((axis) => ["--list", listOf(doc, axis, plan.steps)]),
      "--set",
      `rules=${variant.rules}`,
      ...set.flatMap(([name, value]) => ["--set", `${name}=${written(name, value)}`]),
    ],
    note: name === null ? `${file} is the scenario that the page saves` : "",
  };
}

const RETENTION_NAMES = [
  "majorStakes",
  "minorWeights",
  "uids",
  "validators",
  "ruleSet",
  "kappa",
  "bondsPenalty",
  "bondsMovingAverage",
  "yuma3",
  "liquidAlpha",
  "alphaLow",
  "alphaHigh",
  "alphaSigmoidSteepness",
] as const satisfies readonly (keyof RetentionOptions)[];

/** `yuma retention` on the same networks; its table shows the utilities to four decimals. */
export function retentionCommand(options: RetentionOptions): Command {
  const flags = RETENTION_NAMES.flatMap((name) => {
    const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return options[name] === undefined ? [] : [flag, written(name, options[name])];
  });
  return { arguments: ["retention", ...flags], note: "" };
}

export function commandText(parts: readonly string[]): string {
  return ["npx yuma-consensus", ...parts.map(quoted)].join(" ");
}
