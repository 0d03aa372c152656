/** The documentation as `npm run docs` builds it: every export is documented, no link is dead, and no page asks anything of others. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeEngine } from "./engines/describeEngine.js";
import { Missing } from "./engines/engines.js";

const HERE = "site/docs";
const SITE = "build/site";

/** The generators, by their own lock file: apart from the package's, so that its users' audits know nothing of them. */
function findGenerators(): { version: string } | Missing {
  const manifest = join(HERE, "node_modules/vitepress/package.json");
  if (!existsSync(manifest)) {
    const { status, stderr } = spawnSync("npm", ["ci", "--prefix", HERE, "--no-audit", "--no-fund"], { encoding: "utf8" });
    if (status !== 0) return new Missing(`npm ci --prefix ${HERE}: ${stderr.trim().split("\n").at(-1)}`);
  }
  return JSON.parse(readFileSync(manifest, "utf8"));
}

/** Files of a folder and below it whose names end so. */
function filesOf(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name));
}

it("has a page of every entry of the package that has types", () => {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, { types?: string } | string> };
  const { entryPoints } = JSON.parse(readFileSync(join(HERE, "typedoc.json"), "utf8")) as { entryPoints: string[] };
  const sources = Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === "string" ? undefined : target.types;
    // The script of the pool's workers exports nothing, and the modules are bytes.
    if (types === undefined || entry === "./pool/worker" || types.startsWith("./dist/wasm/")) return [];
    return [types.replace("./dist/", "../../bindings/").replace(/\.d\.ts$/, ".ts")];
  });
  expect(entryPoints.toSorted()).toEqual([...new Set(sources)].toSorted());
  for (const path of entryPoints) expect(readFileSync(join(HERE, path), "utf8")).toMatch(/^ \* @module yuma-consensus(\/[\w/]+)?$/m);
});

describeEngine("the documentation, by VitePress", findGenerators(), () => {
  it("has a configuration that compiles", () => {
    const { status, stdout } = spawnSync(process.execPath, [join(HERE, "node_modules/typescript/bin/tsc"), "-p", HERE], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  it("is built without a dead link, and documents every export", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(HERE, "build.mjs")], { encoding: "utf8" });
    const warnings = (stdout + stderr).split("\n").filter((line) => line.includes("[warning]") || line.includes("dead link"));
    expect({ status, warnings }).toEqual({ status: 0, warnings: [] });
  });

  it("has the playground, every page, and an index for the search", () => {
    const pages = filesOf("docs", ".md").map((path) =>
      path.replace(/(README)?\.md$/, (_, readme) => (readme === undefined ? ".html" : "index.html")),
    );
    for (const page of [...pages, "docs/index.html", "docs/command.html", "docs/api/yuma-consensus/chain.html"])
      expect(existsSync(join(SITE, page))).toBe(true);
    expect(existsSync(join(SITE, "index.html"))).toBe(true);
    expect(filesOf(join(SITE, "docs/assets"), ".js").some((path) => /localSearchIndex/.test(path))).toBe(true);
    expect(readFileSync(join(SITE, "docs/command.html"), "utf8")).toContain("yuma retention");
  });

  it("asks nothing of other origins", () => {
    const pages = filesOf(SITE, ".html");
    expect(pages.length).toBeGreaterThan(40);
    // Whatever a browser fetches by itself; a link is followed by whoever clicks it.
    const fetched = /<(?:script|img|iframe|source|link|video|audio)\b[^>]*\b(?:src|href|srcset)="((?:https?:)?\/\/[^"]+)"/g;
    const asked = pages.flatMap((page) => [...readFileSync(page, "utf8").matchAll(fetched)].map(([, address]) => `${page}: ${address}`));
    const styled = filesOf(SITE, ".css").flatMap(
      (path) => readFileSync(path, "utf8").match(/(?:url\(["']?|@import ["'])(?:https?:)?\/\/[^)"']*/g) ?? [],
    );
    expect({ asked, styled }).toEqual({ asked: [], styled: [] });
  });
});
