package io.github.yumaconsensus.wire;

import io.github.yumaconsensus.RawRows;
import io.github.yumaconsensus.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Sparse rows of entries: Rows of u16 as they are stored, or RawRows in traces; {@code [[uid, value], ...]} in JSON. */
final class RowsForm extends Form {
  static final List<String> PARTS = List.of("starts", "uids", "values");
  private static final VectorForm STARTS = VectorForm.U32;
  private static final VectorForm UIDS = VectorForm.U16;
  private static final VectorForm RAW = VectorForm.longs(false);
  private static final int PART = STARTS.size;

  static final Form U16 = new RowsForm(VectorForm.U16);
  static final Form I64 = new RowsForm(RAW);

  private final VectorForm values;

  private RowsForm(VectorForm values) {
    super(3 * PART, STARTS.align);
    this.values = values;
  }

  @Override
  void readAhead(Object given) {
    if (given instanceof Map<?, ?> map) {
      RecordForm.refuseUnknown(map, PARTS);
    }
  }

  @Override
  Object read(Object given, int uids) {
    return given instanceof Rows rows ? checked(rows, uids) : ofLists(VectorForm.listOf(given, uids, "rows"));
  }

  /** What the module refuses it says itself; here is asked what would not fit into a message. */
  private static Rows checked(Rows given, int uids) {
    Rows rows = new Rows(given.starts().clone(), given.uids().clone(), given.values().clone());
    checkPart(".starts", rows.starts().length, uids + 1);
    checkPart(".values", rows.values().length, rows.uids().length);
    checkPart(".uids", rows.uids());
    checkPart(".values", rows.values());
    return rows;
  }

  private static void checkPart(String part, int length, int expected) {
    try {
      VectorForm.checkLength(length, expected);
    } catch (Refusal refusal) {
      throw refusal.in(part);
    }
  }

  private static void checkPart(String part, int[] array) {
    try {
      VectorForm.checkU16(array);
    } catch (Refusal refusal) {
      throw refusal.in(part);
    }
  }

  private static Rows ofLists(List<?> rows) {
    int[] starts = new int[rows.size() + 1];
    int[] uids = new int[rows.size()];
    int[] values = new int[rows.size()];
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (!(rows.get(i) instanceof List<?> row)) {
        throw new Refusal("a row of [uid, value] pairs", rows.get(i)).in(i);
      }
      if (count + row.size() > uids.length) {
        int capacity = Math.max(count + row.size(), 2 * uids.length);
        uids = Arrays.copyOf(uids, capacity);
        values = Arrays.copyOf(values, capacity);
      }
      int first = count;
      try {
        for (Object pair : row) {
          readPair(pair, uids, values, count);
          count++;
        }
      } catch (Refusal refusal) {
        throw refusal.in(count - first).in(i);
      }
      starts[i + 1] = count;
    }
    return new Rows(starts, Arrays.copyOf(uids, count), Arrays.copyOf(values, count));
  }

  private static void readPair(Object given, int[] uids, int[] values, int k) {
    if (!(given instanceof List<?> pair) || pair.size() != 2) {
      throw new Refusal("a [uid, value] pair", given);
    }
    int position = 0;
    try {
      uids[k] = Integers.u16(pair.get(0));
      position = 1;
      values[k] = Integers.u16(pair.get(1));
    } catch (Refusal refusal) {
      throw refusal.in(position);
    }
  }

  @Override
  void write(Message message, int at, Object value) {
    Rows rows = (Rows) value;
    STARTS.write(message, at, rows.starts());
    UIDS.write(message, at + PART, rows.uids());
    values.write(message, at + 2 * PART, rows.values());
  }

  @Override
  Object decode(Message answer, int at) {
    int[] starts = (int[]) STARTS.decode(answer, at);
    int[] uids = (int[]) UIDS.decode(answer, at + PART);
    Object found = values.decode(answer, at + 2 * PART);
    return values == RAW ? new RawRows(starts, uids, (long[]) found) : new Rows(starts, uids, (int[]) found);
  }

  @Override
  void print(StringBuilder out, Object value) {
    if (value instanceof RawRows rows) {
      print(out, rows.starts(), rows.uids(), k -> out.append('"').append(rows.values()[k]).append('"'));
    } else {
      Rows rows = (Rows) value;
      print(out, rows.starts(), rows.uids(), k -> out.append(rows.values()[k]));
    }
  }

  private static void print(StringBuilder out, int[] starts, int[] uids, IntConsumer printValue) {
    char nextRow = '[';
    for (int i = 0; i + 1 < starts.length; i++) {
      out.append(nextRow);
      char next = '[';
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        out.append(next).append('[').append(uids[k]).append(',');
        printValue.accept(k);
        out.append(']');
        next = ',';
      }
      VectorForm.close(out, next);
      nextRow = ',';
    }
    VectorForm.close(out, nextRow);
  }

  @Override
  String locate(Message message, int at, int offset) {
    VectorForm[] parts = {STARTS, UIDS, values};
    for (int i = 0; i < parts.length; i++) {
      String found = parts[i].locate(message, at + i * PART, offset);
      if (found != null) {
        return "." + PARTS.get(i) + found;
      }
    }
    return null;
  }
}
