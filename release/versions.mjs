/** Whether all packages are of one version, which the changelog has and the tag names: `node release/versions.mjs [TAG]`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where each package says its version: the first group of the pattern. */
const PLACES = {
  "package-lock.json": /^\{\s*"name": "yuma-consensus",\s*"version": "([^"]+)"/,
  "packages/vectors/package.json": /"version": "([^"]+)"/,
  "hosts/rust/Cargo.toml": /^\[package\][^[]*?^version = "([^"]+)"/m,
  "hosts/rust/Cargo.lock": /^name = "yuma-consensus"\nversion = "([^"]+)"/m,
  "hosts/python/pyproject.toml": /^\[project\][^[]*?^version = "([^"]+)"/m,
  "hosts/java/pom.xml": /<artifactId>yuma-consensus<\/artifactId>\s*<version>([^<]+)<\/version>/,
  "hosts/c/CMakeLists.txt": /^project\(yuma VERSION (\S+)/m,
};

const SEMANTIC = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** What is said of a version in the changelog: its heading's end, and the text up to the next one. */
export function changes(changelog, version) {
  const section = changelog.split(/^## /m).find((text) => text.split(/\s/, 1)[0] === version);
  if (section === undefined) return null;
  const [heading, ...lines] = section.split("\n");
  return { heading, text: lines.join("\n").trim() };
}

/**
 * What does not agree, a line each; none where a release may be made.
 * @param {string} root the repository's folder
 * @param {string} [tag] the tag of a release, "v" and the version; a version that is released has a date in the changelog
 */
export function disagreements(root, tag) {
  const read = (path) => readFileSync(join(root, path), "utf8");
  const { version } = JSON.parse(read("package.json"));
  const found = [];
  if (!SEMANTIC.test(version)) found.push(`package.json: ${version} is no version`);
  for (const [path, pattern] of Object.entries(PLACES)) {
    const [, there = "no version"] = pattern.exec(read(path)) ?? [];
    if (there !== version) found.push(`${path}: ${there}, and package.json has ${version}`);
  }
  const said = changes(read("CHANGELOG.md"), version);
  if (said === null || said.text === "") found.push(`CHANGELOG.md: nothing of ${version}`);
  else if (tag !== undefined && !/\d{4}-\d{2}-\d{2}$/.test(said.heading)) found.push(`CHANGELOG.md: "${said.heading}" has no date`);
  if (tag !== undefined && tag !== `v${version}`) found.push(`the tag is ${tag}, and package.json has ${version}`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = disagreements(fileURLToPath(new URL("..", import.meta.url)), process.argv[2]);
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
