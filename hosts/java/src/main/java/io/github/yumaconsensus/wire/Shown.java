package io.github.yumaconsensus.wire;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Places and values as messages show them. */
public final class Shown {
  private static final int MOST = 60;
  private static final Pattern PLAIN = Pattern.compile("[\\w$-]{1,60}");

  /** What stands for a field that is not there. */
  static final Object ABSENT =
      new Object() {
        @Override
        public String toString() {
          return "nothing";
        }
      };

  private Shown() {}

  /** A field's part of a path: {@code .kappa}, or {@code ["a b"]} where the key is no plain word. */
  static String segment(String key) {
    return PLAIN.matcher(key).matches() ? "." + key : "[" + value(key) + "]";
  }

  /**
   * The path of a field that stands in nothing else.
   *
   * @param key its name
   * @return the name itself where it is a plain word
   */
  public static String field(String key) {
    return path(segment(key));
  }

  /** A path of such parts, without the dot in front of the first. */
  static String path(String segments) {
    return segments.startsWith(".") ? segments.substring(1) : segments;
  }

  /**
   * A value for whoever reads the message.
   *
   * @param value anything
   * @return words that do not grow with the value
   */
  public static String value(Object value) {
    if (value instanceof String text) {
      StringBuilder quoted = new StringBuilder();
      JsonText.quote(quoted, text.substring(0, Math.min(text.length(), MOST + 1)));
      return cut(quoted.toString());
    }
    if (value instanceof List<?> list) {
      return "an array of length " + list.size();
    }
    if (value instanceof Map<?, ?>) {
      return "an object";
    }
    if (value != null && value.getClass().isArray()) {
      return "an array of length " + Array.getLength(value);
    }
    return cut(String.valueOf(value));
  }

  private static String cut(String text) {
    return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
  }
}
