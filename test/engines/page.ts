import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Task } from "../browser/task.js";
import { bundleProgram } from "./bundle.js";
import { ROOT } from "./engines.js";
import { serve } from "./server.js";

const TIMEOUT_MS = 240_000;

/** The page of test/browser, to be served as "/". */
export async function writePage(folder: string): Promise<void> {
  await Promise.all(["page", "worker"].map((name) => bundleProgram(`test/browser/${name}.ts`, join(folder, `${name}.js`))));
  cpSync(join(ROOT, "test/browser/index.html"), join(folder, "index.html"));
}

export interface PageOptions {
  /** the content security policy of all that the server sends; default: none */
  policy?: string;
  /** whether the page is isolated from other origins, so that it may share memory with its workers; default: no */
  isolated?: boolean;
  /** whether the page's worker does it */
  worker?: boolean;
}

/** COOP and COEP. */
const ISOLATION = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** What the page reports of a task. */
export async function reportOfPage(
  browser: Browser,
  folders: Record<string, string>,
  task: Task,
  { policy, isolated = false, worker = false }: PageOptions,
): Promise<unknown> {
  const query = new URLSearchParams({ task: JSON.stringify(task), ...(worker && { worker: "" }) });
  return reportAt(browser, folders, `index.html?${query}`, policy, isolated ? ISOLATION : {});
}

/** What a page reports, opened from a server of its own: the JSON in its `#report`, when that is marked as done. */
export async function reportAt(
  browser: Browser,
  folders: Record<string, string>,
  path: string,
  policy?: string,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const site = await serve(folders, policy === undefined ? headers : { ...headers, "content-security-policy": policy });
  const page = await browser.newPage();
  try {
    return await reportShown(page, `${site.origin}/${path}`);
  } finally {
    await page.close();
    await site.close();
  }
}

/** The same of an address that the page reaches already. */
export async function reportShown(page: Page, address: string): Promise<unknown> {
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(address);
  // Where no font is installed, text has no size and nothing is visible.
  await page.waitForSelector("#report[data-done]", { state: "attached", timeout: TIMEOUT_MS });
  expect(errors).toEqual([]);
  return JSON.parse((await page.textContent("#report"))!);
}
