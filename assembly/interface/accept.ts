import { checkStruct } from "./check";
import { FINE, INPUT_HEAD, checkHead } from "./message";

/** What a message was refused with that was not accepted. */
export let refusal: u32 = FINE;

/** Whether the message is one for this function, and all of it what the function's table says. */
export function accepted(asked: u32, structBytes: usize, checks: usize): bool {
  refusal = checkHead(asked, <u32>structBytes);
  if (refusal == FINE) refusal = checkStruct(checks, INPUT_HEAD);
  return refusal == FINE;
}
