import type { Series } from "../engine/protocol.js";
import { nameOf, type Document } from "./document.js";

/** A cell of RFC 4180; text that a spreadsheet would run as a formula has an apostrophe in front. */
function cell(value: string | number | bigint): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line for each uid in each epoch, exact: u16 proportions and rao. */
export function seriesCsv(doc: Document, series: Series): string {
  const lines = ["epoch,uid,name,stakeWeight,consensus,incentive,dividends,validatorTrust,emission"];
  for (let epoch = 0; epoch < series.epochs; epoch++) {
    for (let uid = 0; uid < series.n; uid++) {
      const at = epoch * series.n + uid;
      const { stakeWeight, consensus, incentive, dividends, validatorTrust, emission } = series;
      const values = [stakeWeight[at]!, consensus[at]!, incentive[at]!, dividends[at]!, validatorTrust[at]!, emission[at]!];
      lines.push([epoch, uid, nameOf(doc, uid), ...values].map(cell).join(","));
    }
  }
  return `${lines.join("\r\n")}\r\n`;
}
