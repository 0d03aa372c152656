package io.github.yumaconsensus.wire;

import java.math.BigInteger;

/** Integers as programs and JSON give them. A number of JSON that is none, or is beyond 2^53-1, comes as a Double. */
final class Integers {
  private static final int MOST_U64_DIGITS = 20;
  private static final int MOST_DIGITS = 39;

  /** Of so many digits each fits into a long. */
  private static final int SAFE_DIGITS = 18;

  private static final String U64 = "a u64 (a decimal string, or an integer)";

  private Integers() {}

  /** The integer that a number is; null where it is none, or needs more than 64 bits. */
  static Long ofNumber(Object given) {
    if (given instanceof Long number) {
      return number;
    }
    if (given instanceof Integer || given instanceof Short || given instanceof Byte) {
      return ((Number) given).longValue();
    }
    return given instanceof BigInteger number && number.bitLength() < Long.SIZE ? number.longValue() : null;
  }

  static long within(Object given, long min, long max, String name) {
    Long number = ofNumber(given);
    if (number == null || number < min || number > max) {
      throw new Refusal(name, given);
    }
    return number;
  }

  static int u16(Object given) {
    return (int) within(given, 0, 0xffff, "a u16");
  }

  /** The bits of a u64. */
  static long u64(Object given) {
    if (given instanceof String text) {
      if (isDecimal(text, 0, MOST_U64_DIGITS)) {
        if (text.length() <= SAFE_DIGITS) {
          return Long.parseLong(text);
        }
        BigInteger number = new BigInteger(text);
        if (number.bitLength() <= Long.SIZE) {
          return number.longValue();
        }
      }
    } else if (given instanceof BigInteger number) {
      if (number.signum() >= 0 && number.bitLength() <= Long.SIZE) {
        return number.longValue();
      }
    } else {
      Long number = ofNumber(given);
      if (number != null && number >= 0) {
        return number;
      }
    }
    throw new Refusal(U64, given);
  }

  /** Raw bits of any format; null where it is no integer. */
  static BigInteger raw(Object given) {
    if (given instanceof String text) {
      return isDecimal(text, text.startsWith("-") ? 1 : 0, MOST_DIGITS) ? new BigInteger(text) : null;
    }
    if (given instanceof BigInteger number) {
      return number;
    }
    Long number = ofNumber(given);
    return number == null ? null : BigInteger.valueOf(number);
  }

  static BigInteger unsigned(long bits) {
    return bits >= 0 ? BigInteger.valueOf(bits) : new BigInteger(Long.toUnsignedString(bits));
  }

  /** Whether it is digits from a place on, at most so many, without zeros in front. */
  private static boolean isDecimal(String text, int from, int most) {
    int digits = text.length() - from;
    if (digits < 1 || digits > most || (digits > 1 && text.charAt(from) == '0')) {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
