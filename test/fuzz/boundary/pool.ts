/** The pool: one that serves all calls of its methods, and others that come and go. */
import { isProxy } from "node:util/types";
import type { Pool } from "../../../bindings/pool/index.js";
import type { StateChanges, SubnetEpochState, SubnetState, Yuma } from "../../../bindings/types.js";
import { isRevoked } from "../../../bindings/values/arrays.js";
import { CallersError } from "./hostile.js";
import { drawn, flag, list, oneOf, optional, record, whole, type Shape, type Values, worst } from "./shapes.js";
import { OUTPUTS } from "./resident.js";
import { changes, changesFit, state, subnet } from "./states.js";
import { methods, type Make } from "./methods.js";

const ABORTED = "aborted before";

const signal: Shape = {
  draw: (draw) =>
    draw.oneIn(2) ? undefined : draw.oneIn(3) ? AbortSignal.abort(new DOMException(ABORTED, "AbortError")) : new AbortController().signal,
  judge: (value) => (value === undefined || value instanceof AbortSignal ? "accept" : "refuse"),
};
const OPTIONS = { trace: optional(flag), digest: optional(flag), signal };
const RESIDENT_OPTIONS = { outputs: optional(list(oneOf(...OUTPUTS))), ...OPTIONS };

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

/** What a resident state's epoch gives of the changed state's. */
function partsOf(epoch: Yuma["epoch"], given: SubnetState, fields: Values = {}, { outputs, ...options }: Values = {}): Values {
  const { $schema: _, tag: __, ...changed } = fields;
  const result = Object.entries(epoch({ ...given, ...changed }, options));
  return Object.fromEntries(result.filter(([part]) => ["trace", "digest", ...(outputs ?? [part])].includes(part)));
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
        resident: (name) => ({
          name,
          share: 0.5,
          parameters: [state],
          call: async (given: SubnetState) => pool.resident(given).epoch(),
          expected: (given: SubnetState) => referenceYuma.epoch(given),
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
      ...methods(`${name}().resident()`, pool.resident(knownState), {
        epoch: (name) => ({
          name,
          share: 1,
          parameters: [state, optional(changes), optional(record(RESIDENT_OPTIONS))],
          also: ([given, fields = {}]) => changesFit(given, fields),
          call: (given: SubnetState, ...args: [StateChanges]) => orAborted(async () => pool.resident(given).epoch(...args)),
          expected: (given: SubnetState, fields?: Values, options?: Values) =>
            unlessAborted(options, (rest) => partsOf(referenceYuma.epoch, given, fields, rest)),
        }),
        epochs: (name) => ({
          name,
          share: 1,
          parameters: [state, iterable(list(changes, 3)), optional(record(RESIDENT_OPTIONS))],
          also: ([given, fields]) => worst(Array.from(fields, (one: Values) => changesFit(given, one))),
          call: (given: SubnetState, ...args: [StateChanges[]]) => {
            refuseBrokenSource(args[0]);
            return orAborted(async () => all(pool.resident(given).epochs(...args)));
          },
          expected: (given: SubnetState, fields: Iterable<Values>, options?: Values) =>
            unlessAborted(options, (rest) => Array.from(fields, (one) => partsOf(referenceYuma.epoch, given, one, rest))),
          shares: true,
        }),
      }),
    ];
  },
};
