import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { shaderModule } from "./shaders/compose.mjs";

/** What esbuild does in the package: a .wasm import is its bytes as base64. */
const wasmModules = {
  name: "wasm-modules",
  enforce: "pre" as const,
  load(id: string) {
    if (!id.endsWith(".wasm")) return null;
    return `export default "${readFileSync(id).toString("base64")}";`;
  },
};

/** As in the package: a .wgsl import is the shader's parts. */
const wgslText = {
  name: "wgsl-text",
  enforce: "pre" as const,
  load(id: string) {
    return id.endsWith(".wgsl") ? shaderModule(id) : null;
  },
};

const SITE = resolve("site");

/** The source of each entry by its name, from the page's own table; a comment has a line of its own there. */
function siteEntries(): Record<string, string> {
  const json = readFileSync(`${SITE}/tsconfig.json`, "utf8").replaceAll(/^\s*\/\/.*$/gm, "");
  const { paths } = JSON.parse(json).compilerOptions as { paths: Record<string, [string]> };
  return Object.fromEntries(Object.entries(paths).map(([name, [path]]) => [name, resolve(SITE, path)]));
}

const SITE_ENTRIES = siteEntries();

/** As in the page's bundle: what its files import by the package's name is the source, and not what was built last. */
const entriesForSite = {
  name: "entries-for-site",
  enforce: "pre" as const,
  resolveId(id: string, importer: string | undefined) {
    if (!/^yuma-consensus(\/|$)/.test(id) || !importer?.startsWith(`${SITE}/`)) return null;
    const source = SITE_ENTRIES[id];
    if (source === undefined) throw new Error(`${id} is no entry in site/tsconfig.json`);
    return source;
  },
};

/** The hosts in other languages take as long as all the rest, and wait for compilers: beside it, not behind it. */
class HostsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isHosts = ({ moduleId }: TestSpecification) => moduleId.endsWith("/hosts.test.ts");
    return [...sorted.filter(isHosts), ...sorted.filter((file) => !isHosts(file))];
  }
}

export default defineConfig({
  plugins: [wasmModules, wgslText, entriesForSite],
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Whole files of vectors are one test each; the machine may be slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: HostsFirst },
    pool: "forks",
    // Also on two cores: most files wait for processes of their own part of the time.
    maxWorkers: 2,
  },
});
