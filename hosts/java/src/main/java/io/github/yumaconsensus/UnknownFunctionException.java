package io.github.yumaconsensus;

/** A name that is no function of the economics. */
public final class UnknownFunctionException extends YumaException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception for a name.
   *
   * @param got the name, as it is to be shown
   */
  public UnknownFunctionException(String got) {
    super(Code.UNKNOWN_FUNCTION, "fn", "expected the name of a function, got " + got, null);
  }
}
