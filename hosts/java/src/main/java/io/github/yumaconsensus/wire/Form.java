package io.github.yumaconsensus.wire;

/**
 * One form of value: how it is read from JSON or from a program, lies in messages, and is written as JSON. Each form has
 * one Java type between these, which {@link #read} gives and the others take.
 */
abstract class Form {
  final int size;
  final int align;

  Form(int size, int align) {
    this.size = size;
    this.align = align;
  }

  /**
   * A value that is given, checked.
   *
   * @param uids how many there are
   * @throws Refusal where it is not of this form
   */
  abstract Object read(Object given, int uids);

  /** What is refused of a value before its siblings are looked at. */
  void readAhead(Object given) {}

  /** Writes a value where it stands; its lists go to the message's end. */
  abstract void write(Message message, int at, Object value);

  abstract Object decode(Message answer, int at);

  /** Appends the value as JSON. */
  abstract void print(StringBuilder out, Object value);

  /** What holds a byte, as a path from here on; null where it is none of this value's. */
  String locate(Message message, int at, int offset) {
    return holds(at, size, offset) ? "" : null;
  }

  static boolean holds(int at, long size, int offset) {
    return offset >= at && offset < at + size;
  }

  static int aligned(int offset, int align) {
    return (offset + align - 1) / align * align;
  }
}
