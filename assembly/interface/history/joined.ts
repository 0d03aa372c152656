/** Lists within lists, laid one behind another as the kernels take them. */
import { allocate } from "../../heap";
import { item, setItem } from "../../list";
import { itemCount, items } from "../answer";

/** Items of all the lists together. `reference`: that of the first list; `stride`: bytes from reference to reference. */
export function joinedCount(reference: usize, count: u32, stride: usize): u32 {
  let sum: u32 = 0;
  for (let i: u32 = 0; i < count; i++) sum += itemCount(reference + <usize>i * stride);
  return sum;
}

/** Where each begins, and where the last one ends: u32. */
export function joinedStarts(reference: usize, count: u32, stride: usize): usize {
  const starts = allocate((<usize>count + 1) << 2);
  let sum: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    sum += itemCount(reference + <usize>i * stride);
    setItem(starts, i + 1, sum);
  }
  return starts;
}

/** A u64 at `field` of every item. */
export function joined64(reference: usize, count: u32, stride: usize, starts: usize, field: usize, itemBytes: usize): usize {
  const column = allocate((<usize>item(starts, count)) << 3);
  let at = column;
  for (let i: u32 = 0; i < count; i++) {
    const list = reference + <usize>i * stride;
    let from = items(list) + field;
    for (let k = itemCount(list); k > 0; k--) {
      store<u64>(at, load<u64>(from));
      from += itemBytes;
      at += 8;
    }
  }
  return column;
}

/** A u32 at `field` of every item. */
export function joined32(reference: usize, count: u32, stride: usize, starts: usize, field: usize, itemBytes: usize): usize {
  const column = allocate((<usize>item(starts, count)) << 2);
  let at = column;
  for (let i: u32 = 0; i < count; i++) {
    const list = reference + <usize>i * stride;
    let from = items(list) + field;
    for (let k = itemCount(list); k > 0; k--) {
      store<u32>(at, load<u32>(from));
      from += itemBytes;
      at += 4;
    }
  }
  return column;
}
