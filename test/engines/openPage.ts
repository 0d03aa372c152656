import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** Opens a page from disk and gives what it asked for beyond itself and what it complained of. */
export async function openPage(
  browser: Browser,
  path: string,
  options: BrowserContextOptions,
): Promise<{ page: Page; complaints: string[] }> {
  const { href } = pathToFileURL(path);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => request.url() !== href && complaints.push(request.url()));
  await page.goto(href);
  return { page, complaints };
}
