/** The vectors as a package of their own: the same bytes each time, as its manifest and schemas say, and what a stranger runs. */
import { createHash } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vectorFiles } from "../../bindings/files/read.js";
import { scratchFolder } from "../engines/bundle.js";
import { ROOT } from "../engines/engines.js";

interface ManifestFile {
  path: string;
  kind: string;
  functions: string[];
  ruleSets: string[];
  cases: number;
  bytes: number;
  sha256: string;
  source: string;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the package of the vectors", () => {
  const folder = scratchFolder("vectors");
  const unpacked = join(folder, "package");
  let files: ManifestFile[];
  let archive: Buffer;
  const read = (path: string) => readFileSync(join(unpacked, path));
  const text = (path: string) => String(path.endsWith("gz") ? gunzipSync(read(path)) : read(path));
  const json = (path: string) => JSON.parse(text(path));
  const schema = (name: string) => new Ajv().compile<any>(json(`schemas/${name}.schema.json`));

  /** Packed from another folder, as by another person. */
  function packElsewhere(): Buffer {
    const elsewhere = scratchFolder("elsewhere");
    for (const path of ["packages/vectors", "test/vectors", "LICENSE"])
      cpSync(join(ROOT, path), join(elsewhere, path), { recursive: true });
    execFileSync(process.execPath, ["packages/vectors/pack.mjs"], { cwd: elsewhere, env: { ...process.env, TZ: "Asia/Tokyo" } });
    const [name] = readdirSync(join(elsewhere, "build"));
    const bytes = readFileSync(join(elsewhere, "build", name!));
    rmSync(elsewhere, { recursive: true });
    return bytes;
  }

  beforeAll(() => {
    const told = execFileSync(process.execPath, [join(ROOT, "packages/vectors/pack.mjs")], { encoding: "utf8" });
    const [, path] = /^(build\/yuma-consensus-vectors-\d+\.\d+\.\d+\.tgz): /.exec(told)!;
    archive = readFileSync(join(ROOT, path!));
    execFileSync("tar", ["-xzf", join(ROOT, path!), "-C", folder]);
    ({ files } = json("manifest.json"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is the same bytes wherever it is packed", () => {
    expect(sha256(packElsewhere())).toBe(sha256(archive));
  });

  it("is one that npm takes, of the version that the other package has", () => {
    const { name, version, license } = json("package.json");
    const { version: ours, license: oursToo } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect([name, version, license]).toEqual(["yuma-consensus-vectors", ours, oursToo]);
    const { status, stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: unpacked, encoding: "utf8" });
    expect(status).toBe(0);
    const packed = (JSON.parse(stdout) as { files: { path: string }[] }[])[0]!.files.map(({ path }) => path);
    expect(packed).toEqual(expect.arrayContaining(["LICENSE", "README.md", "manifest.json", ...files.map(({ path }) => path)]));
  });

  it("has a manifest that is as its schema says, and names every file with its sum", () => {
    const valid = schema("manifest");
    const manifest = json("manifest.json");
    expect([valid(manifest), valid.errors]).toEqual([true, null]);
    expect(valid({ ...manifest, files: [{ ...files[0], sha256: "x" }] })).toBe(false);
    const there = readdirSync(join(unpacked, "vectors"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
      .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1));
    expect(files.map(({ path }) => path)).toEqual(there.sort());
    for (const file of files) {
      expect(Object.keys(manifest.sources)).toContain(file.source);
      expect([file.path, sha256(read(file.path)), read(file.path).length]).toEqual([file.path, file.sha256, file.bytes]);
    }
    expect(manifest.cases).toBe(files.reduce((sum, { cases }) => sum + cases, 0));
  });

  it("has lines and a recipe that are as their schemas say, as many as the manifest counts", () => {
    const [line, recipe] = [schema("line"), schema("recipe")];
    for (const { path, kind, cases, functions, ruleSets } of files) {
      if (kind === "recipe") expect([recipe(json(path)), recipe.errors, json(path).cases.length]).toEqual([true, null, cases]);
      if (!["cases", "scenario-results"].includes(kind)) continue;
      const lines = text(path)
        .trimEnd()
        .split("\n")
        .map((one): any => JSON.parse(one));
      expect([path, lines.length]).toEqual([path, cases]);
      for (const one of lines) {
        if (!line(one)) throw new Error(`${path}: ${JSON.stringify(line.errors)}`);
        if (kind === "cases" && !functions.includes(one.fn)) throw new Error(`${path}: ${one.fn} is not in the manifest`);
        if (typeof one.in?.ruleSet === "string" && !ruleSets.includes(one.in.ruleSet)) throw new Error(`${path}: ${one.in.ruleSet}`);
      }
    }
    for (const wrong of [{ fn: "x", in: {} }, { fn: "x", in: {}, out: null }, { fn: "x", in: { a: 1.5 }, out: {} }, { scenario: "x" }])
      expect([wrong, line(wrong)]).toEqual([wrong, false]);
    expect(recipe({ recipe: {}, cases: [] })).toBe(false);
  });

  it("comes out equal, as a stranger runs it", () => {
    // One file of every kind of function; the whole of it is what `npm run verify` runs.
    const some = [
      "arithmetic/exp",
      "economics/root_epoch",
      "epoch/basic",
      "history/epoch-127",
      "history/subnet-320",
      "newer-rules/epoch-null",
    ];
    const paths = [...some, "scenarios/expected"].map((name) => `vectors/${name}.jsonl.gz`);
    const command = (...args: string[]) =>
      spawnSync(process.execPath, [join(ROOT, "dist/cli/main.js"), "verify", ...args], { cwd: unpacked, encoding: "utf8" });
    const { status, stdout } = command(...paths);
    const counted = files.filter(({ path }) => paths.includes(path)).reduce((sum, { cases }) => sum + cases, 0);
    expect([status, stdout.split("\n").at(-2)]).toEqual([
      0,
      `wasm: ${counted} equal, 0 different, 0 not run, 0 skipped in ${paths.length} files`,
    ]);
    // Whoever runs the folder runs these.
    expect(vectorFiles([join(unpacked, "vectors")]).map((path) => path.slice(unpacked.length + 1))).toEqual(expect.arrayContaining(paths));
    const wrong = join(folder, "wrong/vectors.jsonl");
    mkdirSync(dirname(wrong));
    writeFileSync(wrong, text("vectors/arithmetic/exp.jsonl.gz").split("\n")[0]!.replace('"exp":"4294967296"', '"exp":"4294967297"'));
    expect(command(wrong).status).toBe(1);
  });
});
