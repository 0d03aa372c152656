import type { Pool } from "../pool/types.js";
import type { EpochResult, SubnetState, Yuma } from "../types.js";

/** What runs the epochs of a sweep's points. */
export interface SweepEngine {
  /** how many points it keeps going at once */
  readonly ahead: number;
  /** @throws YumaError where the state cannot be a chain state or the engine fails */
  epoch(state: SubnetState): Promise<EpochResult>;
}

/** In this thread, one epoch after the other. */
export function engineOf(yuma: Yuma): SweepEngine {
  return { ahead: 1, epoch: async (state) => yuma.epoch(state) };
}

/** One point on each worker, and one to follow at once. */
export function poolEngine(pool: Pool): SweepEngine {
  return { ahead: 2 * pool.size, epoch: (state) => pool.epoch(state) };
}

/** Many states at once, their results in the same order; it may refuse all of them for one. */
export type EpochBatch = (states: readonly SubnetState[]) => Promise<readonly EpochResult[]>;

interface Waiting {
  state: SubnetState;
  resolve(result: EpochResult): void;
  reject(error: unknown): void;
}

/**
 * Gathers the epochs that the points of a sweep wait for into batches, as a GPU wants them. A point has one epoch in a
 * batch, as its next depends on it. Where a batch fails, each of its states is tried alone, so that only points fail
 * that have to.
 * @param size most states of a batch
 */
export function batchEngine(epochBatch: EpochBatch, size: number): SweepEngine {
  let waiting: Waiting[] = [];
  const run = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const results = await epochBatch(batch.map(({ state }) => state));
      batch.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const one of batch) await run([one]);
    }
  };
  const flush = () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) void run(batch);
  };
  return {
    ahead: size,
    epoch: (state) =>
      new Promise((resolve, reject) => {
        waiting.push({ state, resolve, reject });
        if (waiting.length >= size) flush();
        // Every point that can go on has asked for its epoch before a timer's turn comes.
        else if (waiting.length === 1) setTimeout(flush, 0);
      }),
  };
}
