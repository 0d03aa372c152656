import { mkdirSync, writeFileSync } from "node:fs";
import { gpuChart } from "./chart.js";
import { markdown } from "./markdown.js";
import type { GpuReport } from "./report.js";

const FOLDER = "bench/results";

/** Writes what there is so far over what was there. */
export function writeResults(report: GpuReport): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/gpu.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${FOLDER}/gpu.md`, markdown(report));
  if (report.cases.length > 0) writeFileSync(`${FOLDER}/gpu.svg`, gpuChart(report));
}
