import { onAbort, orAborted } from "../boundary/onAbort.js";

type Start<State, Result> = (state: State, index: number, signal: AbortSignal) => Promise<Result>;

const END = Symbol("end");

/**
 * The results of a source's states in their order, computed side by side. When the consumer has taken k results, at
 * most k + `ahead` states have been pulled. A failure waits for its turn; an abort of the signal does not.
 * @param start begins with a state, or throws where it refuses it; then nothing more is pulled. Its signal ends what is
 * running when the consumer leaves.
 */
export async function* inOrder<State, Result>(
  states: Iterable<State> | AsyncIterable<State>,
  start: Start<State, Result>,
  ahead: number,
  signal?: AbortSignal,
): AsyncGenerator<Result, void, undefined> {
  const stop = new AbortController();
  const abort = () => stop.abort(signal!.reason);
  if (signal?.aborted) abort();
  const ignore = onAbort(signal, abort);
  const started = startEach(states, start, stop.signal);
  let pulling = 0;
  const next = async (): Promise<Result | typeof END> => {
    pulling++;
    const { done, value } = await started.next().finally(() => pulling--);
    return done ? END : value[0];
  };
  const results: Promise<Result | typeof END>[] = [];
  try {
    for (;;) {
      stop.signal.throwIfAborted();
      while (results.length < ahead) {
        const result = next();
        // Thrown in its turn, or not at all.
        result.catch(() => {});
        results.push(result);
      }
      const result = await orAborted(results.shift()!, stop.signal);
      if (result === END) return;
      yield result;
    }
  } finally {
    ignore();
    stop.abort();
    const closed = started.return();
    // A source that is still busy with its next state closes when it has it; nobody waits for that.
    if (pulling === 0) await closed;
    else closed.catch(() => {});
  }
}

/** One state at a time, however many are asked for at once. The promise stands in a tuple, or it would be waited for. */
async function* startEach<State, Result>(
  states: Iterable<State> | AsyncIterable<State>,
  start: Start<State, Result>,
  signal: AbortSignal,
): AsyncGenerator<[Promise<Result>], void, undefined> {
  let index = 0;
  for await (const state of states) {
    if (signal.aborted) return;
    yield [start(state, index++, signal)];
    if (signal.aborted) return;
  }
}
