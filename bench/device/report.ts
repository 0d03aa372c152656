/** What run.sh and the steps have left in a folder, so far. */
import { existsSync, readFileSync } from "node:fs";
import { bySize, type GpuReport } from "../gpu/report.js";
import type { Results, StepName } from "./steps.js";

/** How a step ended. */
export interface StepRecord {
  name: StepName;
  /** of the process: 124 and 137 are those of one that was ended; null where there was no time left for it */
  exitCode: number | null;
  seconds: number;
  /** seconds that it had */
  limit: number;
  /** the end of what it said, where it failed */
  log: string;
}

export interface DeviceReport {
  steps: StepRecord[];
  results: Partial<Results>;
  /** what the system's commands say of the machine */
  machine: string;
  /** how Node and the driver were found */
  node: string;
}

const LOG_CHARACTERS = 4_000;

const STEP_NAMES: readonly StepName[] = ["adapter", "answer", "telling", "vectors", "fuzz", "compile", "arithmetic", "rest"];

export function readReport(folder: string): DeviceReport {
  const text = (name: string) => (existsSync(`${folder}/${name}`) ? readFileSync(`${folder}/${name}`, "utf8") : "");
  const lines = text("steps.tsv").trimEnd().split("\n");
  const steps = lines.filter(Boolean).map((line): StepRecord => {
    const [name, code, seconds, limit, log] = line.split("\t") as [StepName, string, string, string, string];
    const exitCode = code === "-" ? null : Number(code);
    return {
      name,
      exitCode,
      seconds: Number(seconds),
      limit: Number(limit),
      log: exitCode === 0 ? "" : text(log).slice(-LOG_CHARACTERS),
    };
  });
  const results = STEP_NAMES.map((name) => [name, text(`${name}.json`)] as const).filter(([, json]) => json !== "");
  return {
    steps,
    results: Object.fromEntries(results.map(([name, json]) => [name, JSON.parse(json)])) as Partial<Results>,
    machine: text("machine.txt"),
    node: text("node.log"),
  };
}

/** The cases of both steps as those of one benchmark; null where there are none. */
export function benchmarkOf({ telling, rest }: Partial<Results>): GpuReport | null {
  if (telling === undefined || rest === undefined) return telling ?? rest ?? null;
  return {
    ...telling,
    plannedCases: telling.plannedCases + rest.plannedCases,
    cases: bySize([...telling.cases, ...rest.cases]).flat(),
    failed: [...telling.failed, ...rest.failed],
  };
}
