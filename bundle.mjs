import { build } from "esbuild";
import { wgslPlugin } from "./shaders/compose.mjs";

/** Bundles a script of the sources for Node into one file, as node cannot load their .wasm imports. Needs the built modules. */
export async function bundleScript(script, outfile) {
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    external: ["esbuild", "playwright-core", "webgpu"],
    loader: { ".wasm": "base64", ".script": "text" },
    plugins: [wgslPlugin],
    logLevel: "warning",
  });
}
