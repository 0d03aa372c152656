/** docs/invariants.md names a test for each invariant: it is there, and the tests of invariants are all named. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const PAGE = readFileSync("docs/invariants.md", "utf8");
const NAMED = [...PAGE.matchAll(/\| `(test\/[\w/.]+)`: (.+) \|$/gm)].map(([, file, name]) => ({ file: file!, name: name! }));

/** Names of tests as their files write them. */
function testsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^ *it\(\s*"([^"]+)"/gm)].map(([, name]) => name!);
}

it("names tests that are there", () => {
  const rows = [...PAGE.matchAll(/^\| (?!what|---)/gm)].length;
  expect(NAMED.length).toBe(rows);
  expect(NAMED.length).toBeGreaterThan(25);
  expect(NAMED.filter(({ file, name }) => !testsOf(file).includes(name))).toEqual([]);
});

it("names every test of invariants", () => {
  const named = new Set(NAMED.filter(({ file }) => file === "test/invariants.test.ts").map(({ name }) => name));
  expect(testsOf("test/invariants.test.ts").filter((name) => !named.has(name))).toEqual([
    "the states are of every rule set that takes them",
  ]);
});
