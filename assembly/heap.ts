/** Memory handed out from the bottom up and given back all at once, for modules whose inputs have no fixed layout. */

const PAGE_BYTES: usize = 65_536;
const ALIGNMENT: usize = 16;

let top: usize = __heap_base;

/** Gives back all that was allocated. */
export function reset(): void {
  top = __heap_base;
}

/** Zeroed memory; traps where there is none left. */
export function allocate(bytes: usize): usize {
  const address = (top + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  top = address + bytes;
  const missing = <i32>((top + PAGE_BYTES - 1) / PAGE_BYTES) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  memory.fill(address, 0, bytes);
  return address;
}
