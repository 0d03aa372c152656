/** Where the engines are that npm installed. */
import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Where package.json is, also for a bundle below build/. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

export const ROOT = findRoot();

/** Why an engine cannot be had here. */
export class Missing {
  constructor(readonly reason: string) {}
}

/** An engine, for whoever can do nothing without it. */
export function here<T extends object>(found: T | Missing): T {
  if (found instanceof Missing) throw new Error(found.reason);
  return found;
}

/** A program that runs one of ours: `command arguments... program.mjs`. */
export interface Engine {
  command: string;
  arguments: string[];
  version: string;
  environment?: NodeJS.ProcessEnv;
}

/** The folder of an installed package, or null. */
export function packageFolder(name: string): string | null {
  const folder = join(ROOT, "node_modules", name);
  return existsSync(folder) ? folder : null;
}

/**
 * The first of the binaries that runs. npm's packages move their binary from the platform's package into their own
 * when install scripts are allowed; both places count.
 */
function findBinary(name: string, places: readonly (readonly [string, string])[]): { command: string; version: string } | Missing {
  for (const [owner, path] of places) {
    const folder = packageFolder(owner);
    if (folder === null) continue;
    const command = join(folder, path);
    const { status, stdout } = spawnSync(command, ["--version"], { encoding: "utf8", timeout: 60_000, killSignal: "SIGKILL" });
    if (status === 0) return { command, version: /\d+\.\d+\.\d+/.exec(stdout)![0] };
  }
  return new Missing(`npm installed no ${name} that runs on ${process.platform} ${process.arch}`);
}

export function findNode(): Engine {
  return { command: process.execPath, arguments: [], version: process.versions.node };
}

export function findBun(): Engine | Missing {
  const platform = `@oven/bun-${process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`;
  const found = findBinary("Bun", [
    ["bun", "bin/bun.exe"],
    [platform, "bin/bun"],
    [`${platform}-musl`, "bin/bun"],
  ]);
  return found instanceof Missing ? found : { ...found, arguments: [] };
}

export function findDeno(): Engine | Missing {
  const suffix = process.platform === "linux" ? "-glibc" : "";
  const found = findBinary("Deno", [
    ["deno", "deno"],
    [`@deno/${process.platform}-${process.arch}${suffix}`, "deno"],
  ]);
  const environment = { DENO_DIR: join(ROOT, "build/engines/deno"), DENO_NO_UPDATE_CHECK: "1" };
  return found instanceof Missing
    ? found
    : { ...found, arguments: ["run", "--no-prompt", "--allow-read", "--unstable-webgpu"], environment };
}

/** Dawn as a module of Node. */
export function findDawn(): Engine | Missing {
  const folder = packageFolder("webgpu");
  if (folder === null) return new Missing("webgpu is not installed");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return { ...findNode(), version };
}

const TIMEOUT_MS = 240_000;

/** What a program prints as JSON. It is killed after four minutes. */
export async function runProgram(engine: Engine, program: string, task: object): Promise<unknown> {
  const { stdout } = await promisify(execFile)(engine.command, [...engine.arguments, program, JSON.stringify(task)], {
    cwd: ROOT,
    env: { ...process.env, ...engine.environment },
    timeout: TIMEOUT_MS,
    killSignal: "SIGKILL",
  });
  return JSON.parse(stdout);
}
