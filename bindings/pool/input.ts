import { abortSignal } from "../boundary/abortSignal.js";
import { isRevoked } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { checkOptions } from "../boundary/input.js";
import { boolean, integer, timeoutMilliseconds } from "../boundary/kinds.js";
import { outputsKind, type ResultPart } from "../boundary/resident.js";
import { wasmBackend } from "../wasm/webAssembly.js";
import { isWorker } from "./connect.js";
import type { PoolEpochOptions, PoolOptions, PoolResidentOptions } from "./types.js";

const MAX_WORKERS = 1_024;

const workerSource = {
  check(value: unknown, path: string): NonNullable<PoolOptions["worker"]> {
    if (typeof value === "string" || typeof value === "function" || typeof Object(value).href === "string" || isWorker(value)) {
      return value as NonNullable<PoolOptions["worker"]>;
    }
    throw new EpochInputError(path, "an address, a Worker, or a function that makes one", value);
  },
};

export function checkPoolOptions(options: PoolOptions): PoolOptions {
  const checked = checkOptions(options, {
    size: integer(1, MAX_WORKERS, `a number of workers from 1 to ${MAX_WORKERS}`),
    backend: wasmBackend,
    worker: workerSource,
    timeoutMilliseconds,
  });
  if (!isWorker(checked.worker)) return checked;
  const { size = 1 } = checked;
  if (size !== 1) throw new EpochInputError("options.size", "1, as there is one Worker (a function makes many)", size);
  return { ...checked, size };
}

export function checkEpochOptions(options: PoolEpochOptions): PoolEpochOptions {
  return checkOptions(options, { trace: boolean, digest: boolean, signal: abortSignal });
}

export function checkResidentOptions(options: PoolResidentOptions<ResultPart>): PoolResidentOptions<ResultPart> {
  return checkOptions(options, { outputs: outputsKind, trace: boolean, digest: boolean, signal: abortSignal });
}

export function checkSubnetEpochOptions(options: Omit<PoolEpochOptions, "digest">): Omit<PoolEpochOptions, "digest"> {
  return checkOptions(options, { trace: boolean, signal: abortSignal });
}

/** @param name what the items are, and what an error calls them */
export function checkIterable(items: Iterable<unknown> | AsyncIterable<unknown>, name: "states" | "changes"): void {
  // A text can be gone over too, and holds neither.
  const given = typeof items === "object" && items !== null && !isRevoked(items) ? items : {};
  if (!(Symbol.iterator in given) && !(Symbol.asyncIterator in given)) {
    throw new EpochInputError(name, `an iterable or async iterable of ${name}`, items);
  }
}
