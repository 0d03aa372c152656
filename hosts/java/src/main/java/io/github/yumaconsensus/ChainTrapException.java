package io.github.yumaconsensus;

/**
 * A state with which the chain's own epoch would have aborted under its rule set, so that no such block exists.
 */
public final class ChainTrapException extends YumaException {
  private static final long serialVersionUID = 1L;

  /** The same words in every language. */
  private final String reason;

  /**
   * An exception for a state.
   *
   * @param reason what the chain would have aborted on
   */
  public ChainTrapException(String reason) {
    super(Code.CHAIN_TRAP, "", "the chain would have aborted: " + reason, null);
    this.reason = reason;
  }

  /**
   * What the chain would have aborted on.
   *
   * @return words, the same in every language
   */
  public String reason() {
    return reason;
  }
}
