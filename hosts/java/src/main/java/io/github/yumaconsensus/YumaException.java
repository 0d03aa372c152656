package io.github.yumaconsensus;

/**
 * Every exception that this package throws on purpose.
 *
 * <p>{@link #code()} is stable and meant for programs; {@link #path()} names the field that is wrong.
 */
public abstract sealed class YumaException extends RuntimeException
    permits InvalidInputException,
        MalformedJsonException,
        UnknownFunctionException,
        TooLargeException,
        ChainTrapException,
        InternalException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, the same words in every language. */
  public enum Code {
    /** A field or an argument that cannot be. */
    INVALID_INPUT("invalid-input"),
    /** Text that is not JSON. */
    MALFORMED_JSON("malformed-json"),
    /** A name that is no function. */
    UNKNOWN_FUNCTION("unknown-function"),
    /** An input whose memory does not suffice. */
    TOO_LARGE("too-large"),
    /** A state with which the chain's own epoch would have aborted. */
    CHAIN_TRAP("chain-trap"),
    /** A fault of this package or of its host. */
    INTERNAL("internal");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /**
     * The code as programs in other languages know it.
     *
     * @return words with hyphens between them
     */
    public String text() {
      return text;
    }
  }

  /** Never null. */
  private final Code code;
  /** Never null. */
  private final String path;

  YumaException(Code code, String path, String message, Throwable cause) {
    super(path.isEmpty() ? message : path + ": " + message, cause);
    this.code = code;
    this.path = path;
  }

  /**
   * What went wrong.
   *
   * @return one of the codes
   */
  public final Code code() {
    return code;
  }

  /**
   * Where it is wrong.
   *
   * @return the field, such as {@code bonds[3][17][1]}; empty where the input as a whole is meant
   */
  public final String path() {
    return path;
  }
}
