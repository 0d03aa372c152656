import { printableLines } from "../text/printable.js";

/** A piece of HTML: what is not one is text, and escaped where it is put into one. */
export class Html {
  constructor(readonly text: string) {}
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export type Content = Html | string | number | readonly Content[];

function inserted(content: Content): string {
  if (content instanceof Html) return content.text;
  if (typeof content === "object") return content.map(inserted).join("");
  return printableLines(String(content)).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** A template of HTML whose values are pieces of HTML, lists of them, or text to be escaped. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(strings.reduce((text, string, i) => text + inserted(values[i - 1]!) + string));
}
