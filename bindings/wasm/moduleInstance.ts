import { EpochSizeError, InternalError, YumaError } from "../errors.js";
import { ADVICE, instantiate } from "./webAssembly.js";
import { messageOf, type Message } from "../interface/codec.js";
import { FLAG, INPUT_HEAD, OUTPUT_HEAD, STATUS, digestIn, inputBytes, writeMessage } from "../interface/message.js";
import type { Callable } from "../interface/moduleFunction.js";
import { AnswerViews, bytesOf } from "./answerViews.js";

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
  /** where messages are written, for as long as memory stays where it is */
  private room: Message | undefined;
  /** there is none as long as nobody was given any */
  private views: AnswerViews | undefined;

  constructor(protected readonly module: WebAssembly.Module) {
    this.live = this.start();
  }

  protected get exports(): Exports {
    return (this.live ??= this.start());
  }

  /** The memory that callers may have views of, which change when it is called. */
  protected get viewedMemory(): ArrayBuffer | undefined {
    return this.views === undefined ? undefined : this.live?.memory.buffer;
  }

  /**
   * One call. `explain` makes an error of what the module refused.
   * @throws EpochSizeError where memory does not suffice, and what `explain` makes
   */
  call<T>(fn: Callable, value: object, options: CallOptions, explain: (refusal: Refusal) => Error): { value: T; digest: string } {
    const bytes = inputBytes(fn, value);
    return this.callWith(fn, bytes, (room) => writeMessage(fn, value, room, bytes), options, explain);
  }

  /**
   * The same of a message of so many bytes, which `write` fills in room for at least as many.
   * @throws as `call`
   */
  protected callWith<T>(
    fn: Callable,
    bytes: number,
    write: (message: Message) => void,
    { flags = 0, views = false, signed = false, what = () => "this input" }: CallOptions,
    explain: (refusal: Refusal) => Error,
  ): { value: T; digest: string } {
    const { exports } = this;
    try {
      const at = bytes < MOST_BYTES ? exports.input(bytes) >>> 0 : 0;
      if (at === 0) throw tooLarge(`${what()}, a message of ${bytes} bytes,`);
      write(this.roomFor(exports.memory.buffer, at, bytes));
      const status = exports.run(fn.number, flags);
      if (status !== STATUS.fine) throw this.refusal(fn, exports, new Uint8Array(exports.memory.buffer, at, bytes), status, what, explain);
      const answer = { memory: exports.memory.buffer, at: exports.output() >>> 0, length: exports.outputLength() >>> 0 };
      const value = views
        ? (this.views ??= new AnswerViews()).read(fn, answer)
        : fn.output.read(messageOf(bytesOf(answer), 0, { signed }), OUTPUT_HEAD);
      return { value: value as T, digest: flags & FLAG.digest ? digestIn(bytesOf(answer)) : "" };
    } catch (error) {
      // A refusal leaves the instance as good as it was.
      if (!(error instanceof YumaError) || error instanceof EpochSizeError) this.giveUp();
      if (error instanceof RangeError) throw tooLarge(`a copy of the results (${error.message})`);
      throw error;
    }
  }

  private giveUp(): void {
    this.live = undefined;
    this.room = undefined;
    this.views = undefined;
  }

  private roomFor(memory: ArrayBuffer, at: number, bytes: number): Message {
    const room = this.room?.bytes;
    if (room?.buffer !== memory || room.byteOffset !== at || room.length < bytes)
      this.room = messageOf(new Uint8Array(memory, at, bytes), 0);
    return this.room!;
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
