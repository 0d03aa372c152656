/**
 * A panel: the entries of some neighbouring columns, gathered from all rows so that they stay in the cache from the
 * consensus to the results. Each column's entries lie one behind another, voters' first.
 *
 * An entry has a slot (its row's place in the table, u16), a weight (a fraction, u32) and a bond (u16). Its position is
 * its place in the order of the rows, in which results are written.
 */
import { take } from "../arena";
import { getU64 } from "../fixed/u64";
import * as at from "../memory";

/** Entries of a panel of full columns: with more its columns leave the cache, with fewer its rows are visited too often. */
const TARGET_ENTRIES: u32 = 262_144;
const MIN_WIDTH: u32 = 8;
const MAX_WIDTH: u32 = 256;

/**
 * Every panel visits every row, and has room for all of them in each column. Where of so many places not even one is taken,
 * the matrices are faster: the visits would outnumber the entries, in the worst case by the number of uids.
 */
const MOST_PLACES_AN_ENTRY: u64 = 32;

/** Columns are padded to whole steps of four, with entries of nobody. */
export const STEP: u32 = 4;
export const NOBODIES: u32 = STEP - 1;

/** columns of a panel, and entries that each has room for */
export let width: u32 = 0;
export let stride: u32 = 0;

export let slots: usize = 0;
export let weights: usize = 0;
export let bonds: usize = 0;

/** An entry whose slot has become this one is not stored. */
export const DROPPED: u16 = 0xffff;

/** Rows whose slots, and nobody's, are below that. */
export const MAX_ROWS: u32 = 0xffff - NOBODIES;

/** By position: the uid (u16) and the entry (u32). */
export let uids: usize = 0;
export let entries: usize = 0;

/** Of each column: its entries and its voters' entries (u32), and the bits of its bonds that count (u16). */
export let counts: usize = 0;
export let voterCounts: usize = 0;
export let bondBits: usize = 0;

/** Whether rows with so many weights and bonds fill panels well enough. */
export function fillPanels(n: u32, rows: u32, stored: u64): bool {
  return stored * MOST_PLACES_AN_ENTRY >= <u64>n * <u64>rows;
}

/** Lays out a panel for so many rows. */
export function layOutPanel(n: u32, rows: u32): void {
  stride = (rows + NOBODIES) & ~NOBODIES;
  const fitting = max(min(min(n, MAX_WIDTH), TARGET_ENTRIES / rows), MIN_WIDTH);
  // Blocks are of whole steps of columns.
  width = fitting < n ? fitting & ~NOBODIES : fitting;
  const room = <u64>width * <u64>stride;
  slots = take(room << 1);
  weights = take(room << 2);
  bonds = take(room << 1);
  uids = take(room << 1);
  entries = take(room << 2);
  counts = take((<u64>width) << 2);
  voterCounts = take((<u64>width) << 2);
  bondBits = take((<u64>width) << 1);
}

/** Empties the panel for the columns from `first` up to `last` (exclusive). Bonds older than the cutoff do not count. */
export function beginPanel(first: u32, last: u32, cutoff: u64): void {
  memory.fill(counts, 0, (<usize>width) << 2);
  memory.fill(voterCounts, 0, (<usize>width) << 2);
  for (let uid = first; uid < last; uid++) {
    store<u16>(bondBits + ((<usize>(uid - first)) << 1), cutoff > getU64(at.blockAtRegistration, uid) ? 0xffff : 0);
  }
}

@inline
export function putEntry(entry: usize, slot: u32, weight: u32, bond: u32): void {
  store<u16>(slots + (entry << 1), <u16>slot);
  store<u32>(weights + (entry << 2), weight);
  store<u16>(bonds + (entry << 1), <u16>bond);
}
