import { hasRoom, refuseMemory } from "./answer";
import { checkStruct } from "./check";
import { FINE, INPUT_HEAD, checkHead } from "./message";

/** What a message was refused with that was not accepted. */
export let refusal: u32 = FINE;

/** Whether the message is one for this function, all of it what the function's table says, and there is room for a small answer. */
export function accepted(asked: u32, structBytes: usize, checks: usize): bool {
  refusal = checkHead(asked, <u32>structBytes);
  if (refusal == FINE) refusal = checkStruct(checks, INPUT_HEAD);
  if (refusal == FINE && !hasRoom(0)) refusal = refuseMemory();
  return refusal == FINE;
}
