/** Puts the tables of the last run into the README and the guide, between the comments that name them. */
import { readFileSync, writeFileSync } from "node:fs";
import { COUNT_FILE, type CountReport } from "./count/counts.js";
import { countTable } from "./count/markdown.js";
import { between } from "./between.js";
import { missing, type Report } from "./report.js";
import { REPORT_FILE } from "./results.js";
import { coldText, isWhole, pathsText, ratiosText, speedOfAll, speedSummary, stagesText } from "./tables.js";

const report = JSON.parse(readFileSync(REPORT_FILE, "utf8")) as Report;
const gap = missing(report);
if (gap !== null) throw new Error(`${REPORT_FILE} is ${gap}`);
if (!isWhole(report.cases.map((item) => item.case)))
  throw new Error(`${REPORT_FILE} is not of a whole run: run npm run bench without shapes or modes`);

const counted = JSON.parse(readFileSync(COUNT_FILE, "utf8")) as CountReport;
if (!isWhole(counted.counts, "small")) throw new Error(`${COUNT_FILE} is not of a whole count: run npm run bench -- --count`);

const GUIDE = "docs/guides/benchmark.md";
const TABLES: readonly (readonly [file: string, name: string, text: string])[] = [
  ["README.md", "speed", speedSummary(report, "en")],
  ["README.zh.md", "speed", speedSummary(report, "zh")],
  [GUIDE, "speed", speedOfAll(report)],
  [GUIDE, "ratios", ratiosText(report)],
  [GUIDE, "paths", pathsText(report)],
  [GUIDE, "stages", stagesText(report)],
  [GUIDE, "counts", countTable(counted.modules, counted.counts)],
  [GUIDE, "cold", coldText(report)],
];
for (const [file, name, text] of TABLES) writeFileSync(file, between(readFileSync(file, "utf8"), name, text));
writeFileSync("docs/epoch.svg", readFileSync("bench/results/epoch.svg"));
console.log(`written: ${[...new Set(TABLES.map(([file]) => file)), "docs/epoch.svg"].join(", ")}`);
