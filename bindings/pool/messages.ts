/** What a pool and its workers say to each other: one request, one reply. */
import * as errors from "../errors.js";
import { hostGlobal } from "../hostGlobal.js";
import type { CheckedState } from "../boundary/input.js";
import type { HeldOptions } from "../boundary/resident.js";
import type { EpochOptions, WasmBackend } from "../types.js";

export type Request = { backend: WasmBackend } & (
  | { call: "load" }
  | { call: "epoch"; message: Message; options: EpochOptions }
  /** of the state that the worker keeps, with other fields; `message`: another state, to keep from now on */
  | { call: "resident"; message?: Message; changes: Partial<CheckedState>; options: HeldOptions }
);

/** A state as the modules read it (docs/interface.md), in memory that is shared, or else goes to the worker and comes back. */
export interface Message {
  memory: ArrayBufferLike;
  /** how much of it the message is */
  bytes: number;
}

/** `memory`: that of the request's message, where the worker is done with it. */
export type Reply = ({ result: unknown } | { failure: Failure }) & { memory?: ArrayBufferLike };

/** Whether it came from a worker of this package; a caller may have given another. */
export function isReply(message: unknown): message is Reply {
  return typeof message === "object" && message !== null && ("result" in message || "failure" in message);
}

/** An error as it can be cloned: of an error's own classes and fields, cloning keeps none. */
interface Failure {
  name: string;
  message: string;
  stack: string | undefined;
  fields: object;
}

export function failureOf(error: unknown): Failure {
  const { name, message, stack } = error as Error;
  return { name, message, stack, fields: { ...(error as Error) } };
}

/** Hosts without WebAssembly load this file too, though no pool works there. */
const CLASSES: Record<string, (abstract new (...parameters: never[]) => Error) | undefined> = {
  ...errors,
  RangeError,
  RuntimeError: hostGlobal<typeof WebAssembly>("WebAssembly")?.RuntimeError,
};

/** The error again, of the same class and with the same fields; of one state among others, `path` says which. */
export function errorOf({ name, message, stack, fields }: Failure, path: string): Error {
  const located = path === "" ? message : `${path}: ${message}`;
  const error: Error = Reflect.construct(Error, [located], CLASSES[name] ?? Error);
  Object.assign(error, { name, stack: stack?.replace(message, () => located) }, fields);
  return path === "" ? error : Object.assign(error, { path });
}
