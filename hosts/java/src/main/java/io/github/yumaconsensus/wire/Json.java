package io.github.yumaconsensus.wire;

import io.github.yumaconsensus.InvalidInputException;
import io.github.yumaconsensus.MalformedJsonException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that is read exactly, or refused. Objects become Map, arrays List, integers up to 2^53-1 Long, any other number
 * Double, as elsewhere programs may have no other numbers.
 */
public final class Json {
  /** No input of ours comes near. */
  private static final int MOST_LEVELS = 64;

  /** Integers of so many digits are below 2^53. */
  private static final int SAFE_DIGITS = 15;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** We have limits of our own, and refuse by them. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** An object or array that is being read, and where in it. */
  private static final class Level {
    final Map<String, Object> object;
    final List<Object> array;
    String key = "";

    Level(boolean isObject) {
      this.object = isObject ? new LinkedHashMap<>() : null;
      this.array = isObject ? null : new ArrayList<>();
    }

    Object value() {
      return object == null ? array : object;
    }

    void add(Object value) {
      if (object == null) {
        array.add(value);
      } else {
        object.put(key, value);
      }
    }

    String segment() {
      return object == null ? "[" + array.size() + "]" : Shown.segment(key);
    }
  }

  private final JsonParser parser;
  private final Deque<Level> levels = new ArrayDeque<>();

  private Json(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The value that a text stands for.
   *
   * @param text the whole of it
   * @return Map, List, String, Long, Double, Boolean or null
   * @throws MalformedJsonException where it is not JSON
   * @throws InvalidInputException where a number cannot be held, a key comes twice, or there are more than 64 levels
   */
  public static Object parse(String text) {
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      return new Json(parser).read();
    } catch (JacksonException exception) {
      throw new MalformedJsonException(exception.getOriginalMessage());
    }
  }

  private Object read() {
    try {
      Object value = readValue();
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("there is more behind it");
      }
      return value;
    } catch (InvalidInputException exception) {
      // That it is JSON at all comes first.
      skip();
      throw exception;
    }
  }

  private void skip() {
    int open = levels.size();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (open == 0) {
        throw new MalformedJsonException("there is more behind it");
      }
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    if (open > 0) {
      throw new MalformedJsonException("it ends too early");
    }
  }

  /** Without recursion, as a text decides how deep it is. */
  private Object readValue() {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      Object value;
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          open(token == JsonToken.START_OBJECT);
          continue;
        }
        case PROPERTY_NAME -> {
          name(parser.currentName());
          continue;
        }
        case END_OBJECT, END_ARRAY -> value = levels.pop().value();
        case VALUE_STRING -> value = parser.getString();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value = number(parser.getString());
        case VALUE_TRUE, VALUE_FALSE -> value = token == JsonToken.VALUE_TRUE;
        default -> value = null;
      }
      if (levels.isEmpty()) {
        return value;
      }
      levels.peek().add(value);
    }
    throw new MalformedJsonException("it ends too early");
  }

  private void open(boolean isObject) {
    if (levels.size() == MOST_LEVELS) {
      InvalidInputException exception = refused("at most " + MOST_LEVELS + " levels of objects and arrays", "more");
      levels.push(new Level(isObject));
      throw exception;
    }
    levels.push(new Level(isObject));
  }

  private void name(String key) {
    Level level = levels.peek();
    level.key = key;
    if (level.object.containsKey(key)) {
      throw refused("each key once", Shown.value(key));
    }
  }

  private Object number(String token) {
    if (token.length() <= SAFE_DIGITS && isDigits(token)) {
      return Long.valueOf(token);
    }
    if (!ExactNumber.isExact(token)) {
      throw refused("a number that holds what is written", token.length() > 40 ? token.substring(0, 40) + "…" : token);
    }
    return ExactNumber.valueOf(token);
  }

  private static boolean isDigits(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) < '0' || token.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private InvalidInputException refused(String expected, String got) {
    StringBuilder path = new StringBuilder();
    for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
      path.append(outermost.next().segment());
    }
    return new InvalidInputException(Shown.path(path.toString()), expected, got);
  }
}
