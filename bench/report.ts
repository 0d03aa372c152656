import { cpus } from "node:os";
import type { Case } from "./cases.js";
import type { Measurement } from "./measure.js";
import type { Size } from "./sizes.js";
import type { StageTimes } from "./stageTimes.js";
import type { StartUp } from "./startUp.js";

export interface CaseReport {
  case: Case;
  measurements: Measurement[];
  /** null where the case was not profiled */
  stages: StageTimes | null;
  /** why a contender that others have is missing */
  notes: string[];
}

export interface Report {
  node: string;
  processor: string;
  /** the C compiler and its flags, null where there is none */
  compiler: string | null;
  /** how many cases there are to be; fewer are reported until the run is over */
  plannedCases: number;
  sizes: Size[];
  startUp: StartUp;
  cases: CaseReport[];
}

export function newReport(parts: Pick<Report, "compiler" | "plannedCases" | "sizes" | "startUp">): Report {
  return { node: process.version, processor: cpus()[0]?.model ?? "unknown", ...parts, cases: [] };
}

/** What to say of a run that is not over, or was interrupted; null when it is. */
export function missing({ cases, plannedCases }: Report): string | null {
  return cases.length === plannedCases ? null : `incomplete: ${cases.length} of ${plannedCases} cases`;
}

/** Everything measured; samples in ns, statistics in ms, seeds as decimal strings. */
export function json(report: Report): string {
  const whole = { complete: missing(report) === null, ...report };
  return `${JSON.stringify(whole, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value), 2)}\n`;
}
