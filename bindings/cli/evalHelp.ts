import { fieldTexts, formsOf } from "../functions/described.js";
import { ECONOMICS_METHODS, FUNCTIONS } from "../functions/index.js";
import type { Quantities } from "../boundary/quantities.js";
import { textColumns } from "../report/table.js";
import { UsageError, didYouMean } from "./command.js";

function fieldTable(heading: string, fields: Quantities): string {
  const texts = fieldTexts(fields);
  const typed = texts.some((text) => text.typed !== "");
  const header = [heading, ...(typed ? ["in TypeScript"] : []), "type", "unit and scale"];
  const rows = texts.map(({ path, typed: name, type, scale }) => [path, ...(typed ? [name] : []), type, scale]);
  return textColumns([header, ...rows].map((row) => row.map((cell, column) => (column === 0 ? `  ${cell}` : cell))));
}

/** The fields of one function with their types, units and scales. @throws UsageError where there is none of that name */
export function functionHelp(fn: string): string {
  if (!FUNCTIONS.includes(fn)) throw new UsageError(`no such function: ${fn}${didYouMean(fn, FUNCTIONS)}`);
  const method = ECONOMICS_METHODS.get(fn);
  const heading = method === undefined ? fn : `${fn} (${method} of yuma-consensus/economics)`;
  const forms = formsOf(fn).map((form) => `${fieldTable("in", form.in)}\n\n${fieldTable("out", form.out)}`);
  return (
    [
      heading,
      ...forms,
      "i128, u128, u64 and i64 are decimal strings (or numbers up to 2^53-1); raw bits are the number times what is one.",
    ].join("\n\n") + "\n"
  );
}
