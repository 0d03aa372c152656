import { cpus, loadavg } from "node:os";
import type { Case } from "./cases.js";
import type { Measurement } from "./measure.js";
import type { Size } from "./sizes.js";
import type { StageTimes } from "./stageTimes.js";
import type { StartUp } from "./startUp.js";
import type { Program } from "./native.js";

export interface CaseReport {
  case: Case;
  measurements: Measurement[];
  /** null where the case was not profiled */
  stages: StageTimes | null;
  /** why a contender that others have is missing */
  notes: string[];
}

export interface Report {
  /** that gives this report again, on another day */
  command: string;
  node: string;
  processor: string;
  /** processors that the machine shows */
  processors: number;
  /** when the run began, ISO 8601 */
  date: string;
  /** processes that ran or waited to, over a minute: when the run began, and when this was written */
  load: [before: number, now: number];
  /** programs in C: how they were compiled, or why they were not */
  programs: Program[];
  /** how many cases there are to be; fewer are reported until the run is over */
  plannedCases: number;
  sizes: Size[];
  startUp: StartUp;
  cases: CaseReport[];
}

export function newReport(parts: Pick<Report, "command" | "programs" | "plannedCases" | "sizes" | "startUp">): Report {
  const [load] = loadavg();
  return {
    node: process.version,
    processor: cpus()[0]?.model ?? "unknown",
    processors: cpus().length,
    date: new Date().toISOString(),
    load: [load!, load!],
    ...parts,
    cases: [],
  };
}

/** What to say of a run that is not over, or was interrupted; null when it is. */
export function missing({ cases, plannedCases }: Report): string | null {
  return cases.length === plannedCases ? null : `incomplete: ${cases.length} of ${plannedCases} cases`;
}

/** Everything measured; samples in ns, statistics in ms. */
export function json(report: Report): string {
  return `${JSON.stringify({ complete: missing(report) === null, ...report }, null, 2)}\n`;
}
