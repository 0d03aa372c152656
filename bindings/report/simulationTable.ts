import { largest } from "../values/extremes.js";
import { readable, type Simulation, type Total } from "./simulation.js";
import type { Metric } from "./simulationMetrics.js";
import { fromRao, textTable } from "./table.js";

const MOST_NAME = 34;

function short(name: string): string {
  // Not through the middle of a pair.
  return name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1).replace(/[\ud800-\udbff]$/, "")}…` : name;
}

/** A block of totals: a line a name, a column a variant. */
interface TotalsBlock {
  title: string;
  of: Metric["of"];
  show: (total: Total) => string;
}

export const TOTALS: readonly TotalsBlock[] = [
  { title: "dividends, alpha", of: "validators", show: ({ rao }) => fromRao(rao) },
  { title: "dividends per 1,000 staked", of: "validators", show: ({ perThousand }) => perThousand?.toFixed(6) ?? "no stake" },
  { title: "incentives, alpha", of: "servers", show: ({ rao }) => fromRao(rao) },
];

/** The names, and what each got under each variant. */
export function totalsRows(
  { scenario, runs }: Pick<Simulation, "scenario" | "runs">,
  { of, show }: TotalsBlock,
): { name: string; cells: string[] }[] {
  const columns = runs.map(({ totals }) => totals.of(of, scenario));
  return columns[0]!.map(({ name }, i) => ({ name, cells: columns.map((column) => show(column[i]!)) }));
}

/** The scenario in words and what everybody got in all epochs together, for a terminal. */
export function simulationTable(simulation: Simulation): string {
  const { source, scenario, runs } = readable(simulation);
  const rows = [
    ["", ...runs.map(({ variant }) => variant.name)],
    ...TOTALS.flatMap((block) => [
      [block.title, ...runs.map(() => "")],
      ...totalsRows({ scenario, runs }, block).map(({ name, cells }) => [`  ${short(name)}`, ...cells]),
    ]),
  ];
  const width = largest(rows.map(([name]) => name!.length));
  const table = textTable(rows.map(([name, ...cells]) => [name!.padEnd(width), ...cells]));
  const story = scenario.story === "" ? [] : [wrapped(scenario.story, 96)];
  const notes = scenario.notes.length === 0 ? [] : [scenario.notes.map((note) => `note: ${note}`).join("\n")];
  return [`${scenario.title} (${source}, ${scenario.epochs} epochs)`, ...story, table, ...notes].join("\n\n");
}

function wrapped(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}
