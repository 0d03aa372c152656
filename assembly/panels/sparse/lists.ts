/** What a sparse panel has besides its entries. */
import { take } from "../../arena";
import { stride, width } from "../panel";

/** Of each column: its entries and its voters' entries (u32). */
export let counts: usize = 0;
export let voterCounts: usize = 0;

/** By position, which is an entry's place in the order of the rows: the uid (u16) and the entry (u32). */
export let uids: usize = 0;
export let entries: usize = 0;

export function layOutLists(): void {
  const room = <u64>width * <u64>stride;
  counts = take((<u64>width) << 2);
  voterCounts = take((<u64>width) << 2);
  uids = take(room << 1);
  entries = take(room << 2);
}
