/**
 * `device.mjs STEP OUT [--software]` runs a step and writes its result into the folder, `device.mjs report OUT` puts
 * together what is there; bench/device/run.sh starts both.
 */
import { renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeResults } from "../gpu/results.js";
import { markdown } from "./markdown.js";
import { benchmarkOf, readReport } from "./report.js";
import { stepsOf, type StepName } from "./steps.js";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { software: { type: "boolean", default: false } } });
const [name, folder] = positionals as [StepName | "report", string];

/** Whole or not at all, as the process may be ended at any time. */
function write(file: string, text: string): void {
  writeFileSync(`${folder}/${file}.part`, text);
  renameSync(`${folder}/${file}.part`, `${folder}/${file}`);
}

const REPORT = "device";
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

if (name === "report") {
  const report = readReport(folder);
  write(`${REPORT}.json`, json(report));
  write(`${REPORT}.md`, markdown(report));
  const benchmark = benchmarkOf(report.results);
  if (benchmark !== null) writeResults(folder, benchmark);
} else {
  await stepsOf(values.software)[name]((result: unknown) => write(`${name}.json`, json(result)));
}
