/** Mechanism m of a subnet N is stored under N + 4096 m. chain-reading.md */
export const MECHANISM_STEP = 4_096;

/** A mechanism's index is a u16. */
export const MOST_MECHANISMS = 65_536 / MECHANISM_STEP;

export function indexOf(netuid: number, mechanism: number): number {
  return netuid + MECHANISM_STEP * mechanism;
}
