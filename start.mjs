/**
 * `npm start`: builds, runs an epoch on the bundled network and writes a page about it, then serves the playground to
 * whoever sits at a terminal. Without one, in CI and with --no-serve it ends before that.
 */
import { spawn, spawnSync } from "node:child_process";
import { buildAll } from "./build.mjs";

const COMMAND = "dist/cli/main.js";
const REPORT = "build/report.html";
const NO_SERVE = "--no-serve";

const unknown = process.argv.slice(2).filter((argument) => argument !== NO_SERVE);
if (unknown.length > 0) {
  console.error(`npm start: no such option: ${unknown[0]}; ${NO_SERVE} ends it after the report`);
  process.exit(2);
}

/** One line that changes on a terminal, and elsewhere a line each. */
function say(what) {
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[2K${what}` : `${what}\n`);
}

await buildAll((done, all, what) => say(`building ${done}/${all}: ${what}`));
if (process.stdout.isTTY) say("");

const { status } = spawnSync(process.execPath, [COMMAND, "demo", "--report", REPORT], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const attended = process.stdin.isTTY && process.stdout.isTTY && !process.env.CI;
if (attended && !process.argv.includes(NO_SERVE)) {
  console.log();
  const server = spawn(process.execPath, [COMMAND, "play"], { stdio: "inherit" });
  // The server ends by Ctrl-C, and says how it ended.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => server.kill());
  server.on("exit", (code) => process.exit(code ?? 0));
}
