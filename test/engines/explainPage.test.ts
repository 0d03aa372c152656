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
    // A table that has more columns than are seen says so; where there is room words stand beside their table.
    const hints = await page.evaluate(() =>
      [...document.querySelectorAll(".scroll")].map((table) => [
        table.scrollWidth > table.clientWidth + 1,
        getComputedStyle(table, "::before").content.startsWith('"scroll sideways'),
      ]),
    );
    for (const [scrolls, hinted] of hints) expect(hinted).toBe(scrolls);
    expect(hints.some(([scrolls]) => scrolls)).toBe(width === 400);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector("section.wide")!).display)).toBe(
      width === 400 ? "block" : "grid",
    );
    // Every uid stands at the axis of its bars.
    expect(await page.evaluate(() => document.querySelectorAll(".chart[data-hover] svg text").length)).toBeGreaterThan(30);
    expect(await page.locator("body").innerText()).toContain("change of the trust -0.172648 (raw -741515435): the sum of these");
    // A picture has its limits: the narrow page is longer.
    const clip = { x: 0, y: 0, width, height: Math.min(4_000, await page.evaluate(() => document.documentElement.scrollHeight)) };
    await page.screenshot({ path: join(FOLDER, `explanation-${width}-${colorScheme}.png`), fullPage: true, clip });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
