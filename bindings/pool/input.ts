import { abortSignal } from "../abortSignal.js";
import { EpochInputError } from "../errors.js";
import { checkOptions } from "../input.js";
import { boolean, integer } from "../kinds.js";
import { wasmBackend } from "../webAssembly.js";
import type { Pool, PoolEpochOptions, PoolOptions } from "./types.js";

const MAX_WORKERS = 1_024;

export function checkPoolOptions(options: PoolOptions): PoolOptions {
  return checkOptions(options, {
    size: integer(1, MAX_WORKERS, `a number of workers from 1 to ${MAX_WORKERS}`),
    backend: wasmBackend,
  });
}

export function checkEpochOptions(options: PoolEpochOptions): PoolEpochOptions {
  return checkOptions(options, { trace: boolean, digest: boolean, signal: abortSignal });
}

export function checkSubnetEpochOptions(options: Omit<PoolEpochOptions, "digest">): Omit<PoolEpochOptions, "digest"> {
  return checkOptions(options, { trace: boolean, signal: abortSignal });
}

export function checkStates(states: Parameters<Pool["epochs"]>[0]): void {
  const given = Object(states) as object;
  if (!(Symbol.iterator in given) && !(Symbol.asyncIterator in given)) {
    throw new EpochInputError("states", "an iterable or async iterable of states", states);
  }
}
