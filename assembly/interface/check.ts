/**
 * Whether a message is what its description says: flags and choices, and that every list lies within the message. What
 * values mean is not known here. The table of steps is made by interface/assembly.ts.
 */
import { FINE, INPUT_HEAD, LENGTH, VALUE, checkHead, messageAt, messageBytes, refuse } from "./message";

// The steps: one byte, then its operands.

const PLAIN: u8 = 0;
const BOOLEAN: u8 = 1;
/** u8 number of choices */
const CHOICE: u8 = 2;
/** u8 count, u16 each */
const ONE_OF: u8 = 3;
/** u8 where the value lies behind its flag, its step */
const OPTIONAL: u8 = 4;
/** u16 bytes from item to item, their step */
const LIST: u8 = 5;
/** u8 count; of each field u16 offset, u16 bytes of its step, its step */
const RECORD: u8 = 6;

/** Lists begin at multiples of 8. */
const LIST_MASK: u32 = 7;

/** Bytes of all lists so far: together they may not be more than the message, so that no byte is looked at twice. */
let listed: u64 = 0;
let field: u32 = 0;

/** Whether the message is one for this function, and all of it what the function's table says. */
export function checkMessage(asked: u32, structBytes: usize, table: usize): u32 {
  const status = checkHead(asked, <u32>structBytes);
  return status == FINE ? checkStruct(table, INPUT_HEAD) : status;
}

/** The struct at `at` by its table, a field after the other. */
function checkStruct(table: usize, at: u32): u32 {
  listed = 0;
  const count = <u32>load<u8>(table, 1);
  let step = table + 2;
  for (let i: u32 = 0; i < count; i++) {
    field = i + 1;
    const status = check(step + 4, at + <u32>load<u16>(step));
    if (status != FINE) return status;
    step += 4 + <usize>load<u16>(step, 2);
  }
  return FINE;
}

function check(step: usize, at: u32): u32 {
  const kind = load<u8>(step);
  if (kind == PLAIN) return FINE;
  if (kind == LIST) return checkList(step, at);
  if (kind == RECORD) return checkRecord(step, at);
  const address = messageAt + at;
  if (kind == BOOLEAN) return load<u8>(address) > 1 ? refuse(VALUE, field, at) : FINE;
  if (kind == CHOICE) return load<u8>(address) < load<u8>(step, 1) ? FINE : refuse(VALUE, field, at);
  if (kind == ONE_OF) {
    const count = <usize>load<u8>(step, 1);
    for (let i: usize = 0; i < count; i++) if (load<u16>(step + (i << 1), 2) == load<u16>(address)) return FINE;
    return refuse(VALUE, field, at);
  }
  const there = load<u8>(address);
  if (there > 1) return refuse(VALUE, field, at);
  return there ? check(step + 2, at + <u32>load<u8>(step, 1)) : FINE;
}

function checkRecord(step: usize, at: u32): u32 {
  const count = <u32>load<u8>(step, 1);
  step += 2;
  for (let i: u32 = 0; i < count; i++) {
    const status = check(step + 4, at + <u32>load<u16>(step));
    if (status != FINE) return status;
    step += 4 + <usize>load<u16>(step, 2);
  }
  return FINE;
}

function checkList(step: usize, at: u32): u32 {
  const start = load<u32>(messageAt + at);
  const count = load<u32>(messageAt + at, 4);
  const stride = <u32>load<u16>(step, 1);
  const bytes = <u64>count * <u64>stride;
  if ((start & LIST_MASK) != 0 || start > messageBytes) return refuse(LENGTH, field, at);
  listed += bytes;
  if (<u64>start + bytes > <u64>messageBytes || listed > <u64>messageBytes) return refuse(LENGTH, field, at + 4);
  const item = step + 3;
  const kind = load<u8>(item);
  if (kind == PLAIN) return FINE;
  if (kind == BOOLEAN) return checkFlags(start, count);
  for (let i: u32 = 0; i < count; i++) {
    const status = check(item, start + i * stride);
    if (status != FINE) return status;
  }
  return FINE;
}

function checkFlags(start: u32, count: u32): u32 {
  const address = messageAt + start;
  let i: u32 = 0;
  for (; i + 8 <= count; i += 8) if ((load<u64>(address + i) & 0xfefe_fefe_fefe_fefe) != 0) break;
  for (; i < count; i++) if (load<u8>(address + i) > 1) return refuse(VALUE, field, start + i);
  return FINE;
}

/** Where the items of the list at `at` begin in memory. */
@inline
export function listAt(at: usize): usize {
  return messageAt + <usize>load<u32>(messageAt + at);
}

@inline
export function listCount(at: usize): u32 {
  return load<u32>(messageAt + at, 4);
}
