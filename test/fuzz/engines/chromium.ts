/** Dawn, whose WGSL compiler is Tint, in a page of Chromium on SwiftShader. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram, scratchFolder } from "../../engines/bundle.js";
import { findChromium, launchChromium } from "../../engines/chromium.js";
import { here, ROOT } from "../../engines/engines.js";
import { serve } from "../../engines/server.js";
import type { FuzzEngine } from "../gpu.js";

const IMPORTS = { "yuma-consensus": "/dist/browser/yuma.js", "yuma-consensus/gpu": "/dist/gpu/browser.js" };

export async function openChromium(): Promise<FuzzEngine> {
  const source = here(findChromium());
  const scratch = scratchFolder("fuzz");
  await bundleProgram("test/fuzz/engines/ofPackage.ts", join(scratch, "ofPackage.js"));
  writeFileSync(join(scratch, "index.html"), `<!doctype html><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`);
  const site = await serve({ "/": scratch, "/dist/": join(ROOT, "dist") });
  const browser = await launchChromium(source);
  const page = await browser.newPage();
  await page.goto(`${site.origin}/index.html`);
  return {
    compare: (states) => page.evaluate(`import("/ofPackage.js").then(({ compare }) => compare(${JSON.stringify(states)}))`),
    async close() {
      await browser.close();
      await site.close();
      rmSync(scratch, { recursive: true });
    },
  };
}
