/** The weights that count, each row normalised. weights.md. */
import { fromInteger } from "./fixed/i32f32";
import { getU64 } from "./fixed/u64";
import { outdated } from "./masks";
import { Rows, rowNormalize } from "./rows";

/**
 * Rows with a permit, no self-weights but the owner's, nothing set or committed before the target registered.
 * Order and explicit zeros stay.
 */
export function weights(
  n: u32,
  stored: Rows,
  permits: usize,
  ownerUid: i32,
  lastUpdate: usize,
  blockAtRegistration: usize,
  commitReveal: bool,
  commitBlocks: usize,
  weightsX32: Rows,
): void {
  weightsX32.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    if (load<u8>(permits + i)) {
      const updated = getU64(lastUpdate, i);
      const committed = getU64(commitBlocks, i);
      const end = stored.end(i);
      for (let entry = stored.start(i); entry < end; entry++) {
        const j = stored.uid(entry);
        if (j >= n || (i == j && <i32>i != ownerUid)) continue;
        if (outdated(updated, getU64(blockAtRegistration, j), commitReveal, committed)) continue;
        weightsX32.push(count++, j, fromInteger(stored.stored(entry)));
      }
    }
    weightsX32.setEnd(i, count);
  }
  rowNormalize(n, weightsX32);
}
