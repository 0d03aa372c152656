package io.github.yumaconsensus;

/**
 * Sparse rows of (uid, value) entries, one row a uid, as a chain stores weights and bonds. The arrays are not copied.
 *
 * @param starts where each row begins, one more than there are rows: row {@code i} holds the entries from {@code
 *     starts[i]} to {@code starts[i + 1] - 1}
 * @param uids the uid of each entry
 * @param values the value of each entry, from 0 to 65535
 */
public record Rows(int[] starts, int[] uids, int[] values) {

  /**
   * Rows from one array of {@code {uid, value}} pairs a row.
   *
   * @param rows the rows
   * @return the same rows
   */
  public static Rows of(int[][]... rows) {
    int[] starts = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      starts[i + 1] = starts[i] + rows[i].length;
    }
    int[] uids = new int[starts[rows.length]];
    int[] values = new int[uids.length];
    int k = 0;
    for (int[][] row : rows) {
      for (int[] pair : row) {
        uids[k] = pair[0];
        values[k++] = pair[1];
      }
    }
    return new Rows(starts, uids, values);
  }

  /**
   * How many rows there are.
   *
   * @return the number of uids
   */
  public int count() {
    return starts.length - 1;
  }
}
