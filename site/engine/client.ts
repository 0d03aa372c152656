/** The page's end of its worker. */
import type { Answer, Refusal, Reply, Request } from "./protocol.js";

type AnswerTo<R extends Request> = Extract<Answer, { kind: R["kind"] }>;

export class RefusedError extends Error {
  constructor({ name, message }: Refusal) {
    super(message);
    this.name = name;
  }
}

const CLOSED: Refusal = { name: "WorkerError", message: "the worker was closed" };

/** Asks one worker; answers come in the order of the questions. After one that failed the next question starts another. */
export class EngineClient {
  private worker: Worker | null = null;
  private isClosed = false;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private count = 0;

  constructor(private readonly script: string) {
    this.worker = this.start();
  }

  private start(): Worker {
    const url = URL.createObjectURL(new Blob([this.script], { type: "text/javascript" }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.settle(data);
    worker.onerror = (event) => {
      worker.terminate();
      this.worker = null;
      this.fail(event.message || "the worker could not be started");
    };
    return worker;
  }

  /** @throws RefusedError */
  ask<R extends Request>(request: R): Promise<AnswerTo<R>> {
    const id = this.count++;
    return new Promise((resolve, reject) => {
      if (this.isClosed) throw new RefusedError(CLOSED);
      this.worker ??= this.start();
      this.waiting.set(id, (reply) => {
        if ("answer" in reply) resolve(reply.answer as AnswerTo<R>);
        else reject(new RefusedError(reply.refusal));
      });
      this.worker.postMessage({ id, request });
    });
  }

  close(): void {
    this.isClosed = true;
    this.worker?.terminate();
    this.fail(CLOSED.message);
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    waiting?.(reply);
  }

  private fail(message: string): void {
    for (const id of [...this.waiting.keys()]) this.settle({ id, refusal: { name: "WorkerError", message } });
  }
}

/**
 * Of requests that come faster than answers only the newest is sent: a hand that moves is followed as fast as the worker
 * answers, and nothing piles up.
 */
export class Newest<R extends Request> {
  private next: R | null = null;
  private isBusy = false;

  constructor(
    private readonly client: EngineClient,
    private readonly answered: (answer: AnswerTo<R>, request: R) => void,
    private readonly refused: (error: RefusedError, request: R) => void,
  ) {}

  ask(request: R): void {
    this.next = request;
    if (!this.isBusy) void this.send();
  }

  private async send(): Promise<void> {
    this.isBusy = true;
    try {
      while (this.next !== null) {
        const request = this.next;
        this.next = null;
        const reply = await this.client.ask(request).catch((error: RefusedError) => error);
        if (reply instanceof Error) this.refused(reply, request);
        else this.answered(reply, request);
      }
    } finally {
      // Whatever a view makes of an answer, the next one is asked for.
      this.isBusy = false;
    }
  }
}
