import { basename, join } from "node:path";
import { makeFolder, readText, writeText } from "../files.js";
import { CSV_HEADER, simulationCsv, simulationJson, simulationTable } from "../report/simulationTable.js";
import type { Simulation } from "../report/simulation.js";
import { textColumns } from "../report/table.js";
import { readScenario, runScenario, type Scenario, type Variant } from "../simulate/index.js";
import { SCENARIOS } from "../simulate/library.js";
import { nearest } from "../nearest.js";
import { hyperparameters, inFile, variant } from "../simulate/read.js";
import type { Yuma } from "../types.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";
import { Progress } from "./progress.js";

export const simulate: Command = {
  summary: "run scenarios over many epochs, several rule variants side by side",
  help: `usage: yuma simulate SCENARIO|FILE... [--variant RULES[,KEY=VALUE...]] [--set KEY=VALUE] [--json|--csv]
                     [--html FILE] [--svg DIR] [--backend NAME]
       yuma simulate --list
       yuma simulate SCENARIO --print

Runs scenarios of the package, or of your own files (JSON as in scenario.schema.json; gzip is unpacked; - is standard
input), and prints what every validator and miner got in all epochs together.

  --list          the scenarios of the package
  --print         the scenario's file, to begin one of your own with
  --variant V     rules to run under instead of the scenario's own variants, as often as you like: yuma2, yuma3 or
                  yuma3-liquid, with hyperparameters if you like (yuma3-liquid,alphaHigh=58982)
  --set KEY=VALUE a hyperparameter for every variant (bondsPenalty=0), as often as you like
  --json          everything, exact: one JSON object a scenario
  --csv           everything, exact: a line for each uid in each epoch (RFC 4180). A name that begins with = + - or @
                  has an apostrophe in front, as a spreadsheet would run it as a formula; numbers are as they are
  --html FILE     also write one page with charts, tables and the story; nothing on it is loaded from anywhere
  --svg DIR       also write each chart into a file of its own
  --backend NAME  wasm (default), wasm-scalar or reference

exit codes: 0 fine, 2 bad usage, a scenario with a mistake, or a file that cannot be read or written
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      list: { type: "boolean", default: false },
      print: { type: "boolean", default: false },
      variant: { type: "string", multiple: true, default: [] },
      set: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      csv: { type: "boolean", default: false },
      html: { type: "string" },
      svg: { type: "string" },
    });
    if (values.list) {
      if (args.length > 1) throw new UsageError("--list stands alone");
      await print(`${list()}\n`);
      return EXIT.fine;
    }
    if (positionals.length === 0) throw new UsageError("expected at least one SCENARIO or FILE; --list names the scenarios");
    if (values.print) {
      if (args.length !== 2) throw new UsageError("--print takes one SCENARIO and nothing else");
      await print(scenarioFile(positionals[0]!));
      return EXIT.fine;
    }
    if (values.json && values.csv) throw new UsageError("--json or --csv, not both");
    const chosen = values.variant.map(variantOf);
    const everywhere = Object.assign({}, ...values.set.map(setting)) as Variant["hyperparameters"];
    const { yuma } = backendNamed(values.backend);
    const simulations = positionals.map((source) => {
      const scenario = scenarioOf(source);
      const variants = chosen.length > 0 ? chosen : scenario.variants;
      return run(yuma, source, scenario, variants.map((one) => ({ ...one, hyperparameters: { ...one.hyperparameters, ...everywhere } })));
    });
    const made = ["yuma simulate", ...positionals.map((path) => basename(path)), ...values.variant.map((one) => `--variant ${one}`), ...values.set.map((one) => `--set ${one}`)];
    if (values.html !== undefined) await writePage(values.html, simulations, made.join(" "));
    if (values.svg !== undefined) await writeCharts(values.svg, simulations);
    if (values.csv) await print(CSV_HEADER);
    for (const simulation of simulations) {
      if (values.json) await print(`${simulationJson(simulation)}\n`);
      else if (values.csv) await printCsv(simulation);
      else await print(`${simulationTable(simulation)}\n${simulation === simulations.at(-1) ? "" : "\n\n"}`);
    }
    return EXIT.fine;
  },
};

function list(): string {
  return textColumns(Object.entries(SCENARIOS).map(([slug, json]) => [slug, readScenario(json, slug).title]));
}

function bundled(source: string): object | undefined {
  return Object.hasOwn(SCENARIOS, source) ? SCENARIOS[source] : undefined;
}

function scenarioOf(source: string): Scenario {
  const json = bundled(source);
  if (json !== undefined) return readScenario(json, source);
  // What looks like a name rather than a file was meant as one.
  const meant = /[./\\]/.test(source) ? null : nearest(source, Object.keys(SCENARIOS));
  try {
    return readScenario(readText(source), source);
  } catch (error) {
    if (meant === null || !/ENOENT/.test((error as Error).message)) throw error;
    throw new UsageError(`no scenario and no file is called ${source}; did you mean ${meant}? --list names the scenarios`);
  }
}

const SCHEMA_PATH = "node_modules/yuma-consensus/dist/scenario.schema.json";

function scenarioFile(slug: string): string {
  const json = bundled(slug);
  if (json === undefined) throw new UsageError(`--print: no scenario is called ${slug}; --list names them`);
  const fields = Object.entries({ ...json, $schema: SCHEMA_PATH }).map(([key, value]) => `  ${JSON.stringify(key)}: ${field(value)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** Lists of phases on a line each. */
function field(value: unknown): string {
  const isPhases = Array.isArray(value) && typeof value[0] === "object";
  return isPhases ? `[\n${value.map((phase) => `    ${JSON.stringify(phase)}`).join(",\n")}\n  ]` : JSON.stringify(value);
}

/** KEY=VALUE as JSON has it: a number or true where it is one, otherwise a text. */
function pair(option: string, text: string): [string, unknown] {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined) throw new UsageError(`${option}: expected KEY=VALUE, got ${text}`);
  return [key, /^-?\d{1,15}$/.test(value!) ? Number(value) : value === "true" || value === "false" ? value === "true" : value];
}

function setting(text: string): Variant["hyperparameters"] {
  return inFile("--set", () => hyperparameters(Object.fromEntries([pair("--set", text)]), ""));
}

function variantOf(text: string): Variant {
  const [rules, ...pairs] = text.split(",");
  const json = { name: text, rules, hyperparameters: Object.fromEntries(pairs.map((one) => pair("--variant", one))) };
  return inFile("--variant", () => variant(json, ""));
}

function run(yuma: Yuma, source: string, scenario: Scenario, variants: readonly Variant[]): Simulation {
  const progress = new Progress();
  const runs = variants.map((one) => {
    const epochs = [];
    for (const simulated of runScenario(yuma, scenario, one)) {
      epochs.push(simulated);
      progress.show(`${source}: ${one.name}, epoch ${simulated.epoch + 1} of ${scenario.epochs}`);
    }
    return { variant: one, epochs };
  });
  progress.clear();
  return { source, scenario, runs };
}

async function writePage(path: string, simulations: readonly Simulation[], made: string): Promise<void> {
  const { simulationPage } = await import("../report/simulationPage.js");
  writeText(path, simulationPage(simulations, made));
}

async function writeCharts(folder: string, simulations: readonly Simulation[]): Promise<void> {
  const [{ fileName, simulationCharts }, { PAPER }] = await Promise.all([import("../report/simulationCharts.js"), import("../report/theme.js")]);
  makeFolder(folder);
  const written = new Set<string>();
  for (const simulation of simulations) {
    const stem = fileName(basename(simulation.source).replace(/\.json(\.gz)?$/, ""));
    if (written.has(stem)) throw new UsageError(`--svg: two scenarios would write the same files (${stem}-...)`);
    written.add(stem);
    for (const { charts } of simulationCharts(simulation, { theme: PAPER, prefix: "", alone: true })) {
      for (const { id, svg } of charts) writeText(join(folder, `${stem}-${id}.svg`), svg);
    }
  }
}

async function printCsv(simulation: Simulation): Promise<void> {
  for (const one of simulation.runs) for (const lines of simulationCsv(simulation, one)) await print(lines);
}
