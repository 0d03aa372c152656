import { messageOf } from "../interface/codec.js";
import { OUTPUT_HEAD } from "../interface/message.js";
import type { Callable } from "../interface/moduleFunction.js";

/** Where an answer lies. */
export interface Answer {
  readonly memory: ArrayBuffer;
  readonly at: number;
  readonly length: number;
}

export function bytesOf({ memory, at, length }: Answer): Uint8Array {
  return new Uint8Array(memory, at, length);
}

interface Viewed {
  readonly fn: Callable;
  readonly answer: Answer;
  /** the struct, which says where every list is: where it lies, and as it was when it was read */
  readonly struct: Uint32Array;
  readonly read: Uint32Array;
  readonly value: object;
}

/**
 * Answers as views of memory. The arrays are made once, and are the same for as long as the answers lie in the same places
 * of the same memory.
 */
export class AnswerViews {
  private last: Viewed | undefined;

  read(fn: Callable, answer: Answer): object {
    const { last } = this;
    const isSame = last?.fn === fn && liesIn(last.answer, answer) && areEqual(last.struct, last.read);
    const viewed = isSame ? last : viewsOf(fn, answer);
    this.last = viewed;
    return withOwnObjects(viewed.value);
  }
}

function liesIn(one: Answer, other: Answer): boolean {
  return one.memory === other.memory && one.at === other.at && one.length === other.length;
}

/** Structs are a multiple of four bytes, as references are. */
function viewsOf(fn: Callable, answer: Answer): Viewed {
  const struct = new Uint32Array(answer.memory, answer.at + OUTPUT_HEAD, fn.output.size / Uint32Array.BYTES_PER_ELEMENT);
  const value = fn.output.read(messageOf(bytesOf(answer), 0, { views: true }), OUTPUT_HEAD) as object;
  return { fn, answer, struct, read: struct.slice(), value };
}

function areEqual(one: Uint32Array, other: Uint32Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** The same arrays in objects of their own, which a caller may change. */
function withOwnObjects(value: object): object {
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) {
    const field = copy[name];
    if (typeof field === "object" && field !== null && !ArrayBuffer.isView(field))
      copy[name] = Array.isArray(field) ? [...field] : withOwnObjects(field);
  }
  return copy;
}
