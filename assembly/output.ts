/** Raw bits as the chain stores them. bonds.md 9. */
import { proportionToU16 } from "./fixed/proportion";
import { get, skipZeros } from "./fixed/vector";
import { Rows } from "./rows";

export function toU16(n: u32, x32: usize, result: usize): void {
  memory.fill(result, 0, (<usize>n) << 1);
  for (let uid = skipZeros(x32, 0, n); uid < n; uid = skipZeros(x32, uid + 1, n)) {
    store<u16>(result + ((<usize>uid) << 1), proportionToU16(get(x32, uid)));
  }
}

/**
 * The rows of those with a new permit; everybody else's row is stored empty. Zeros and order stay. Where `permits` is not
 * 0, the row of those without any permit stays as it was `before`.
 */
export function storeBonds(n: u32, emaBondsX32: Rows, newPermits: usize, permits: usize, before: Rows, stored: Rows): void {
  stored.begin();
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    if (load<u8>(newPermits + i)) {
      const end = emaBondsX32.end(i);
      for (let entry = emaBondsX32.start(i); entry < end; entry++) {
        stored.setUid(count, emaBondsX32.uid(entry));
        stored.setStored(count, proportionToU16(emaBondsX32.value(entry)));
        count++;
      }
    } else if (permits != 0 && !load<u8>(permits + i)) {
      count = stored.copyStored(before, i, count);
    }
    stored.setEnd(i, count);
  }
}
