import { EpochSizeError, InternalError, YumaError } from "../errors.js";
import { ADVICE, instantiate } from "./webAssembly.js";
import { messageOf } from "../interface/codec.js";
import { FLAG, INPUT_HEAD, OUTPUT_HEAD, STATUS, digestIn, inputBytes, writeInput } from "../interface/message.js";
import type { Callable } from "../interface/moduleFunction.js";

/** What a module exports: docs/interface.md. Addresses are unsigned 32-bit. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  input(bytes: number): number;
  run(wanted: number, flags: number): number;
  errorField(): number;
  errorOffset(): number;
  output(): number;
  outputLength(): number;
}

/** What a module refused: one of the statuses, with the number of the field and the path of the value. */
export interface Refusal {
  readonly status: number;
  readonly field: number;
  readonly offset: number;
  readonly path: string;
}

export interface CallOptions {
  flags?: number;
  /** typed arrays of the answer are views of the memory */
  views?: boolean;
  /** what is asked, for the message of an error of size; default "this input" */
  what?: () => string;
  /** the coinbase's 128-bit numbers of the answer are signed */
  signed?: boolean;
}

/** The bytes of WebAssembly memory at most. */
export const MOST_BYTES = 2 ** 32;

/**
 * An instance of a module, given up where anything goes wrong in it and made anew when it is needed: memory never
 * shrinks, so that what has grown for a message that did not fit would be kept.
 */
export class ModuleInstance {
  private live: Exports | undefined;

  constructor(protected readonly module: WebAssembly.Module) {
    this.live = this.start();
  }

  protected get exports(): Exports {
    return (this.live ??= this.start());
  }

  /** Whether bytes are part of this instance's memory, and change when it is called. */
  owns(buffer: ArrayBufferLike): boolean {
    return this.live?.memory.buffer === buffer;
  }

  /**
   * One call. `explain` makes an error of what the module refused.
   * @throws EpochSizeError where memory does not suffice, and what `explain` makes
   */
  call<T>(fn: Callable, value: object, options: CallOptions, explain: (refusal: Refusal) => Error): { value: T; digest: string } {
    return this.callWith(fn, inputBytes(fn, value), (message) => writeInput(fn, value, message), options, explain);
  }

  /**
   * The same of a message of so many bytes, which `write` fills.
   * @throws as `call`
   */
  protected callWith<T>(
    fn: Callable,
    bytes: number,
    write: (message: Uint8Array) => void,
    { flags = 0, views = false, signed = false, what = () => "this input" }: CallOptions,
    explain: (refusal: Refusal) => Error,
  ): { value: T; digest: string } {
    const { exports } = this;
    try {
      const at = bytes < MOST_BYTES ? exports.input(bytes) >>> 0 : 0;
      if (at === 0) throw tooLarge(`${what()}, a message of ${bytes} bytes,`);
      const message = new Uint8Array(exports.memory.buffer, at, bytes);
      write(message);
      const status = exports.run(fn.number, flags);
      if (status !== STATUS.fine) throw this.refusal(fn, exports, new Uint8Array(exports.memory.buffer, at, bytes), status, what, explain);
      const answer = new Uint8Array(exports.memory.buffer, exports.output() >>> 0, exports.outputLength() >>> 0);
      return {
        value: fn.output.read(messageOf(answer, 0, { views, signed }), OUTPUT_HEAD) as T,
        digest: flags & FLAG.digest ? digestIn(answer) : "",
      };
    } catch (error) {
      // A refusal leaves the instance as good as it was.
      if (!(error instanceof YumaError) || error instanceof EpochSizeError) this.live = undefined;
      if (error instanceof RangeError) throw tooLarge(`a copy of the results (${error.message})`);
      throw error;
    }
  }

  private refusal(
    fn: Callable,
    exports: Exports,
    given: Uint8Array,
    status: number,
    what: () => string,
    explain: (refusal: Refusal) => Error,
  ): Error {
    if (status === STATUS.memory) return tooLarge(what());
    const [field, offset] = [exports.errorField() >>> 0, exports.errorOffset() >>> 0];
    if (field === 0) return new InternalError(`status ${status} at ${offset} of function ${fn.number}`);
    return explain({ status, field, offset, path: fn.input.locate(messageOf(given, 0), INPUT_HEAD, offset, "") ?? "" });
  }

  private start(): Exports {
    return instantiate(this.module) as unknown as Exports;
  }
}

/** What does not fit into the module's memory, or into what the host has left of it. */
export function tooLarge(what: string): EpochSizeError {
  return new EpochSizeError(`${what} does not fit into WebAssembly memory here (at most ${MOST_BYTES} bytes); ${ADVICE}`);
}
