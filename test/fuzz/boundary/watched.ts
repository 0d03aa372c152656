/** The calls in a process of their own, so that one that never ends, or takes all memory, is found too and others follow. */
import { fork } from "node:child_process";
import type { Fault } from "./call.js";
import { callNumber, throwCalls, type Finding, type Range } from "./boundary.js";

/** A call that takes longer is taken for one that never ends. */
const MOST_SECONDS = 60;

const MOST_MEGABYTES = 2_048;

const SERVED = "--served";

type Message = { begins: number } | { finding: Finding } | { subjects: number };

export interface Report {
  subjects: number;
  /** the first of each fault, and how many calls showed it */
  findings: { finding: Finding; count: number }[];
}

/** @param script the file that calls `serve` where it is started as such a process */
export async function throwCallsWatched(script: string, range: Range, progress: (number: number) => void): Promise<Report> {
  const found = new Map<string, { finding: Finding; count: number }>();
  const keep = (finding: Finding) => {
    const key = `${finding.subject}: ${finding.fault.kind}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { finding, count: 1 });
    else known.count++;
  };
  for (let first = range.first; ; ) {
    const ended = await run(script, { ...range, first }, keep, progress);
    if ("subjects" in ended) return { subjects: ended.subjects, findings: [...found.values()] };
    if (ended.number < first) throw new Error(ended.fault.detail);
    keep({ number: ended.number, ...(await callNumber(range, ended.number)), fault: ended.fault });
    first = ended.number + 1;
  }
}

type Ended = { subjects: number } | { number: number; fault: Fault };

function run(script: string, range: Range, keep: (finding: Finding) => void, progress: (number: number) => void): Promise<Ended> {
  const child = fork(script, [SERVED], { serialization: "advanced", execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`] });
  child.send(range);
  return new Promise((resolve) => {
    let number = -1;
    let since = Date.now();
    let ended: Ended | undefined;
    const end = (outcome: Ended) => {
      ended ??= outcome;
      child.kill("SIGKILL");
    };
    const timer = setInterval(() => {
      progress(number);
      if (Date.now() - since > MOST_SECONDS * 1_000) end({ number, fault: { kind: "never ends", detail: `not in ${MOST_SECONDS} s` } });
    }, 10_000);
    child.on("message", (message: Message) => {
      if ("begins" in message) [number, since] = [message.begins, Date.now()];
      else if ("finding" in message) keep(message.finding);
      else end(message);
    });
    child.on("exit", (code, signal) => {
      clearInterval(timer);
      resolve(ended ?? { number, fault: { kind: "ends the process", detail: `${signal ?? `exit code ${code}`}` } });
    });
  });
}

/** Where this is such a process, does its work. */
export async function serve(): Promise<boolean> {
  if (process.argv[2] !== SERVED) return false;
  const range = await new Promise<Range>((resolve) => process.once("message", resolve));
  const send = (message: Message) => void process.send!(message);
  const calls = throwCalls(
    range,
    (begins) => send({ begins }),
    (finding) => send({ finding }),
  );
  // Its errors are not those of a call.
  const subjects = await calls.catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
  send({ subjects });
  return true;
}
