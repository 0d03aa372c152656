/** Bundles a script of the sources into build/ and runs it. */
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleScript } from "./bundle.mjs";

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
const [script] = process.argv.splice(2, 1);
const outfile = `build/${basename(script, ".ts")}.script.mjs`;
await bundleScript(script, outfile);
await import(`./${outfile}`);
