/** The page of `yuma simulate --html`, opened from disk in a real Chromium: wide and narrow, light, dark and on paper. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChromium, launchChromium } from "./chromium.js";
import { describeEngine } from "./describeEngine.js";
import { ROOT } from "./engines.js";
import { openPage } from "./openPage.js";

const FOLDER = join(ROOT, "build/pages");
const PAGE = join(FOLDER, "simulation.html");

describeEngine("The page of a simulation in Chromium", findChromium(), (source) => {
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    const args = ["dist/cli/main.js", "simulate", "late-majority-twice-copier", "--set", "bondsPenalty=0", "--html", PAGE];
    expect(spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  const open = (options: BrowserContextOptions) => openPage(browser, PAGE, options);

  it.each([
    [1280, "light", "rgb(255, 255, 255)", 3],
    [1280, "dark", "rgb(20, 24, 29)", 3],
    [400, "light", "rgb(255, 255, 255)", 1],
    [400, "dark", "rgb(20, 24, 29)", 1],
  ] as const)("%d pixels wide, %s", async (width, colorScheme, ground, columns) => {
    const { page, complaints } = await open({ viewport: { width, height: 900 }, colorScheme });
    // Nothing sticks out, charts stand side by side as far as there is room, and every line has a colour.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector(".charts")!).gridTemplateColumns.split(" ").length)).toBe(
      columns,
    );
    expect(await page.evaluate(() => getComputedStyle(document.querySelector(".beside")!).gridTemplateColumns.split(" ").length)).toBe(
      width === 400 ? 1 : 2,
    );
    expect(await page.locator(".finding").innerText()).toMatch(/^From \S+ to \S+ .* gains most \(.* alpha.*\) and .* loses most \(/);
    const strokes = await page.evaluate(() =>
      [...document.querySelectorAll('.chart path[stroke^="var("]')].map((path) => getComputedStyle(path).stroke),
    );
    expect(strokes.length).toBeGreaterThan(50);
    for (const stroke of strokes) expect(stroke).toMatch(/^rgb\(/);
    // A picture has its limits: the narrow page is longer.
    const clip = { x: 0, y: 0, width, height: Math.min(4_000, await page.evaluate(() => document.documentElement.scrollHeight)) };
    await page.screenshot({ path: join(FOLDER, `simulation-${width}-${colorScheme}.png`), fullPage: true, clip });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows the values under the pointer, and hides them again", async () => {
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    const chart = page
      .locator("section", { has: page.locator("h2", { hasText: "Dividends per" }) })
      .locator(".chart")
      .first();
    await chart.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await chart.boundingBox())!;
    expect(await page.locator(".values").isVisible()).toBe(false);
    // The chart is 420 wide; its axis begins at 52, where epoch 0 is.
    await page.mouse.move(x + (52 / 420) * width, y + height / 2);
    expect((await page.locator(".values").innerText()).split(/\s*\n\s*/)).toEqual([
      "epoch 0",
      ...[
        "Big dishonest lazy validator (0.8)",
        "0.00050000",
        "Small eager-eager validator (0.1)",
        "0.00050000",
        "Small eager-eager validator 2 (0.1)",
        "0.00050000",
      ],
    ]);
    await page.mouse.move(x + (406 / 420) * width, y + height / 2);
    expect(await page.locator(".values b").innerText()).toBe("epoch 39");
    await page.mouse.move(0, 0);
    expect(await page.locator(".values").isVisible()).toBe(false);
    await page.context().close();
  });

  it("is white on paper also where the screen is dark", async () => {
    const { page } = await open({ colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
    expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
    await page.context().close();
  });

  it("is read without its script", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator("h1").first().innerText()).toBe("The majority copies weights");
    expect(await page.locator("svg").count()).toBeGreaterThan(20);
    await page.context().close();
  });
});
