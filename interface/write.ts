/** Writes what is generated; what is as it was stays untouched. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { generated } from "./generate.js";

for (const [file, text] of Object.entries(generated())) {
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
