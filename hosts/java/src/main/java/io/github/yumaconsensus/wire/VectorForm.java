package io.github.yumaconsensus.wire;

import java.nio.ByteBuffer;
import java.util.List;

/** Plain numbers one behind another: an array of a primitive type. */
abstract class VectorForm extends Form {
  /** An offset and a count. */
  private static final int REFERENCE = 8;

  final int itemSize;

  VectorForm(int itemSize) {
    super(REFERENCE, 4);
    this.itemSize = itemSize;
  }

  @Override
  String locate(Message message, int at, int offset) {
    if (holds(at, size, offset)) {
      return "";
    }
    int start = message.listStart(at);
    boolean inside = holds(start, (long) message.listCount(at) * itemSize, offset);
    return inside ? "[" + (offset - start) / itemSize + "]" : null;
  }

  static void checkLength(int length, int expected) {
    if (length != expected) {
      throw new Refusal("length " + expected, length);
    }
  }

  /** A list of one element each uid. */
  static List<?> listOf(Object given, int uids, String items) {
    if (!(given instanceof List<?> list)) {
      throw new Refusal("an array of " + uids + " " + items, given);
    }
    checkLength(list.size(), uids);
    return list;
  }

  /** u64 or i64: long[], unsigned where it is u64. As many as there are uids. */
  static VectorForm longs(boolean unsigned) {
    return new VectorForm(8) {
      @Override
      Object read(Object given, int uids) {
        if (given instanceof long[] array) {
          checkLength(array.length, uids);
          return array.clone();
        }
        List<?> list = listOf(given, uids, "u64");
        long[] array = new long[uids];
        int i = 0;
        try {
          for (Object item : list) {
            array[i] = Integers.u64(item);
            i++;
          }
        } catch (Refusal refusal) {
          throw refusal.in(i);
        }
        return array;
      }

      @Override
      void write(Message message, int at, Object value) {
        long[] array = (long[]) value;
        int start = message.reserveList(at, array.length, itemSize);
        slice(message.bytes(), start, array.length).asLongBuffer().put(array);
      }

      @Override
      Object decode(Message answer, int at) {
        long[] array = new long[answer.listCount(at)];
        slice(answer.bytes(), answer.listStart(at), array.length).asLongBuffer().get(array);
        return array;
      }

      private ByteBuffer slice(ByteBuffer bytes, int start, int count) {
        return bytes.slice(start, count * itemSize).order(bytes.order());
      }

      @Override
      void print(StringBuilder out, Object value) {
        char next = '[';
        for (long item : (long[]) value) {
          out.append(next).append('"');
          if (unsigned && item < 0) {
            out.append(Long.toUnsignedString(item));
          } else {
            out.append(item);
          }
          out.append('"');
          next = ',';
        }
        close(out, next);
      }
    };
  }

  /** u16: int[], of any length. */
  static final VectorForm U16 =
      new VectorForm(2) {
        @Override
        Object read(Object given, int uids) {
          int[] array;
          if (given instanceof int[] typed) {
            array = typed.clone();
            checkU16(array);
            return array;
          }
          if (!(given instanceof List<?> list)) {
            throw new Refusal("an array of u16", given);
          }
          array = new int[list.size()];
          int i = 0;
          try {
            for (Object item : list) {
              array[i] = Integers.u16(item);
              i++;
            }
          } catch (Refusal refusal) {
            throw refusal.in(i);
          }
          return array;
        }

        @Override
        void write(Message message, int at, Object value) {
          int[] array = (int[]) value;
          int start = message.reserveList(at, array.length, itemSize);
          ByteBuffer bytes = message.bytes();
          for (int i = 0; i < array.length; i++) {
            bytes.putShort(start + i * itemSize, (short) array[i]);
          }
        }

        @Override
        Object decode(Message answer, int at) {
          ByteBuffer bytes = answer.bytes();
          int start = answer.listStart(at);
          int[] array = new int[answer.listCount(at)];
          for (int i = 0; i < array.length; i++) {
            array[i] = SmallForm.u16(bytes, start + i * itemSize);
          }
          return array;
        }

        @Override
        void print(StringBuilder out, Object value) {
          char next = '[';
          for (int item : (int[]) value) {
            out.append(next).append(item);
            next = ',';
          }
          close(out, next);
        }
      };

  static void checkU16(int[] array) {
    for (int i = 0; i < array.length; i++) {
      if ((array[i] & 0xffff) != array[i]) {
        throw new Refusal("a u16", array[i]).in(i);
      }
    }
  }

  /** u32 within rows: int[], whose values are checked where the rows are. */
  static final VectorForm U32 =
      new VectorForm(4) {
        @Override
        Object read(Object given, int uids) {
          return given;
        }

        @Override
        void write(Message message, int at, Object value) {
          int[] array = (int[]) value;
          int start = message.reserveList(at, array.length, itemSize);
          ByteBuffer bytes = message.bytes();
          bytes.slice(start, array.length * itemSize).order(bytes.order()).asIntBuffer().put(array);
        }

        @Override
        Object decode(Message answer, int at) {
          ByteBuffer bytes = answer.bytes();
          int[] array = new int[answer.listCount(at)];
          bytes.slice(answer.listStart(at), array.length * itemSize).order(bytes.order()).asIntBuffer().get(array);
          return array;
        }

        @Override
        void print(StringBuilder out, Object value) {
          U16.print(out, value);
        }
      };

  /** Flags: boolean[], as many as there are uids. */
  static final VectorForm BOOLEAN =
      new VectorForm(1) {
        @Override
        Object read(Object given, int uids) {
          if (given instanceof boolean[] array) {
            checkLength(array.length, uids);
            return array.clone();
          }
          List<?> list = listOf(given, uids, "booleans");
          boolean[] array = new boolean[uids];
          for (int i = 0; i < uids; i++) {
            if (!(list.get(i) instanceof Boolean flag)) {
              throw new Refusal("true or false", list.get(i)).in(i);
            }
            array[i] = flag;
          }
          return array;
        }

        @Override
        void write(Message message, int at, Object value) {
          boolean[] array = (boolean[]) value;
          int start = message.reserveList(at, array.length, itemSize);
          for (int i = 0; i < array.length; i++) {
            message.bytes().put(start + i, (byte) (array[i] ? 1 : 0));
          }
        }

        @Override
        Object decode(Message answer, int at) {
          int start = answer.listStart(at);
          boolean[] array = new boolean[answer.listCount(at)];
          for (int i = 0; i < array.length; i++) {
            array[i] = answer.bytes().get(start + i) != 0;
          }
          return array;
        }

        @Override
        void print(StringBuilder out, Object value) {
          char next = '[';
          for (boolean item : (boolean[]) value) {
            out.append(next).append(item);
            next = ',';
          }
          close(out, next);
        }
      };

  /** Ends a list of which `next` would go in front of another item. */
  static void close(StringBuilder out, char next) {
    out.append(next == '[' ? "[]" : "]");
  }
}
