/** The programs of the README, each as a file of its own beside the packed package: they compile, and they run. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../engines/engines.js";
import { installPacked } from "./unpack.js";

const PROGRAMS = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/^```(?:ts|js)\n(.*?)^```$/gms)].map(([, program]) => program!);

/** Only hosts that compile no bytes give modules by an import, and a GPU is not everywhere. */
const RUNNABLE = PROGRAMS.filter((program) => !/\.wasm"/.test(program) && !program.includes("loadGpu"));

describe("the README's programs", () => {
  let folder: string;
  beforeAll(() => {
    ({ folder } = installPacked("readme"));
    PROGRAMS.forEach((program, i) => writeFileSync(join(folder, `program${i}.ts`), program));
    const demo = spawnSync(process.execPath, [join(ROOT, "dist/cli/main.js"), "demo", "--state"], { encoding: "utf8", maxBuffer: 2 ** 28 });
    writeFileSync(join(folder, "subnet.json"), demo.stdout);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are those of every section that has one", () => {
    expect(PROGRAMS.length).toBeGreaterThanOrEqual(7);
    expect(PROGRAMS.length - RUNNABLE.length).toBe(2);
  });

  it("compile under strict", () => {
    const settings = {
      strict: "true",
      noEmit: "true",
      target: "es2022",
      module: "nodenext",
      lib: "es2022,dom,esnext.disposable",
      types: "node",
      typeRoots: join(ROOT, "node_modules/@types"),
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const tsc = [join(ROOT, "node_modules/typescript/bin/tsc"), "--ignoreConfig", ...args, ...PROGRAMS.map((_, i) => `program${i}.ts`)];
    const { status, stdout } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  it.each(RUNNABLE.map((program) => [PROGRAMS.indexOf(program), program] as const))("run: %i", (i, program) => {
    writeFileSync(join(folder, `program${i}.js`), transformSync(program, { loader: "ts", target: "es2022" }).code);
    const { status, stdout, stderr } = spawnSync(process.execPath, [`program${i}.js`], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toBe("");
  });
});
