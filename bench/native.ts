import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Case } from "./cases.js";
import type { Contender } from "./contender.js";

const PROGRAM = resolve("build/bench-epoch");
const FLAGS = ["-O2", "-std=gnu11"];

/** Compiles bench/native; the compiler's first line about itself, or null where there is none. */
export function buildNative(): string | null {
  const compiler = process.env["CC"] ?? "cc";
  let version: string;
  try {
    version = execFileSync(compiler, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
  execFileSync(compiler, [...FLAGS, "-o", PROGRAM, "bench/native/epoch.c"], { stdio: "inherit" });
  return `${version.split("\n")[0]!} ${FLAGS.join(" ")}`;
}

/**
 * The C port as a process of its own that runs an epoch when told to and otherwise waits, so that it can take its turn
 * in every round. Its times are its own clock's, around the epoch alone.
 */
export function nativeContender(item: Case, needed: boolean): Contender {
  const name = needed ? "native-needed" : "native";
  const { n, validators, rowLength, seed, bondsPenalty, mode } = item;
  const parameters = [n, validators, rowLength, seed, bondsPenalty, mode].map(String);
  const child = spawn(PROGRAM, [...parameters, ...(needed ? ["--needed"] : [])], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (command: string): Promise<string> => {
    child.stdin.write(`${command}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`${name} ended at "${command}"`);
    return value;
  };
  return {
    name,
    async run() {
      return Number(await ask("run"));
    },
    async digest() {
      const path = resolve(`build/bench-${name}.bin`);
      await ask(`write ${path}`);
      const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
      rmSync(path);
      return digest;
    },
    memoryBytes: () => null,
    close() {
      child.stdin.end();
    },
  };
}
