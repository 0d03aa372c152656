/** Epochs from a node, by the package as it is built: in a real Chromium and on the engines that run programs, as in Node. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as chain from "../../bindings/chain/index.js";
import * as core from "../../bindings/index.js";
import type { Task } from "../browser/task.js";
import { madeChain, type MadeChain, type Wanted } from "../chain/madeChain.js";
import { mockNode, type MockNode } from "../chain/mockNode.js";
import { bundleProgram, scratchFolder } from "./bundle.js";
import { findChromium, launchChromium } from "./chromium.js";
import { describeEngine } from "./describeEngine.js";
import { findBun, findDeno, findNode, Missing, ROOT, runProgram, type Engine } from "./engines.js";
import { reportOfPage, reportShown, writePage, type PageOptions } from "./page.js";
import { serve } from "./server.js";
import { readAndReplay, type EpochFound } from "./readAndReplay.js";

const WANTED: Wanted[] = [
  { spec: 397, seed: 71n, epochs: 2 },
  { spec: 475, seed: 72n, epochs: 2, mechanisms: 2 },
];
const WAYS = ["http", "ws"] as const;
const CASES = WANTED.flatMap(({ spec }, i) => WAYS.map((way) => [spec, way, i] as const));

interface Served {
  made: MadeChain;
  node: MockNode;
  /** by the sources, in this process */
  expected: EpochFound;
}

const scratch = scratchFolder("chain");
let served: Served[];
/** As one whose operator has set nothing. */
let closed: MockNode;

beforeAll(async () => {
  const yuma = core.loadYumaSync();
  served = await Promise.all(
    WANTED.map(async (wanted) => {
      const made = madeChain(wanted, yuma);
      const node = await mockNode(made.chain, { cors: "*" });
      return { made, node, expected: await readAndReplay({ core, chain }, node.http, made.netuid) };
    }),
  );
  closed = await mockNode(served[0]!.made.chain);
});
afterAll(async () => {
  for (const { node } of served ?? []) await node.close();
  await closed?.close();
  rmSync(scratch, { recursive: true });
});

it("is an epoch that the chain has stored, and not the same one twice", () => {
  expect(served.map(({ expected }) => expected.verdict)).toEqual(["equal", "equal"]);
  for (const { expected } of served) expect(expected.whole.length).toBeGreaterThan(5_000);
  expect(new Set(served.map(({ expected }) => expected.digest)).size).toBe(2);
});

/** Deno asks for every address. */
const withNetwork = (found: Engine | Missing) =>
  found instanceof Missing ? found : { ...found, arguments: [...found.arguments, "--allow-net=127.0.0.1"] };

const ENGINES = { Node: findNode(), Bun: findBun(), Deno: withNetwork(findDeno()) };

for (const [title, found] of Object.entries(ENGINES)) {
  describeEngine(`The chain in ${title}`, found, (engine) => {
    const program = join(scratch, `standaloneChain-${title}.mjs`);
    beforeAll(() => bundleProgram("test/engines/standaloneChain.ts", program));

    it.each(CASES)("reads and replays an epoch of spec %i over %s", async (_, way, i) => {
      const { made, node, expected } = served[i]!;
      expect(await runProgram(engine, program, { endpoint: node[way], netuid: made.netuid })).toEqual(expected);
    });
  });
}

