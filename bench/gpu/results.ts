import { mkdirSync, writeFileSync } from "node:fs";
import { gpuChart } from "./chart.js";
import { markdown } from "./markdown.js";
import type { GpuReport } from "./report.js";

/** Writes what there is so far over what was there. */
export function writeResults(folder: string, report: GpuReport): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/gpu.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${folder}/gpu.md`, markdown(report));
  if (report.cases.length > 0) writeFileSync(`${folder}/gpu.svg`, gpuChart(report));
}
