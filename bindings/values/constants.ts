/** The largest u64. */
export const U64_MAX = 0xffff_ffff_ffff_ffffn;

/** What `commitBlocks` holds for a uid without a pending weight commit. */
export const NO_COMMIT = U64_MAX;
