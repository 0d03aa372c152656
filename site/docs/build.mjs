/**
 * Builds the documentation into build/site/docs/, beside a copy of the page. The package has to be built; what this needs
 * besides is installed here when it is not, by the lock file of this folder.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGES = `${ROOT}build/docs`;

function run(file, ...args) {
  execFileSync(process.execPath, [file, ...args], { cwd: HERE, stdio: ["ignore", "inherit", "inherit"] });
}

export function install() {
  if (!existsSync(`${HERE}node_modules/vitepress`)) execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, stdio: "inherit" });
}

/** Pages that are written by hand, with the links of a repository made those of a site. */
function copyPages() {
  rmSync(PAGES, { recursive: true, force: true });
  cpSync(`${ROOT}docs`, PAGES, { recursive: true });
  for (const path of readdirSync(PAGES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("README.md"))) {
    cpSync(`${PAGES}/${path}`, `${PAGES}/${path.replace(/README\.md$/, "index.md")}`);
    rmSync(`${PAGES}/${path}`);
  }
  cpSync(`${ROOT}CHANGELOG.md`, `${PAGES}/changelog.md`);
}

/** A section for each command, of what its `--help` prints. */
function writeCommands() {
  const help = (...args) => execFileSync(process.execPath, [`${ROOT}dist/cli/main.js`, ...args, "--help"], { encoding: "utf8" });
  const overview = help();
  const names = [...overview.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);
  const sections = names.map((name) => `## yuma ${name}\n\n\`\`\`text\n${help(name).trimEnd()}\n\`\`\`\n`);
  writeFileSync(`${PAGES}/command.md`, `# The command\n\n\`\`\`text\n${overview.trimEnd()}\n\`\`\`\n\n${sections.join("\n")}`);
}

/** A page for each entry of the package, of its docstrings. */
function writeApi() {
  run("node_modules/typedoc/bin/typedoc", "--options", "typedoc.json");
  const pages = readdirSync(`${PAGES}/api`, { recursive: true, encoding: "utf8" }).filter((name) => /\.md$/.test(name) && name !== "index.md");
  const items = pages.sort().map((name) => ({ text: name.replace(/\.md$/, ""), link: `/api/${name.replace(/\.md$/, "")}` }));
  writeFileSync(`${PAGES}/api/sidebar.json`, JSON.stringify(items));
}

export function buildDocumentation() {
  install();
  copyPages();
  writeCommands();
  writeApi();
  rmSync(`${ROOT}build/site`, { recursive: true, force: true });
  mkdirSync(`${ROOT}build/site`, { recursive: true });
  cpSync(`${ROOT}dist/site`, `${ROOT}build/site`, { recursive: true });
  run("node_modules/vitepress/bin/vitepress.js", "build", ".");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildDocumentation();
