/** Memory handed out from the bottom up and given back all at once, for modules whose inputs have no fixed layout. */
import { beginArena, reserve, take } from "./arena";

/** Gives back all that was allocated. */
export function reset(): void {
  beginArena();
}

/** Zeroed memory; traps where there is none left. */
export function allocate(bytes: usize): usize {
  const address = take(bytes);
  if (!reserve()) unreachable();
  memory.fill(address, 0, bytes);
  return address;
}
