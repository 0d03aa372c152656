package io.github.yumaconsensus.cli;

import io.github.yumaconsensus.InvalidInputException;
import io.github.yumaconsensus.Options;
import io.github.yumaconsensus.wire.Shown;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What one line may ask for, so that a short one cannot fill the memory. */
final class Limits {
  /** Values in all lists of a function of the economics. */
  private static final int MOST_VALUES = 4_194_304;

  /** Stored weights and bonds of an epoch whose trace is asked for. */
  private static final int MOST_TRACED = 2_097_152;

  private Limits() {}

  static void checkValues(Map<?, ?> input) {
    int count = 0;
    for (Map.Entry<?, ?> field : input.entrySet()) {
      Deque<Collection<?>> waiting = new ArrayDeque<>();
      push(waiting, field.getValue());
      while (!waiting.isEmpty()) {
        Collection<?> items = waiting.pop();
        count += items.size();
        if (count > MOST_VALUES) {
          throw new InvalidInputException((String) field.getKey(), "at most " + MOST_VALUES + " values in all lists together", "more");
        }
        items.forEach(item -> push(waiting, item));
      }
    }
  }

  private static void push(Deque<Collection<?>> waiting, Object value) {
    if (value instanceof List<?> list) {
      waiting.push(list);
    } else if (value instanceof Map<?, ?> map) {
      waiting.push(map.values());
    }
  }

  /** Of a state or of several mechanisms, which have been read. */
  static void checkTraced(Options options, Object states) {
    if (!options.trace()) {
      return;
    }
    long entries = 0;
    for (Object state : states instanceof List<?> list ? list : List.of(states)) {
      for (String rows : List.of("weights", "bonds")) {
        for (Object row : (List<?>) ((Map<?, ?>) state).get(rows)) {
          entries += ((List<?>) row).size();
        }
      }
    }
    if (entries > MOST_TRACED) {
      throw new InvalidInputException("trace", "at most " + MOST_TRACED + " stored weights and bonds", Shown.value(entries));
    }
  }
}
