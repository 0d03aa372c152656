/** The README is a page long, and the same in both languages. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { blocksOf, proseOf } from "./markdown.js";

const [ENGLISH, CHINESE] = ["README.md", "README.zh.md"] as const;
/** What is the same in every language: code in the prose, link targets, rows and levels; numbers too, in whatever order. */
function shapeOf(page: string) {
  const prose = proseOf(page);
  return {
    blocks: blocksOf(page).map(({ language, reason, text }) => ({ language, reason, text })),
    code: [...prose.matchAll(/`([^`]+)`/g)].map(([, code]) => code),
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => !/^README/.test(target)),
    numbers: [...prose.matchAll(/\d[\d,.]*\d|\d/g)].map(([number]) => number).toSorted(),
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, level]) => level),
    items: [...prose.matchAll(/^(?:- |\|)/gm)].length,
  };
}

it("has at most 160 lines", () => {
  for (const page of [ENGLISH, CHINESE]) expect(readFileSync(page, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(160);
});

it("says the same in Chinese: blocks, commands, numbers, links, headings and items", () => {
  const shape = shapeOf(ENGLISH);
  expect(shape.numbers.length).toBeGreaterThan(20);
  expect(shapeOf(CHINESE)).toEqual(shape);
});

it("has its picture, and links each language from the other", () => {
  for (const [page, other] of [
    [ENGLISH, CHINESE],
    [CHINESE, ENGLISH],
  ] as const) {
    expect(readFileSync(page, "utf8")).toContain(`](${other})`);
    expect(readFileSync(page, "utf8")).toContain("](docs/playground.png)");
  }
});
