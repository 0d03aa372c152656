/** What a spreadsheet may take for a formula where a cell begins with it, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** What ends a cell, here or in a spreadsheet that separates otherwise. */
const SEPARATOR = /[",;\t\r\n]/;

/**
 * A line of RFC 4180. A text that a spreadsheet might run as a formula gets an apostrophe in front; numbers are written
 * as they are, whatever their sign.
 */
export function csvLine(cells: readonly (string | number | bigint)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string | number | bigint): string {
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return SEPARATOR.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
