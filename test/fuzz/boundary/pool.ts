/** The pool: one that serves all calls of its methods, and others that come and go. */
import { isProxy } from "node:util/types";
import type { Pool } from "../../../bindings/pool/index.js";
import type { SubnetEpochState, SubnetState } from "../../../bindings/types.js";
import { isRevoked } from "../../../bindings/values/arrays.js";
import { CallersError } from "./hostile.js";
import { drawn, flag, list, oneOf, optional, record, whole, type Shape, type Values } from "./shapes.js";
import { state, subnet } from "./states.js";
import { methods, type Make } from "./methods.js";

const ABORTED = "aborted before";

const signal: Shape = {
  draw: (draw) =>
    draw.oneIn(2) ? undefined : draw.oneIn(3) ? AbortSignal.abort(new DOMException(ABORTED, "AbortError")) : new AbortController().signal,
  judge: (value) => (value === undefined || value instanceof AbortSignal ? "accept" : "refuse"),
};
const OPTIONS = { trace: optional(flag), digest: optional(flag), signal };

/** An aborted call ends with the signal's reason, the caller's own error, whatever else is wrong with it. */
async function orAborted(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DOMException && error.message === ABORTED) throw new CallersError(ABORTED);
    throw error;
  }
}

const unlessAborted = (options: Values | undefined, run: (options: Values) => unknown) => {
  const { signal, ...rest } = options ?? {};
  return (signal as AbortSignal | undefined)?.aborted === true ? "aborted" : run(rest);
};

/** Any iterable is taken; how it goes over what it holds is the caller's. */
const iterable = (shape: Shape): Shape => ({
  ...shape,
  judge: (value) =>
    isProxy(value) || typeof value !== "object" || value === null || Array.isArray(value) || !(Symbol.iterator in value)
      ? shape.judge(value)
      : "either",
});

/** What a source throws comes through as it is: the caller's own. */
function refuseBrokenSource(states: unknown): void {
  try {
    (Object(states) as Partial<Iterable<unknown>>)[Symbol.iterator]?.();
  } catch {
    if (!isRevoked(states)) throw new CallersError("a source that cannot be gone over");
  }
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

export const POOL: Readonly<Record<string, Make>> = {
  async createPool(name, create, { referenceYuma, knownState, knownDigest, closing }) {
    const pool = (await create({ size: 1 })) as Pool;
    closing.push(() => pool.close());
    return [
      {
        name,
        share: 0.02,
        parameters: [
          optional(
            record({
              size: drawn(optional(whole(1, 1_024)), (draw) => 1 + draw.index(2)),
              backend: optional(oneOf("wasm", "wasm-scalar")),
            }),
          ),
        ],
        call: async (...args) => {
          const made = (await create(...args)) as Pool;
          const { digest } = await made.epoch(knownState, { digest: true });
          await made.close();
          return { backend: made.backend, digest, after: await made.epoch(knownState).catch(({ code }: { code: string }) => code) };
        },
        right: ({ backend, digest, after }, [options]) =>
          backend === (options?.backend ?? "wasm") && digest === knownDigest && after === "pool-closed",
      },
      ...methods(`${name}()`, pool, {
        epoch: (name) => ({
          name,
          share: 1,
          parameters: [state, optional(record(OPTIONS))],
          call: (...args: [SubnetState]) => orAborted(() => pool.epoch(...args)),
          expected: (given: SubnetState, options?: Values) => unlessAborted(options, (rest) => referenceYuma.epoch(given, rest)),
        }),
        subnetEpoch: (name) => ({
          name,
          share: 1,
          parameters: [subnet, optional(record({ trace: optional(flag), signal }))],
          call: (...args: [SubnetEpochState]) => orAborted(() => pool.subnetEpoch(...args)),
          expected: (given: SubnetEpochState, options?: Values) => unlessAborted(options, (rest) => referenceYuma.subnetEpoch(given, rest)),
        }),
        epochs: (name) => ({
          name,
          share: 1,
          parameters: [iterable(list(state, 3)), optional(record(OPTIONS))],
          call: (...args: [SubnetState[]]) => {
            refuseBrokenSource(args[0]);
            return orAborted(async () => all(pool.epochs(...args)));
          },
          expected: (given: Iterable<SubnetState>, options?: Values) =>
            unlessAborted(options, (rest) => Array.from(given, (one) => referenceYuma.epoch(one, rest))),
          shares: true,
        }),
        close: (name) => ({
          name,
          share: 0.01,
          parameters: [],
          call: async () => {
            const made = (await create({ size: 1 })) as Pool;
            await Promise.all([made.close(), made.close()]);
          },
          expected: () => undefined,
        }),
      }),
    ];
  },
};
