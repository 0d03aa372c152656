import { table } from "../markdown.js";
import type { Count } from "./counts.js";

/** One line a case; of several modules each beside the first. */
export function countTable(modules: readonly string[], counts: readonly Count[]): string {
  const hasGeneral = counts.some(({ general }) => general !== null);
  const several = modules.length > 1;
  const columns = modules.flatMap((path, i) => [
    several ? `kernel, ${path}` : "kernel",
    several ? `whole call, ${path}` : "whole call",
    ...(i > 0 ? ["kernel, times the first"] : []),
  ]);
  const rows = counts.map(({ shape, mode, weights, kernel, whole, general }) => [
    shape,
    mode,
    weights,
    ...modules.flatMap((_, i) => [kernel[i]!.toFixed(1), whole[i]!.toFixed(1), ...(i > 0 ? [(kernel[i]! / kernel[0]!).toFixed(3)] : [])]),
    ...(hasGeneral ? (general === null ? [null, null] : [general.toFixed(1), (kernel[0]! / general).toFixed(2)]) : []),
  ]);
  return table(2, ["shape", "mode", "weights", ...columns, ...(hasGeneral ? ["general path", "kernel, times that"] : [])], rows);
}

/** What a function takes at least of some case to have a line, instructions for each stored weight. */
const LEAST = 0.5;

/** What each function of a module takes, the most first; `names` are those of the functions by their index. */
export function functionTable(
  module: string,
  names: readonly string[],
  sums: readonly ReadonlyMap<number | null, number>[],
  cases: readonly { shape: string; mode: string }[],
): string[] {
  const indices = [...new Set(sums.flatMap((of) => [...of.keys()]))];
  const most = (index: number | null) => Math.max(...sums.map((of) => of.get(index) ?? 0));
  const lines = indices.filter((index) => most(index) >= LEAST).sort((a, b) => most(b) - most(a));
  const nameOf = (index: number | null) => (index === null ? "outside of the module" : `\`${names[index] ?? `function ${index}`}\``);
  const rows = lines.map((index) => [nameOf(index), ...sums.map((of) => (of.get(index) ?? 0).toFixed(1))]);
  return [
    `The kernel's by function, \`${module}\`; what the compiler has inlined counts as its caller:`,
    table(1, ["function", ...cases.map(({ shape, mode }) => `${shape} ${mode}`)], rows),
  ];
}
