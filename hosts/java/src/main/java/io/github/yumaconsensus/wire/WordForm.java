package io.github.yumaconsensus.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What is a String: choices, rule sets, bytes as hexadecimal digits, texts. */
abstract class WordForm extends Form {
  private static final String RULE_SET = "spec-";

  WordForm(int size, int align) {
    super(size, align);
  }

  @Override
  void print(StringBuilder out, Object value) {
    JsonText.quote(out, (String) value);
  }

  private static String chosen(List<String> choices, Object given) {
    if (given instanceof String word && choices.contains(word)) {
      return word;
    }
    throw new Refusal("one of " + String.join(", ", choices), given);
  }

  /** A word by its position. */
  static Form choice(List<String> choices) {
    return new WordForm(1, 1) {
      @Override
      Object read(Object given, int uids) {
        return chosen(choices, given);
      }

      @Override
      void write(Message message, int at, Object value) {
        message.bytes().put(at, (byte) choices.indexOf(value));
      }

      @Override
      Object decode(Message answer, int at) {
        return choices.get(answer.bytes().get(at));
      }
    };
  }

  /** A rule set by the number in its name. */
  static Form ruleSet(List<String> names) {
    return new WordForm(2, 2) {
      @Override
      Object read(Object given, int uids) {
        return chosen(names, given);
      }

      @Override
      void write(Message message, int at, Object value) {
        message.bytes().putShort(at, Short.parseShort(((String) value).substring(RULE_SET.length())));
      }

      @Override
      Object decode(Message answer, int at) {
        return RULE_SET + SmallForm.u16(answer.bytes(), at);
      }
    };
  }

  /** Always the same word, which takes no bytes. */
  static Form constant(String word) {
    return new WordForm(0, 1) {
      @Override
      Object read(Object given, int uids) {
        return chosen(List.of(word), given);
      }

      @Override
      void write(Message message, int at, Object value) {}

      @Override
      Object decode(Message answer, int at) {
        return word;
      }
    };
  }

  static final Form BYTES32 =
      new WordForm(32, 1) {
        private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{64}");

        @Override
        Object read(Object given, int uids) {
          if (given instanceof String digits && DIGITS.matcher(digits).matches()) {
            return digits;
          }
          throw new Refusal("32 bytes as 64 hexadecimal digits", given);
        }

        @Override
        void write(Message message, int at, Object value) {
          message.bytes().put(at, HexFormat.of().parseHex((String) value));
        }

        @Override
        Object decode(Message answer, int at) {
          return HexFormat.of().formatHex(answer.array(), at, at + size);
        }
      };

  /** Bytes of UTF-8. */
  static final Form TEXT =
      new WordForm(8, 4) {
        @Override
        Object read(Object given, int uids) {
          if (given instanceof String) {
            return given;
          }
          throw new Refusal("a text", given);
        }

        @Override
        void write(Message message, int at, Object value) {
          byte[] encoded = ((String) value).getBytes(StandardCharsets.UTF_8);
          int start = message.reserveList(at, encoded.length, 1);
          message.bytes().put(start, encoded);
        }

        @Override
        Object decode(Message answer, int at) {
          return new String(answer.array(), answer.listStart(at), answer.listCount(at), StandardCharsets.UTF_8);
        }
      };
}
