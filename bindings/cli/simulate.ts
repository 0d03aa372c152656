import { basename, join } from "node:path";
import { checkOutput, makeFolder, writeFile } from "../files/write.js";
import { readText } from "../files/read.js";
import { unknownName } from "../text/nearest.js";
import { printable } from "../text/printable.js";
import { RunTotals, fileName, type Run, type Simulation } from "../report/simulation.js";
import { RunSeries, drawnValues } from "../report/simulationSeries.js";
import { csvWriter, jsonWriter, type SimulationWriter } from "../report/simulationStream.js";
import { simulationTable } from "../report/simulationTable.js";
import { textColumns } from "../report/table.js";
import { readScenario, runScenario, type Hyperparameters, type Scenario, type Variant } from "../simulate/index.js";
import { SCENARIOS } from "../simulate/library.js";
import { inFile, variant } from "../simulate/read.js";
import { rulesNotes, rulesOf } from "../simulate/rulesOf.js";
import { checkedWork } from "../simulate/work.js";
import { HYPERPARAMETER_KNOBS } from "../simulate/hyperparameterKnobs.js";
import type { Yuma } from "../types.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { HYPERPARAMETER_HELP } from "./hyperparameterHelp.js";
import { Pace } from "./progress.js";
import { bundled, meantBy } from "./scenarioNames.js";

const NAMES = Object.keys(HYPERPARAMETER_KNOBS);

export const simulate: Command = {
  summary: "run scenarios over many epochs, several rule variants side by side",
  help: `usage: yuma simulate SCENARIO|FILE... [--variant RULES[,KEY=VALUE...]] [--set KEY=VALUE] [--json|--csv]
                     [--rules-of DAY|SPEC] [--html FILE] [--svg DIR] [--backend NAME]
       yuma simulate --list
       yuma simulate SCENARIO --print

Runs scenarios of the package, or of your own files (JSON as in scenario.schema.json; gzip is unpacked; - is standard
input), and prints what every validator and miner got in all epochs together.

  --list          the scenarios of the package
  --print         the scenario's file, to begin one of your own with
  --variant V     rules to run under instead of the scenario's own variants, as often as you like: yuma2, yuma3 or
                  yuma3-liquid, with hyperparameters if you like (yuma3-liquid,alphaHigh=58982)
  --set KEY=VALUE a hyperparameter for every variant (kappa=0.4, bondsPenalty=0), as often as you like
  --rules-of R    under the epoch rules of a day (2024-09-01: the newest that were merged by then; the main network had
                  them days later) or of a runtime spec (195), unless --set or --variant names a ruleSet; epochs as far
                  apart as its schedule had them: tempo + 1 blocks up to spec 422, tempo from 423 on. Without it tempo + 1
  --json          everything, exact: one JSON object a scenario
  --csv           everything, exact: a line for each uid in each epoch (RFC 4180). A name that begins with = + - or @
                  has an apostrophe in front, as a spreadsheet would run it as a formula; numbers are as they are
  --html FILE     also write one page with charts, tables and the story; nothing on it is loaded from anywhere
  --svg DIR       also write each chart into a file of its own
  --backend NAME  wasm (default), wasm-scalar or reference

${HYPERPARAMETER_HELP}

A run holds no more than its totals, and with --html or --svg what is drawn. A long one says on standard error how long it
will take, and one of more than 10^11 entries (epochs x (uids + weights) x variants) is refused. A weight or a stake that
is too small to be stored is noted: below the table, in the JSON, or beside a CSV on standard error.

exit codes: 0 fine, 2 bad usage, a scenario with a mistake, or a file that cannot be read or written
`,
  async run(args) {
    const { values, positionals } = parse(
      args,
      {
        ...BACKEND_OPTION,
        list: { type: "boolean", default: false },
        print: { type: "boolean", default: false },
        variant: { type: "string", multiple: true, default: [] },
        set: { type: "string", multiple: true, default: [] },
        "rules-of": { type: "string" },
        json: { type: "boolean", default: false },
        csv: { type: "boolean", default: false },
        html: { type: "string" },
        svg: { type: "string" },
      },
      { option: "--set", names: NAMES },
    );
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
    const everywhere = inFile("--set", () => settings("--set", values.set));
    const { yuma } = backendNamed(values.backend);
    const asked = values["rules-of"];
    const rules = asked === undefined ? null : inFile("--rules-of", () => rulesOf(asked));
    const planned = positionals.map((source): Planned => {
      const read = scenarioOf(source);
      const scenario = rules === null ? read : { ...read, notes: [...read.notes, ...rulesNotes(asked!, rules)] };
      const ruleSet = rules === null ? {} : { ruleSet: rules.ruleSet };
      const variants =
        chosen.length > 0
          ? chosen.map((one) => ({ ...one, hyperparameters: { ...ruleSet, ...one.hyperparameters, ...everywhere } }))
          : scenario.variants.map((one) => ({ ...one, hyperparameters: { ...one.hyperparameters, ...ruleSet, ...everywhere } }));
      return { source, scenario, variants, work: inFile(source, () => checkedWork(scenario, variants.length)) };
    });
    if (values.html !== undefined) checkOutput(values.html);
    const drawn = values.html !== undefined || values.svg !== undefined;
    if (drawn) checkDrawn(planned);
    const stems = values.svg === undefined ? [] : fileStems(planned);
    // A table and the JSON have the notes in them.
    if (values.csv)
      for (const { source, scenario } of planned)
        for (const note of scenario.notes) process.stderr.write(`yuma: ${printable(`${source}: note: ${note}`)}\n`);
    const writer = values.json ? jsonWriter() : values.csv ? csvWriter() : null;
    const simulations = await run(yuma, planned, { writer, drawn, periodOfRules: rules !== null });
    const made = [
      "yuma simulate",
      ...positionals.map((path) => basename(path)),
      ...(asked === undefined ? [] : [`--rules-of ${asked}`]),
      ...values.variant.map((one) => `--variant ${one}`),
      ...values.set.map((one) => `--set ${one}`),
    ];
    if (values.html !== undefined) await writePage(values.html, simulations, made.join(" "));
    if (values.svg !== undefined) await writeCharts(values.svg, simulations, stems);
    if (writer === null) await print(`${simulations.map(simulationTable).join("\n\n\n")}\n`);
    return EXIT.fine;
  },
};

