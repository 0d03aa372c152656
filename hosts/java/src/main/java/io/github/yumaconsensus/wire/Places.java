package io.github.yumaconsensus.wire;

import io.github.yumaconsensus.Rows;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands at a path of names and indices. */
final class Places {
  private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");

  private Places() {}

  static Object valueAt(Map<String, Object> fields, String path) {
    Object value = fields;
    for (Matcher steps = STEP.matcher(path); steps.find(); ) {
      value = at(value, steps.group());
    }
    return value;
  }

  private static Object at(Object value, String step) {
    if (value instanceof Map<?, ?> map) {
      return map.get(step);
    }
    if (value instanceof List<?> list) {
      return list.get(Integer.parseInt(step));
    }
    if (value instanceof Rows rows) {
      return step.equals("starts") ? rows.starts() : step.equals("uids") ? rows.uids() : rows.values();
    }
    return value != null && value.getClass().isArray() ? Array.get(value, Integer.parseInt(step)) : Shown.ABSENT;
  }
}
