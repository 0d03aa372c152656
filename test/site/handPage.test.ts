/** What a hand does on the built page in a real Chromium, and that the library gives the same of what it made. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadYumaSync } from "../../bindings/index.js";
import { reference } from "../../bindings/reference/index.js";
import { play } from "../../site/engine/play.js";
import type { Document } from "../../site/model/document.js";
import { fromFragment } from "../../site/model/share.js";
import { madeChain } from "../chain/madeChain.js";
import { mockNode, type MockNode } from "../chain/mockNode.js";
import { findChromium, launchChromium } from "../engines/chromium.js";
import { describeEngine } from "../engines/describeEngine.js";
import { ROOT } from "../engines/engines.js";

const HOME = pathToFileURL(join(ROOT, "dist/site/index.html")).href;
const yuma = loadYumaSync();

describeEngine("A hand on the playground in Chromium", findChromium(), (source) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  async function open(address = HOME): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    return { page, complaints };
  }

  const digestOn = async (page: Page) => (await page.locator("[data-digest]").getAttribute("data-digest"))!;

  /** The page shows what the library makes of the document in its address, once the hand rests and that has followed. */
  async function showsItsDocument(page: Page, before: string): Promise<Document> {
    await page.waitForFunction((hash) => location.hash !== hash, before);
    let doc!: Document;
    await expect
      .poll(
        async () => {
          doc = await fromFragment(new URL(page.url()).hash.slice(1));
          const epoch = Number(await page.getByRole("slider", { name: "Epoch" }).inputValue());
          return play(yuma, doc, epoch).shown.digest === (await digestOn(page));
        },
        { timeout: 60_000, interval: 200 },
      )
      .toBe(true);
    return doc;
  }

  const hashOf = (page: Page) => page.evaluate(() => location.hash);

  it("drags a weight, and undoes the whole movement at once", async () => {
    const { page, complaints } = await open();
    const first = await digestOn(page);
    const cell = page.getByRole("grid", { name: "Weights" }).getByRole("gridcell").nth(1);
    const { x, y, width, height } = (await cell.boundingBox())!;
    const before = await hashOf(page);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 12; step++) await page.mouse.move(x + width / 2, y + height / 2 - step * 4);
    await page.mouse.up();
    const doc = await showsItsDocument(page, before);
    expect(await digestOn(page)).not.toBe(first);
    const shown = play(yuma, doc, 0).shown.state.weights;
    expect(shown.values[1]).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator(`[data-digest="${first}"]`).waitFor();
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("does the same by keys: a weight is typed, taken out, and kappa is moved", async () => {
    const { page, complaints } = await open();
    const grid = page.getByRole("grid", { name: "Weights" });
    let before = await hashOf(page);
    await grid.getByRole("gridcell").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("0.5");
    await page.keyboard.press("Enter");
    let doc = await showsItsDocument(page, before);
    // The second validator's row, on the second server.
    expect(play(yuma, doc, 0).shown.state.weights.values[3]).toBe(32_768);

    before = await hashOf(page);
    await page.keyboard.press("Delete");
    doc = await showsItsDocument(page, before);
    expect(play(yuma, doc, 0).shown.state.weights.uids).toHaveLength(5);

    before = await hashOf(page);
    await page.getByRole("slider", { name: /^kappa: the part of the stake/ }).focus();
    await page.keyboard.press("ArrowUp");
    doc = await showsItsDocument(page, before);
    expect(play(yuma, doc, 0).shown.state.kappa).toBeGreaterThan(32_767);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("puts rules beside each other, and says where they part", async () => {
    const { page, complaints } = await open();
    const before = await hashOf(page);
    await page.getByRole("button", { name: "Pin this version" }).click();
    await page.getByRole("slider", { name: "Epoch" }).press("End");
    await page.getByRole("button", { name: "Classic", exact: true }).click();
    await showsItsDocument(page, before);
    await page.getByRole("region", { name: "Flow" }).getByText("parts here first").first().waitFor();
    for (const chip of ["Yuma3, liquid alpha", "Null", "Yuma3"]) {
      const last = await hashOf(page);
      await page.getByRole("button", { name: chip, exact: true }).click();
      await showsItsDocument(page, last);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("follows a hand on a network of 256 uids", async () => {
    const { page, complaints } = await open();
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.getByRole("button", { name: "A network of 256 uids" }).click();
    await page.getByRole("heading", { name: /256 uids/ }).waitFor();
    await showsItsDocument(page, "");
    const before = await hashOf(page);
    const slider = page.getByRole("slider", { name: /^kappa: the part of the stake/ });
    await slider.focus();
    for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowDown");
    const doc = await showsItsDocument(page, before);
    expect(doc.kind === "state" && doc.state.n).toBe(256);
    expect(doc.kind === "state" && doc.state.kappa).toBeLessThan(32_767);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describeEngine("The page that reads from a node, in Chromium", findChromium(), (source) => {
  const NETUID = 77;
  let browser: Browser;
  let node: MockNode;

  beforeAll(async () => {
    browser = await launchChromium(source);
    node = await mockNode(madeChain({ spec: 397, seed: 51n, epochs: 3 }, reference).chain, { cors: "*" });
  });
  afterAll(async () => {
    await browser?.close();
    await node?.close();
  });

  it.each(["ws", "http"] as const)("reads the last epoch by %s, replays it, and opens it in the playground", async (by) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(HOME.replace("index.html", "chain.html"));
    await page.getByLabel("Node").fill(node[by]);
    await page.getByLabel("Subnet").fill(String(NETUID));
    await page.getByRole("button", { name: "Read and replay" }).click();
    await page.getByRole("heading", { name: /spec 397: equal/ }).waitFor();
    await page.getByRole("link", { name: "Open in the playground" }).click();
    await page.getByRole("heading", { name: /subnet 77/ }).waitFor();
    const doc = await fromFragment(new URL(page.url()).hash.slice(1));
    await page.locator(`[data-digest="${play(yuma, doc, 0).shown.digest}"]`).waitFor();
    await context.close();
  });

  it("says what it cannot reach", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(HOME.replace("index.html", "chain.html"));
    await page.getByLabel("Node").fill("http://127.0.0.1:9");
    await page.getByRole("button", { name: "Read and replay" }).click();
    await page
      .getByRole("alert")
      .getByText(/127\.0\.0\.1:9/)
      .waitFor();
    await context.close();
  });
});
