package io.github.yumaconsensus.wire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers of JSON as doubles hold them. */
final class ExactNumber {
  /** From here on a double is written with an exponent where numbers are doubles. */
  private static final double WITH_EXPONENT = 1e21;

  private static final long MOST_SAFE = (1L << 53) - 1;

  private static final Pattern PLAIN = Pattern.compile("-?\\d+");
  private static final Pattern SHORTEST = Pattern.compile("-?\\d(\\.\\d*[1-9])?(e\\+|[eE])[1-9]\\d+");

  private ExactNumber() {}

  /** Whether a number's text denotes the integer that it becomes; fractions may be rounded. */
  static boolean isExact(String token) {
    double value = Double.parseDouble(token);
    if (value != Math.rint(value) || Double.isInfinite(value)) {
      return !Double.isInfinite(value);
    }
    String mantissa = token.split("[eE]", 2)[0];
    if (mantissa.chars().noneMatch(digit -> digit >= '1' && digit <= '9')) {
      return !token.startsWith("-");
    }
    try {
      BigDecimal written = new BigDecimal(token);
      return written.compareTo(new BigDecimal(value)) == 0 || isShortest(token, value, written);
    } catch (NumberFormatException exception) {
      // An exponent beyond all that a double holds.
      return false;
    }
  }

  /**
   * As whoever holds this very number writes it, in the fewest digits that tell it from others. No field holds it, and
   * each says what it would hold.
   */
  private static boolean isShortest(String token, double value, BigDecimal written) {
    Pattern form = Math.abs(value) < WITH_EXPONENT ? PLAIN : SHORTEST;
    int digits = written.stripTrailingZeros().precision();
    return form.matcher(token).matches()
        && rounded(value, digits).compareTo(written) == 0
        && (digits == 1 || rounded(value, digits - 1).doubleValue() != value);
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  /** The number of an exact text: Long where any host holds it as an integer, else Double. */
  static Object valueOf(String token) {
    double value = Double.parseDouble(token);
    if (value == Math.rint(value) && Math.abs(value) <= MOST_SAFE) {
      return (long) value;
    }
    return value;
  }
}
