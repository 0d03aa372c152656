/** The interface of the epoch's module, and all that it exports: docs/interface.md. */
import { VERSION, errorField as refusedField, errorOffset as refusedOffset, makeRoom, outputAt, outputBytes } from "./interface/message";

export { run } from "./interface/epoch";

/** The version of the interface: what a message of it is, stays. */
export function version(): u32 {
  return VERSION;
}

/** Room for a message of so many bytes; 0 where memory does not suffice. */
export function input(bytes: u32): usize {
  return makeRoom(bytes);
}

/** The number of the field that was refused, 0 where it is none. */
export function errorField(): u32 {
  return refusedField;
}

/** The byte of the message that was refused. */
export function errorOffset(): u32 {
  return refusedOffset;
}

/** Where the answer lies. */
export function output(): usize {
  return outputAt;
}

export function outputLength(): u32 {
  return outputBytes;
}
