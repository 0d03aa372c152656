/** What a first visitor tries on the built page in a real Chromium: saving, keys, fingers, and that nothing is cut off. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChromium, launchChromium } from "../engines/chromium.js";
import { describeEngine } from "../engines/describeEngine.js";
import { ROOT } from "../engines/engines.js";

const HOME = pathToFileURL(join(ROOT, "dist/site/index.html")).href;

describeEngine("A first visit to the playground in Chromium", findChromium(), (source) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  async function open(options: object = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
    const page = await context.newPage();
    await page.goto(HOME);
    await page.locator("[data-digest]").waitFor();
    return page;
  }

  const digestOn = async (page: Page) => (await page.locator("[data-digest]").getAttribute("data-digest"))!;
  const cellOf = (page: Page, at: number) => page.getByRole("grid", { name: "Weights" }).getByRole("gridcell").nth(at);

  it("says what it is and tells the story; on the next visit the story alone", async () => {
    const page = await open();
    await page.getByText("The chain's own integers, computed in this page.").waitFor();
    await page.getByText(/^The validator with 80 % of the stake copies/).waitFor();
    await page.reload();
    await page.getByText(/^The validator with 80 % of the stake copies/).waitFor();
    expect(await page.getByText("The chain's own integers").count()).toBe(0);
    await page.context().close();
  });

  it("saves its drawings, and the menu closes after a choice, by Escape and by a press elsewhere", async () => {
    const page = await open();
    const menu = page.locator("details.menu");
    const isOpen = () => menu.evaluate((element) => (element as HTMLDetailsElement).open);
    const saved = page.waitForEvent("download") as Promise<Download>;
    await menu.locator("summary").click();
    await page.getByRole("button", { name: "Drawings (SVG)" }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe("the-majority-copies-weights.stake-curve.svg");
    expect(readFileSync((await file.path())!, "utf8")).toMatch(/^<svg .*kappa 0\.5000.*<\/svg>\n$/s);
    expect(await isOpen()).toBe(false);
    for (const close of [() => page.keyboard.press("Escape"), () => page.getByRole("heading", { name: "Results" }).click()]) {
      await menu.locator("summary").click();
      expect(await isOpen()).toBe(true);
      await close();
      expect(await isOpen()).toBe(false);
    }
    await page.context().close();
  });

  it("undoes and does again by keys, but not where text is typed", async () => {
    const page = await open();
    const first = await digestOn(page);
    const shows = (digest: string) => page.locator(`[data-digest="${digest}"]`).waitFor();
    await cellOf(page, 1).focus();
    await page.keyboard.type("0.5");
    await page.keyboard.press("Enter");
    await page.locator(`[data-digest]:not([data-digest="${first}"])`).waitFor();
    const second = await digestOn(page);
    for (const [keys, then] of [
      ["Control+z", first],
      ["Control+y", second],
      ["Control+z", first],
      ["Control+Shift+Z", second],
    ] as const) {
      await page.keyboard.press(keys);
      await shows(then);
    }
    await page.getByRole("textbox", { name: /^Weight of/ }).focus();
    await page.keyboard.press("Control+z");
    expect(await page.getByRole("button", { name: "Undo" }).isEnabled()).toBe(true);
    await page.context().close();
  });

  it("says which weight is expected where another is typed, and no column moves", async () => {
    const page = await open();
    await cellOf(page, 1).focus();
    const before = await cellOf(page, 1).boundingBox();
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText('"7" is no weight: a fraction from 0 to 1 is expected.').waitFor();
    expect(await cellOf(page, 1).boundingBox()).toEqual(before);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByText("is no weight").count()).toBe(0);
    await page.context().close();
  });

  it("does not move the weights while one of them is dragged in an epoch without key frames", async () => {
    const page = await open();
    await page.getByRole("slider", { name: "Epoch" }).fill("10");
    await cellOf(page, 1).focus();
    const before = (await cellOf(page, 1).boundingBox())!;
    await page.mouse.move(before.x + 20, before.y + 20);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++) await page.mouse.move(before.x + 20, before.y + 20 - step * 4);
    await page.mouse.up();
    await page.getByRole("list", { name: "Key frames of epoch 10" }).waitFor();
    expect(await cellOf(page, 1).boundingBox()).toEqual(before);
    await page.context().close();
  });

  it("shows every column of the results, of a story and of 256 uids, and the network from its start", async () => {
    const page = await open();
    const isWhole = () => page.locator(".results-body").evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
    expect(await isWhole()).toBe(true);
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.getByRole("button", { name: "A network of 256 uids" }).click();
    await page.getByRole("columnheader", { name: "active" }).waitFor();
    expect(await isWhole()).toBe(true);
    expect(await page.locator(".weights-picture").evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])).toEqual([0, 0]);
    await page.context().close();
  });

  it("draws the whole of a sweep's heat map", async () => {
    const page = await open();
    await page.getByLabel("points").selectOption("5");
    await page.getByRole("button", { name: "Sweep on workers" }).click();
    const map = page.getByRole("application", { name: /^Heat map/ });
    await map.waitFor();
    expect(await map.evaluate((box) => box.clientHeight >= box.querySelector("svg")!.clientHeight)).toBe(true);
    await page.context().close();
  });

  it("scrolls by a finger that begins on the weights; a tap chooses, and then one drags sideways", async () => {
    const page = await open({ viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true });
    const first = await digestOn(page);
    const cell = cellOf(page, 3);
    const finger = await page.context().newCDPSession(page);
    const swipe = async (dx: number, dy: number) => {
      await cell.evaluate((element) => element.scrollIntoView({ block: "center" }));
      const box = (await cell.boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", part: number) =>
        finger.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: x + dx * part, y: y + dy * part }] });
      await touch("touchStart", 0);
      for (let step = 1; step <= 10; step++) await touch("touchMove", step / 10);
      await touch("touchEnd", 1);
    };
    await cell.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(0, -120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
    expect(await digestOn(page)).toBe(first);
    await cell.tap();
    await expect.poll(() => cell.getAttribute("aria-selected")).toBe("true");
    await swipe(0, -60);
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
    await swipe(60, 0);
    await page.locator(`[data-digest]:not([data-digest="${first}"])`).waitFor();
    await page.context().close();
  });
});
