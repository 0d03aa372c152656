package io.github.yumaconsensus;

/** What no input should bring about: a fault of this package or of its host. */
public final class InternalException extends YumaException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception for what was thrown.
   *
   * @param message what happened
   * @param cause what was thrown, or null
   */
  public InternalException(String message, Throwable cause) {
    super(Code.INTERNAL, "", message + "; please report it with this input", cause);
  }
}
