/** Bundles a script of the sources into build/ and runs it, as node cannot load their .wasm imports. Needs the built modules. */
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { wgslPlugin } from "./shaders/compose.mjs";

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
const [script] = process.argv.splice(2, 1);
const outfile = `build/${basename(script, ".ts")}.script.mjs`;
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  external: ["webgpu"],
  loader: { ".wasm": "base64" },
  plugins: [wgslPlugin],
  logLevel: "warning",
});
await import(`./${outfile}`);
