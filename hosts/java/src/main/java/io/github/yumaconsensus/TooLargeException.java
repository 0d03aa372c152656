package io.github.yumaconsensus;

/** An input whose memory does not suffice: 2 GiB of a module, or what the virtual machine may use. */
public final class TooLargeException extends YumaException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception for an input.
   *
   * @param message what does not fit
   */
  public TooLargeException(String message) {
    super(Code.TOO_LARGE, "", message, null);
  }
}
