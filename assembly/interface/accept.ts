import { hasRoom, refuseMemory } from "./answer";
import { checkMessage } from "./check";
import { FINE } from "./message";

/** What a message was refused with that was not accepted. */
export let refusal: u32 = FINE;

/** Whether the message is one for this function (check.ts), and there is room for a small answer. */
export function accepted(asked: u32, structBytes: usize, checks: usize): bool {
  refusal = checkMessage(asked, structBytes, checks);
  if (refusal == FINE && !hasRoom(0)) refusal = refuseMemory();
  return refusal == FINE;
}
