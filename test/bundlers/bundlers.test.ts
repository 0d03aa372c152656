/** The package as it is packed, bundled into a user's program, and run. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadYumaSync } from "../../bindings/index.js";
import { readEpoch } from "../../bindings/chain/index.js";
import type { SubnetState } from "../../bindings/types.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { withoutConnection } from "../chain/answers.js";
import { madeChain } from "../chain/madeChain.js";
import { mockNode } from "../chain/mockNode.js";
import { findChromium, launchChromium } from "../engines/chromium.js";
import { describeEngine } from "../engines/describeEngine.js";
import { findBun, ROOT } from "../engines/engines.js";
import { reportAt } from "../engines/page.js";
import { installPacked } from "../packed/unpack.js";
import { bundleByEsbuild, bundleByRollup, bundleByVite, bundleByWebpack, copyWorker, type Program } from "./bundlers.js";

const run = promisify(execFile);
const state = denseState({ n: 16, validators: 8, seed: 475n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: false });
const digest = loadYumaSync().epoch(state, { digest: true }).digest!;
const expected = { core: digest, batch: digest, pool: [digest, digest, digest], explained: 1, simulated: 2 };

const { folder } = installPacked("bundlers");
cpSync(join(ROOT, "test/bundlers/app"), folder, { recursive: true });
writeFileSync(join(folder, "state.json"), JSON.stringify(toJson(state)));
afterAll(() => rmSync(folder, { recursive: true }));

/** Elsewhere than what it was made of, so that nothing is found by chance. */
function program(entry: string, name: string): Program {
  const out = join(folder, "out", name);
  mkdirSync(out, { recursive: true });
  return { folder, entry, out };
}

describe("a bundle for Node", () => {
  const reportOf = async (command: string, ...args: string[]) => JSON.parse((await run(command, args)).stdout);

  it.each(["esm", "cjs"] as const)("by esbuild, as %s", async (format) => {
    const app = program("node.js", `esbuild-${format}`);
    await bundleByEsbuild(app, { platform: "node", format, outExtension: { ".js": format === "cjs" ? ".cjs" : ".mjs" } });
    expect(readdirSync(app.out)).toHaveLength(1);
    expect(await reportOf(process.execPath, join(app.out, readdirSync(app.out)[0]!))).toEqual(expected);
  });

  it("by webpack", async () => {
    const app = program("node.js", "webpack-node");
    await bundleByWebpack(app, "node", "development");
    writeFileSync(join(app.out, "package.json"), '{ "type": "commonjs" }');
    expect(await reportOf(process.execPath, join(app.out, "main.js"))).toEqual(expected);
  });

  it("by rollup", async () => {
    const app = program("node.js", "rollup-node");
    await bundleByRollup(app, false);
    expect(await reportOf(process.execPath, join(app.out, "main.js"))).toEqual(expected);
  });
});

describeEngine("a program of one file by Bun", findBun(), ({ command }) => {
  it("has its workers inside", async () => {
    const app = program("node.js", "bun");
    const executable = join(app.out, "app");
    await run(command, ["build", join(folder, app.entry), "--compile", "--outfile", executable], { cwd: folder });
    expect(JSON.parse((await run(executable)).stdout)).toEqual(expected);
  });
});

describeEngine("a bundle in Chromium", findChromium(), (source) => {
  /** As strict as WebAssembly and workers allow. */
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  const PAGE = readFileSync(join(ROOT, "test/bundlers/app/index.html"), "utf8").replace("page.js", "main.js");

  it("with the chain in it, by esbuild", async () => {
    const app = program("pageOfChain.js", "esbuild-chain");
    await bundleByEsbuild(app, { platform: "browser", format: "esm" });
    writeFileSync(join(app.out, "index.html"), PAGE);
    const { chain, netuid } = madeChain({ spec: 397, seed: 73n, epochs: 2 }, loadYumaSync());
    const node = await mockNode(chain, { cors: "*" });
    try {
      const read = await readEpoch({ transport: withoutConnection(chain), netuid, yuma: loadYumaSync() });
      const digest = loadYumaSync().epoch(read.state as SubnetState, { digest: true }).digest!;
      for (const endpoint of [node.http, node.ws]) {
        const query = new URLSearchParams({ endpoint, netuid: String(netuid) });
        const found = await reportAt(browser, { "/": app.out }, `index.html?${query}`, `${policy}; connect-src ${endpoint}`);
        expect(found).toEqual({ verdict: "equal", digest });
      }
    } finally {
      await node.close();
    }
  });

  const reportOf = ({ out }: Program, page = PAGE) => {
    if (page === PAGE) writeFileSync(join(out, "index.html"), PAGE);
    return reportAt(browser, { "/": out }, "index.html", policy);
  };

  it("by Vite, with all its defaults", async () => {
    const app = program("index.html", "vite");
    await bundleByVite(app);
    expect(await reportOf(app, "its own")).toEqual(expected);
  });

  it("by webpack, for production", async () => {
    const app = program("page.js", "webpack-web");
    await bundleByWebpack(app, "web", "production");
    expect(await reportOf(app)).toEqual(expected);
  });

  it("by esbuild, the worker beside it", async () => {
    const app = program("page.js", "esbuild-web");
    await bundleByEsbuild(app, {
      platform: "browser",
      format: "esm",
      entryPoints: { main: app.entry, worker: "yuma-consensus/pool/worker" },
    });
    expect(await reportOf(app)).toEqual(expected);
  });

  it("by esbuild, the worker in one of the user's", async () => {
    const app = program("pageWithOwnWorker.js", "esbuild-own");
    await bundleByEsbuild(app, { platform: "browser", format: "esm", entryPoints: { main: app.entry, ownWorker: "ownWorker.js" } });
    expect(await reportOf(app)).toEqual(expected);
  });

  it("by esbuild, as a classic script, the worker where the page says", async () => {
    const app = program("pageWithWorker.js", "esbuild-classic");
    await bundleByEsbuild(app, { platform: "browser", format: "iife" });
    copyWorker(app, "yuma-worker.js");
    expect(await reportOf(app)).toEqual([expected, expected, expected, expected]);
  });

  it("by rollup, the worker where the page says", async () => {
    const app = program("pageWithWorker.js", "rollup-web");
    await bundleByRollup(app, true);
    copyWorker(app, "yuma-worker.js");
    expect(await reportOf(app)).toEqual([expected, expected, expected, expected]);
  });

  it.each(["esm", "iife"] as const)("without its worker says what to do (%s)", async (format) => {
    const app = program("page.js", `esbuild-${format}-alone`);
    await bundleByEsbuild(app, { platform: "browser", format });
    const advice =
      /^WorkerLostError: .*; where the pool is bundled, put yuma-consensus\/pool\/worker beside the bundle as worker\.js, or name it by createPool\(\{ worker \}\)$/;
    expect(await reportOf(app)).toEqual({ failure: expect.stringMatching(advice) });
  });
});
