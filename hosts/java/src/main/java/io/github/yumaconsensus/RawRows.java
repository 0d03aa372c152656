package io.github.yumaconsensus;

/**
 * Sparse rows of raw fixed-point bits, as traces hold them.
 *
 * @param starts where each row begins, one more than there are rows
 * @param uids the uid of each entry
 * @param values the raw bits of each entry
 */
public record RawRows(int[] starts, int[] uids, long[] values) {}
