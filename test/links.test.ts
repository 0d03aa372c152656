/** Every relative link of a text leads somewhere; from a text of the package into the package. */
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

const LOOSE = readdirSync(".").filter((file) => file.endsWith(".md"));
const DOCS = readdirSync("docs", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md"))
  .map((file) => join("docs", file));

/** What `files` of package.json takes beside what npm always does. */
const SHIPPED = /^(README(\.zh)?\.md|LICENSE|CHANGELOG\.md|package\.json|dist\/|docs\/|examples\/)/;

interface Link {
  page: string;
  to: string;
  anchor: string | undefined;
}

function linksOf(page: string): Link[] {
  const text = readFileSync(page, "utf8").replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path, anchor] = target.split("#");
      return { page, to: path === "" ? page : normalize(join(dirname(page), path!)), anchor };
    });
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): string[] {
  const headings = readFileSync(page, "utf8").matchAll(/^#+ (.*)$/gm);
  return Array.from(headings, ([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

const links = [...LOOSE, ...DOCS].flatMap(linksOf);

it("every relative link leads to a file, and to a heading where it names one", () => {
  expect(links.length).toBeGreaterThan(30);
  const broken = links.filter(
    ({ to, anchor }) => !existsSync(to) || (anchor !== undefined && (!statSync(to).isFile() || !anchorsOf(to).includes(anchor))),
  );
  expect(broken).toEqual([]);
});

it("what the package ships links to what it ships", () => {
  const outside = links.filter(({ page, to }) => SHIPPED.test(page) && !SHIPPED.test(to));
  expect(outside).toEqual([]);
});

it("every page of the rules is linked from their list", () => {
  const listed = new Set(linksOf("docs/rules/README.md").map(({ to }) => to));
  const pages = DOCS.filter((page) => page.startsWith("docs/rules/") && page !== "docs/rules/README.md");
  expect(pages.filter((page) => !listed.has(page))).toEqual([]);
});
