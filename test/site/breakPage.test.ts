/** The built page in a real Chromium, in the hands of somebody who means it no good, or whose browser has not all there is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { fromJson, loadYumaSync, RULE_SET_IDS, type SubnetState } from "../../bindings/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { readScenario } from "../../bindings/simulate/index.js";
import { hostileState } from "../../bindings/testing/index.js";
import { play } from "../../site/engine/play.js";
import { scenarioDocument, stateDocument, uidsIn, type Document } from "../../site/model/document.js";
import { completed } from "../../site/model/neutral.js";
import { renamePerson } from "../../site/model/people.js";
import { toFragment } from "../../site/model/share.js";
import { findChromium, launchChromium } from "../engines/chromium.js";
import { describeEngine } from "../engines/describeEngine.js";
import { ROOT } from "../engines/engines.js";
import { readVectors } from "../vectors.js";

const HOME = pathToFileURL(join(ROOT, "dist/site/index.html")).href;
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");

const yuma = loadYumaSync();
const STATE = fromJson(readVectors("epoch/basic")[0]!.in);
const STORY = scenarioDocument(readScenario(SCENARIOS["late-majority-twice-copier"]));

const digestOf = (doc: Document, epoch = 0) => play(yuma, doc, epoch).shown.digest;

describeEngine("The playground under attack in Chromium", findChromium(), (source) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(source);
  });
  afterAll(() => browser?.close());

  interface Opened {
    page: Page;
    complaints: string[];
    close(): Promise<void>;
  }

  async function open(fragment = "", options: BrowserContextOptions = {}, before: string | null = null): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    if (before !== null) await page.addInitScript(before);
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!/^(file|blob|data):/.test(request.url())) complaints.push(request.url());
    });
    await page.goto(`${HOME}${fragment === "" ? "" : `#${fragment}`}`);
    return { page, complaints, close: () => context.close() };
  }

  const shows = (page: Page, digest: string) => page.locator(`[data-digest="${digest}"]`).waitFor();

  async function goTo(page: Page, doc: Document): Promise<void> {
    await page.evaluate((fragment) => (location.hash = fragment), await toFragment(doc));
    await shows(page, digestOf(doc));
  }

  /** What the page says went wrong. */
  const alerts = (page: Page) => page.getByRole("alert").allTextContents();

  async function openAll(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details:not(.menu)")) (details as HTMLDetailsElement).open = true;
    });
    // Twice, as there are details in what they show.
    await page.waitForTimeout(100);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details:not(.menu)")) (details as HTMLDetailsElement).open = true;
    });
    await page.waitForTimeout(100);
  }

  const HOSTILE = [0, 1, 2, 7].flatMap((n) =>
    fc
      .sample(hostileState({ ruleSets: RULE_SET_IDS, minUids: n, maxUids: n }), { numRuns: 60, seed: 3 + n })
      .map((state) => stateDocument(`hostile, ${n} uids, ${state.ruleSet}`, state, 2))
      .filter((doc) => {
        try {
          return digestOf(doc) !== "";
        } catch {
          return false;
        }
      })
      .slice(0, 6),
  );

  it("shows hostile states with all that can be opened, one after the other, and says of none what it is not", async () => {
    const { page, complaints, close } = await open();
    for (const doc of HOSTILE) {
      await goTo(page, doc);
      await openAll(page);
      for (const button of ["Pin this version", "Classic"]) await page.getByRole("button", { name: button, exact: true }).click();
      await page.waitForTimeout(100);
      const text = await page.locator("main").innerText();
      expect(text.match(/.{0,60}(NaN|undefined|Infinity).{0,60}/)?.[0], doc.title).toBeUndefined();
      expect((await alerts(page)).join(" "), doc.title).not.toMatch(/mistake/);
      expect(complaints, doc.title).toEqual([]);
      expect(await page.getByRole("region", { name: "Results" }).count(), doc.title).toBe(1);
    }
    await close();
  });

  it("takes every name for a name", async () => {
    const names = ["<img src=x onerror=alert(1)>", "__proto__", "מלך\u202e", "😀".repeat(30), "a".repeat(60)];
    const doc = names.reduce((held, name, uid) => renamePerson(held, uid, name), STORY);
    const { page, complaints, close } = await open(await toFragment(doc));
    await shows(page, digestOf(doc));
    await openAll(page);
    for (const name of names) await page.getByRole("region", { name: "Results" }).getByTitle(name, { exact: true }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("shows a state of 4,096 uids, and a story of 4,096", async () => {
    const state: SubnetState = completed({ n: 4_096, raoEmission: 10n ** 12n, alphaStake: new BigUint64Array(4_096).fill(10n ** 12n) });
    const { page, complaints, close } = await open();
    await goTo(page, stateDocument("many", { ...state, validatorPermits: new Uint8Array(4_096).fill(1, 0, 64) }));
    await openAll(page);
    const names = (stem: string, count: number) => Array.from({ length: count }, (_, i) => `${stem} ${i}`);
    const story = readScenario({
      title: "a crowd",
      validators: names("v", 64),
      servers: names("s", 4_032),
      epochs: 2,
      stakes: [{ epochs: [0, 1], stake: Array(64).fill(1) }],
      weights: [{ epochs: [0, 1], weights: { "v 0": { "s 0": 1 } } }],
    });
    await goTo(page, scenarioDocument(story));
    await page.getByRole("button", { name: "Undo" }).click();
    expect((await alerts(page)).join(" ")).not.toMatch(/mistake/);
    expect(complaints).toEqual([]);
    await close();
  });

  it("a story of 100,000 epochs plays, with a key frame in each of its first thousands", async () => {
    const story = readScenario({
      title: "an age",
      validators: ["a", "b"],
      servers: ["s", "t"],
      epochs: 100_000,
      stakes: Array.from({ length: 3_000 }, (_, epoch) => ({ epochs: epoch, stake: { a: 1 + (epoch % 5), b: 2 } })),
      weights: [{ epochs: [0, 99_999], weights: { a: { s: 1 }, b: { t: 1 } } }],
    });
    const { page, complaints, close } = await open();
    const doc = scenarioDocument(story);
    await page.evaluate((fragment) => (location.hash = fragment), await toFragment(doc));
    await page.getByRole("heading", { name: "an age" }).waitFor();
    await page.getByText("Epoch 0 of 0 to 99999").waitFor();
    expect(await page.locator(".mark").count()).toBeLessThan(500);
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByText("Epoch 1 of 0 to 99999").waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it("what comes late is not shown for another document", async () => {
    const { page, complaints, close } = await open();
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.getByRole("button", { name: "A network of 256 uids" }).click();
    await page.getByRole("heading", { name: /256 uids/ }).waitFor();
    const why = page.getByRole("region", { name: "Why" });
    await why.locator(".verdict").waitFor();
    await why.getByLabel("Explain").selectOption("200");
    await page.getByRole("button", { name: "Pin this version" }).click();
    for (const doc of [STORY, stateDocument("nobody", completed({ n: 0 })), stateDocument("small", STATE)]) {
      await goTo(page, doc);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByRole("button", { name: "Redo" }).click();
      await shows(page, digestOf(doc));
      // The picker has all uids there are; the words must not have others.
      const said = await page.locator(".why h2, .why .verdict, .why .outlooks").allInnerTexts();
      for (const [, uid] of said.join("\n").matchAll(/uid (\d+)/g)) expect(Number(uid)).toBeLessThan(Math.max(1, uidsIn(doc)));
      expect(await why.getByText("There is nobody here").count()).toBe(uidsIn(doc) === 0 ? 1 : 0);
    }
    expect((await alerts(page)).join("")).toBe("");
    expect(complaints).toEqual([]);
    await close();
  });

  it("of two files dropped at once the one dropped last is shown", async () => {
    const { page, close } = await open();
    const slow = JSON.stringify(toJson(STATE)) + " ".repeat(40_000_000);
    const quick = { ...STATE, kappa: 20_000 };
    await page.evaluate(
      ([first, second]) => {
        for (const [name, text] of [
          ["slow.json", first!],
          ["quick.json", second!],
        ] as const) {
          const data = new DataTransfer();
          data.items.add(new File([text], name));
          dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
        }
      },
      [slow, JSON.stringify(toJson(quick))],
    );
    await shows(page, digestOf(stateDocument("q", quick)));
    await page.waitForTimeout(3_000);
    await shows(page, digestOf(stateDocument("q", quick)));
    await page.getByRole("heading", { name: "quick.json" }).waitFor();
    await close();
  });

  it("a file dropped while a sweep runs leaves the sweep what it is of", async () => {
    const { page, complaints, close } = await open();
    await page.locator("[data-digest]").waitFor();
    await page.getByRole("button", { name: "Sweep on workers" }).click();
    await goTo(page, stateDocument("one", completed({ n: 1 })));
    await page.getByText(/of the document as it was before/).waitFor();
    await page.getByText(/SHA-256 of all points' digests/).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Take this point over" }).click();
    await page.getByRole("heading", { name: STORY.scenario.title }).first().waitFor();
    await page.getByRole("button", { name: "Find the line" }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    expect((await alerts(page)).join("")).toBe("");
    expect(complaints).toEqual([]);
    await close();
  });

  it("a worker that fails is said, and the next one goes on", async () => {
    const crash = `{
      const Own = Worker;
      const made = [];
      globalThis.Worker = class extends Own { constructor(url) { super(url); made.push(this); } };
      globalThis.crash = () => made.forEach((one) => { one.terminate(); one.dispatchEvent(new ErrorEvent("error", { message: "out of memory" })); });
    }`;
    const { page, close } = await open("", {}, crash);
    await page.locator("[data-digest]").waitFor();
    await page.evaluate(() => {
      (document.querySelector(".scrub") as HTMLInputElement).value = "1";
      document.querySelector(".scrub")!.dispatchEvent(new Event("input", { bubbles: true }));
      (globalThis as any).crash();
    });
    await page.getByRole("alert").getByText("out of memory").waitFor();
    await goTo(page, stateDocument("after", STATE));
    await page.getByRole("region", { name: "Why" }).locator(".verdict").waitFor();
    await close();
  });

  it("can ask nobody for anything", async () => {
    const { page, close } = await open();
    const blocked = await page.evaluate(async () => {
      const found: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => found.push(effectiveDirective));
      const answered = await fetch("https://example.com/").then(
        () => "answered",
        () => "refused",
      );
      navigator.sendBeacon("https://example.com/", "x");
      new EventSource("http://127.0.0.1:9/");
      new WebSocket("ws://127.0.0.1:9/").onerror = () => {};
      new Image().src = "https://example.com/x.png";
      const script = document.createElement("script");
      script.src = "https://example.com/x.js";
      const frame = document.createElement("iframe");
      frame.src = "https://example.com/";
      const style = document.createElement("link");
      Object.assign(style, { rel: "stylesheet", href: "https://example.com/x.css" });
      document.body.append(script, frame, style);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return [answered, ...found.sort()];
    });
    expect(blocked).toEqual(["refused", ...Array(4).fill("connect-src"), "frame-src", "img-src", "script-src-elem", "style-src-elem"]);
    await close();
  });

  it("without WebAssembly it says so, and is no empty page", async () => {
    const { page, close } = await open(
      "",
      {},
      "delete globalThis.WebAssembly; { const Own = Blob; globalThis.Blob = class extends Own { constructor(parts, options) { super(options?.type === 'text/javascript' ? ['delete globalThis.WebAssembly;', ...parts] : parts, options); } }; }",
    );
    await page
      .getByRole("alert")
      .getByText(/WebAssembly/)
      .waitFor();
    await page.getByRole("heading", { name: STORY.scenario.title }).waitFor();
    await close();
  });

  it("without a clipboard it shows what it would have copied", async () => {
    const { page, close } = await open("", {}, "Object.defineProperty(navigator, 'clipboard', { value: undefined });");
    await page.locator("[data-digest]").waitFor();
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("alert").getByText(/#v1\./).waitFor();
    await page.getByRole("button", { name: "Copy digest" }).click();
    await page.getByText("It is selected").waitFor();
    await close();
  });

  it.each([
    [1280, {}],
    [360, { forcedColors: "active" as const }],
    [640, { deviceScaleFactor: 2, reducedMotion: "reduce" as const }],
  ])("at %d pixels with all of a network of 256 uids open nobody is left out", async (width, options) => {
    const { page, complaints, close } = await open("", { viewport: { width, height: 800 }, bypassCSP: true, ...options });
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.addScriptTag({ content: AXE });
    const check = () =>
      page.evaluate(async () => {
        const { violations } = await (globalThis as any).axe.run({ resultTypes: ["violations"], preload: false });
        return violations
          .filter(({ impact }: any) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html).slice(0, 3)}`);
      });
    expect(await check()).toEqual([]);
    await page.getByRole("button", { name: "A network of 256 uids" }).click();
    await page.getByRole("heading", { name: /256 uids/ }).waitFor();
    await page.getByRole("region", { name: "Why" }).locator(".verdict").waitFor();
    await openAll(page);
    expect(await check()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
    await close();
  });

  it("by Tab alone one comes through the whole page and out of it, and sees where one is", async () => {
    const { page, close } = await open();
    await page.getByRole("region", { name: "Why" }).locator(".verdict").waitFor();
    const seen = new Set<string>();
    let last = "";
    for (let i = 0; i < 400; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement!;
        if (element === document.body) return "";
        const all = [...document.querySelectorAll("*")];
        // A drawing has it on its grip.
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const stroke = getComputedStyle(element.querySelector(".grip") ?? element).stroke;
        const isSeen = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" || stroke !== "none";
        const box = element.getBoundingClientRect();
        return `${all.indexOf(element)} ${isSeen && box.width > 1 && box.height > 1 ? "seen" : `unseen ${element.outerHTML.slice(0, 120)}`}`;
      });
      if (at === "") break;
      last = at;
      expect(at).not.toMatch(/unseen/);
      expect(seen.has(at), at).toBe(false);
      seen.add(at);
    }
    expect(last).not.toBe("");
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await close();
  });
});
