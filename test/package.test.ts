import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

function run(script: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trim();
}

describe("the package", () => {
  it("gives the same digest by each of its entries", () => {
    const digests = run(`
      import { loadYuma, loadYumaSync, fromJson } from "yuma-consensus";
      import { reference } from "yuma-consensus/reference";
      import { execFileSync } from "node:child_process";
      const state = fromJson(execFileSync(process.execPath, ["dist/cli/main.js", "demo", "--state"], { encoding: "utf8" }));
      const engines = [await loadYuma(), loadYumaSync({ backend: "wasm-scalar" }), reference];
      console.log(engines.map((yuma) => yuma.epoch(state, { digest: true }).digest).join(" "));
    `).split(" ");
    expect(digests).toHaveLength(3);
    expect(new Set(digests).size).toBe(1);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives the economics, at once or later, and by the specification", () => {
    const emissions = run(`
      import { economicsBytes, loadEconomics, loadEconomicsSync } from "yuma-consensus/economics";
      import { referenceEconomics } from "yuma-consensus/reference";
      import { readFileSync } from "node:fs";
      const file = readFileSync(new URL(import.meta.resolve("yuma-consensus/yuma-economics.wasm")));
      const engines = [await loadEconomics(), loadEconomicsSync(), referenceEconomics];
      console.log(file.equals(economicsBytes), ...engines.map((engine) => engine.blockEmission({ issuance: 10_500_000_000_000_000n }).emission));
    `);
    expect(emissions).toBe("true 500000000n 500000000n 500000000n");
  });

  it("refuses bad economics as everywhere, with the field's path", () => {
    const message = run(`
      import { loadEconomicsSync } from "yuma-consensus/economics";
      const subnet = { netuid: 1, mechanism: 1, movingPriceX32: 1n, minerBurnedX32: 0n, emissionEnabled: true };
      try {
        loadEconomicsSync().priceShares({ blockEmission: 1n, subnets: [subnet, { ...subnet, minerBurnedX32: -1n }] });
      } catch (error) {
        console.log(error.name + ": " + error.message);
      }
    `);
    expect(message).toBe("EpochInputError: subnets[1].minerBurnedX32: expected an unsigned 128-bit integer, got -1");
  });

  it("gives the raw modules, as bytes and as files", () => {
    const same = run(`
      import { simdBytes, scalarBytes } from "yuma-consensus/wasm";
      import { readFileSync } from "node:fs";
      const file = (name) => readFileSync(new URL(import.meta.resolve("yuma-consensus/" + name)));
      console.log(file("yuma.wasm").equals(simdBytes), file("yuma-scalar.wasm").equals(scalarBytes));
    `);
    expect(same).toBe("true true");
  });

  it("has no runtime dependencies, and none outside Node in what a browser loads", () => {
    const { dependencies, exports } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(dependencies).toBeUndefined();
    expect(Object.keys(exports)).toEqual([
      ".",
      "./browser",
      "./chain",
      "./economics",
      "./explain",
      "./explain/text",
      "./gpu",
      "./pool",
      "./pool/worker",
      "./reference",
      "./interface.json",
      "./scenario.schema.json",
      "./scenarios",
      "./simulate",
      "./state.schema.json",
      "./testing",
      "./wasm",
      "./yuma.wasm",
      "./yuma-scalar.wasm",
      "./yuma-economics.wasm",
      "./package.json",
    ]);
    const seen = new Set<string>();
    const visit = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = readFileSync(path, "utf8");
      expect(text).not.toMatch(/from\s*"node:/);
      if (path.endsWith("browser.js")) expect(text).not.toMatch(/node:|import\(|webgpu"/);
      for (const [, chunk] of text.matchAll(/from\s*"(\.[^"]+)"/g))
        visit(new URL(chunk!, `file://${process.cwd()}/${path}`).pathname.slice(process.cwd().length + 1));
    };
    for (const entry of [
      "dist/index.js",
      "dist/chain/index.js",
      "dist/economics/index.js",
      "dist/explain/index.js",
      "dist/explain/text.js",
      "dist/gpu/index.js",
      "dist/gpu/browser.js",
      "dist/pool/index.js",
      "dist/pool/browser.js",
      "dist/pool/worker.js",
      "dist/reference/index.js",
      "dist/simulate/index.js",
      "dist/simulate/library.js",
      "dist/testing/index.js",
      "dist/wasm/bytes.js",
      "dist/browser/yuma.js",
    ])
      visit(entry);
    expect(readdirSync("dist")).toContain("index.d.ts");
  });

  it("packs every file that it promises", () => {
    const { status, stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8" });
    expect(status).toBe(0);
    const packed = (JSON.parse(stdout) as { files: { path: string }[] }[])[0]!.files.map(({ path }) => `./${path}`);
    const { bin, exports, jsdelivr, main, types, unpkg } = JSON.parse(readFileSync("package.json", "utf8"));
    const promised = [...Object.values(exports), ...Object.values(bin), jsdelivr, main, types, unpkg].flatMap((target) => {
      return typeof target === "string" ? [target] : Object.values(target as Record<string, string>);
    });
    expect(promised.length).toBeGreaterThan(10);
    expect(promised.filter((path) => !packed.includes(path))).toEqual([]);
    for (const file of ["README.md", "LICENSE", "CHANGELOG.md", "dist/THIRD-PARTY-NOTICES.txt"]) expect(packed).toContain(`./${file}`);
    const rest = packed.filter((path) => !/^\.\/(dist|docs|examples)\//.test(path)).sort();
    expect(rest).toEqual(["./CHANGELOG.md", "./LICENSE", "./README.md", "./README.zh.md", "./package.json"]);
  });

  it("throws errors of one class by all its entries", () => {
    const same = run(`
      const entries = await Promise.all(["", "/chain", "/economics", "/explain", "/explain/text", "/gpu", "/pool", "/reference", "/simulate", "/testing"].map((name) => import("yuma-consensus" + name)));
      console.log(new Set(entries.map(({ EpochInputError }) => EpochInputError)).size, new Set(entries.map(({ YumaError }) => YumaError)).size);
    `);
    expect(same).toBe("1 1");
  });

  it("gives the same digest by the browser build, which has the SIMD module alone", () => {
    const lines = run(`
      import { loadYuma, fromJson } from "yuma-consensus";
      import * as browser from "yuma-consensus/browser";
      import { execFileSync } from "node:child_process";
      const state = fromJson(execFileSync(process.execPath, ["dist/cli/main.js", "demo", "--state"], { encoding: "utf8" }));
      const engines = [await loadYuma(), await browser.loadYuma(), browser.loadYumaSync({ backend: "wasm" })];
      console.log(new Set(engines.map((yuma) => yuma.epoch(state, { digest: true }).digest)).size, Object.keys(browser).sort().join(" "));
      await browser.loadYuma({ backend: "wasm-scalar" }).catch(({ name, message }) => console.log(name + ": " + message));
    `).split("\n");
    const exported = run('console.log(Object.keys(await import("yuma-consensus")).join(" "))').split(" ").sort();
    expect(lines).toEqual([
      `1 ${exported.join(" ")}`,
      'BackendUnavailableError: backend: this build has no "wasm-scalar"; the package\'s own entry has it',
    ]);
  });

  it("has a browser build of one file, within its budget", (context) => {
    const text = readFileSync("dist/browser/yuma.js", "utf8");
    const gzipBytes = gzipSync(text, { level: 9 }).length;
    context.annotate(`dist/browser/yuma.js: ${text.length} bytes, ${gzipBytes} by gzip`);
    expect(text).not.toMatch(/\bimport\b[^.]*["']/);
    // All rule sets since 2023 and the whole interface for hosts are in it.
    expect(gzipBytes).toBeLessThanOrEqual(68 * 1024);
    const guides = readFileSync("docs/guides/embed.md", "utf8") + readFileSync("docs/guides/browser.md", "utf8");
    const stated = (pattern: RegExp) => Number(pattern.exec(guides)![1]) * 1000;
    // Half a KB is rounding; the rest is what one zlib packs otherwise than another.
    expect(Math.abs(stated(/one file of (\d+) KB by gzip/) - gzipBytes)).toBeLessThanOrEqual(600);
    expect(Math.abs(stated(/modules \((\d+) KB the epoch/) - statSync("dist/yuma.wasm").size)).toBeLessThanOrEqual(500);
    expect(Math.abs(stated(/the epoch, (\d+) KB the economics/) - statSync("dist/yuma-economics.wasm").size)).toBeLessThanOrEqual(500);
  });

  it("is shaken down to what is used, the modules first of all", async () => {
    const sizeOf = async (contents: string) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: "." },
        bundle: true,
        minify: true,
        format: "esm",
        write: false,
      });
      return outputFiles[0]!.text.length;
    };
    const whole = await sizeOf('import { loadYuma } from "yuma-consensus/browser"; console.log(loadYuma);');
    expect(await sizeOf('import { EpochInputError } from "yuma-consensus/browser"; console.log(EpochInputError);')).toBeLessThan(
      whole / 2.5,
    );
    expect(await sizeOf('import { EpochInputError } from "yuma-consensus"; console.log(EpochInputError);')).toBeLessThan(whole / 50);
    expect(await sizeOf('import { fromJson } from "yuma-consensus"; console.log(fromJson);')).toBeLessThan(whole / 2);
    expect(await sizeOf('import "yuma-consensus"; import "yuma-consensus/wasm"; import "yuma-consensus/economics";')).toBeLessThan(100);
  });

  it("does what its README shows", () => {
    const [, example] = /```ts\n(import [\s\S]*?)```/.exec(readFileSync("README.md", "utf8"))!;
    const folder = mkdtempSync(join(tmpdir(), "yuma-readme-"));
    const path = join(folder, "subnet.json");
    try {
      writeFileSync(path, spawnSync(process.execPath, ["dist/cli/main.js", "demo", "--state"], { encoding: "utf8" }).stdout);
      expect(run(example!.replace('"subnet.json"', JSON.stringify(path)))).toMatch(/^[0-9a-f]{64}$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(example!.trimEnd().split("\n").length).toBeLessThanOrEqual(12);
  });
});
