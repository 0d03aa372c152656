import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./engines.js";

/** A new folder under build/, from which programs find the package by its own name; whoever asks removes it. */
export function scratchFolder(name: string): string {
  mkdirSync(join(ROOT, "build/engines"), { recursive: true });
  return mkdtempSync(join(ROOT, "build/engines", `${name}-`));
}

/** One of the programs for an engine, in one file; the package that it imports stays as it is built. */
export async function bundleProgram(source: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [join(ROOT, source)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
    external: ["node:*", "yuma-consensus", "yuma-consensus/*", "webgpu"],
    loader: { ".wasm": "base64" },
    logLevel: "warning",
  });
  return outfile;
}
