import { describe, expect, it } from "vitest";
import { inOrder } from "../bindings/pool/inOrder.js";

const AHEAD = 4;

/** Lets everything run that waits for nothing but promises. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A source of numbers that knows how many were pulled, and jobs that end when they are told to. */
function setup() {
  const seen = { pulled: 0, closed: false, stopped: 0 };
  const jobs: Deferred<string>[] = [];
  function* numbers(count = Infinity): Generator<number> {
    try {
      for (let i = 0; i < count; i++) {
        seen.pulled++;
        yield i;
      }
    } finally {
      seen.closed = true;
    }
  }
  const start = (_: number, index: number, signal: AbortSignal): Promise<string> => {
    jobs[index] = deferred();
    signal.addEventListener("abort", () => (seen.stopped++, jobs[index]!.reject(signal.reason)));
    return jobs[index]!.promise;
  };
  return { seen, jobs, numbers, start, finish: (index: number) => jobs[index]!.resolve(`result ${index}`) };
}

interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

function deferred<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

describe("results in order", () => {
  it("pull nothing before the first is asked for, and then exactly as many as may be ahead", async () => {
    const { seen, numbers, start, finish } = setup();
    const results = inOrder(numbers(), start, AHEAD);
    await settled();
    expect(seen.pulled).toBe(0);
    for (let taken = 0; taken < 5; taken++) {
      const next = results.next();
      await settled();
      expect(seen.pulled).toBe(taken + AHEAD);
      finish(taken);
      expect(await next).toEqual({ done: false, value: `result ${taken}` });
      await settled();
      expect(seen.pulled).toBe(taken + AHEAD);
    }
    await results.return();
    expect(seen.closed).toBe(true);
  });

  it("come in order, whichever is done first", async () => {
    const { numbers, start, finish, jobs } = setup();
    const results = inOrder(numbers(AHEAD), start, AHEAD);
    const all = Promise.all(Array.from({ length: AHEAD + 1 }, () => results.next()));
    await settled();
    for (const index of [...jobs.keys()].reverse()) finish(index);
    expect((await all).map(({ value }) => value)).toEqual(["result 0", "result 1", "result 2", "result 3", undefined]);
  });

  it("pull from an asynchronous source one state at a time", async () => {
    let busy = 0;
    async function* states() {
      for (let i = 0; i < 20; i++) {
        expect(busy++).toBe(0);
        await settled();
        busy--;
        yield i;
      }
    }
    const taken: number[] = [];
    for await (const result of inOrder(states(), async (state) => state * 2, AHEAD)) taken.push(result);
    expect(taken).toEqual(Array.from({ length: 20 }, (_, i) => i * 2));
  });

  it("pull nothing after a state that is refused, give what was before it, and close the source", async () => {
    const { seen, numbers } = setup();
    const refuse = (_: number, index: number) => {
      if (index === 2) throw new Error("refused");
      return Promise.resolve(index);
    };
    const results = inOrder(numbers(), refuse, AHEAD);
    expect([(await results.next()).value, (await results.next()).value]).toEqual([0, 1]);
    await expect(results.next()).rejects.toThrow("refused");
    expect(seen).toMatchObject({ pulled: 3, closed: true });
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it("let through what the source throws, in its turn", async () => {
    async function* states() {
      yield 0;
      throw new RangeError("the source is broken");
    }
    const results = inOrder(states(), async (state) => state, AHEAD);
    expect((await results.next()).value).toBe(0);
    await expect(results.next()).rejects.toThrow(new RangeError("the source is broken"));
  });

  it("stop what is running when the consumer leaves, and let through what the source throws then", async () => {
    const { seen, numbers, start, finish } = setup();
    const results = inOrder(numbers(), start, AHEAD);
    const next = results.next();
    await settled();
    finish(0);
    await next;
    await results.return();
    expect(seen).toEqual({ pulled: AHEAD, closed: true, stopped: AHEAD });

    const throwing = {
      [Symbol.iterator]: () => ({
        next: () => ({ done: false, value: 0 }),
        return: () => {
          throw new Error("on closing");
        },
      }),
    };
    const others = inOrder(throwing as Iterable<number>, async (state) => state, AHEAD);
    await others.next();
    await settled();
    await expect(others.return()).rejects.toThrow("on closing");
  });

  it("end at once where the signal aborts, though the source is busy and whatever is done", async () => {
    const source = { pulled: 0, closed: false, release: deferred<void>() };
    async function* states() {
      try {
        for (;;) {
          source.pulled++;
          if (source.pulled === 2) await source.release.promise;
          yield source.pulled;
        }
      } finally {
        source.closed = true;
      }
    }
    const controller = new AbortController();
    const results = inOrder(states(), async (state) => state, AHEAD, controller.signal);
    expect((await results.next()).value).toBe(1);
    const next = results.next();
    await settled();
    controller.abort("enough");
    await expect(next).rejects.toBe("enough");
    expect(source.closed).toBe(false);
    source.release.resolve();
    await settled();
    expect(source).toMatchObject({ pulled: 2, closed: true });
  });

  it("pull nothing where the signal has aborted before", async () => {
    const { seen, numbers, start } = setup();
    await expect(inOrder(numbers(), start, AHEAD, AbortSignal.abort("before")).next()).rejects.toBe("before");
    expect(seen.pulled).toBe(0);
  });
});
