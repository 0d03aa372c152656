// Made by interface/generate.ts of the descriptions in bindings/.

/** Pairs of a row and a column. */
export const MOST_CELLS: u64 = 16777216;

/** Values that a call may give back, or go through. */
export const MOST_VALUES: u64 = 4194304;
