/** Runs chunks one behind the other and puts what they give in the places of their networks. */
import type { Chunk } from "./chunk.js";
import { GpuDeviceLostError, GpuGuardError, GpuOutOfMemoryError, type GpuGuard } from "./errors.js";
import { BYTES } from "./layout.js";
import { outputLayout, readOutputs, type Asked, type Read } from "./outputs.js";
import { GUARDS } from "./register.js";
import type { Slots } from "./slots.js";
import { WorkspaceMemoryError, type Submission } from "./workspace.js";

/** A network of a chunk, in the order of its records. */
export interface Member {
  /** among all that was asked for */
  place: number;
  n: number;
  slots: Slots;
}

export interface Batched {
  chunk: Chunk;
  members: readonly Member[];
}

/** What a batch needs of the engine. */
export interface BatchContext<Result> {
  /** what is given out of what was read */
  made(read: Read): Result;
  submit(chunk: Chunk): Submission;
  /** takes back the memory of a chunk that was not submitted */
  drop(chunk: Chunk): void;
  asked: Asked;
  /** whether each network begins with what the one before it has left */
  isChain: boolean;
  /** what each gives that is in no chunk, as it has no uids, by its place; undefined of the others */
  results: (Result | undefined)[];
  pathOf(place: number, field?: string): string;
  signal?: AbortSignal | undefined;
  /** why the device is lost, undefined while it is there */
  lost(): string | undefined;
}

/** Chunks that the device has at once: the one that it works on, and one to follow. */
const AT_ONCE = 2;

/** @throws GpuGuardError, GpuOutOfMemoryError, GpuDeviceLostError, the signal's reason */
export async function runChunks<Result>(batch: readonly Batched[], context: BatchContext<Result>): Promise<Result[]> {
  const { asked, signal, results } = context;
  const guards: GpuGuard[] = [];
  const collect = ({ members, submission }: { members: readonly Member[]; submission: Submission }) =>
    submission.read((outputs) => {
      let at = 0;
      for (const { place, n, slots } of members) {
        const outcome = readOutputs(outputs, at, asked, n, slots.uids);
        at += outputLayout(asked, n, slots.uids.length).words * BYTES.word;
        if ("read" in outcome) results[place] = context.made(outcome.read);
        else if ("missing" in outcome) throw new Error(`it gave nothing back for state ${place}`);
        else {
          const { field, reason } = GUARDS[outcome.guard]!;
          guards.push({ place, path: context.pathOf(place, field), reason });
        }
      }
    });
  const running: { members: readonly Member[]; submission: Submission }[] = [];
  const waiting = [...batch];
  try {
    while (waiting.length > 0) {
      if (signal?.aborted) throw signal.reason;
      const { chunk, members } = waiting.shift()!;
      running.push({ members, submission: context.submit(chunk) });
      // The one before is read back while the device works on this one.
      if (running.length === AT_ONCE) await collect(running.shift()!);
    }
    while (running.length > 0) await collect(running.shift()!);
    if (signal?.aborted) throw signal.reason;
  } catch (error) {
    for (const { chunk } of waiting) context.drop(chunk);
    // What was started ends before anything else is.
    await Promise.allSettled(running.map(collect));
    if (signal?.aborted) throw signal.reason;
    if (error instanceof WorkspaceMemoryError) throw new GpuOutOfMemoryError(error.message, results);
    throw new GpuDeviceLostError(`the device is lost: ${context.lost() ?? (error as Error).message}`, results);
  }
  if (guards.length > 0) {
    // What comes behind a guard begins with what nobody knows.
    if (context.isChain) results.fill(undefined, guards[0]!.place);
    throw new GpuGuardError(guards, results);
  }
  return results as Result[];
}
