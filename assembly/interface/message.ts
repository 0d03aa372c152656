/**
 * The one message that a host writes, and what is said of it: docs/interface.md. It lies in front of the arena, and stays
 * as it is while its function runs.
 */
import { beginArena, beginMessage, endMessage, reserve, take } from "../arena";

export const VERSION: u32 = 1;

/** "YUMA" and "YUMR" in memory: what is asked and what is answered. */
const INPUT_MAGIC: u32 = 0x414d5559;
const OUTPUT_MAGIC: u32 = 0x524d5559;

/** Both begin with magic u32, version u16, function u16, length u32; the rest of the head is below. */
export const INPUT_HEAD: u32 = 16;
export const OUTPUT_HEAD: u32 = 64;

// What `run` answers.

export const FINE: u32 = 0;
/** not a message of this version, or for another function */
export const NOT_A_MESSAGE: u32 = 1;
/** a length, a count or an offset */
export const LENGTH: u32 = 2;
/** what a field holds */
export const VALUE: u32 = 3;
export const MEMORY: u32 = 4;
export const UNKNOWN_RULE_SET: u32 = 5;
/** the chain's own code would have aborted */
export const TRAPPED: u32 = 6;

// What `run` is asked for besides.

export const TRACE: u32 = 1;
export const DIGEST: u32 = 2;
/** the canonical bytes in place of the fields */
export const CANONICAL: u32 = 4;
/** no bonds in the answer; of an epoch alone, and with none of the others, which need them */
export const BONDLESS: u32 = 8;

/** Where the message lies; 0 where there is none. */
export let messageAt: usize = 0;
export let messageBytes: u32 = 0;

/** Of what was refused: the number of the field, from 1 on, and the byte of the message; 0 where there is none. */
export let errorField: u32 = 0;
export let errorOffset: u32 = 0;

/** Of the last answer. */
export let outputAt: usize = 0;
export let outputBytes: u32 = 0;

/** Room for a message of so many bytes, at a multiple of 16; 0 where memory does not suffice. Ends what was there before. */
export function makeRoom(bytes: u32): usize {
  beginMessage();
  messageAt = take(bytes);
  messageBytes = bytes;
  outputAt = 0;
  outputBytes = 0;
  if (reserve()) {
    endMessage();
  } else {
    beginMessage();
    messageAt = 0;
    messageBytes = 0;
  }
  return messageAt;
}

/** Where a field of the message's struct lies in memory, by its offset in the struct. */
@inline
export function given(field: usize): usize {
  return messageAt + <usize>INPUT_HEAD + field;
}

/** `offset` counts from the message's first byte. */
export function refuse(status: u32, field: u32, offset: usize): u32 {
  errorField = field;
  errorOffset = <u32>offset;
  return status;
}

/** Forgets the last answer and what was refused, and begins the arena. */
export function beginRun(): void {
  outputAt = 0;
  outputBytes = 0;
  refuse(FINE, 0, 0);
  beginArena();
}

/** The head, and whether the struct of a function fits behind it. */
export function checkHead(wanted: u32, structBytes: u32): u32 {
  if (messageAt == 0 || messageBytes < INPUT_HEAD || load<u32>(messageAt) != INPUT_MAGIC) return refuse(NOT_A_MESSAGE, 0, 0);
  if (<u32>load<u16>(messageAt, 4) != VERSION) return refuse(NOT_A_MESSAGE, 0, 4);
  if (<u32>load<u16>(messageAt, 6) != wanted) return refuse(NOT_A_MESSAGE, 0, 6);
  if (load<u32>(messageAt, 8) != messageBytes) return refuse(LENGTH, 0, 8);
  if (load<u32>(messageAt, 12) != 0) return refuse(NOT_A_MESSAGE, 0, 12);
  if (messageBytes < INPUT_HEAD + structBytes) return refuse(LENGTH, 0, 8);
  return FINE;
}

/** Begins an answer that lies at `address` and reaches to `end`: the head, the digest left empty. */
export function beginOutput(address: usize, end: usize, answered: u32, flags: u32, ruleSet: u32): void {
  outputAt = address;
  outputBytes = <u32>(end - address);
  memory.fill(address, 0, OUTPUT_HEAD);
  store<u32>(address, OUTPUT_MAGIC);
  store<u16>(address, <u16>VERSION, 4);
  store<u16>(address, <u16>answered, 6);
  store<u32>(address, outputBytes, 8);
  store<u32>(address, flags, 12);
  store<u16>(address, <u16>ruleSet, OUTPUT_RULE_SET);
}

/** Where the digest lies in the head of an answer, 32 bytes, and behind it the number of the rule set, u16. */
export const OUTPUT_DIGEST: usize = 16;
const OUTPUT_RULE_SET: usize = 48;
