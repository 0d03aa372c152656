/** The pool: one that serves all calls of its methods, and others that come and go. */
import type { Pool } from "../../../bindings/pool/index.js";
import type { SubnetEpochState, SubnetState } from "../../../bindings/types.js";
import { CallersError } from "./hostile.js";
import { drawn, flag, list, oneOf, optional, record, whole, type Shape, type Values } from "./shapes.js";
import { state, subnet } from "./states.js";
import { methods, type Make } from "./subjects.js";

const signal: Shape = {
  draw: (draw) => (draw.oneIn(2) ? undefined : draw.oneIn(3) ? AbortSignal.abort(new DOMException("aborted before", "AbortError")) : new AbortController().signal),
  judge: (value) => (value === undefined || value instanceof AbortSignal ? "accept" : "refuse"),
};
const OPTIONS = { trace: optional(flag), digest: optional(flag), signal };

/** An aborted call ends with the signal's reason, the caller's own error, whatever else is wrong with it. */
async function orAborted(options: Values | undefined, run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    if (options?.["signal"] instanceof AbortSignal && options["signal"].aborted && error === options["signal"].reason) throw new CallersError("aborted");
    throw error;
  }
}

const unlessAborted = (options: Values | undefined, run: (options: Values) => unknown) => {
  const { signal, ...rest } = options ?? {};
  return (signal as AbortSignal | undefined)?.aborted === true ? "aborted" : run(rest);
};

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
        parameters: [optional(record({ size: drawn(optional(whole(1, 1_024)), (draw) => 1 + draw.index(2)), backend: optional(oneOf("wasm", "wasm-scalar")) }))],
        call: async (...args) => {
          const made = (await create(...args)) as Pool;
          const { digest } = await made.epoch(knownState, { digest: true });
          await made.close();
          return { backend: made.backend, digest, after: await made.epoch(knownState).catch(({ code }: { code: string }) => code) };
        },
        right: ({ backend, digest, after }, [options]) => backend === (options?.backend ?? "wasm") && digest === knownDigest && after === "pool-closed",
      },
      ...methods(`${name}()`, pool, {
        epoch: (name) => ({
          name,
          share: 1,
          parameters: [state, optional(record(OPTIONS))],
          call: (...args: [SubnetState]) => orAborted(args[1 as 0] as never, () => pool.epoch(...args)),
          expected: (given: SubnetState, options?: Values) => unlessAborted(options, (rest) => referenceYuma.epoch(given, rest)),
        }),
        subnetEpoch: (name) => ({
          name,
          share: 1,
          parameters: [subnet, optional(record({ trace: optional(flag), signal }))],
          call: (...args: [SubnetEpochState]) => orAborted(args[1 as 0] as never, () => pool.subnetEpoch(...args)),
          expected: (given: SubnetEpochState, options?: Values) => unlessAborted(options, (rest) => referenceYuma.subnetEpoch(given, rest)),
        }),
        epochs: (name) => ({
          name,
          share: 1,
          parameters: [list(state, 3), optional(record(OPTIONS))],
          call: (...args: [SubnetState[]]) => orAborted(args[1 as 0] as never, async () => all(pool.epochs(...args))),
          expected: (given: SubnetState[], options?: Values) => unlessAborted(options, (rest) => given.map((one) => referenceYuma.epoch(one, rest))),
          shares: true,
        }),
        close: (name) => ({ name, share: 0.01, parameters: [], call: async () => { const made = (await create({ size: 1 })) as Pool; await Promise.all([made.close(), made.close()]); }, expected: () => undefined }),
      }),
    ];
  },
};
