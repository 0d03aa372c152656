import { markdown as benchmarkText, startUpTable } from "../gpu/markdown.js";
import { table } from "../markdown.js";
import type { AdapterReport } from "./adapter.js";
import { benchmarkOf, type DeviceReport, type StepRecord } from "./report.js";
import type { FileCounts, Results } from "./steps.js";

/** By `timeout`, and by the signal that no process survives. */
const ENDED = [124, 137];

function outcome({ exitCode, limit }: StepRecord): string {
  if (exitCode === 0) return "done";
  if (exitCode === null) return "**not begun**: no time was left";
  return ENDED.includes(exitCode) ? `**ended** after ${limit} s` : `**failed** with exit code ${exitCode}`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trim().replaceAll("```", "'''")}\n\`\`\``;
}

function adapterText({ info, found, subgroups, features, languageFeatures, limits }: AdapterReport): string {
  return [
    `${info.name}: vendor ${info.vendor || "-"}, architecture ${info.architecture || "-"}, device ${info.device || "-"}, ${info.description || "no description"}.
Subgroups: ${subgroups === null ? "not said" : `${subgroups.least} to ${subgroups.most}`}.`,
    fenced(found),
    `Features: ${features.join(", ")}.`,
    `Features of WGSL: ${languageFeatures.join(", ")}.`,
    table(1, ["limit", "value"], Object.entries(limits)),
  ].join("\n\n");
}

function vectorsText(files: readonly FileCounts[]): string {
  const rows = files.map(({ file, equal, different, outOfScope }) => [file, equal, different.length, outOfScope.length]);
  const sum = (column: number) => rows.reduce((total, row) => total + (row[column] as number), 0);
  const different = files.flatMap((counts) => counts.different.map((line) => `${counts.file}: ${line}`));
  return [
    table(1, ["file", "equal", "different", "out of scope"], [...rows, ["all", sum(1), sum(2), sum(3)]]),
    ...(different.length === 0 ? [] : [fenced(different.join("\n"))]),
  ].join("\n\n");
}

function answersText({ vectors, fuzz, arithmetic }: Partial<Results>): string {
  return [
    "### Vectors",
    vectors === undefined ? "None was run." : vectorsText(vectors),
    "### Generated states",
    fuzz === undefined
      ? "None was compared."
      : `${fuzz.compared} compared with WebAssembly, and ${fuzz.resident} of states held there, ${fuzz.outOfScope} out of scope: **${fuzz.different.length} different**.`,
    ...linesOf(fuzz),
    "### Arithmetic",
    arithmetic === undefined
      ? "None was compared."
      : `${arithmetic.operations} operations on ${arithmetic.pairs} pairs against BigInt: **${arithmetic.different.length} different**.`,
    ...linesOf(arithmetic),
  ].join("\n\n");
}

function linesOf(counts: { different: readonly string[] } | undefined): string[] {
  return counts === undefined || counts.different.length === 0 ? [] : [fenced(counts.different.join("\n"))];
}

function loadingText({ answer, compile }: Partial<Results>): string {
  const shaders = Object.entries(compile ?? {}).map(([stage, time]) => [stage, (time / 1e6).toFixed(1)]);
  return [
    answer === undefined ? "The device was not loaded." : startUpTable(answer),
    compile === undefined ? "The shaders were not compiled one by one." : table(1, ["shader, compiled alone", "ms"], shaders),
  ].join("\n\n");
}

export function markdown(report: DeviceReport): string {
  const { steps, results, machine, node } = report;
  const benchmark = benchmarkOf(results);
  return (
    [
      "# One device",
      "## Steps",
      table(
        2,
        ["step", "outcome", "seconds"],
        steps.map((step) => [step.name, outcome(step), step.seconds]),
      ),
      ...steps.filter(({ log }) => log !== "").map(({ name, log }) => `\`${name}\` said last:\n\n${fenced(log)}`),
      "## Answers",
      answersText(results),
      "## Loading",
      loadingText(results),
      ...(benchmark === null ? [] : [benchmarkText(benchmark).trimEnd().replaceAll(/^#/gm, "##")]),
      "## Adapter",
      results.adapter === undefined ? "None was found." : adapterText(results.adapter),
      "## Machine",
      fenced(`${node}\n${machine}`),
    ].join("\n\n") + "\n"
  );
}
