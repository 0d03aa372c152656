package io.github.yumaconsensus.cli;

import io.github.yumaconsensus.InvalidInputException;
import io.github.yumaconsensus.wire.Shown;
import java.util.List;
import java.util.Map;

/**
 * One line: a function and its input.
 *
 * @param function its name, if it is a name
 * @param input its input, if it is one
 * @param trace whether the trace of an epoch is asked for
 */
record Request(Object function, Object input, boolean trace) {
  /** The last four stand on the lines of recorded vectors. */
  private static final List<String> KEYS = List.of("fn", "in", "trace", "name", "category", "out", "reason");

  /** A trace beside an out is a recorded one, and asks for nothing. */
  static Request of(Object line) {
    if (!(line instanceof Map<?, ?> keys)) {
      return new Request(null, null, false);
    }
    for (Object key : keys.keySet()) {
      if (!KEYS.contains(key)) {
        throw new InvalidInputException(Shown.field((String) key), "one of the keys of a line " + KEYS, Shown.value(key));
      }
    }
    Object trace = keys.containsKey("trace") ? keys.get("trace") : Boolean.FALSE;
    boolean isRecorded = keys.containsKey("out") && (trace instanceof Map || trace instanceof List);
    if (!(trace instanceof Boolean) && !isRecorded) {
      throw new InvalidInputException("trace", "true or false", Shown.value(trace));
    }
    return new Request(keys.get("fn"), keys.get("in"), Boolean.TRUE.equals(trace));
  }
}
