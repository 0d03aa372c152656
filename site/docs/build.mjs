/**
 * Builds the documentation into build/site/docs/, beside a copy of the page. The package has to be built; what this needs
 * besides is installed here when it is not, by the lock file of this folder.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGES = `${ROOT}build/docs`;
const SITE = `${ROOT}build/site`;

function run(file, ...args) {
  execFileSync(process.execPath, [file, ...args], { cwd: HERE, stdio: ["ignore", "inherit", "inherit"] });
}

/** Asks the registry for what the lock file names, where it is not here. */
export function install() {
  const asked = ["ci", "--prefix", HERE, "--no-audit", "--no-fund"];
  if (!existsSync(`${HERE}node_modules/vitepress`)) execFileSync("npm", asked, { stdio: ["ignore", "inherit", "inherit"] });
}

function pagesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
}

/** A link of the repository as one of the site: what lies outside of docs/ is where the code is. */
function siteLink(target, page, repository) {
  if (/^([a-z]+:|#|\/)/.test(target)) return target;
  const [path, anchor] = target.split("#");
  const to = normalize(join(dirname(page), path));
  const there = to.startsWith("..") ? `${repository}/blob/main/${to.replace(/^(\.\.\/)+/, "")}` : path.replace(/README\.md$/, "index.md");
  return anchor === undefined ? there : `${there}#${anchor}`;
}

/** Pages that are written by hand. */
function copyPages() {
  const { repository } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  const code = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
  rmSync(PAGES, { recursive: true, force: true });
  cpSync(`${ROOT}docs`, PAGES, { recursive: true });
  cpSync(`${ROOT}CHANGELOG.md`, `${PAGES}/changelog.md`);
  for (const page of pagesOf(PAGES)) {
    const text = readFileSync(`${PAGES}/${page}`, "utf8");
    // A reason in a fence is for readers of the source and for the tests.
    const fences = text.replaceAll(/^(```[a-z]+) \(.+\)$/gm, "$1");
    writeFileSync(
      `${PAGES}/${page}`,
      fences.replaceAll(/\]\(([^)\s]+)\)/g, (_, target) => `](${siteLink(target, page, code)})`),
    );
    if (page.endsWith("README.md")) {
      cpSync(`${PAGES}/${page}`, `${PAGES}/${page.replace(/README\.md$/, "index.md")}`);
      rmSync(`${PAGES}/${page}`);
    }
  }
}

/** A section for each command behind the list of them, of what its `--help` prints. */
function writeCommands() {
  const help = (...args) => execFileSync(process.execPath, [`${ROOT}dist/cli/main.js`, ...args, "--help"], { encoding: "utf8" });
  const names = [...help().matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);
  const sections = names.map((name) => `\n## yuma ${name}\n\n\`\`\`text\n${help(name).trimEnd()}\n\`\`\`\n`);
  writeFileSync(`${PAGES}/command.md`, readFileSync(`${PAGES}/command.md`, "utf8") + sections.join(""));
}

/** A page for each entry of the package, of its docstrings; a rule that one cites is a link to its page. */
function writeApi() {
  run("node_modules/typedoc/bin/typedoc", "--options", "typedoc.json");
  const pages = pagesOf(`${PAGES}/api`).filter((name) => name !== "index.md");
  const rules = new Set(readdirSync(`${PAGES}/rules`));
  const cited = (whole, page) => (rules.has(page) ? `[${whole}](/rules/${page})` : whole);
  for (const page of pages) {
    const text = readFileSync(`${PAGES}/api/${page}`, "utf8");
    writeFileSync(`${PAGES}/api/${page}`, text.replaceAll(/(?<![\w/`([-])([a-z][\w-]*\.md)(?: \d+(?:\.\d+)?)?/g, cited));
  }
  const items = pages.sort().map((name) => ({ text: name.replace(/\.md$/, ""), link: `/api/${name.replace(/\.md$/, "")}` }));
  writeFileSync(`${PAGES}/api/sidebar.json`, JSON.stringify(items));
}

/** What a visitor sees first: the page of the package, and a way into each guide. */
function writeIndex() {
  const readme = readFileSync(`${ROOT}README.md`, "utf8")
    .replaceAll(/\]\(docs\//g, "](")
    .replaceAll(/^(```[a-z]+) \(.+\)$/gm, "$1");
  const { repository } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  const code = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
  const text = readme.replaceAll(/README\.md\)/g, "index.md)").replaceAll(/README\.zh\.md/g, `${code}/blob/main/README.zh.md`);
  writeFileSync(`${PAGES}/index.md`, text);
}

export function buildDocumentation() {
  install();
  copyPages();
  writeCommands();
  writeApi();
  writeIndex();
  rmSync(SITE, { recursive: true, force: true });
  mkdirSync(SITE, { recursive: true });
  cpSync(`${ROOT}dist/site`, SITE, { recursive: true });
  // What the generator's own code in a page imports is looked for from where the page lies.
  symlinkSync(`${HERE}node_modules`, `${PAGES}/node_modules`);
  run("node_modules/vitepress/bin/vitepress.js", "build", ".");
  process.stdout.write(`The documentation is in ${relative(process.cwd(), SITE)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildDocumentation();
