/** Bundles the benchmark into build/ and runs it, as node cannot load the sources' .wasm imports. Needs the built modules. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await build({
  entryPoints: ["bench/epoch.ts"],
  outfile: "build/bench.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  loader: { ".wasm": "binary" },
  logLevel: "warning",
});
await import("../build/bench.mjs");
