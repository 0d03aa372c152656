import { drawnCases } from "./chart.js";
import type { Measurement } from "./measure.js";
import { percentages } from "./percentages.js";
import { median } from "./median.js";
import { flatness, measurementOf, ratio, weightTime } from "./ratios.js";
import { missing, type CaseReport, type Report } from "./report.js";
import { MODES } from "./shapes.js";
import { BOUNDS, STAGES, sampleCount } from "./stages.js";
import { LOADERS, START_UP_PARTS, type StartUp } from "./startUp.js";

/** The first columns are words, the rest numbers; null is an empty place. */
export function table(words: number, header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const rule = header.map((_, column) => (column < words ? "---" : "--:"));
  const line = (cells: readonly (string | number | null)[]) => `| ${cells.map((cell) => cell ?? "-").join(" | ")} |`;
  return [line(header), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

export function fixed(value: number | null | undefined, digits: number): string | null {
  return value?.toFixed(digits) ?? null;
}

/** Two digits and no more than needed: below one two decimals, below ten one. */
export function shortRatio(value: number | null): string | null {
  return fixed(value, value === null || value >= 9.95 ? 0 : value >= 0.995 ? 1 : 2);
}

/** What `wasm` is compared with. */
const YARDSTICKS = ["native", "native-O3", "native-needed", "limit", "wasm2c", "wasm-scalar", "general", "reference"];
const WASM = ["wasm", "wasm-scalar"];

function timeRow(item: CaseReport, measurement: Measurement): (string | number | null)[] {
  const { contender, statistics, rounds } = measurement;
  const { p50, p99, min, samplesCount } = statistics;
  const times = [p50, p99, min].map((ms) => fixed(ms * 1e3, ms < 0.1 ? 1 : 0));
  const rate = 1e3 / p50;
  return [
    item.case.shape,
    item.case.mode,
    contender,
    ...times,
    fixed(rate, rate < 10 ? 2 : 0),
    fixed(weightTime(item, measurement), 1),
    samplesCount,
    rounds,
  ];
}

function times(cases: readonly CaseReport[]): string {
  const header = [
    "shape",
    "mode",
    "contender",
    "p50 us",
    "p99 us",
    "min us",
    "epochs a second",
    "ns per stored weight",
    "epochs",
    "rounds",
  ];
  return table(
    3,
    header,
    cases.flatMap((item) => item.measurements.map((measurement) => timeRow(item, measurement))),
  );
}

/** How many times as fast `wasm` is as each of the others, one line a case. */
export function ratioTable(cases: readonly CaseReport[]): string {
  const there = YARDSTICKS.filter((name) => cases.some((item) => measurementOf(item, name) !== undefined));
  const rows = cases.map((item) => [
    item.case.shape,
    item.case.mode,
    item.case.weights,
    ...there.map((name) => shortRatio(ratio(item, "wasm", name))),
  ]);
  return table(2, ["shape", "mode", "weights", ...there], rows);
}

/** Of the states that are hard for a layout, what an epoch takes over what it takes on the general path. */
export function pathTable(cases: readonly CaseReport[]): string | null {
  const rows = cases
    .filter((item) => item.case.kind === "hostile" || item.case.kind === "sparse")
    .map((item) => [item.case.shape, item.case.mode, item.case.weights, fixed(ratio(item, "general", "wasm"), 2)]);
  return rows.length === 0 ? null : table(2, ["shape", "mode", "weights", "times the general path's time"], rows);
}

/** Of those that were measured at both sizes; null where nobody was. */
export function flatnessTable(cases: readonly CaseReport[]): string | null {
  const contenders = [...new Set(cases.flatMap((item) => item.measurements.map(({ contender }) => contender)))];
  const rows = contenders.map((contender) => [contender, ...MODES.map((mode) => fixed(flatness(cases, contender, mode), 2))]);
  const measured = rows.filter(([, ...values]) => values.some((value) => value !== null));
  return measured.length === 0 ? null : table(1, ["contender", ...MODES], measured);
}

export function memoryTable(cases: readonly CaseReport[]): string {
  const rows = cases.map((item) => {
    const cells = WASM.flatMap((name) => {
      const bytes = measurementOf(item, name)?.memoryBytes ?? null;
      return [bytes, fixed(bytes && bytes / item.case.weights, 1)];
    });
    return [item.case.shape, item.case.mode, ...cells];
  });
  return table(2, ["shape", "mode", ...WASM.flatMap((name) => [`${name} bytes`, "per stored weight"])], rows);
}

export function startUpTable({ samples }: StartUp): string {
  const rows = LOADERS.map((loader) => {
    const medians = START_UP_PARTS.map((part) => fixed(median(samples[loader].map((times) => times[part])) / 1e6, 2));
    return [`\`${loader}\``, ...medians, samples[loader].length];
  });
  return table(1, ["by", ...START_UP_PARTS.map((part) => `${part} ms`), "rounds"], rows);
}

/** Shares of the samples, and of the time for each stored weight; null where no profile tells the stages apart. */
export function stageTable(cases: readonly CaseReport[]): string | null {
  const columns = cases.flatMap((item) => {
    const measurement = measurementOf(item, "wasm");
    const samples = item.stages?.samples;
    if (!measurement || !samples) return [];
    const counts = STAGES.map((stage) => samples[stage]);
    const whole = weightTime(item, measurement);
    const weightTimes = counts.map((count) => (count / sampleCount(samples)) * whole);
    return [{ name: `${item.case.shape} ${item.case.mode}`, percent: percentages(counts), weightTimes, whole }];
  });
  if (columns.length === 0) return null;
  const header = ["stage", "bound by", ...columns.flatMap(({ name }) => [`${name} %`, "ns"])];
  const rows = STAGES.map((stage, i) => [
    stage,
    BOUNDS[stage],
    ...columns.flatMap(({ percent, weightTimes }) => [percent[i]!, fixed(weightTimes[i], 2)]),
  ]);
  return table(2, header, [...rows, ["all", null, ...columns.flatMap(({ whole }) => ["100.0", fixed(whole, 2)])]]);
}

function stageSection(cases: readonly CaseReport[]): string[] {
  if (cases.every(({ stages }) => stages === null)) return [];
  const found = stageTable(cases);
  return [
    "## Times by stage",
    ...(found === null
      ? ["The profiles name no function of WebAssembly: this engine does not tell them apart."]
      : [
          "Where `wasm` spends an epoch: percent of a sampling profile, taken after the times, and that share of the ns per stored weight above.",
          found,
        ]),
  ];
}

export function markdown(report: Report): string {
  const { cases, sizes, startUp } = report;
  const gap = missing(report);
  const notes = new Set(cases.flatMap((item) => item.notes));
  const flat = flatnessTable(cases);
  const paths = pathTable(cases);
  return (
    [
      "# Epoch benchmark",
      ...(gap === null ? [] : [`**This report is ${gap}. The run was not over when it was written.**`]),
      `Node ${report.node} on ${report.processor}, ${report.processors} of them, one thread; ${report.date.slice(0, 10)}. Load over a minute: ${report.load
        .map((load) => load.toFixed(1))
        .join(" before, ")} at the end.
Times are of the whole \`yuma.epoch(state, { views: true })\` call: checks, copy in, kernels. All contenders of a case gave the
same digest and took turns round by round; only ratios within a case mean something, as the machine's speed drifts.`,
      report.programs.map(({ name, compiled, skipped }) => `- \`${name}\`: ${compiled ?? `**SKIPPED**, ${skipped}`}`).join("\n"),
      ...(drawnCases(report).length === 0 ? [] : ["![time per stored weight](epoch.svg)"]),
      "## Times",
      times(cases),
      "Of all epochs of all rounds; epochs a second by the p50.",
      ...notes,
      "## Ratios",
      "How many times as fast `wasm` is as the others in the same round, median over the rounds:",
      ratioTable(cases),
      ...(paths === null
        ? []
        : ["What the path that is chosen takes of the general path's time, where a layout has it hard; at most 1.2 is aimed at:", paths]),
      ...(flat === null
        ? []
        : ["Flatness: ns per stored weight at 4096 x 4096 over that at 64 x 256 (two cases, so the machine's drift is in it):", flat]),
      ...stageSection(cases),
      "## Memory",
      "WebAssembly memory of a fresh instance after one epoch. It never shrinks, and the state and the result outside are not in it.",
      memoryTable(cases),
      "## Start-up",
      `The built package in fresh processes, without Node's own start: import, load and first epoch (${startUp.case.shape}, ${startUp.case.mode}), medians.`,
      startUpTable(startUp),
      table(
        1,
        ["file", "bytes", "gzip bytes"],
        sizes.map(({ what, bytes, gzipBytes }) => [what, bytes, gzipBytes]),
      ),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}
