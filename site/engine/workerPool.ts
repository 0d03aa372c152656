/** Several workers for what takes seconds, made when it begins and gone when it ends. */
import { EngineClient } from "./client.js";
import type { Answer, Request } from "./protocol.js";

const MOST_WORKERS = 4;

export class WorkerPool {
  private readonly clients: readonly EngineClient[];

  constructor(script: string, cores = navigator.hardwareConcurrency) {
    const count = Math.min(Math.max(cores - 1, 1), MOST_WORKERS);
    this.clients = Array.from({ length: count }, () => new EngineClient(script));
  }

  get size(): number {
    return this.clients.length;
  }

  /**
   * Asks all, each worker the next as soon as it is free; answers come in any order.
   * @throws RefusedError the first one, also where the pool is closed before the end
   */
  async run<R extends Request>(
    requests: readonly R[],
    answered: (answer: Extract<Answer, { kind: R["kind"] }>, request: R) => void,
  ): Promise<void> {
    let next = 0;
    const work = async (client: EngineClient) => {
      while (next < requests.length) {
        const request = requests[next++]!;
        answered(await client.ask(request), request);
      }
    };
    try {
      await Promise.all(this.clients.map(work));
    } finally {
      this.close();
    }
  }

  close(): void {
    for (const client of this.clients) client.close();
  }
}
