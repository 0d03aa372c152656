/** Time and sweeps on the built page, opened from disk in a real Chromium, by hand and by keys. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadYuma } from "../../bindings/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { readScenario } from "../../bindings/simulate/index.js";
import { digestOfAll } from "../../site/engine/digestOfAll.js";
import { play } from "../../site/engine/play.js";
import { runPoints } from "../../site/engine/sweepPoints.js";
import { copyValidator } from "../../site/model/copier.js";
import { scenarioDocument, underRules, type ScenarioDocument } from "../../site/model/document.js";
import type { SweepPlan } from "../../site/model/sweep.js";
import { findChromium, launchChromium } from "../engines/chromium.js";
import { describeEngine } from "../engines/describeEngine.js";
import { ROOT } from "../engines/engines.js";
import { openPage } from "../engines/openPage.js";

const PAGE = join(ROOT, "dist/site/index.html");

const story = (name: string): ScenarioDocument => {
  const scenario = readScenario(SCENARIOS[name]);
  return scenarioDocument(scenario, scenario.variants.find(({ rules }) => rules === "yuma3")!);
};
const first = story("late-majority-twice-copier");

/** What the page begins with: bonds penalty across, kappa up. */
const PLAN: SweepPlan = {
  x: { name: "bondsPenalty", uid: 0, from: 0, to: 65_535 },
  y: { name: "kappa", uid: 0, from: 6_554, to: 58_982 },
  steps: 5,
  measure: { id: "dividendsSum", uid: 0 },
};

describeEngine("Time and sweeps on the page in Chromium", findChromium(), (source) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  /** The page, and what it said on the console: its parts are beside it, and it asks for nothing else. */
  const open = async () => {
    const { page, complaints } = await openPage(browser, PAGE, { viewport: { width: 1280, height: 900 } });
    await page.getByText("digest").first().waitFor();
    const said = () => complaints.filter((one) => !/^(file:\/\/.*\/dist\/site\/[\w.]+|blob:.*)$/.test(one));
    return { page, said };
  };
  const epochOf = (page: Page) => page.getByRole("slider", { name: "Epoch" }).inputValue();

  it("goes through time by buttons, keys, marks and the charts", async () => {
    const { page, said } = await open();
    await page.getByRole("button", { name: "Next key frame" }).click();
    expect(await epochOf(page)).toBe("1");
    await page.getByRole("slider", { name: "Epoch" }).press("End");
    expect(await epochOf(page)).toBe("39");
    await page.getByRole("button", { name: "Previous key frame" }).click();
    expect(await epochOf(page)).toBe("22");
    await page.getByRole("button", { name: /^Epoch 20: bonds on Server 2/ }).click();
    expect(await epochOf(page)).toBe("20");
    await page.getByRole("button", { name: "Remove: bonds on Server 2 are reset" }).click();
    await page.getByText("No key frame begins in epoch 20.").waitFor();
    expect(await page.getByRole("button", { name: /^Epoch 20: / }).count()).toBe(0);

    // In a row of marks arrow keys go from one to the next.
    const marks = page.getByRole("group", { name: "Key frames: Weights" });
    await marks.getByRole("button", { name: /^Epoch 2: / }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await epochOf(page)).toBe("21");

    const over = page.locator(".chart .u-over").first();
    await over.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await over.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 1, y + height / 2);
    await page.mouse.up();
    expect(await epochOf(page)).toBe("39");
    expect(said()).toEqual([]);
    await page.context().close();
  });

  it("plays to the end and stops there", async () => {
    const { page, said } = await open();
    await page.getByRole("slider", { name: "Epoch" }).fill("35");
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.getByRole("button", { name: "Play" }).waitFor();
    expect(await epochOf(page)).toBe("39");
    expect(said()).toEqual([]);
    await page.context().close();
  });

  it("draws each chart's numbers also as a table", async () => {
    const { page } = await open();
    await page.locator(".chart").first().getByText("Numbers").click();
    const cells = await page.getByRole("region", { name: "Dividends, numbers" }).locator("tbody td:nth-child(2)").allTextContents();
    const { series } = play(await loadYuma(), first, 0);
    expect(cells).toEqual(Array.from({ length: 40 }, (_, epoch) => (series.dividends[epoch * 5]! / 65_535).toFixed(4)));
    await page.context().close();
  });

  it("opens a scenario of the gallery under the rules at hand", async () => {
    const { page, said } = await open();
    await page.getByRole("button", { name: "Classic" }).click();
    await page.getByRole("button", { name: "Scenarios" }).press("Enter");
    await page.getByText("24 of 24").waitFor();
    await page.getByRole("searchbox", { name: "Search scenarios" }).fill("clipping");
    await page.getByRole("dialog").getByRole("listitem").first().getByRole("button").press("Enter");
    await page.getByRole("heading", { level: 1, name: readScenario(SCENARIOS["clipping-demo"]).title }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Classic" }).getAttribute("aria-pressed")).toBe("true");
    expect(said()).toEqual([]);
    await page.context().close();
  });

  it("makes the chosen validator a copier by one click, and takes it back by another", async () => {
    const { page } = await open();
    const yuma = await loadYuma();
    await page.getByRole("slider", { name: "Epoch" }).fill("21");
    const digest = async (doc: ScenarioDocument) => page.getByText(play(yuma, doc, 21).shown.digest).waitFor();
    await digest(first);
    await page.getByRole("button", { name: /^Let .* copy / }).click();
    await digest(copyValidator(first, 0, 1));
    await page.getByRole("button", { name: "Stop copying" }).click();
    await digest(first);
    await page.context().close();
  });

  it("sweeps two parameters on workers and on WebGPU, with the digests that the package gives", async () => {
    const { page, said } = await open();
    const points = Array.from({ length: 25 }, (_, point) => point);
    const results = runPoints(await loadYuma(), { kind: "points", doc: first, plan: PLAN, points });
    const digest = digestOfAll(results);
    await page.getByLabel("points").selectOption("5");
    await page.getByRole("button", { name: "Sweep on workers" }).click();
    await page.getByText(/25 of 25 points on .*WebAssembly/).waitFor();
    await page.getByText(`SHA-256 of all points' digests ${digest}`).waitFor();

    // Up two rows and one to the right, the point is read out.
    const map = page.getByRole("application");
    for (const key of ["ArrowUp", "ArrowUp", "ArrowRight"]) await map.press(key);
    const at = results[11]!;
    await page.getByText(`kappa 0.5000, bonds penalty 0.2500: ${"value" in at ? Number(at.value!.toPrecision(6)) : ""}`).waitFor();

    await page.getByRole("button", { name: "Sweep on WebGPU" }).click();
    await page.getByText(/25 of 25 points on WebGPU, .*swiftshader.*/i).waitFor({ timeout: 200_000 });
    await page.getByText(`SHA-256 of all points' digests ${digest}`).waitFor();
    expect(said()).toEqual([]);
    await page.context().close();
  });

  it("refuses WebGPU for Null consensus, and sweeps it on workers", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "Null" }).click();
    await page.getByLabel("points").selectOption("5");
    expect(await page.getByRole("button", { name: "Sweep on WebGPU" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Sweep on workers" }).click();
    const points = Array.from({ length: 25 }, (_, point) => point);
    const results = runPoints(await loadYuma(), { kind: "points", doc: underRules(first, "null"), plan: PLAN, points });
    await page.getByText(`SHA-256 of all points' digests ${digestOfAll(results)}`).waitFor();
    await page.context().close();
  });
});
