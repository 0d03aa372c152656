/** The page in a real Chromium: from disk, by links, with files of every kind, and what it says where that cannot be. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { encodeState, fromJson, loadYumaSync, type SubnetState } from "../../bindings/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { openPlayground } from "../../bindings/cli/playServer.js";
import { readScenario, runScenario } from "../../bindings/simulate/index.js";
import { scenarioDocument, stateDocument } from "../../site/model/document.js";
import { fromFragment, toFragment } from "../../site/model/share.js";
import { findChromium, launchChromium } from "../engines/chromium.js";
import { describeEngine } from "../engines/describeEngine.js";
import { ROOT } from "../engines/engines.js";
import { readVectors } from "../vectors.js";

const SITE = join(ROOT, "dist/site");
const FOLDER = join(ROOT, "build/pages");
const HOME = pathToFileURL(join(SITE, "index.html")).href;
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");

const yuma = loadYumaSync();

it("the first view is within its budget: 212 KB packed, of which the modules of WebAssembly are 38", (context) => {
  const files = ["index.html", "style.css", "app.js"];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(SITE, file)), { level: 9 }).length, 0);
  context.annotate(`${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(212_000);
});

const STATE = fromJson(readVectors("epoch/basic")[0]!.in);

interface Opened {
  page: Page;
  /** what it asked for beside its own files, and what it complained of */
  complaints: string[];
}

