import { YumaError } from "../errors.js";
import { buffersOf } from "./buffers.js";
import { PoolClosedError, WorkerLostError } from "./errors.js";
import type { PoolWorker, PoolWorkerEvents } from "./connect.js";
import type { MessageMemory } from "./messageMemory.js";
import { errorOf, isReply, type Message, type Reply, type Request } from "./messages.js";
import { onAbort } from "../boundary/onAbort.js";

/** What is asked of a worker. */
export interface Asked {
  readonly request: Request;
  /** the same in words */
  readonly what: string;
  /** where its state stands among others, empty where it stands alone */
  readonly path: string;
  /** the state that it is about, where that is one which workers keep */
  readonly kept?: KeptState;
}

/** It goes to each worker with the first request about it. */
export interface KeptState {
  handOver(): Message;
}

interface Job extends Asked {
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** Gives each request to a worker that has none, in the order of the calls. */
export class Scheduler {
  /** The job that each worker runs; one that was aborted stays until its worker is done with it. */
  private readonly workers = new Map<PoolWorker, Job | null>();
  private readonly queue = new Set<Job>();
  private readonly unsettled = new Set<Job>();
  /** The state that each worker keeps. */
  private readonly kept = new WeakMap<PoolWorker, KeptState>();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly size: number,
    private readonly memory: MessageMemory,
    private readonly make: (events: PoolWorkerEvents) => PoolWorker,
  ) {}

  /** The request's buffers are transferred, and those that are shared are shared: nothing is copied. */
  run(asked: Asked, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.closing !== undefined) return reject(new PoolClosedError(asked.path));
      if (signal?.aborted) return reject(signal.reason);
      const ignore = onAbort(signal, () => job.reject(signal!.reason));
      const settle = () => {
        ignore();
        this.queue.delete(job);
        this.unsettled.delete(job);
        if (this.unsettled.size === 0) this.hold(false);
      };
      const job: Job = {
        ...asked,
        resolve(result) {
          settle();
          resolve(result);
        },
        reject(reason) {
          settle();
          reject(reason);
        },
      };
      this.queue.add(job);
      this.unsettled.add(job);
      if (this.unsettled.size === 1) this.hold(true);
      this.dispatch();
    });
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    for (const job of this.unsettled) job.reject(new PoolClosedError(job.path));
    const workers = [...this.workers.keys()];
    this.workers.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private dispatch(): void {
    for (const job of this.queue) {
      const idle = this.idle(job.kept);
      if (idle === undefined && this.workers.size === this.size) return;
      this.queue.delete(job);
      try {
        const worker = idle ?? this.start();
        const request = this.requestFor(worker, job);
        worker.post(request, buffersOf(request));
        if (job.kept !== undefined) this.kept.set(worker, job.kept);
        this.workers.set(worker, job);
      } catch (cause) {
        job.reject(cause instanceof YumaError ? cause : lostWith(job, cause));
      }
    }
  }

  /** One that keeps the state, if there is one. */
  private idle(kept: KeptState | undefined): PoolWorker | undefined {
    const idle = [...this.workers.keys()].filter((worker) => this.workers.get(worker) === null);
    return idle.find((worker) => this.kept.get(worker) === kept) ?? idle[0];
  }

  private requestFor(worker: PoolWorker, { request, kept }: Job): Request {
    return kept === undefined || this.kept.get(worker) === kept ? request : ({ ...request, message: kept.handOver() } as Request);
  }

  private start(): PoolWorker {
    const worker: PoolWorker = this.make({
      reply: (reply) => this.reply(worker, reply),
      lost: (cause) => this.lost(worker, cause),
    });
    this.workers.set(worker, null);
    return worker;
  }

  private reply(worker: PoolWorker, reply: Reply): void {
    const job = this.workers.get(worker);
    if (!job) return;
    if (!isReply(reply)) {
      this.lost(worker, new Error("it says what yuma-consensus/pool/worker never says"));
      return;
    }
    this.workers.set(worker, null);
    if (reply.memory !== undefined) this.memory.giveBack(reply.memory);
    if ("result" in reply) job.resolve(reply.result);
    else job.reject(errorOf(reply.failure, job.path));
    this.dispatch();
  }

  /** A host may report one death more than once. */
  private lost(worker: PoolWorker, cause: unknown): void {
    const job = this.workers.get(worker);
    if (!this.workers.delete(worker)) return;
    worker.terminate();
    job?.reject(lostWith(job, cause));
    this.dispatch();
  }

  private hold(held: boolean): void {
    for (const worker of this.workers.keys()) worker.hold(held);
  }
}

function lostWith({ path, what }: Job, cause: unknown): WorkerLostError {
  return new WorkerLostError(path, what, cause);
}
