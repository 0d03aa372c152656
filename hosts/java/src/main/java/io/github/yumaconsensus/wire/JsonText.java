package io.github.yumaconsensus.wire;

/** Text as JSON quotes it. */
public final class JsonText {
  private JsonText() {}

  /**
   * Appends a text in quotes. Halves of a surrogate pair are escaped, as they have no bytes.
   *
   * @param out where to
   * @param text any text
   */
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(unit).append(text.charAt(++i));
          } else if (unit < ' ' || Character.isSurrogate(unit)) {
            out.append(String.format("\\u%04x", (int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }
}
