package io.github.yumaconsensus;

/** Text that is not JSON, or bytes that are not text. */
public final class MalformedJsonException extends YumaException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception for a whole text.
   *
   * @param message what is wrong with it
   */
  public MalformedJsonException(String message) {
    super(Code.MALFORMED_JSON, "", "not JSON: " + message, null);
  }
}
