/** What the pages in Markdown are made of. */
import { readFileSync, readdirSync } from "node:fs";

export interface Block {
  page: string;
  language: string;
  /** why it cannot run here, as its fence says in brackets */
  reason: string | undefined;
  text: string;
}

/** The page of the package, and one for each door and what lies behind it. */
export const PAGES = ["README.md", ...readdirSync("docs/guides").map((name) => `docs/guides/${name}`)];

/** Blocks between fences, in their order. */
export function blocksOf(page: string): Block[] {
  const fences = readFileSync(page, "utf8").matchAll(/^```([a-z]*)(?: \(([^)\n]+)\))?\n(.*?)^```$/gms);
  return Array.from(fences, ([, language, reason, text]) => ({ page, language: language!, reason, text: text! }));
}

/** Prose, tables and headings: all but what is between fences. */
export function proseOf(page: string): string {
  return readFileSync(page, "utf8").replaceAll(/^```[\s\S]*?^```$/gm, "");
}
