/** The page's end of its worker. */
import type { Answer, Refusal, Reply, Request } from "./protocol.js";

type AnswerTo<R extends Request> = Extract<Answer, { kind: R["kind"] }>;

export class RefusedError extends Error {
  constructor({ name, message }: Refusal) {
    super(message);
    this.name = name;
  }
}

/** Asks one worker; answers come in the order of the questions. */
export class EngineClient {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private count = 0;

  constructor(script: string) {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    this.worker = new Worker(url);
    URL.revokeObjectURL(url);
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => this.settle(data);
    this.worker.onerror = (event) => this.fail(event.message || "the worker could not be started");
  }

  /** @throws RefusedError */
  ask<R extends Request>(request: R): Promise<AnswerTo<R>> {
    const id = this.count++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (reply) => {
        if ("answer" in reply) resolve(reply.answer as AnswerTo<R>);
        else reject(new RefusedError(reply.refusal));
      });
      this.worker.postMessage({ id, request });
    });
  }

  close(): void {
    this.worker.terminate();
    this.fail("the worker was closed");
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
    while (this.next !== null) {
      const request = this.next;
      this.next = null;
      try {
        this.answered(await this.client.ask(request), request);
      } catch (error) {
        this.refused(error as RefusedError, request);
      }
    }
    this.isBusy = false;
  }
}
