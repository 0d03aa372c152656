/** One stretch of memory that buffers are laid out in, one behind another; nothing in it is freed on its own. */

const PAGE_BYTES: u64 = 65_536;
const MAX_BYTES: u64 = 65_536 * PAGE_BYTES;
const ALIGNMENT: u64 = 16;

/** Where the arena ends; beyond 2^32 it does not fit. */
export let arenaBytes: u64 = <u64>__heap_base;

/** Where the message that is answered ends, behind which everything is laid out. */
let messageEnd: u64 = <u64>__heap_base;

/** Where what is kept ends. */
let keptBytes: u64 = 0;

/** Begins with room for a message, from the bottom up. */
export function beginMessage(): void {
  messageEnd = <u64>__heap_base;
  beginArena();
}

/** What has been laid out so far is the message. */
export function endMessage(): void {
  messageEnd = arenaBytes;
}

export function beginArena(): void {
  arenaBytes = messageEnd;
}

/** Keeps what has been laid out so far when the arena is reset. */
export function keepArena(): void {
  keptBytes = arenaBytes;
}

export function resetArena(): void {
  arenaBytes = keptBytes;
}

/** What lies from here on is free again. */
export function setArena(end: usize): void {
  arenaBytes = <u64>end;
}

/** The address of the next so many bytes, which are there once `reserve` has been called. */
export function take(bytes: u64): usize {
  const address = (arenaBytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  arenaBytes = address + bytes;
  return <usize>address;
}

/** Grows memory to hold the arena. False where that does not fit into 32-bit memory. */
export function reserve(): bool {
  if (arenaBytes > MAX_BYTES) return false;
  const missing = <i64>((arenaBytes + PAGE_BYTES - 1) / PAGE_BYTES) - <i64>memory.size();
  return missing <= 0 || memory.grow(<i32>missing) >= 0;
}

/** Whether there is room for so many bytes more, alignment included, of however many buffers up to 16. */
export function hasRoom(bytes: u64): bool {
  const end = arenaBytes;
  arenaBytes = end + bytes + 16 * ALIGNMENT;
  const fits = reserve();
  arenaBytes = end;
  return fits;
}
