const MOST_MILLISECONDS = 50;

/** For long work: lets the event loop have its turn now and then, as signals wait for it where they are handled. */
export function takingTurns(): () => Promise<void> | undefined {
  let last = Date.now();
  return () => {
    if (Date.now() - last < MOST_MILLISECONDS) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        last = Date.now();
        resolve();
      });
    });
  };
}
