import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { checkState } from "../bindings/boundary/input.js";
import { EPOCH_FUNCTIONS } from "../bindings/interface/epochFunctions.js";
import { inputBytes, writeInput } from "../bindings/interface/message.js";
import { callable } from "../bindings/interface/moduleFunction.js";
import type { SubnetState } from "../bindings/types.js";
import { HOSTS, folderOf, missing, runAll } from "../test/hosts/hosts.js";
import type { Contender } from "./contender.js";
import { writeState } from "./nativeState.js";
import type { Mode } from "./shapes.js";

const COMPILER = process.env["CC"] ?? "cc";

/** A program of bench/native, or why it is not here. */
export interface Program {
  name: string;
  path: string;
  /** the compiler and its flags; null where it could not be built */
  compiled: string | null;
  /** why not, else "" */
  skipped: string;
}

const PLAIN = ["-O2", "-std=gnu11"];
const HARD = ["-O3", "-march=native", "-std=gnu11"];

const HOST = "hosts/c";
const HOST_BUILD = `${HOST}/build/release`;

/** How each is built, on the spot. */
export const BUILDERS = {
  /** the plain port */
  native: () => compile("native", "epoch.c", PLAIN),
  /** the same, compiled as hard as the compiler can */
  nativeO3: () => compile("native-O3", "epoch.c", HARD),
  /** the kernels' algorithm by hand, for dense states under Yuma3 */
  limit: () => compile("limit", "limit.c", [...HARD, "-w"]),
  /** the kernels by wasm2c */
  wasm2c: buildWasm2c,
};

export type Programs = Record<keyof typeof BUILDERS, Program>;

export function buildPrograms(): Programs {
  const { native, nativeO3, limit, wasm2c } = BUILDERS;
  return { native: native(), nativeO3: nativeO3(), limit: limit(), wasm2c: wasm2c() };
}

function programPath(name: string): string {
  return resolve(`build/bench-${name}`);
}

function skipped(name: string, why: string): Program {
  return { name, path: programPath(name), compiled: null, skipped: why };
}

function compile(name: string, source: string, flags: readonly string[], libraries: readonly string[] = []): Program {
  const path = programPath(name);
  try {
    const version = execFileSync(COMPILER, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    execFileSync(COMPILER, [...flags, "-o", path, `bench/native/${source}`, ...libraries], { stdio: ["ignore", "ignore", "pipe"] });
    return { name, path, compiled: `${version.split("\n")[0]!} ${flags.filter((flag) => /^-[Om]/.test(flag)).join(" ")}`, skipped: "" };
  } catch (error) {
    return skipped(name, `${COMPILER} does not compile it: ${faultOf(error)}`);
  }
}

/** What a compiler says is wrong, or why it does not run. */
function faultOf(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: Buffer };
  return /error: (.*)/.exec(String(stderr))?.[1] ?? message.split("\n")[0]!;
}

function buildWasm2c(): Program {
  const host = HOSTS.find(({ name }) => name === "c")!;
  const absent = missing(host);
  if (absent !== null) return skipped("wasm2c", absent);
  const fault = runAll(host, host.build);
  if (fault !== "") return skipped("wasm2c", `${folderOf(host)} is not built: ${fault.trim().split("\n").at(-1)}`);
  return compile("wasm2c", "wasm2c.c", ["-O2", "-std=gnu11", `-I${HOST}/include`], [`${HOST_BUILD}/libyuma.a`, "-lm"]);
}

/** The files from which the programs read a case. */
export interface CaseFiles {
  /** of bench/native/state.h */
  state: string;
  /** of the modules' interface */
  message: string;
  remove(): void;
}

export function writeCase(state: SubnetState, mode: Mode): CaseFiles {
  const folder = mkdtempSync(join(tmpdir(), "yuma-bench-"));
  const files = { state: `${folder}/state`, message: `${folder}/message`, remove: () => rmSync(folder, { recursive: true }) };
  writeState(files.state, state, mode);
  const checked = checkState(state);
  const fn = callable(EPOCH_FUNCTIONS.epoch);
  const message = new Uint8Array(inputBytes(fn, checked));
  writeInput(fn, checked, message);
  writeFileSync(files.message, message);
  return files;
}

/**
 * A program as a process of its own that runs an epoch when told to and otherwise waits, so that it can take its turn in
 * every round. Its times are its own clock's, around the epoch alone.
 */
export function nativeContender(name: string, { path }: Program, args: readonly string[]): Contender {
  const child = spawn(path, args, { stdio: ["pipe", "pipe", "inherit"] });
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
      const result = `${args[0]}.${name}`;
      await ask(`write ${result}`);
      const digest = createHash("sha256").update(readFileSync(result)).digest("hex");
      rmSync(result);
      return digest;
    },
    memoryBytes: () => null,
    close() {
      child.stdin.end();
    },
  };
}
