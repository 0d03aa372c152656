package io.github.yumaconsensus.wire;

import java.nio.ByteBuffer;
import java.util.List;

/** Numbers of up to 32 bits, and flags. */
abstract class SmallForm extends Form {
  SmallForm(int size) {
    super(size, size);
  }

  @Override
  void print(StringBuilder out, Object value) {
    out.append(value);
  }

  /** A flag: Boolean. */
  static final Form BOOLEAN =
      new SmallForm(1) {
        @Override
        Object read(Object given, int uids) {
          if (given instanceof Boolean) {
            return given;
          }
          throw new Refusal("true or false", given);
        }

        @Override
        void write(Message message, int at, Object value) {
          message.bytes().put(at, (byte) ((Boolean) value ? 1 : 0));
        }

        @Override
        Object decode(Message answer, int at) {
          return answer.bytes().get(at) != 0;
        }
      };

  /** Integer. */
  static final Form U16 =
      new SmallForm(2) {
        @Override
        Object read(Object given, int uids) {
          return Integers.u16(given);
        }

        @Override
        void write(Message message, int at, Object value) {
          message.bytes().putShort(at, ((Integer) value).shortValue());
        }

        @Override
        Object decode(Message answer, int at) {
          return u16(answer.bytes(), at);
        }
      };

  /** Integer: an i16, or a u16 where that is what the rule set reads, which the module knows. */
  static final Form I32 =
      new SmallForm(4) {
        @Override
        Object read(Object given, int uids) {
          return (int) Integers.within(given, Short.MIN_VALUE, 0xffff, "an i16");
        }

        @Override
        void write(Message message, int at, Object value) {
          message.bytes().putInt(at, (Integer) value);
        }

        @Override
        Object decode(Message answer, int at) {
          return answer.bytes().getInt(at);
        }
      };

  /** Long. */
  static final Form U32 =
      new SmallForm(4) {
        @Override
        Object read(Object given, int uids) {
          return Integers.within(given, 0, 0xffff_ffffL, "a u32");
        }

        @Override
        void write(Message message, int at, Object value) {
          message.bytes().putInt(at, ((Long) value).intValue());
        }

        @Override
        Object decode(Message answer, int at) {
          return Integer.toUnsignedLong(answer.bytes().getInt(at));
        }
      };

  /** Integer: one of a few. */
  static Form oneOf(List<Integer> numbers) {
    return new SmallForm(2) {
      @Override
      Object read(Object given, int uids) {
        Long number = Integers.ofNumber(given);
        if (number == null || number != number.intValue() || !numbers.contains(number.intValue())) {
          throw new Refusal("one of " + numbers, given);
        }
        return number.intValue();
      }

      @Override
      void write(Message message, int at, Object value) {
        U16.write(message, at, value);
      }

      @Override
      Object decode(Message answer, int at) {
        return U16.decode(answer, at);
      }
    };
  }

  static int u16(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
