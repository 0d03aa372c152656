import type { RetentionRow } from "../simulate/retention/index.js";
import { csvLine } from "./csv.js";
import { textTable } from "./table.js";

const COLUMNS: readonly (keyof RetentionRow)[] = ["majorStake", "majorWeight", "minorWeight", "weightDeviation", "majorEmissionRatio"];

/** RFC 4180, and the six decimals that the rows of a map are written with. */
export const RETENTION_CSV_HEADER = csvLine(COLUMNS);

export function retentionCsvRow(row: RetentionRow): string {
  return csvLine(COLUMNS.map((name) => written(row[name])));
}

export function retentionJsonRow(row: RetentionRow): string {
  return `${JSON.stringify(Object.fromEntries(COLUMNS.map((name) => [name, written(row[name])])))}\n`;
}

function written(value: number): number {
  return Number(value.toFixed(6));
}

/** Honest stakes, and the honest utility that each needs (null: not even one is enough). */
export function neededTable(needed: readonly { majorStake: number; utility: number | null }[]): string {
  const rows = needed.map(({ majorStake, utility }) => [majorStake.toFixed(2), utility === null ? "none is enough" : utility.toFixed(4)]);
  return textTable([["honest stake", "honest utility needed"], ...rows]);
}
