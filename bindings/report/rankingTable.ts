import { textTable } from "./table.js";
import { rounded } from "../sweep/subject.js";
import type { Ranking } from "../sweep/presets.js";
import type { SweepRow } from "../sweep/row.js";

interface Group {
  knobs: Record<string, unknown>;
  values: number[][];
  failed: number;
}

/** Points that differ in nothing but the repeated knob, their measures' means, the best first, at most `most` of them. */
export function rankingTable(rows: Iterable<SweepRow>, { over, measures }: Ranking, most: number): string {
  const groups = new Map<string, Group>();
  for (const { knobs, measures: measured } of rows) {
    const { [over]: _, ...turned } = knobs;
    const key = JSON.stringify(turned, (_name, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    const group = groups.get(key) ?? { knobs: turned, values: [], failed: 0 };
    groups.set(key, group);
    if (measured === undefined) group.failed++;
    // JSON has null for what is not a number: a share of nothing.
    else group.values.push(measures.map((name) => Number(measured[name] ?? NaN)));
  }
  const mean = ({ values }: Group, measure: number) => rounded(values.reduce((sum, row) => sum + row[measure]!, 0) / values.length);
  const order = (value: number) => (Number.isNaN(value) ? -Number.MAX_VALUE : value);
  const ranked = [...groups.values()].filter(({ values }) => values.length > 0).sort((a, b) => order(mean(b, 0)) - order(mean(a, 0)));
  const names = Object.keys(ranked[0]?.knobs ?? {});
  const shown = ranked
    .slice(0, most)
    .map((group, place) => [
      String(place + 1),
      ...names.map((name) => String(group.knobs[name])),
      ...measures.map((_, i) => mean(group, i).toFixed(4)),
      String(group.values.length),
      ...(group.failed > 0 ? [String(group.failed)] : [""]),
    ]);
  const more = ranked.length > most ? `\n… and ${ranked.length - most} more` : "";
  return textTable([["", ...names, ...measures, "points", "failed"], ...shown]) + more;
}
