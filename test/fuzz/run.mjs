/** Bundles the fuzzing script into build/ and runs it, as node cannot load the sources' .wasm imports. Needs the built modules. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
await build({
  entryPoints: ["test/fuzz/fuzz.ts"],
  outfile: "build/fuzz.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2022",
  loader: { ".wasm": "binary" },
  logLevel: "warning",
});
await import("../../build/fuzz.mjs");
