/** Which rows of a network have cells, and where their entries lie. */
import type { CheckedState } from "../boundary/input.js";
import { SLOT_WORDS } from "./layout.js";

export interface Slots {
  /** ascending */
  uids: Uint16Array;
  /** of each its uid, and where its weights and bonds begin and end */
  table: Uint32Array;
}

/**
 * The rows that count: with weights and a permit, or with bonds.
 * @param later those too that may come to count: with weights or a permit
 */
export function slotsOf({ n, weights, bonds, validatorPermits, ownerUid }: CheckedState, later = false): Slots {
  const { starts: weightStarts } = weights;
  const { starts: bondStarts } = bonds;
  const table = new Uint32Array(SLOT_WORDS * n);
  let at = 0;
  for (let uid = 0; uid < n; uid++) {
    const weight = weightStarts[uid]!;
    const weightEnd = weightStarts[uid + 1]!;
    const bond = bondStarts[uid]!;
    const bondEnd = bondStarts[uid + 1]!;
    const hasPermit = validatorPermits[uid] !== 0 || uid === ownerUid;
    const hasWeights = weight < weightEnd;
    if (bond === bondEnd && !(later ? hasWeights || hasPermit : hasWeights && hasPermit)) continue;
    table[at++] = uid;
    table[at++] = weight;
    table[at++] = weightEnd;
    table[at++] = bond;
    table[at++] = bondEnd;
  }
  return slotsIn(table.subarray(0, at));
}

export function slotsIn(table: Uint32Array): Slots {
  return { uids: Uint16Array.from({ length: table.length / SLOT_WORDS }, (_, slot) => table[SLOT_WORDS * slot]!), table };
}
