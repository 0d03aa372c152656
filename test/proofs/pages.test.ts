/** Every page of docs/proofs is listed, says what it has to, and names code that cites it and tests that are there. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";

const FOLDER = "docs/proofs";
const INDEX = readFileSync(`${FOLDER}/README.md`, "utf8");
const PAGES = readdirSync(FOLDER)
  .filter((name) => name !== "README.md")
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, "utf8") }));

/** The files that a part of a page names. */
function filesIn(text: string): string[] {
  return Array.from(text.matchAll(/`((?:assembly|shaders|test)\/[\w/.]+\.\w+)`/g), ([, file]) => file!);
}

function codeOf(text: string): string[] {
  return filesIn(/^Code: [\s\S]*?(?=\n\n)/m.exec(text)?.[0] ?? "");
}

it("is listed, once, and nothing else", () => {
  const listed = Array.from(INDEX.matchAll(/^\| \[[^\]]+\]\(([\w-]+\.md)\)/gm), ([, name]) => name!);
  expect(listed.toSorted()).toEqual(PAGES.map(({ name }) => name).toSorted());
});

it.each(PAGES)("$name has a statement, a derivation, bounds, a guard and a test", ({ text }) => {
  const headings = Array.from(text.matchAll(/^## (.+)$/gm), ([, heading]) => heading);
  expect(headings).toEqual(["Statement", "Why", "Derivation", "Bound", "Guard", "Test"]);
});

it.each(PAGES)("$name names code and tests that are there", ({ text }) => {
  expect(codeOf(text).length).toBeGreaterThan(0);
  expect(filesIn(text).filter((file) => !existsSync(file))).toEqual([]);
  const [, tested] = text.split("\n## Test\n");
  expect(filesIn(tested!).some((file) => /^test\/proofs\/\w+\.test\.ts$/.test(file))).toBe(true);
});

it.each(PAGES)("$name is cited by its code", ({ name, text }) => {
  expect(codeOf(text).filter((file) => !readFileSync(file, "utf8").includes(`Proof: ${FOLDER}/${name}`))).toEqual([]);
});

it("has each test of this folder on a page", () => {
  const named = new Set(PAGES.flatMap(({ text }) => filesIn(text)));
  const tests = readdirSync("test/proofs").filter((name) => name.endsWith(".test.ts") && name !== "pages.test.ts");
  expect(tests.filter((name) => !named.has(`test/proofs/${name}`))).toEqual([]);
});
