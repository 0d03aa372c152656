/** What a host calls of every module beside `run`: docs/interface.md. The memory is exported too. */
import {
  VERSION,
  errorField as refusedField,
  errorOffset as refusedOffset,
  makeRoom,
  outputAt,
  outputBytes,
} from "./message";

/** Of the interface; a module answers messages of this version alone. */
export function version(): u32 {
  return VERSION;
}

/** Where the host writes a message of so many bytes; 0 where memory does not suffice. */
export function input(bytes: u32): usize {
  return makeRoom(bytes);
}

/** The number of the field that was refused, from 1 on, and the byte of the message; 0 where there is none. */
export function errorField(): u32 {
  return refusedField;
}

export function errorOffset(): u32 {
  return refusedOffset;
}

/** Where the last answer lies, and its bytes; both 0 where there is none. */
export function output(): usize {
  return outputAt;
}

export function outputLength(): u32 {
  return outputBytes;
}
