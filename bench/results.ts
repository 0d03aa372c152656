import { mkdirSync, writeFileSync } from "node:fs";
import { markdown } from "./markdown.js";
import { json, type Report } from "./report.js";

const FOLDER = "bench/results";

/** Writes what there is so far over what was there. */
export function writeResults(report: Report): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/epoch.json`, json(report));
  writeFileSync(`${FOLDER}/epoch.md`, markdown(report));
}
