/** Instructions of parts of a run, by callgrind: the same each time, whatever else the machine does. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir, uptime } from "node:os";
import { join } from "node:path";

/** Of libuv, which every Node exports: called by nothing else in a run, so that they can begin and end what is counted. */
const BEGIN = "uv_uptime";
const END = "uv_loadavg";

/** The optimising compiler alone and one thread: nothing is compiled twice, nor beside what is counted. */
const ENGINE = ["--no-liftoff", "--no-wasm-tier-up", "--wasm-lazy-compilation", "--single-threaded"];
/** Writes which code lies where, to a file that the engine gives no say about: /tmp/perf-PID.map on every system. */
const NAMES = "--perf-basic-prof";

/** In a run under callgrind: counts what `work` does, and calls it `name`. */
export function counted(names: string[], name: string, work: () => void): void {
  names.push(name);
  uptime();
  work();
  loadavg();
}

/** In such a run: once it is warm, says so and waits until instructions are counted, on which it is ten times as slow. */
export function awaitCounting(started: string): void {
  console.log(process.pid);
  // Not in a call of the system, in which valgrind would not hear what it is told.
  while (!existsSync(started));
}

/** What such a run says at its end, on a line of its own. */
export interface Said<T> {
  /** of what was counted, in the order of the run */
  names: string[];
  result: T;
}

export interface Counted<T> {
  result: T;
  /** one for each name of the run */
  parts: Part[];
  /** where the code of the run's WebAssembly lies; empty where nobody asked */
  code: Code[];
}

export interface Part {
  name: string;
  instructions: number;
  /** of each address; empty where nobody asked */
  byAddress: Map<number, number>;
}

/** A function of WebAssembly, by its index in the module. */
export interface Code {
  start: number;
  bytes: number;
  index: number;
}

/** Whether valgrind is here. */
export function hasCallgrind(): boolean {
  return ["valgrind", "vgdb"].every((command) => spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined);
}

/**
 * Runs a script of Node under callgrind, with the path for `awaitCounting` behind its arguments. `addresses`: also which
 * instruction ran how often.
 * @throws Error where the run fails, or what was counted is not what the run says
 */
export async function runCounted<T>(script: string, args: readonly string[], addresses: boolean): Promise<Counted<T>> {
  const folder = mkdtempSync(join(tmpdir(), "yuma-count-"));
  try {
    const tool = ["-q", "--tool=callgrind", "--instr-atstart=no", "--smc-check=all-non-file"];
    const parts = [`--zero-before=${BEGIN}`, `--dump-before=${END}`, `--dump-instr=${addresses ? "yes" : "no"}`];
    const node = [process.execPath, ...ENGINE, ...(addresses ? [NAMES, `--logfile=${folder}/v8.log`] : []), script, ...args];
    const { pid, last } = await runAndStart([...tool, ...parts, `--callgrind-out-file=${folder}/out`, ...node], `${folder}/started`);
    const { names, result } = JSON.parse(last) as Said<T>;
    const dumps = readdirSync(folder).filter((name) => name.startsWith("out.")).length;
    if (dumps !== names.length) throw new Error(`callgrind wrote ${dumps} parts of ${names.length}`);
    return {
      result,
      parts: names.map((name, i) => ({ name, ...readDump(readFileSync(`${folder}/out.${i + 1}`, "latin1"), addresses) })),
      code: addresses ? takeMap(pid) : [],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs valgrind, lets it count once the script says that it is warm, and gives the script's last line. */
async function runAndStart(args: readonly string[], started: string): Promise<{ pid: number; last: string }> {
  const child = spawn("valgrind", [...args, started], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const isFirst = !output.includes("\n");
    output += text;
    if (!isFirst || !output.includes("\n")) return;
    const { status, stderr } = spawnSync("vgdb", [`--pid=${Number.parseInt(output, 10)}`, "instrumentation", "on"], { encoding: "utf8" });
    if (status === 0) return writeFileSync(started, "");
    console.error(`vgdb ends with ${status}: ${stderr}`);
    child.kill();
  });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`the run under callgrind ends with ${status}`);
  return { pid: Number.parseInt(output, 10), last: output.trimEnd().split("\n").at(-1)! };
}

/** A dump of callgrind: absolute addresses or steps from the line before, and the line after `calls=` is of the called. */
export function readDump(text: string, addresses: boolean): Omit<Part, "name"> {
  const instructions = Number(/^(?:summary|totals): (\d+)/m.exec(text)![1]);
  const byAddress = new Map<number, number>();
  if (!addresses) return { instructions, byAddress };
  let address = 0;
  let called = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("calls=")) called = true;
    const cost = /^(0x[0-9a-f]+|[+-]\d+|\*) \S+ (\d+)$/.exec(line);
    if (cost === null) continue;
    const [, position, count] = cost;
    if (position!.startsWith("0x")) address = Number(position);
    else if (position !== "*") address += Number(position);
    if (!called) byAddress.set(address, (byAddress.get(address) ?? 0) + Number(count));
    called = false;
  }
  return { instructions, byAddress };
}

function takeMap(pid: number): Code[] {
  const path = `/tmp/perf-${pid}.map`;
  try {
    return readMap(readFileSync(path, "utf8"));
  } finally {
    rmSync(path, { force: true });
  }
}

/** The functions of WebAssembly in a map of code, by where they begin. */
export function readMap(text: string): Code[] {
  return [...text.matchAll(/^([0-9a-f]+) ([0-9a-f]+) .*wasm-function\[(\d+)\]/gm)]
    .map(([, start, bytes, index]) => ({ start: Number.parseInt(start!, 16), bytes: Number.parseInt(bytes!, 16), index: Number(index) }))
    .sort((a, b) => a.start - b.start);
}
