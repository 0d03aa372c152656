/** The page of `yuma explain --html`, opened from disk in a real Chromium: wide and narrow, light and dark. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChromium, launchChromium } from "./chromium.js";
import { describeEngine } from "./describeEngine.js";
import { ROOT } from "./engines.js";
import { openPage } from "./openPage.js";

const FOLDER = join(ROOT, "build/pages");
const PAGE = join(FOLDER, "explanation.html");

describeEngine("The page of an explanation in Chromium", findChromium(), (source) => {
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    const args = [
      "dist/cli/main.js",
      "explain",
      "examples/trust-after.json",
      "--uid",
      "2,5",
      "--before",
      "examples/trust-before.json",
      "--html",
      PAGE,
    ];
    expect(spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  it.each([
    [1280, "light", "rgb(255, 255, 255)"],
    [400, "dark", "rgb(20, 24, 29)"],
  ] as const)("%d pixels wide, %s", async (width, colorScheme, ground) => {
    const { page, complaints } = await openPage(browser, PAGE, { viewport: { width, height: 900 }, colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground);
    expect(await page.locator(".charts svg").count()).toBe(6);
    expect(await page.locator("body").innerText()).toContain("change of the trust -0.172648 (raw -741515435): the sum of these");
    await page.screenshot({ path: join(FOLDER, `explanation-${width}-${colorScheme}.png`), fullPage: true });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
