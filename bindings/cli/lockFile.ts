import { closeSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants, hostname } from "node:os";
import { FileError } from "../files/errors.js";

/** A process, so that another can tell whether it still runs. */
interface Owner {
  host: string;
  /** on Linux which start of the machine and which container: within them a pid is one process; empty elsewhere */
  space: string;
  pid: number;
  /** on Linux when it began, as pids come again; empty elsewhere */
  began: string;
}

const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Takes a lock that is a file, which holds its owner. One whose owner ran here and is gone is taken over.
 * @returns what gives it back, which also happens where a signal ends the process
 * @throws FileError where another process has it, or may have it
 */
export function takeLock(path: string): () => void {
  const mine = JSON.stringify(thisProcess());
  const forget = () => {
    for (const signal of ENDING_SIGNALS) process.removeListener(signal, end);
  };
  const release = () => {
    if (contents(path) === mine) rmSync(path, { force: true });
    // Not before the file is gone: a second signal would end the process at once.
    forget();
  };
  const end = (signal: NodeJS.Signals) => {
    release();
    process.kill(process.pid, signal);
    // The first process of a container outlives a signal that it does not handle.
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ENDING_SIGNALS) process.on(signal, end);
  try {
    if (!made(path, mine)) takeOver(path, mine);
  } catch (error) {
    forget();
    throw error;
  }
  return release;
}

/** Makes a file that is not there yet. */
function made(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

/** Of several that try at once one makes the claim; it holds as long as the lock is still that of the same dead owner. */
function takeOver(path: string, mine: string): void {
  const found = contents(path);
  const owner = ownerOf(found);
  if (owner === null || !isGone(owner)) throw inUse(path, owner);
  const claim = `${path}.${owner.pid}`;
  if (!made(claim, mine)) throw inUse(claim, ownerOf(contents(claim)));
  if (contents(path) !== found) {
    rmSync(claim, { force: true });
    throw inUse(path, ownerOf(contents(path)));
  }
  renameSync(claim, path);
}

function inUse(path: string, owner: Owner | null): FileError {
  const who = owner === null ? "another process" : `process ${owner.pid} on ${owner.host}`;
  return new FileError(`${path}: ${who} is writing there; if it is not, delete this lock and try again`);
}

/** Null where there is no text; what is no file, as a pipe, may never give one. */
function contents(path: string): string | null {
  try {
    return statSync(path).isFile() ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}

function ownerOf(text: string | null): Owner | null {
  try {
    const { host, space, pid, began } = JSON.parse(text ?? "") as Owner;
    return Number.isSafeInteger(pid) && pid > 0 && [host, space, began].every((field) => typeof field === "string")
      ? { host, space, pid, began }
      : null;
  } catch {
    return null;
  }
}

function thisProcess(): Owner {
  return { host: hostname(), space: spaceOfPids(), pid: process.pid, began: beginningOf(process.pid) ?? "" };
}

/** Whether a process surely runs no more; of one on another host, or in another container, nothing is sure. */
function isGone({ host, space, pid, began }: Owner): boolean {
  const here = thisProcess();
  if (host !== here.host || space !== here.space) return false;
  const beginning = beginningOf(pid);
  return beginning === null || (beginning !== "" && began !== "" && beginning !== began);
}

function spaceOfPids(): string {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return "";
  }
}

/** When a process began, in ticks of the machine; null where there is none, empty where that cannot be known. */
function beginningOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
  }
  try {
    // The second field, the name, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    // A zombie has ended; its parent has not looked yet.
    return fields[0] === "Z" || fields[0] === "X" ? null : fields[19]!;
  } catch {
    return "";
  }
}