/** A scenario to run, and how much there is to do. */
interface Planned extends Omit<Simulation, "runs"> {
  variants: readonly Variant[];
  work: number;
}

function list(): string {
  return textColumns(Object.entries(SCENARIOS).map(([slug, json]) => [slug, readScenario(json, slug).title]));
}

function scenarioOf(source: string): Scenario {
  const json = bundled(source);
  if (json !== undefined) return readScenario(json, source);
  try {
    return readScenario(readText(source), source);
  } catch (error) {
    // What looks like a name rather than a file was meant as one.
    if (/[/\\]|\.json/.test(source) || !isMissing(error as Error)) throw error;
    throw new UsageError(`no scenario and no file is called ${source}; ${meantBy(source)}`);
  }
}

function isMissing({ cause }: Error): boolean {
  return (cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT";
}

const SCHEMA_PATH = "node_modules/yuma-consensus/dist/scenario.schema.json";

function scenarioFile(slug: string): string {
  const json = bundled(slug);
  if (json === undefined) throw new UsageError(`--print: no scenario is called ${slug}; ${meantBy(slug)}`);
  const fields = Object.entries({ ...json, $schema: SCHEMA_PATH }).map(([key, value]) => `  ${JSON.stringify(key)}: ${field(value)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** Lists of phases on a line each. */
function field(value: unknown): string {
  const isPhases = Array.isArray(value) && typeof value[0] === "object";
  return isPhases ? `[\n${value.map((phase) => `    ${JSON.stringify(phase)}`).join(",\n")}\n  ]` : JSON.stringify(value);
}

/** KEY=VALUE of each hyperparameter, written as a sweep's knobs are. */
function settings(option: string, texts: readonly string[]): Variant["hyperparameters"] {
  const pairs = texts.map((text): [string, unknown] => {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (key === undefined) throw new UsageError(`${option}: expected KEY=VALUE, got ${text}`);
    if (!Object.hasOwn(HYPERPARAMETER_KNOBS, key)) throw unknownName(key, `one of the hyperparameters ${NAMES.join(", ")}`, key, NAMES);
    return [key, HYPERPARAMETER_KNOBS[key as keyof Hyperparameters].read(value!, key)];
  });
  return Object.fromEntries(pairs);
}

function variantOf(text: string): Variant {
  const [rules, ...pairs] = text.split(",");
  return inFile("--variant", () => ({ ...variant({ name: text, rules }, ""), hyperparameters: settings("--variant", pairs) }));
}

/** Ten seconds, more or less. */
const LONG = 100_000_000;

interface Running {
  writer: SimulationWriter | null;
  drawn: boolean;
  periodOfRules: boolean;
}

/** Runs all of it, and holds totals and what is drawn; everything else goes to the writer, epoch by epoch. */
async function run(yuma: Yuma, planned: readonly Planned[], { writer, drawn, periodOfRules }: Running): Promise<Simulation[]> {
  const write = (piece: (to: SimulationWriter) => string) => (writer === null ? undefined : print(piece(writer)));
  const pace = new Pace(
    planned.reduce((sum, { work }) => sum + work, 0),
    LONG,
  );
  const epochs = planned.reduce((sum, { scenario, variants }) => sum + scenario.epochs * variants.length, 0);
  pace.begin(`${epochs.toLocaleString("en")} epochs to run`);
  await write(({ header }) => header);
  const simulations: Simulation[] = [];
  for (const { source, scenario, variants, work } of planned) {
    const runs: Run[] = [];
    await write((to) => to.begin({ source, scenario }));
    for (const one of variants) {
      const ran: Run = { variant: one, totals: new RunTotals(scenario), series: new RunSeries(scenario) };
      await write((to) => to.beginRun(one));
      for (const simulated of runScenario(yuma, scenario, one, { periodOfRules })) {
        ran.totals.add(simulated);
        if (drawn) ran.series.add(simulated);
        // Nobody reads any more, and nothing else comes of it.
        if (writer !== null && !drawn && outputClosed()) return [];
        await write((to) => to.epoch(simulated));
        pace.step(work / (scenario.epochs * variants.length), `${source}: ${one.name}, epoch ${simulated.epoch + 1} of ${scenario.epochs}`);
      }
      await write((to) => to.endRun(ran, { source, scenario }));
      runs.push(ran);
    }
    await write((to) => to.end());
    simulations.push({ source, scenario, runs });
  }
  pace.end();
  return simulations;
}

/** A page of all these is some hundred megabytes. */
const MOST_DRAWN = 4_000_000;

function checkDrawn(planned: readonly Planned[]): void {
  const values = planned.reduce((sum, { scenario, variants }) => sum + drawnValues(scenario, variants.length), 0);
  if (values <= MOST_DRAWN) return;
  const [most, got] = [MOST_DRAWN, values].map((count) => count.toLocaleString("en"));
  throw new UsageError(
    `--html, --svg: expected at most ${most} values to draw (epochs x lines x variants), got ${got}; --csv and --json write any number`,
  );
}

async function writePage(path: string, simulations: readonly Simulation[], made: string): Promise<void> {
  const { simulationPage } = await import("../report/simulationPage.js");
  writeFile(path, simulationPage(simulations, made));
}

/** Of the files of each scenario's charts; none twice. */
function fileStems(planned: readonly Planned[]): string[] {
  const stems = planned.map(({ source }) => fileName(basename(source).replace(/\.json(\.gz)?$/, "")));
  const twice = stems.find((stem, i) => stems.indexOf(stem) < i);
  if (twice !== undefined) throw new UsageError(`--svg: two scenarios would write the same files (${twice}-...)`);
  return stems;
}

async function writeCharts(folder: string, simulations: readonly Simulation[], stems: readonly string[]): Promise<void> {
  const [{ simulationCharts }, { PAPER }] = await Promise.all([import("../report/simulationCharts.js"), import("../report/theme.js")]);
  makeFolder(folder);
  for (const [i, simulation] of simulations.entries()) {
    for (const { charts } of simulationCharts(simulation, { theme: PAPER, prefix: "", alone: true })) {
      for (const { id, svg } of charts) writeFile(join(folder, `${stems[i]}-${id}.svg`), svg);
    }
  }
}
