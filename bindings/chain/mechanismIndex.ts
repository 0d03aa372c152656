/** Mechanism m of a subnet N is stored under N + 4096 m. chain-reading.md */
export const MECHANISM_STEP = 4_096;

export function indexOf(netuid: number, mechanism: number): number {
  return netuid + MECHANISM_STEP * mechanism;
}
