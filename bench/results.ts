import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { drawnCases, epochChart } from "./chart.js";
import { markdown } from "./markdown.js";
import { json, type Report } from "./report.js";

const FOLDER = "bench/results";
export const REPORT_FILE = `${FOLDER}/epoch.json`;

/** Writes what there is so far over what was there. */
export function writeResults(report: Report): void {
  report.load[1] = loadavg()[0]!;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(REPORT_FILE, json(report));
  writeFileSync(`${FOLDER}/epoch.md`, markdown(report));
  if (drawnCases(report).length > 0) writeFileSync(`${FOLDER}/epoch.svg`, epochChart(report));
  else rmSync(`${FOLDER}/epoch.svg`, { force: true });
}
