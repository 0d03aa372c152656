import { MalformedJsonError } from "../errors.js";
import { evaluate, type Backend } from "../functions/index.js";
import { readKeys } from "../functions/request.js";
import { difference, type Difference } from "./difference.js";

/** A line of a vector file. */
export interface Vector {
  fn?: unknown;
  in?: unknown;
  out?: unknown;
  trace?: unknown;
  name?: unknown;
}

/** @throws MalformedJsonError, EpochInputError */
export function asVector(value: unknown): Vector {
  const keys = readKeys(value);
  if (!("out" in keys)) throw new MalformedJsonError("not a vector: it has no out");
  return keys;
}

/** @throws UnknownFunctionError, EpochInputError, EpochSizeError, InternalError */
export function vectorDifference(backend: Backend, { fn, in: input, out, trace }: Vector): Difference | null {
  const got = evaluate(backend, fn, input, { trace: trace !== undefined });
  // Without a trace an epoch may run another way, which has to end the same.
  const plain = trace === undefined ? got : evaluate(backend, fn, input);
  return difference({ out, trace }, got) ?? difference({ out }, plain);
}
