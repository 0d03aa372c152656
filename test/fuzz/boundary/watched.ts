/** The calls in a thread of their own, so that one that never ends, or takes all memory, is found too and others follow. */
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Fault } from "./call.js";
import { callNumber, throwCalls, type Finding, type Range } from "./boundary.js";

/** `begun` holds the number of the call that runs. */
type Task = Range & { boundary: true; begun: Int32Array };

/** A call that takes longer is taken for one that never ends. */
const MOST_SECONDS = 60;

export interface Report {
  subjects: number;
  /** the first of each fault, and how many calls showed it */
  findings: { finding: Finding; count: number }[];
}

/** @param script the file that calls `serve` where it is started as a thread */
export async function throwCallsWatched(script: URL, range: Range, progress: (number: number) => void): Promise<Report> {
  const found = new Map<string, { finding: Finding; count: number }>();
  const keep = (finding: Finding) => {
    const key = `${finding.subject}: ${finding.fault.kind}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { finding, count: 1 });
    else known.count++;
  };
  for (let first = range.first; ; ) {
    const ended = await thread(script, { ...range, first }, keep, progress);
    if ("subjects" in ended) return { subjects: ended.subjects, findings: [...found.values()] };
    if (ended.number < first) throw new Error(ended.fault.detail);
    keep({ number: ended.number, ...(await callNumber(range, ended.number)), fault: ended.fault });
    first = ended.number + 1;
  }
}

type Ended = { subjects: number } | { number: number; fault: Fault };

function thread(script: URL, range: Range, keep: (finding: Finding) => void, progress: (number: number) => void): Promise<Ended> {
  const begun = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const worker = new Worker(script, { workerData: { ...range, boundary: true, begun } satisfies Task });
  return new Promise((resolve) => {
    let [last, since] = [-1, Date.now()];
    const end = (ended: Ended) => {
      clearInterval(timer);
      void worker.terminate().then(() => resolve(ended));
    };
    const lost = (kind: string, detail: string) => end({ number: Atomics.load(begun, 0), fault: { kind, detail } });
    const timer = setInterval(() => {
      const number = Atomics.load(begun, 0);
      if (number !== last) [last, since] = [number, Date.now()];
      progress(number);
      if (Date.now() - since > MOST_SECONDS * 1_000) lost("never ends", `not in ${MOST_SECONDS} s`);
    }, 5_000);
    worker.on("message", (message: { finding: Finding } | { subjects: number }) => ("subjects" in message ? end(message) : keep(message.finding)));
    worker.on("error", (error: unknown) => lost("ends the thread", String((error as Error)?.stack ?? error)));
    worker.on("exit", () => lost("ends the thread", "without an error"));
  });
}

/** Where this is such a thread, does its work. */
export async function serve(): Promise<boolean> {
  const task = workerData as Task | null;
  if (isMainThread || task?.boundary !== true) return false;
  const begins = (number: number) => void Atomics.store(task.begun, 0, number);
  const subjects = await throwCalls(task, begins, (finding) => parentPort!.postMessage({ finding }));
  parentPort!.postMessage({ subjects });
  return true;
}
