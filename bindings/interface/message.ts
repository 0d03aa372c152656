/** The heads of messages, and whole messages as bytes: docs/interface.md. */
import { messageOf, type Codec, type Message } from "./codec.js";
import { LIST_ALIGN, aligned } from "../boundary/wire.js";

export const VERSION = 1;

/** "YUMA" and "YUMR" as little-endian u32: what is asked and what is answered. */
export const INPUT_MAGIC = 0x414d5559;
export const OUTPUT_MAGIC = 0x524d5559;

/** Where the struct lies in what is asked, and in what is answered. */
export const INPUT_HEAD = 16;
export const OUTPUT_HEAD = 64;

/** What `run` gives. */
export const STATUS = { fine: 0, notAMessage: 1, length: 2, value: 3, memory: 4, unknownRuleSet: 5, trapped: 6 } as const;

/** What `run` is asked for besides; the canonical bytes take the place of the fields, and bonds may be left out. */
export const FLAG = { trace: 1, digest: 2, canonical: 4, bondless: 8 } as const;

/** Where the head of a message has its bytes, u32. */
export const LENGTH_AT = 8;

interface Asked {
  readonly number: number;
  readonly input: Codec;
}

/** Where the lists begin. */
function listsOf(input: Codec): number {
  return aligned(INPUT_HEAD + input.size, LIST_ALIGN);
}

/** How long the message of a value is. */
export function inputBytes({ input }: Asked, value: object): number {
  return listsOf(input) + input.listBytes(value);
}

/** Fills `bytes`, which are as many as `inputBytes` says. */
export function writeInput(asked: Asked, value: object, bytes: Uint8Array): void {
  writeMessage(asked, value, messageOf(bytes, 0), bytes.length);
}

/** The same into the first bytes of a message that may have been written before. */
export function writeMessage({ number, input }: Asked, value: object, message: Message, length: number): void {
  message.end = listsOf(input);
  message.bytes.fill(0, 0, message.end);
  message.view.setUint32(0, INPUT_MAGIC, true);
  message.view.setUint16(4, VERSION, true);
  message.view.setUint16(6, number, true);
  message.view.setUint32(LENGTH_AT, length, true);
  input.write(message, INPUT_HEAD, value);
}

/** The number of the function that a message is for. */
export function functionOf(message: Uint8Array): number {
  return messageOf(message, 0).view.getUint16(6, true);
}

const DIGEST_AT = 16;
const DIGEST_BYTES = 32;

/** The digest in the head of an answer, 64 hex digits. */
export function digestIn(answer: Uint8Array): string {
  return Array.from(answer.subarray(DIGEST_AT, DIGEST_AT + DIGEST_BYTES), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Digest and rule set into the head of an answer. */
export function writeDigest(digest: Uint8Array, spec: number, answer: Uint8Array): void {
  answer.set(digest, DIGEST_AT);
  new DataView(answer.buffer, answer.byteOffset, answer.byteLength).setUint16(DIGEST_AT + DIGEST_BYTES, spec, true);
}
