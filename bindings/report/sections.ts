import { textTable } from "./table.js";

/** A part of a report, in words and one table: written once for the terminal and for a page. */
export interface Section {
  /** its title */
  heading: string;
  /** sentences */
  lines: readonly string[];
  /** below the sentences */
  table?: SectionTable;
}

/** A table in words: cells are text as it is shown. */
export interface SectionTable {
  /** names of the columns */
  header: readonly string[];
  /** cells as text */
  rows: readonly (readonly string[])[];
  /** the first columns that are text */
  names: number;
  /** what the rows sum to, and what is left out of them */
  after?: readonly string[];
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

export function sectionText({ heading, lines, table }: Section): string {
  const shown = table === undefined || table.rows.length === 0 ? [] : [textTable([table.header, ...table.rows], table.names)];
  return [heading, ...[...lines, ...shown, ...(table?.after ?? [])].map(indented)].join("\n");
}

/** Raw I32F32 as a decimal fraction, for reading. */
export function fraction(rawX32: bigint): string {
  return (Number(rawX32) / 2 ** 32).toFixed(6);
}

/** The same with its exact raw bits beside it. */
export function exact(rawX32: bigint): string {
  return `${fraction(rawX32)} (raw ${rawX32})`;
}

export function signed(rawX32: bigint): string {
  return `${rawX32 > 0n ? "+" : ""}${fraction(rawX32)}`;
}

/** The first of a list, and in words what the others sum to; raw I32F32 unless `written` says otherwise. */
export function firstRows<T>(
  items: readonly T[],
  count: number,
  value: (item: T) => bigint,
  what: string,
  written: (sum: bigint) => string = exact,
): { shown: readonly T[]; after: string[] } {
  const rest = items.slice(count);
  const sum = rest.reduce((total, item) => total + value(item), 0n);
  return { shown: items.slice(0, count), after: rest.length === 0 ? [] : [`and ${rest.length} more with ${written(sum)} ${what}`] };
}
