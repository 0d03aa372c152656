package io.github.yumaconsensus.wire;

/** A flag, and a value behind it: null where there is none, or a field that is left out. */
final class OptionalForm extends Form {
  private final Form of;
  private final Object none;

  private OptionalForm(Form of, Object none) {
    super(aligned(of.align + of.size, of.align), of.align);
    this.of = of;
    this.none = none;
  }

  /** Null in JSON. */
  static Form optional(Form of) {
    return new OptionalForm(of, null);
  }

  /** Left out in JSON. */
  static Form sometimes(Form of) {
    return new OptionalForm(of, Shown.ABSENT);
  }

  @Override
  Object read(Object given, int uids) {
    if (given == Shown.ABSENT) {
      throw new Refusal("a value, or null for none", given);
    }
    return given == null ? null : of.read(given, uids);
  }

  @Override
  void write(Message message, int at, Object value) {
    if (value != null) {
      message.bytes().put(at, (byte) 1);
      of.write(message, at + of.align, value);
    }
  }

  @Override
  Object decode(Message answer, int at) {
    return answer.bytes().get(at) == 0 ? none : of.decode(answer, at + of.align);
  }

  @Override
  void print(StringBuilder out, Object value) {
    if (value == null) {
      out.append("null");
    } else {
      of.print(out, value);
    }
  }

  @Override
  String locate(Message message, int at, int offset) {
    if (offset == at) {
      return "";
    }
    return message.bytes().get(at) == 0 ? null : of.locate(message, at + of.align, offset);
  }
}
