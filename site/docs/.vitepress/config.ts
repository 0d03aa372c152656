/** The documentation's pages: `docs/` in Markdown, with what build.mjs made of the command's help and the docstrings. */
import { readFileSync } from "node:fs";
import { defineConfig } from "vitepress";

const { version, repository } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

/** Headings of the API's pages, written by build.mjs. */
const api = JSON.parse(readFileSync(new URL("../../../build/docs/api/sidebar.json", import.meta.url), "utf8"));

export default defineConfig({
  title: "yuma-consensus",
  description: "The bit-exact Yuma consensus core of the Bittensor network.",
  base: process.env["SITE_BASE"] ?? "/docs/",
  srcDir: "../../build/docs",
  outDir: "../../build/site/docs",
  cacheDir: "../../build/docs-cache",
  cleanUrls: false,
  // Placeholders in angle brackets are text.
  markdown: { html: false },
  // Every link is followed when the pages are built: a dead one ends the build.
  ignoreDeadLinks: false,
  // Nothing is asked of anybody: the search runs in the page, and the fonts are the reader's own.
  themeConfig: {
    search: { provider: "local" },
    nav: [
      // Beside these pages, not one of them.
      { text: "Playground", link: "/../index.html", target: "_self" },
      { text: "Guides", link: "/guides/embed" },
      { text: "Rules", link: "/rules/" },
      { text: "API", link: "/api/" },
      { text: version, link: "/changelog" },
    ],
    sidebar: [
      {
        text: "Guides",
        items: [
          { text: "Embed", link: "/guides/embed" },
          { text: "Audit", link: "/guides/audit" },
          { text: "Benchmark", link: "/guides/benchmark" },
          { text: "Simulate", link: "/guides/simulate" },
          { text: "Replay an epoch", link: "/guides/replay" },
          { text: "Import a file", link: "/guides/import" },
          { text: "Write a state", link: "/guides/state" },
          { text: "Many epochs at once", link: "/guides/batches" },
          { text: "Browsers and bundlers", link: "/guides/browser" },
        ],
      },
      {
        text: "Proof",
        items: [
          { text: "How the numbers are proven", link: "/proof" },
          { text: "Invariants", link: "/invariants" },
          { text: "Proofs", collapsed: true, items: pagesOf("proofs") },
        ],
      },
      {
        text: "Reference",
        items: [
          { text: "The command", link: "/command" },
          { text: "Interface for hosts", link: "/interface" },
          { text: "Glossary", link: "/glossary" },
          { text: "Changelog", link: "/changelog" },
        ],
      },
      { text: "Rules", collapsed: true, items: pagesOf("rules") },
      { text: "API", collapsed: true, items: api },
    ],
    socialLinks: [{ icon: "github", link: repository.url.replace(/^git\+/, "").replace(/\.git$/, "") }],
  },
});

/** In the order in which a folder's own page lists them. */
function pagesOf(folder: string): { text: string; link: string }[] {
  const index = readFileSync(new URL(`../../../docs/${folder}/README.md`, import.meta.url), "utf8");
  const pages = [...index.matchAll(/\[([^\]]+)\]\((?:\.\/)?([\w-]+)\.md\)/g)].map(([, text, page]) => ({
    text: text!,
    link: `/${folder}/${page}`,
  }));
  return [{ text: "Overview", link: `/${folder}/` }, ...pages];
}
