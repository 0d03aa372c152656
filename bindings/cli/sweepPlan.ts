import { EpochInputError } from "../errors.js";
import { fromFile } from "../files/read.js";
import { parseJson } from "../text/json.js";
import { readScenario } from "../simulate/read.js";
import type { Axis } from "../sweep/axes.js";
import { integerKnob, writtenValues } from "../boundary/knobs.js";
import { networkSubject } from "../sweep/network.js";
import { PRESETS, type Preset } from "../sweep/presets.js";
import { scenarioSubject } from "../sweep/scenario.js";
import type { Subject } from "../sweep/subject.js";
import type { SweepPlan } from "../sweep/plan.js";
import { UsageError } from "./command.js";
import { bundled, meantBy } from "./scenarioNames.js";

/** The knob of the random numbers, which `draws` turns. */
export const SEED = "seed";

const MOST_DRAWS = 1_000_000;

/** A sweep as it is written: in a file, or by options, which win. */
export interface WrittenSweep {
  preset?: string;
  scenario?: string;
  /** texts of values by knob, in order */
  axes: Map<string, readonly string[]>;
  set: Map<string, string>;
  draws?: string;
}

export interface PlannedSweep {
  plan: SweepPlan;
  preset: Preset | null;
  /** of the scenario, where that is what is swept */
  notes: readonly string[];
}

const FIELDS = ["preset", "scenario", "axes", "set", "draws"];

function asText(value: unknown, path: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new EpochInputError(path, "a number, a text, true or false", value);
}

function entries(value: unknown, path: string): [string, unknown][] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new EpochInputError(path, "an object", value);
  return Object.entries(value);
}

/** A sweep's file. @throws FileError, MalformedJsonError, EpochInputError */
export function readSweepFile(file: string): WrittenSweep {
  const from = Object.fromEntries(entries(fromFile(file, parseJson) ?? null, file));
  for (const name of Object.keys(from)) {
    if (!FIELDS.includes(name)) throw new EpochInputError(`${file}: ${name}`, `one of the fields ${FIELDS.join(", ")}`, name);
  }
  const optional = (name: string) => (from[name] === undefined ? {} : { [name]: asText(from[name], `${file}: ${name}`) });
  const axes = entries(from["axes"], `${file}: axes`).map(([name, value]): [string, string[]] => {
    const path = `${file}: axes.${name}`;
    return [name, Array.isArray(value) ? value.map((one, i) => asText(one, `${path}[${i}]`)) : writtenValues(asText(value, path), path)];
  });
  const set = entries(from["set"], `${file}: set`).map(([name, value]): [string, string] => [name, asText(value, `${file}: set.${name}`)]);
  return { ...optional("preset"), ...optional("scenario"), ...optional("draws"), axes: new Map(axes), set: new Map(set) };
}

/** NAME=VALUES. @throws UsageError, EpochInputError */
export function assigned(option: string, texts: readonly string[]): [name: string, written: string][] {
  return texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new UsageError(`${option}: expected NAME=VALUES, got ${text}`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

/** What the options say over what the file says. */
export function merged(file: WrittenSweep | null, options: WrittenSweep): WrittenSweep {
  if (file === null) return options;
  return { ...file, ...options, axes: new Map([...file.axes, ...options.axes]), set: new Map([...file.set, ...options.set]) };
}

export function presetNamed(name: string): Preset {
  if (!Object.hasOwn(PRESETS, name)) throw new UsageError(`--preset: expected one of ${Object.keys(PRESETS).join(", ")}, got ${name}`);
  return PRESETS[name]!;
}

/** A scenario of the package, or one in a file. */
function scenarioNamed(name: string): { subject: Subject; title: string; notes: readonly string[] } {
  const known = bundled(name);
  if (known === undefined && !/[/\\]|\.json/.test(name))
    throw new UsageError(`--scenario: no such scenario or file: ${name}; ${meantBy(name)}`);
  const json = known ?? fromFile(name, parseJson);
  const scenario = readScenario(json, known === undefined ? name : "");
  return { subject: scenarioSubject(scenario), title: `scenario ${JSON.stringify(json)}`, notes: scenario.notes };
}

/** @throws UsageError, EpochInputError */
export function planSweep({ preset: presetName, scenario, axes: written, set, draws }: WrittenSweep): PlannedSweep {
  if (presetName !== undefined && scenario !== undefined) throw new UsageError("a preset or a scenario, not both");
  const preset = presetName === undefined ? null : presetNamed(presetName);
  const { subject, title, notes } =
    scenario !== undefined
      ? scenarioNamed(scenario)
      : { subject: preset?.subject ?? networkSubject, title: presetName ?? "network", notes: [] };
  const axes = new Map((preset?.axes ?? []).filter(({ name }) => !set.has(name)).map(({ name, values }) => [name, values]));
  for (const [name, values] of written) axes.set(name, values);
  const settings = Object.fromEntries(set);
  const repeats = draws === undefined ? preset?.draws : integerKnob(1, MOST_DRAWS).read(draws, "draws");
  if (repeats !== undefined) {
    if (axes.has(SEED)) throw new UsageError("draws turn the seed: give one or the other");
    const first = integerKnob(0, Number.MAX_SAFE_INTEGER - repeats).read(settings[SEED] ?? "0", SEED);
    delete settings[SEED];
    axes.set(
      SEED,
      Array.from({ length: repeats }, (_, i) => String(first + i)),
    );
  }
  const list = [...axes].map(([name, values]): Axis => ({ name, values }));
  if (list.length === 0 && set.size === 0)
    throw new UsageError("nothing to sweep over: give --grid, --list or --draws, or --set for one point");
  return { plan: { subject, title, axes: list, settings }, preset, notes };
}
