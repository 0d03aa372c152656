import { newList } from "../answer";

/** The names (u32) of those whose flag is set. */
export function flaggedNames(reference: usize, count: u32, flags: usize, names: usize): void {
  let flagged: u32 = 0;
  for (let i: usize = 0; i < <usize>count; i++) flagged += <u32>load<u8>(flags + i);
  let name = newList(reference, flagged, 4);
  for (let i: usize = 0; i < <usize>count; i++) {
    if (!load<u8>(flags + i)) continue;
    store<u32>(name, load<u32>(names + (i << 2)));
    name += 4;
  }
}
