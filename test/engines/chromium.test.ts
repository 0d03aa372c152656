/** The package as it is built, in a real Chromium: from a static server, from another origin, in workers, under policies. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../package.json";
import type { Addresses, Task } from "../browser/task.js";
import { scratchFolder } from "./bundle.js";
import { findChromium, launchChromium } from "./chromium.js";
import { describeEngine } from "./describeEngine.js";
import { ROOT } from "./engines.js";
import { reportOfPage, writePage, type PageOptions } from "./page.js";
import { serve, type StaticSite } from "./server.js";
import { allEqual, FILES, itFindsFalseVectors, itGivesTheVectors, SHORT, SHORT_NAME, VECTORS, type RunVectors } from "./suite.js";

/** As a static server has it, and as a CDN. */
const PACKAGE = `yuma-consensus@${version}`;

describeEngine("V8 in Chromium", findChromium(), (source) => {
  const scratch = scratchFolder("chromium");
  const site = { "/scratch/": scratch, "/vectors/": VECTORS, [`/${PACKAGE}/dist/`]: join(ROOT, "dist") };
  let browser: Browser;
  let cdn: StaticSite;

  beforeAll(async () => {
    await writePage(scratch);
    const headers = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
    cdn = await serve({ [`/${PACKAGE}/dist/`]: join(ROOT, "dist") }, headers);
    browser = await launchChromium(source);
  });
  afterAll(async () => {
    await browser?.close();
    await cdn?.close();
    rmSync(scratch, { recursive: true });
  });

  const report = (task: Task, options: PageOptions = {}) => reportOfPage(browser, { "/": scratch, ...site }, task, options);

  const addresses = (origin = ""): Addresses => ({
    core: `${origin}/${PACKAGE}/dist/browser/yuma.js`,
    economics: `${origin}/${PACKAGE}/dist/economics/index.js`,
    reference: `${origin}/${PACKAGE}/dist/reference/index.js`,
  });
  /** The package's own entry has the scalar module too. */
  const ownEntry = () => ({ ...addresses(), core: `/${PACKAGE}/dist/index.js` });

  const runWith = (from: () => Addresses, options: { policy?: () => string; worker?: boolean } = {}): RunVectors => {
    const { policy, worker = false } = options;
    return ({ folder, ...task }) => {
      const served = folder === VECTORS ? "/vectors" : "/scratch";
      return report({ run: "vectors", from: from(), folder: served, ...task }, { policy: policy?.(), worker });
    };
  };

  describe("in a page, by the browser build", () => {
    const run = runWith(addresses);
    itGivesTheVectors(run, "wasm", "epoch", FILES.epoch);
    itGivesTheVectors(run, "wasm", "economics", FILES.economics);
    itGivesTheVectors(run, "wasm", "arithmetic", FILES.arithmetic);
    itFindsFalseVectors(run, "wasm", scratch);
  });

  describe("in a page, by the package's own entry", () => {
    itGivesTheVectors(runWith(ownEntry), "wasm-scalar", "epoch", FILES.epoch);
  });

  describe("in a worker", () => {
    itGivesTheVectors(runWith(addresses, { worker: true }), "wasm", "epoch", FILES.epoch);
    itGivesTheVectors(runWith(ownEntry, { worker: true }), "wasm-scalar", SHORT_NAME, SHORT);
    itFindsFalseVectors(runWith(addresses, { worker: true }), "wasm", scratch);
  });

  describe("from another origin, as of a CDN", () => {
    const fromCdn = () => addresses(cdn.origin);
    const policy = () => `default-src 'none'; connect-src 'self'; script-src 'self' ${cdn.origin} 'wasm-unsafe-eval'`;
    itGivesTheVectors(runWith(fromCdn), "wasm", SHORT_NAME, SHORT);
    itGivesTheVectors(runWith(fromCdn, { policy }), "wasm", `${SHORT_NAME} under a policy that names it`, SHORT);
  });

  describe("under a policy that allows WebAssembly and no other evaluation", () => {
    const policy = () => "default-src 'none'; connect-src 'self'; worker-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
    itGivesTheVectors(runWith(addresses, { policy }), "wasm", SHORT_NAME, SHORT);
    itGivesTheVectors(runWith(addresses, { policy, worker: true }), "wasm", `${SHORT_NAME} in a worker`, SHORT);
  });

  describe("under a policy that forbids WebAssembly", () => {
    const policy = () => "default-src 'none'; connect-src 'self'; worker-src 'self'; script-src 'self'";
    itGivesTheVectors(runWith(addresses, { policy }), "reference", SHORT_NAME, SHORT);

    it.each([false, true])("says so by a typed error from every way to load (in a worker: %s)", async (worker) => {
      const refusals = await report({ run: "refusals", from: addresses() }, { policy: policy(), worker });
      const typed =
        /^typed BackendUnavailableError: backend: this host refuses to compile WebAssembly \(.+\); "yuma-consensus\/reference" runs without$/;
      expect(refusals).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(typed)));
    });

    it("is what refuses: without it all ways load", async () => {
      expect(await report({ run: "refusals", from: addresses() })).toEqual(["loaded", "loaded", "loaded", "loaded"]);
    });
  });

  describe("the pool's workers", () => {
    const file = "epoch/basic.jsonl.gz";

    it.each([
      ["the same origin", false],
      ["another origin", false],
      ["the same origin", true],
      ["another origin", true],
    ])("give the vectors, from %s (memory shared, as the page is isolated: %s)", async (where, isolated) => {
      const from = `${where === "another origin" ? cdn.origin : ""}/${PACKAGE}/dist/pool/index.js`;
      const { equal } = allEqual([file]);
      const found = await report({ run: "pool", from, folder: "/vectors", file }, { isolated });
      expect(found).toEqual({ equal, of: equal, workers: 2, sharing: isolated ? 2 * equal : 0 });
    });
  });
});
