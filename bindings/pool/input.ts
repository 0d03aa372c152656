import { abortSignal } from "../boundary/abortSignal.js";
import { isRevoked } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { checkOptions } from "../boundary/input.js";
import { boolean, integer, timeoutMilliseconds } from "../boundary/kinds.js";
import { wasmBackend } from "../wasm/webAssembly.js";
import { isWorker } from "./connect.js";
import type { Pool, PoolEpochOptions, PoolOptions } from "./types.js";

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

export function checkSubnetEpochOptions(options: Omit<PoolEpochOptions, "digest">): Omit<PoolEpochOptions, "digest"> {
  return checkOptions(options, { trace: boolean, signal: abortSignal });
}

export function checkStates(states: Parameters<Pool["epochs"]>[0]): void {
  // A text can be gone over too, and holds no states.
  const given = typeof states === "object" && states !== null && !isRevoked(states) ? states : {};
  if (!(Symbol.iterator in given) && !(Symbol.asyncIterator in given)) {
    throw new EpochInputError("states", "an iterable or async iterable of states", states);
  }
}
