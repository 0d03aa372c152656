/**
 * `npm run bench`: the times of an epoch and the hosts beside each other; with --count an epoch's instructions; with --write
 * nothing is run, and the tables of the last run go into the README and the guide. bench/README.md
 */
import { spawnSync } from "node:child_process";

const FORMS = { "--count": ["bench/count.ts"], "--write": ["bench/write.ts"] };

const args = process.argv.slice(2);
const form = args.find((arg) => Object.hasOwn(FORMS, arg));
for (const script of form === undefined ? ["bench/epoch.ts", "bench/hosts.ts"] : FORMS[form]) {
  const { status } = spawnSync(process.execPath, ["run.mjs", script, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
