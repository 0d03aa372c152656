import { YumaError, type YumaErrorCode } from "../errors.js";
import type { GpuEpochResult } from "./types.js";

/** No GPU here: no adapter, no WebGPU, or in Node no package that provides it. */
export class GpuUnavailableError extends YumaError {
  override readonly name = "GpuUnavailableError";
  constructor(message: string) {
    super("unavailable", "backend", message);
  }
}

/** A device whose answers to known questions are not the chain's, or that does not take a shader. It is not used for what needs them. */
export class GpuSelfTestError extends YumaError {
  override readonly name = "GpuSelfTestError";
  constructor(message: string) {
    super("gpu-self-test", "", message);
  }
}

/** A state that the shaders do not cover: the field, and why. The other backends take it. */
export class GpuScopeError extends YumaError {
  override readonly name = "GpuScopeError";
  constructor(path: string, reason: string) {
    super("gpu-scope", path, reason);
  }
}

/** A state whose buffers exceed a limit of the device, which the message names. */
export class GpuSizeError extends YumaError {
  override readonly name = "GpuSizeError";
  constructor(path: string, message: string) {
    super("too-large", path, message);
  }
}

/** A state on the device that was destroyed, or went with its engine, was asked for more. */
export class GpuStateDestroyedError extends YumaError {
  override readonly name = "GpuStateDestroyedError";
  constructor() {
    super("gpu-destroyed", "state", "the state on the device was destroyed");
  }
}

/** The destroyed engine was asked for more. */
export class GpuDestroyedError extends YumaError {
  override readonly name = "GpuDestroyedError";
  constructor() {
    super("gpu-destroyed", "", "the engine was destroyed");
  }
}

/**
 * A batch, a sweep or a chain of epochs that ended early. What is done is done: `results` holds it in the places of its
 * states, undefined elsewhere. The states of `notDone` can be given to any backend.
 */
export abstract class GpuBatchError<Result = GpuEpochResult> extends YumaError {
  /** in the places of their states, undefined where not done */
  readonly results: readonly (Result | undefined)[];
  /** places of states that are done */
  readonly done: readonly number[];
  /** places of states that are not */
  readonly notDone: readonly number[];

  constructor(code: YumaErrorCode, path: string, message: string, results: readonly (Result | undefined)[]) {
    const places = results.map((_, place) => place);
    const done = places.filter((place) => results[place] !== undefined);
    super(code, path, `${message} (${done.length} of ${results.length} states are done)`);
    this.results = results;
    this.done = done;
    this.notDone = places.filter((place) => results[place] === undefined);
  }
}

/** The device's memory does not suffice. */
export class GpuOutOfMemoryError<Result = GpuEpochResult> extends GpuBatchError<Result> {
  override readonly name = "GpuOutOfMemoryError";
  constructor(message: string, results: readonly (Result | undefined)[]) {
    super("gpu-out-of-memory", "", message, results);
  }
}

/** The device went away, or stopped working. The engine is of no more use. */
export class GpuDeviceLostError<Result = GpuEpochResult> extends GpuBatchError<Result> {
  override readonly name = "GpuDeviceLostError";
  constructor(message: string, results: readonly (Result | undefined)[]) {
    super("gpu-lost", "", message, results);
  }
}

/** What the shaders do not cover of one state, as the device found out. */
export interface GpuGuard {
  /** of the state among all */
  readonly place: number;
  readonly path: string;
  readonly reason: string;
}

/** The device met values that the shaders do not cover: of which states and fields, and why. The message is of the first. */
export class GpuGuardError<Result = GpuEpochResult> extends GpuBatchError<Result> {
  override readonly name = "GpuGuardError";
  /** one for each of the states that are not done, in their order */
  readonly guards: readonly GpuGuard[];
  constructor(guards: readonly GpuGuard[], results: readonly (Result | undefined)[]) {
    super("gpu-scope", guards[0]!.path, guards[0]!.reason, results);
    this.guards = guards;
  }
}