describeEngine("The playground in Chromium", findChromium(), (source) => {
  it.each([
    ["index.html", null],
    ["index.html", { name: "state.json", bytes: Buffer.from(JSON.stringify(toJson(STATE))) }],
  ] as const)("is served by yuma play with its own policy, and computes: %s %j", async (file, opened) => {
    const playground = await openPlayground(SITE, 0, opened);
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(new URL(file, playground.address).href);
    await (opened === null ? digestOn(page) : shows(page, digestOf(STATE)));
    expect(complaints).toEqual([]);
    await context.close();
    await playground.close();
  });

  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  async function open(fragment = "", options: object = {}): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(pathToFileURL(SITE).href) && !request.url().startsWith("blob:")) complaints.push(request.url());
    });
    await page.goto(`${HOME}${fragment === "" ? "" : `#${fragment}`}`);
    await digestOn(page);
    return { page, complaints };
  }

  /** Of the epoch that is shown. */
  async function digestOn(page: Page): Promise<string> {
    const digest = page.locator("[data-digest]");
    await digest.waitFor();
    return (await digest.getAttribute("data-digest"))!;
  }

  /** Waits for the page to show what the library gives. */
  async function shows(page: Page, digest: string): Promise<void> {
    await page.locator(`[data-digest="${digest}"]`).waitFor();
  }

  const digestOf = (state: SubnetState) => yuma.epoch(state, { digest: true }).digest;

  async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  }

  it.each([
    [1280, "light"],
    [1280, "dark"],
    [400, "light"],
    [360, "dark"],
  ] as const)("%d pixels wide, %s: nothing sticks out, nothing is asked for, nobody is left out", async (width, colorScheme) => {
    const { page, complaints } = await open("", { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.addScriptTag({ content: AXE });
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as any).axe.run({ resultTypes: ["violations"], preload: false });
      return violations
        .filter(({ impact }: any) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html).slice(0, 3)}`);
    });
    expect(found).toEqual([]);
    await page.screenshot({ path: join(FOLDER, `playground-${width}-${colorScheme}.png`), fullPage: true });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("every scenario gives the library's digest in its last epoch, by a link", async () => {
    const { page, complaints } = await open();
    for (const [name, file] of Object.entries(SCENARIOS)) {
      const scenario = readScenario(file);
      for (const variant of scenario.variants) {
        const digests = [...runScenario(yuma, scenario, variant, { digest: true })].map(({ result }) => result.digest);
        await page.evaluate(async (fragment) => (location.hash = fragment), await toFragment(scenarioDocument(scenario, variant)));
        await page.locator("h1", { hasText: scenario.title }).waitFor();
        await page
          .getByRole("slider", { name: /epoch/i })
          .first()
          .fill(String(scenario.epochs - 1));
        await shows(page, digests.at(-1)!).catch(() => expect.unreachable(`${name}, ${variant.name}: not the library's digest`));
      }
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("a link shows another person the same numbers, after an edit too", async () => {
    const changed = { ...STATE, kappa: 20_000 };
    const { page } = await open(await toFragment(stateDocument("mine", changed)));
    await shows(page, digestOf(changed));
    const again = await open(new URL(page.url()).hash.slice(1));
    expect(await digestOn(again.page)).toBe(digestOf(changed));
    const read = await fromFragment(new URL(page.url()).hash.slice(1));
    expect(read.kind === "state" && toJson(read.state)).toEqual(toJson(changed));
    await page.context().close();
    await again.page.context().close();
  });

  it("a link opens on the epoch and the uid that were looked at", async () => {
    const { page } = await open();
    await page.getByRole("slider", { name: "Epoch" }).fill("12");
    const results = page.getByRole("region", { name: "Results" });
    await results.getByRole("row", { name: /eager-eager validator 2/ }).click();
    await page.waitForFunction(() => /\.12\.2\.\d+$/.test(location.hash));
    const again = await open(new URL(page.url()).hash.slice(1));
    expect(await again.page.getByRole("slider", { name: "Epoch" }).inputValue()).toBe("12");
    await shows(again.page, await digestOn(page));
    await again.page.getByRole("heading", { name: /^Why Small eager-eager validator 2/ }).waitFor();
    await page.context().close();
    await again.page.context().close();
  });

  it.each([
    ["a state", "state.json", () => Buffer.from(JSON.stringify(toJson(STATE)))],
    ["a packed one", "state.json.gz", () => gzipSync(JSON.stringify(toJson(STATE)))],
    ["the flat form", "state.bin", () => encodeState(STATE)],
  ] as const)("%s that is dropped is run", async (_, name, bytes) => {
    const { page, complaints } = await open();
    await drop(page, name, bytes());
    await shows(page, digestOf(STATE));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each<[string, string, () => Uint8Array, RegExp]>([
    ["rubbish", "noise.bin", () => Buffer.from([1, 2, 3, 4]), /noise\.bin.*was not opened/s],
    ["an empty file", "empty.json", () => new Uint8Array(0), /1 to|empty/],
    ["half a JSON", "half.json", () => Buffer.from('{"n": 3'), /JSON/],
    ["a state with a fault", "bad.json", () => Buffer.from(JSON.stringify({ ...(toJson(STATE) as object), kappa: 70_000 })), /kappa/],
    ["a scenario with a fault", "s.json", () => Buffer.from('{"validators": [], "servers": ["x"], "title": "t"}'), /validators/],
    ["100,000 uids", "huge.json", () => Buffer.from(JSON.stringify({ ...(toJson(STATE) as object), n: 100_000 })), /65535/],
    ["a broken packed one", "x.json.gz", () => gzipSync("{}").subarray(0, 12), /unpack/],
  ])("%s: a message says what and where, and the last good state stays", async (_, name, bytes, said) => {
    const { page } = await open();
    const before = await digestOn(page);
    await drop(page, name, bytes());
    await page.getByRole("alert").getByText(said).first().waitFor();
    expect(await digestOn(page)).toBe(before);
    await page.context().close();
  });

  it.each([
    ["v1.AAAA", /link is broken/],
    ["v2.AAAA", /version v2/],
    ["hello", /no version/],
    ["v1.", /link is broken/],
  ])("the link #%s: a message, and the page as it is without", async (fragment, said) => {
    const { page } = await open(fragment);
    await page.getByRole("alert").getByText(said).waitFor();
    expect(await digestOn(page)).toBe(await digestOn((await open()).page));
    await page.context().close();
  });
});
