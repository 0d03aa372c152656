/** Which rows of a network have cells, and where their entries lie. */
import type { CheckedState } from "../boundary/input.js";
import { SLOT_WORDS } from "./layout.js";

export interface Slots {
  /** ascending */
  uids: Uint16Array;
  /** of each its uid, and where its weights and bonds begin and end */
  table: Uint32Array;
}

/** The slot of each uid, -1 where it has none. */
export function slotOfUid({ uids }: Slots, n: number): Int32Array {
  const slots = new Int32Array(n).fill(-1);
  uids.forEach((uid, slot) => (slots[uid] = slot));
  return slots;
}

/**
 * The rows that count: with weights and a permit, or with bonds.
 * @param later those too that may come to count: with weights or a permit
 */
export function slotsOf({ n, weights, bonds, validatorPermits, ownerUid }: CheckedState, later = false): Slots {
  const { starts: weightStarts } = weights;
  const { starts: bondStarts } = bonds;
  const uids: number[] = [];
  for (let uid = 0; uid < n; uid++) {
    const hasWeights = weightStarts[uid]! < weightStarts[uid + 1]!;
    const hasBonds = bondStarts[uid]! < bondStarts[uid + 1]!;
    const hasPermit = validatorPermits[uid] !== 0 || uid === ownerUid;
    if (hasBonds || (later ? hasWeights || hasPermit : hasWeights && hasPermit)) uids.push(uid);
  }
  const table = new Uint32Array(SLOT_WORDS * uids.length);
  let at = 0;
  for (const uid of uids) {
    table[at++] = uid;
    table[at++] = weightStarts[uid]!;
    table[at++] = weightStarts[uid + 1]!;
    table[at++] = bondStarts[uid]!;
    table[at++] = bondStarts[uid + 1]!;
  }
  return { uids: new Uint16Array(uids), table };
}

export function slotsIn(table: Uint32Array): Slots {
  return { uids: Uint16Array.from({ length: table.length / SLOT_WORDS }, (_, slot) => table[SLOT_WORDS * slot]!), table };
}
