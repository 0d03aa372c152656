import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { epochChart } from "./chart.js";
import { markdown } from "./markdown.js";
import { json, type Report } from "./report.js";

const FOLDER = "bench/results";

/** Writes what there is so far over what was there. */
export function writeResults(report: Report): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/epoch.json`, json(report));
  writeFileSync(`${FOLDER}/epoch.md`, markdown(report));
  if (report.cases.length > 0) writeFileSync(`${FOLDER}/epoch.svg`, epochChart(report));
  else rmSync(`${FOLDER}/epoch.svg`, { force: true });
}
