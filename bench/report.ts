import { cpus } from "node:os";
import { storedWeights, type Case } from "./cases.js";
import { timesAsFast, type Measurement } from "./measure.js";

export interface CaseReport {
  case: Case;
  measurements: Measurement[];
  /** why a contender that others have is missing */
  notes: string[];
}

export interface Report {
  node: string;
  processor: string;
  /** the C compiler and its flags, null where there is none */
  compiler: string | null;
  cases: CaseReport[];
}

export function newReport(compiler: string | null): Report {
  return { node: process.version, processor: cpus()[0]?.model ?? "unknown", compiler, cases: [] };
}

const YARDSTICKS = ["native", "native-needed"];

function rowsOf({ case: item, measurements }: CaseReport): string[] {
  return measurements.map((measurement) => {
    const { contender, rounds, statistics } = measurement;
    const ratios = YARDSTICKS.map((name) => {
      const yardstick = measurements.find((other) => other.contender === name);
      return yardstick === undefined ? "-" : timesAsFast(measurement, yardstick).toFixed(2);
    });
    const weight = ((statistics.p50 * 1e6) / storedWeights(item)).toFixed(1);
    const cells = [item.size, item.mode, contender, statistics.p50.toFixed(2), statistics.mad.toFixed(2), weight, ...ratios, rounds];
    return `| ${cells.join(" | ")} |`;
  });
}

export function markdown(report: Report): string {
  const notes = [...new Set(report.cases.flatMap((item) => item.notes))];
  return [
    "# Epoch benchmark",
    "",
    `Node ${report.node} on ${report.processor}, one thread. Native: ${report.compiler ?? "NONE, there is no C compiler here"}.`,
    "Times are of the whole `yuma.epoch(state)` call: checks, copy in, kernels, copy out. All contenders of a case gave the",
    "same digest and took turns round by round; only ratios within a case mean something, as the machine's speed drifts.",
    "",
    "| state | mode | contender | median ms | deviation ms | ns per stored weight | x native | x native-needed | rounds |",
    "|---|---|---|--:|--:|--:|--:|--:|--:|",
    ...report.cases.flatMap(rowsOf),
    "",
    "`x native`: how many times as fast as native in the same round, median over the rounds. Deviation: median absolute.",
    ...notes.map((note) => `\n${note}`),
    "",
  ].join("\n");
}

/** Everything measured; samples in ns, statistics in ms, seeds as decimal strings. */
export function json(report: Report): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value), 2);
}
