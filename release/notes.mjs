/** What the changelog says of this version, for the release's page: `node release/notes.mjs`. */
import { readFileSync } from "node:fs";
import { changes } from "./versions.mjs";

const root = new URL("..", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
console.log(changes(readFileSync(new URL("CHANGELOG.md", root), "utf8"), version).text);