describeEngine("The chain in Chromium", findChromium(), (source) => {
  const folders = { "/": scratch, "/dist/": join(ROOT, "dist") };
  let browser: Browser;
  beforeAll(async () => {
    await writePage(scratch);
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  const report = (task: Task, options: PageOptions = {}) => reportOfPage(browser, folders, task, options);
  const connection = (endpoint: string, options: PageOptions = {}) =>
    report({ run: "connection", from: "/dist/chain/index.js", endpoint }, options);

  describe.each([false, true])("(in a worker: %s)", (worker) => {
    it.each(CASES)("reads and replays an epoch of spec %i over %s", async (_, way, i) => {
      const { made, node, expected } = served[i]!;
      const from = { core: "/dist/index.js", chain: "/dist/chain/index.js" };
      expect(await report({ run: "epoch", from, endpoint: node[way], netuid: made.netuid }, { worker })).toEqual(expected);
    });

    it("says what a node without CORS headers may lack, and that a WebSocket needs none", async () => {
      expect(await connection(closed.http, { worker })).toEqual({
        code: "node-unreachable",
        message: expect.stringMatching(
          /^chain_getBlockHash: no connection to http:\/\/127\.0\.0\.1:\d+ \(the browser does not say why: .*does not allow this page's origin http:\/\/127\.0\.0\.1:\d+ \(CORS\), which its operator does by --rpc-cors; a ws: or wss: address is not subject to CORS.*\); got Failed to fetch$/,
        ),
      });
      expect(await connection(closed.ws, { worker })).toBe(served[0]!.made.chain.name);
    });

    it.each(WAYS)("says so where the page's own policy forbids %s", async (way) => {
      const policy = (connect: string) =>
        `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src ${connect}`;
      const { node } = served[0]!;
      expect(await connection(node[way], { worker, policy: policy("'self'") })).toEqual({
        code: "node-forbidden",
        message: expect.stringContaining(`this page's Content-Security-Policy forbids it: its connect-src has to name ${node[way]}`),
      });
      expect(await connection(node[way], { worker, policy: policy(node[way]) })).toBe(served[0]!.made.chain.name);
    });

    it("says so where nothing answers", async () => {
      const gone = await mockNode(served[0]!.made.chain);
      await gone.close();
      expect(await connection(gone.ws, { worker })).toEqual({
        code: "node-unreachable",
        message: expect.stringMatching(/the browser does not say why: nothing may answer there, .* --rpc-cors/),
      });
    });
  });

  it("is as the guide's page shows it", async () => {
    const [, page] = /^```html\n(.*?)^```$/ms.exec(readFileSync(join(ROOT, "docs/guides/replay.md"), "utf8"))!;
    const address = /https:\/\/cdn\.example\/yuma-consensus@[^/]+(?=\/dist\/)/g;
    expect(page!.match(address)).toHaveLength(2);
    writeFileSync(join(scratch, "guide.html"), page!.replaceAll(address, ""));
    const site = await serve(folders);
    const opened = await browser.newPage();
    const errors: Error[] = [];
    opened.on("pageerror", (error) => errors.push(error));
    try {
      await opened.goto(`${site.origin}/guide.html`);
      const replay = async (endpoint: string, netuid: number) => {
        await opened.fill("input[name=endpoint]", endpoint);
        await opened.fill("input[name=netuid]", String(netuid));
        await opened.click("button");
        await opened.waitForFunction('document.querySelector("pre").textContent.length > 3');
        return opened.textContent("pre");
      };
      const { node, made } = served[0]!;
      const { block } = made.epochs.at(-1)!;
      for (const way of WAYS)
        expect(await replay(node[way], made.netuid)).toMatch(new RegExp(`^block ${block}: equal\nStakeWeight: equal\n`));
      expect(await replay(node.ws, 78)).toMatch(/^subnet 78 /);
      expect(await replay(closed.http, made.netuid)).toMatch(/--rpc-cors/);
      expect(await replay("ftp://node.example", 1)).toMatch(/^endpoint: expected a URL/);
      expect(errors).toEqual([]);
    } finally {
      await opened.close();
      await site.close();
    }
  });

  describe("of a page that came by https:", () => {
    const PAGE = "https://page.example";
    let context: BrowserContext;
    beforeAll(async () => {
      context = await browser.newContext();
      // Without a server of TLS, whose certificates end.
      await context.route(`${PAGE}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        const path = pathname.startsWith("/dist/") ? join(ROOT, pathname) : join(scratch, pathname);
        return route.fulfill({ contentType: pathname.endsWith(".html") ? "text/html" : "text/javascript", body: readFileSync(path) });
      });
    });
    afterAll(() => context?.close());

    async function fromSecure(endpoint: string): Promise<unknown> {
      const task: Task = { run: "connection", from: "/dist/chain/index.js", endpoint };
      const page = await context.newPage();
      try {
        return await reportShown(page, `${PAGE}/index.html?${new URLSearchParams({ task: JSON.stringify(task) })}`);
      } finally {
        await page.close();
      }
    }

    it.each(["http://node.example:9944", "ws://node.example:9944"])("%s is mixed content", async (endpoint) => {
      expect(await fromSecure(endpoint)).toEqual({
        code: "node-forbidden",
        message: expect.stringMatching(/mixed content: this page came by https:, and a browser lets it reach https: and wss: only/),
      });
    });

    it.each(WAYS)("this machine itself is none, over %s, but the browser asks first", async (way) => {
      const { node, made } = served[0]!;
      expect(await fromSecure(node[way])).toEqual({
        code: "node-unreachable",
        message: expect.stringMatching(/the browser does not say why: .* or ask first \(local network access\)/),
      });
      await context.grantPermissions(["local-network-access"]);
      expect(await fromSecure(node[way])).toBe(made.chain.name);
      await context.clearPermissions();
    });
  });
});
