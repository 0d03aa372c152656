/** Values of u64 behind a flag: 0 where it is off, whatever the bytes of the value are. */
import { answer, givenFlag, givenU64 } from "../answer";

/** Of the message's struct. */
export function optionalU64(flag: usize, value: usize): u64 {
  return givenFlag(flag) ? givenU64(value) : 0;
}

/** Of the answer's struct. */
export function putOptionalU64(flag: usize, value: usize, isThere: bool, amount: u64): void {
  if (!isThere) return;
  store<u8>(answer(flag), 1);
  store<u64>(answer(value), amount);
}
