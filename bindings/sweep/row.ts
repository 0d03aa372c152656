import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { printableLines } from "../text/printable.js";
import type { Measures } from "./subject.js";

/** What has become of a point: its measures, or why it failed. */
export interface SweepRow<M extends object = Measures> {
  /** of the whole sweep, as `Sweep.id` */
  sweep: string;
  point: number;
  /** the knobs that are turned */
  knobs: Record<string, unknown>;
  measures?: M;
  error?: { code: string; message: string; path: string };
}

/** u64 as decimal strings. */
function json(value: object): string {
  return printableLines(JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item)));
}

/** How a row begins, before it has come to anything. */
export function rowStart({ sweep, point, knobs }: Pick<SweepRow, "sweep" | "point" | "knobs">): string {
  return json({ sweep, point, knobs }).slice(0, -1);
}

/** A row as a line of JSON, without its end. Its last field is the first eight hex digits of the SHA-256 of the line without it. */
export function rowJson({ sweep, point, knobs, measures, error }: SweepRow<object>): string {
  const text = json({ sweep, point, knobs, ...(measures && { measures }), ...(error && { error }) });
  const check = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 8);
  return `${text.slice(0, -1)},"check":"${check}"}`;
}

/** The row of a line, null where the line is not, to the last character, one that `rowJson` gives. */
export function readRow(line: string): SweepRow | null {
  try {
    const row = JSON.parse(line) as SweepRow;
    return rowJson(row) === line ? row : null;
  } catch {
    return null;
  }
}
