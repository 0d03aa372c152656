/**
 * Whatever has come in since it was last asked, at most `most` at once: one by one where they come slowly, so that
 * nobody waits for lines that another is to write only after an answer.
 */
export async function* inBatches<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  const waiting: T[] = [];
  let ended = false;
  let failure: unknown;
  let wake = () => {};
  let resume = () => {};
  void (async () => {
    try {
      for await (const item of source) {
        waiting.push(item);
        wake();
        if (waiting.length >= most) await new Promise<void>((resolve) => (resume = resolve));
        if (ended) return;
      }
    } catch (error) {
      failure = error;
    }
    ended = true;
    wake();
  })();
  try {
    for (;;) {
      // What stands in one chunk of the input comes one by one, but before anything else does.
      await new Promise((resolve) => setImmediate(resolve));
      if (waiting.length > 0) {
        const batch = waiting.splice(0);
        resume();
        yield batch;
      } else if (ended) {
        if (failure !== undefined) throw failure;
        return;
      } else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    ended = true;
    resume();
  }
}
