interface Waiting {
  readonly callbacks: Set<() => void>;
  listener(): void;
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back when the signal aborts, until the function that it returns is called. One listener for each signal,
 * however many calls share it: Node takes more than ten for a leak and says so.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return () => {};
  const { callbacks, listener } = waiting.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener("abort", listener);
    waiting.delete(signal);
  };
}

function listen(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const listener = () => callbacks.forEach((callback) => callback());
  signal.addEventListener("abort", listener);
  waiting.set(signal, { callbacks, listener });
  return { callbacks, listener };
}

/** What the promise gives, or the signal's reason as soon as it aborts. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const ignore = onAbort(signal, () => reject(signal!.reason));
    promise.then(resolve, reject).finally(ignore);
  });
}
