package io.github.yumaconsensus;

/** A field or an argument that cannot be: what was expected, and what came. */
public final class InvalidInputException extends YumaException {
  private static final long serialVersionUID = 1L;

  /** Shown to whoever reads the message. */
  private final String expected;
  /** Shown to whoever reads the message. */
  private final String got;

  /**
   * An exception for a field.
   *
   * @param path the field
   * @param expected what it has to be
   * @param got what it was, as it is to be shown
   */
  public InvalidInputException(String path, String expected, String got) {
    super(Code.INVALID_INPUT, path, "expected " + expected + ", got " + got, null);
    this.expected = expected;
    this.got = got;
  }

  /**
   * What the field has to be.
   *
   * @return words
   */
  public String expected() {
    return expected;
  }

  /**
   * What the field was.
   *
   * @return the value as JSON shows it, shortened where it is long
   */
  public String got() {
    return got;
  }
}
