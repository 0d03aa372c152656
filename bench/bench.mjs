/** `npm run bench`: the times of an epoch and the hosts beside each other, or with --count its instructions. bench/README.md */
import { spawnSync } from "node:child_process";

const args = process.argv.slice(2);
const scripts = args.includes("--count") ? ["bench/count.ts"] : ["bench/epoch.ts", "bench/hosts.ts"];
for (const script of scripts) {
  const { status } = spawnSync(process.execPath, ["run.mjs", script, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
