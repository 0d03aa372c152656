package io.github.yumaconsensus.wire;

import java.math.BigInteger;

/** Integers of 64 and 128 bits: BigInteger, and decimal strings in JSON. */
final class WideForm extends Form {
  /** How the bits are meant. */
  private enum Sign {
    SIGNED,
    UNSIGNED,
    /** of 128 bits of the coinbase: as the message says */
    EITHER
  }

  static final Form U64 = new WideForm(64, Sign.UNSIGNED);
  static final Form I64 = new WideForm(64, Sign.SIGNED);
  static final Form U128 = new WideForm(128, Sign.UNSIGNED);
  static final Form I128 = new WideForm(128, Sign.SIGNED);
  static final Form COINBASE = new WideForm(128, Sign.EITHER);

  private static final int WORD = 8;

  private final int bits;
  private final Sign sign;

  private WideForm(int bits, Sign sign) {
    super(bits / Byte.SIZE, WORD);
    this.bits = bits;
    this.sign = sign;
  }

  @Override
  Object read(Object given, int uids) {
    if (bits == 64 && sign == Sign.UNSIGNED) {
      return Integers.unsigned(Integers.u64(given));
    }
    BigInteger value = Integers.raw(given);
    boolean fits = value != null && (sign == Sign.EITHER ? fits(value, true) || fits(value, false) : fits(value, sign == Sign.SIGNED));
    if (!fits) {
      throw new Refusal(name(sign) + " (a decimal string)", given);
    }
    return value;
  }

  private boolean fits(BigInteger value, boolean signed) {
    return signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
  }

  private String name(Sign shown) {
    return (shown == Sign.SIGNED ? "a signed " : shown == Sign.UNSIGNED ? "an unsigned " : "a ") + bits + "-bit integer";
  }

  @Override
  void write(Message message, int at, Object given) {
    BigInteger value = (BigInteger) given;
    // Which of the two it is, is known once all of the input is read.
    if (sign == Sign.EITHER && !fits(value, message.signed)) {
      throw new Refusal(name(message.signed ? Sign.SIGNED : Sign.UNSIGNED), value);
    }
    message.bytes().putLong(at, value.longValue());
    if (bits > Long.SIZE) {
      message.bytes().putLong(at + WORD, value.shiftRight(Long.SIZE).longValue());
    }
  }

  @Override
  Object decode(Message answer, int at) {
    boolean signed = sign == Sign.EITHER ? answer.signed : sign == Sign.SIGNED;
    long low = answer.bytes().getLong(at);
    if (bits == Long.SIZE) {
      return signed ? BigInteger.valueOf(low) : Integers.unsigned(low);
    }
    long high = answer.bytes().getLong(at + WORD);
    if (high == 0) {
      return Integers.unsigned(low);
    }
    BigInteger upper = signed ? BigInteger.valueOf(high) : Integers.unsigned(high);
    return upper.shiftLeft(Long.SIZE).or(Integers.unsigned(low));
  }

  @Override
  void print(StringBuilder out, Object value) {
    out.append('"').append(value).append('"');
  }
}
