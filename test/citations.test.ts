/** Every rule that a comment cites is in docs/rules: `bonds.md 3` is section 3 of bonds.md, `bonds.md 3.2` item 2 of its list. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const PAGES = new Map(readdirSync("docs/rules").map((page) => [page, sectionsOf(readFileSync(`docs/rules/${page}`, "utf8"))]));

/** The numbers of a page's sections, `3`, and of the items of their lists, `3.2`. */
function sectionsOf(text: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  let section = "";
  for (const line of text.split("\n")) {
    const heading = /^## (?:(\d+)\.)?/.exec(line);
    if (heading !== null) section = heading[1] ?? "";
    const item = /^(\d+)\. /.exec(line);
    if (section === "") continue;
    numbers.add(item === null ? section : `${section}.${item[1]}`);
  }
  return numbers;
}

const ROOMS = ["assembly", "bindings", "shaders", "test", "bench"];
const SOURCES = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|wgsl|c|h|mjs)$/.test(file) && !file.startsWith("vectors") && file !== "citations.test.ts")
    .map((file) => join(room, file)),
);

/** `bonds.md 3, 4.2` and `bonds.md 3 and 4` cite two sections of one page. */
const CITATION = /(?<![\w./-])([a-z][\w-]*)\.md\b((?: \d+(?:\.\d+)?(?:(?:,| and) \d+(?:\.\d+)?)*)?)/g;

interface Citation {
  where: string;
  page: string;
  numbers: string[];
}

function citationsIn(text: string, where: string): Citation[] {
  return [...text.matchAll(CITATION)].map(([, page, numbers]) => ({
    where,
    page: `${page}.md`,
    numbers: numbers!.match(/\d+(?:\.\d+)?/g) ?? [],
  }));
}

function unresolved({ where, page, numbers }: Citation): string[] {
  const sections = PAGES.get(page);
  if (sections === undefined) return [`${where}: no page ${page}`];
  return numbers.filter((number) => !sections.has(number)).map((number) => `${where}: no ${number} in ${page}`);
}

describe("citations", () => {
  it("in the code are of a page of docs/rules and a section in it", () => {
    const found = SOURCES.flatMap((file) => citationsIn(readFileSync(file, "utf8"), file));
    expect(found.length).toBeGreaterThan(150);
    expect(found.flatMap(unresolved)).toEqual([]);
  });

  it("between the pages resolve too", () => {
    const found = [...PAGES.keys()].flatMap((page) =>
      citationsIn(readFileSync(`docs/rules/${page}`, "utf8"), page).filter(({ numbers }) => numbers.length > 0),
    );
    expect(found.length).toBeGreaterThan(20);
    expect(found.flatMap(unresolved)).toEqual([]);
  });

  it("are noticed where they do not", () => {
    expect(citationsIn("see bonds.md 3, 99 and nowhere.md 1.", "x").flatMap(unresolved)).toEqual([
      "x: no 99 in bonds.md",
      "x: no page nowhere.md",
    ]);
  });
});
