/**
 * A panel: the entries of some neighbouring columns, gathered from all rows so that they stay in the cache from the
 * consensus to the results. Each column's entries lie one behind another, voters' first: a weight (a fraction, u32) and
 * a bond (u16).
 *
 * In a full panel every row has an entry in every column, its slot being its place in the table; where the network has
 * none, it is of zeros. In a sparse panel a column has only the entries that are there, each with its slot (u16).
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

/** A panel is full where so many places have a weight or a bond: then it is cheaper to compute with zeros than to tell them apart. */
const FULL_PLACES_AN_ENTRY: u64 = 2;

/** Columns are of whole steps of four entries, and panels of whole blocks of columns. */
export const STEP: u32 = 4;
export const BLOCK: u32 = 8;
export const NOBODIES: u32 = STEP - 1;

/** columns of a panel, and entries from one column to the next */
export let width: u32 = 0;
export let stride: u32 = 0;

export let weights: usize = 0;
export let bonds: usize = 0;
export let slots: usize = 0;

/** Rows whose slots, and nobody's, are u16. */
export const MAX_ROWS: u32 = 0xffff - NOBODIES;

/** Whether rows with so many weights and bonds fill panels well enough. */
export function fillPanels(n: u32, rows: u32, stored: u64): bool {
  return stored * MOST_PLACES_AN_ENTRY >= <u64>n * <u64>rows;
}

/** Whether a panel of so many columns with so many weights and bonds is a full one. */
export function isFull(columns: u32, rows: u32, stored: u64): bool {
  return stored * FULL_PLACES_AN_ENTRY >= <u64>columns * <u64>rows;
}

/** Lays out a panel for so many rows, a whole number of steps. */
export function layOutPanel(n: u32, rows: u32): void {
  // Columns that are a multiple of 1024 bytes apart would share few lines of the cache.
  stride = rows + ((rows & 255) == 0 ? 4 * STEP : 0);
  width = max(min(min(n, MAX_WIDTH), TARGET_ENTRIES / rows), MIN_WIDTH);
  width = (width + BLOCK - 1) & ~(BLOCK - 1);
  const room = <u64>width * <u64>stride;
  weights = take(room << 2);
  bonds = take(room << 1);
  slots = take(room << 1);
}

/** Bonds on uids that registered at the cutoff or later do not count. bonds.md. */
@inline
export function bondsCount(uid: u32, cutoff: u64): bool {
  return cutoff > getU64(at.blockAtRegistration, uid);
}
